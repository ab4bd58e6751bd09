import { randomAt } from "@neurofront/core";
import type { RandomStream } from "@neurofront/core";
import type { Answer, BenchmarkProblem } from "./benchmark-problem.ts";

/** A problem whose objectives are estimates with standard errors. */
export interface NoisyProblem extends Omit<BenchmarkProblem, "evaluate"> {
  /** @param replicate the same gives the same noise, another one independent noise */
  readonly evaluate: (coordinates: Float64Array, replicate?: number) => Answer;
}

type Estimate = readonly [value: number, standardError: number];

function noisy(
  problem: BenchmarkProblem,
  how: string,
  estimate: (exact: number, random: RandomStream) => Estimate,
  seed: number,
): NoisyProblem {
  return {
    ...problem,
    title: `${problem.title} with ${how}`,
    evaluate(coordinates, replicate = 0) {
      const answer = problem.evaluate(coordinates);
      if (answer.status === "impossible") return answer;
      const random = randomAt(seed, "noise", replicate, ...coordinates);
      const estimates = answer.objectives.map((exact) => estimate(exact, random));
      return {
        ...answer,
        objectives: estimates.map(([value]) => value),
        standardErrors: estimates.map(([, error]) => error),
      };
    },
  };
}

/** Normal noise of one standard deviation on every objective. */
export function withGaussianNoise(problem: BenchmarkProblem, standardDeviation: number, seed: number): NoisyProblem {
  const how = `normal noise of ${standardDeviation}`;
  return noisy(problem, how, (exact, random) => [exact + standardDeviation * random.normal(), standardDeviation], seed);
}

/**
 * Every objective is a chance, counted in trials: its part of `largest`. Standard errors are those of the count with two more
 * successes and failures (Agresti and Coull, Am. Stat. 52, 119 (1998)), so that a count of 0 is not certain.
 *
 * @param largest objectives from 0 to this are chances from 0 to 1; above it every trial succeeds
 */
export function withBernoulliNoise(
  problem: BenchmarkProblem,
  trials: number,
  largest: number,
  seed: number,
): NoisyProblem {
  const estimate = (exact: number, random: RandomStream): Estimate => {
    let successes = 0;
    for (let trial = 0; trial < trials; trial++) if (random.uniform() * largest < exact) successes++;
    const share = (successes + 2) / (trials + 4);
    return [(largest * successes) / trials, largest * Math.sqrt((share * (1 - share)) / (trials + 4))];
  };
  return noisy(problem, `noise of ${trials} trials`, estimate, seed);
}
