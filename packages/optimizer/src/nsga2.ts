import { randomAt } from "@neurofront/core";
import type {
  Design,
  EvaluatedPoint,
  Optimizer,
  OptimizerModel,
  Parameters,
  Proposal,
  RandomStream,
  Score,
  SearchProblem,
} from "@neurofront/core";
import { firstGenerationSize } from "./first-generation.ts";
import { FreshPoints } from "./fresh-points.ts";
import { Generations } from "./generations.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { differentialChild } from "./operators/differential.ts";
import { variationParameters } from "./operators/variation-parameters.ts";
import { vary } from "./operators/variation.ts";
import { pointCount } from "./space.ts";
import { compareCrowded, survivors } from "./survival.ts";
import type { Ranked } from "./survival.ts";

const parameters = {
  population: {
    kind: "integer",
    meaning: "designs of one generation; 0 chooses by the budget",
    source: {
      kind: "assumed",
      note: "0.4 times the root of the evaluations, from 12 to 100: best of those tried on test problems",
    },
    low: 0,
    high: 10_000,
    default: 0,
  },
  crossoverProbability: {
    kind: "quantity",
    unit: "1",
    meaning: "chance that a new design has two parents rather than one",
    source: { kind: "recalled", note: "section V of the reference", reference: "deb2002" },
    low: 0,
    high: 1,
    default: 0.9,
    scale: "linear",
  },
  ...variationParameters,
  mutatedCoordinates: {
    kind: "quantity",
    unit: "1",
    meaning: "coordinates of a new design that mutate, on average",
    source: { kind: "recalled", note: "section V of the reference: one", reference: "deb2002" },
    low: 0,
    high: 100,
    default: 1,
    scale: "linear",
  },
  differentialShare: {
    kind: "quantity",
    unit: "1",
    meaning:
      "share of new designs made by differential variation instead of crossover and mutation; 0 is NSGA-II as published",
    source: {
      kind: "assumed",
      note: "0.5 helps where constraints leave a narrow curved valley, and hurts on the separable test problems",
    },
    low: 0,
    high: 1,
    default: 0,
    scale: "linear",
  },
} as const satisfies Parameters;

type Settings = Design<typeof parameters>;

/** NSGA-II (Deb, Pratap, Agarwal and Meyarivan, IEEE Trans. Evol. Comput. 6, 182 (2002)) on mixed spaces. */
export const nsga2: OptimizerModel<typeof parameters> = {
  role: "optimizer",
  id: "nsga2",
  title: "NSGA-II",
  parameters,
  create: (settings, problem) => new Nsga2(settings, problem),
};

/**
 * Population for a budget: 0.4 times the root of the evaluations, in steps of 4, from 12 to 100.
 *
 * The usual 100 takes too few generations from a small budget. Measured on ZDT1 to 4 and 6, TNK and a mixed problem, 12 to
 * 20 are best at 500 and 2 500 evaluations, 16 to 24 at 10 000, and at 25 000 anything from 24 to 100 is good; larger ones
 * lose fewer isolated parts of a front.
 */
export function automaticPopulation(evaluations: number): number {
  return Math.min(Math.max(4 * Math.round(0.1 * Math.sqrt(evaluations)), 12), 100);
}

class Nsga2 implements Optimizer {
  readonly #settings: Settings;
  readonly #problem: SearchProblem;
  readonly #generations: Generations;
  readonly #population: number;
  readonly #fresh: FreshPoints;
  #parents: readonly Ranked[] = [];
  #generation = 0;

  constructor(settings: Settings, problem: SearchProblem) {
    this.#settings = settings;
    this.#problem = problem;
    this.#generations = new Generations(problem.objectiveCount, (evaluated) => this.#nextGeneration(evaluated));
    this.#fresh = new FreshPoints(problem.dimensions);
    const wanted = settings.population === 0 ? automaticPopulation(problem.evaluations) : settings.population;
    this.#population = Math.min(wanted, pointCount(problem.dimensions));
    const before = problem.evaluatedBefore ?? [];
    this.#fresh.keep(before);
    this.#parents = survivors(before, this.#population);
  }

  ask(count: number): readonly Proposal[] {
    return this.#generations.ask(count);
  }

  tell(scores: readonly Score[]): void {
    this.#generations.tell(scores);
  }

  #firstGeneration(): Float64Array[] {
    const { dimensions, seed } = this.#problem;
    const size = Math.min(firstGenerationSize(this.#population, this.#problem.evaluations), pointCount(dimensions));
    const points = latinHypercube(dimensions, size, (k) => randomAt(seed, "nsga2", "first", k));
    return points.map((point, slot) => {
      const random = randomAt(seed, "nsga2", 0, slot);
      return this.#fresh.take(() => point, random);
    });
  }

  #nextGeneration(evaluated: readonly EvaluatedPoint[]): readonly Float64Array[] {
    if (evaluated.length === 0 && this.#parents.length < this.#population) return this.#firstGeneration();
    if (evaluated.length > 0) this.#parents = survivors([...this.#parents, ...evaluated], this.#population);
    this.#generation++;
    const { dimensions, seed } = this.#problem;
    return Array.from({ length: this.#population }, (_, slot) => {
      const random = randomAt(seed, "nsga2", this.#generation, slot);
      return this.#fresh.take(() => {
        const first = this.#tournament(random);
        let second = this.#tournament(random);
        while (second === first && this.#parents.length > 1) second = this.#tournament(random);
        if (random.uniform() < this.#settings.differentialShare)
          return differentialChild(dimensions, first.coordinates, this.#threeOthers(random), random);
        return vary(dimensions, first.coordinates, second.coordinates, this.#settings, random);
      }, random);
    });
  }

  #threeOthers(random: RandomStream): readonly [Float64Array, Float64Array, Float64Array] {
    const draw = (): Float64Array => this.#parents[random.integer(this.#parents.length)]!.coordinates;
    return [this.#tournament(random).coordinates, draw(), draw()];
  }

  #tournament(random: RandomStream): Ranked {
    const a = this.#parents[random.integer(this.#parents.length)]!;
    const b = this.#parents[random.integer(this.#parents.length)]!;
    return compareCrowded(b, a) < 0 ? b : a;
  }
}
