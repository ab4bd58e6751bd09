import type { EvaluatedPoint, RandomStream } from "@neurofront/core";
import type { Scalarisation } from "../scalarisation.ts";
import { CategoryDistribution } from "./category-distribution.ts";
import { Covariance } from "./covariance.ts";
import type { Encoding } from "./encoding.ts";
import { learningRates } from "./learning-rates.ts";
import { withMargin } from "./margin.ts";
import { StepSize } from "./step-size.ts";
import { Stopping } from "./stopping.ts";

/** Largest deviation of any real below which a run has converged, in widths of the cube. */
const SMALLEST_DEVIATION = 1e-12;
/** Largest deviation, beyond which the mirrored cube is sampled uniformly. */
const LARGEST_DEVIATION = 1e4;

/** How one run starts. */
export interface RunStart {
  readonly mean: Float64Array;
  /** Deviation at the start, in widths of the cube. */
  readonly deviation: number;
  readonly population: number;
  /** Evaluations after which it ends at the latest. */
  readonly evaluations: number;
}

/** How a run ended. */
export interface RunEnd {
  readonly evaluations: number;
  readonly reason: string;
}

/** One run of the evolution strategy, from its start until it has converged or gets no better. */
export function* runOf(
  start: RunStart,
  encoding: Encoding,
  scalarisation: Scalarisation,
  randomOf: (generation: number) => RandomStream,
): Generator<readonly Float64Array[], RunEnd, readonly EvaluatedPoint[]> {
  const n = start.mean.length;
  const { population } = start;
  const rates = learningRates(n, population);
  const mean = Float64Array.from(start.mean);
  const factors = new Float64Array(n).fill(1);
  const covariance = new Covariance(n);
  const stepSize = new StepSize(start.deviation, n);
  const categories = new CategoryDistribution(encoding.categoryCounts);
  const stopping = new Stopping(n + encoding.categoryCounts.length, population);
  let evaluations = 0;
  for (let generation = 0; ; generation++) {
    const random = randomOf(generation);
    const samples = Array.from({ length: population }, () => {
      const normal = Float64Array.from(mean, () => random.normal());
      const step = covariance.step(normal);
      const numbers = mean.map((value, k) => value + stepSize.value * factors[k]! * step[k]!);
      const parts = categories.draw(random);
      return { normal, step, parts, point: encoding.pointOf(numbers, parts) };
    });
    const evaluated = yield samples.map(({ point }) => point);
    evaluations += population;
    scalarisation.observe(evaluated);
    const order = samples
      .map((_, slot) => slot)
      .toSorted((a, b) => scalarisation.compare(evaluated[a]!.score, evaluated[b]!.score) || a - b);
    const ranked = order.map((slot) => samples[slot]!);
    const meanStep = new Float64Array(n);
    const meanNormal = new Float64Array(n);
    for (let rank = 0; rank < rates.parents; rank++) {
      const weight = rates.weights[rank]!;
      for (let k = 0; k < n; k++) {
        meanStep[k]! += weight * ranked[rank]!.step[k]!;
        meanNormal[k]! += weight * ranked[rank]!.normal[k]!;
      }
    }
    for (let k = 0; k < n; k++) mean[k]! += stepSize.value * factors[k]! * meanStep[k]!;
    const isStalled = stepSize.adapt(rates, covariance.whitened(meanNormal));
    covariance.adapt(
      rates,
      meanStep,
      isStalled,
      ranked.map(({ step }) => step),
      ranked.map(({ normal }) => normal.reduce((sum, value) => sum + value * value, 0)),
    );
    categories.adapt(
      ranked.slice(0, rates.parents).map(({ parts }) => parts),
      rates.weights,
    );
    const deviationOf = (k: number): number => stepSize.value * covariance.deviation(k);
    for (const [k, count] of encoding.partCounts.entries()) {
      if (count === 0) continue;
      const marginal = withMargin(count, mean[k]!, factors[k]!, deviationOf(k), 1 / (n * population));
      mean[k] = marginal.mean;
      factors[k] = marginal.factor;
    }
    const scores = order.map((slot) => evaluated[slot]!.score);
    const reason =
      evaluations >= start.evaluations
        ? "its evaluations are spent"
        : (stopping.reason(scores, (score) => scalarisation.valueOf(score)) ??
          exhausted(covariance, encoding, deviationOf));
    if (reason !== undefined) return { evaluations, reason };
  }
}

function exhausted(
  covariance: Covariance,
  { partCounts }: Encoding,
  deviationOf: (k: number) => number,
): string | undefined {
  if (covariance.isDegenerate) return "the distribution degenerates";
  let largest = 0;
  for (const [k, count] of partCounts.entries()) if (count === 0) largest = Math.max(largest, deviationOf(k));
  if (largest > LARGEST_DEVIATION) return "steps diverge";
  return partCounts.includes(0) && largest < SMALLEST_DEVIATION ? "steps vanish" : undefined;
}
