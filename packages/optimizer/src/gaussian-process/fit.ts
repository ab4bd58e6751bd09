import { descend } from "../bounded-descent.ts";
import type { Hyperparameters } from "./kernel.ts";
import { negativeLogPosterior, priorOf } from "./likelihood.ts";
import type { Observations } from "./likelihood.ts";

/** Bounds of the logarithms: length scales from a hundredth of the cube to 150 times its edge, weights and variance alike. */
const LOW = Math.log(0.01);
const HIGH = Math.log(150);
const LIMITS = { iterations: 40, gradientTolerance: 1e-2 };
/** Length scale of the second start: a function that changes within the cube. */
const SHORT = Math.log(0.4);

/** Observations of which a part is fitted first, and how many the part has. */
const MANY = 80;
const PART = 60;
const FINAL_LIMITS = { iterations: 12, gradientTolerance: 1e-2 };

/**
 * The hyperparameters of the largest posterior density: of the better of two descents, one from the prior, one from short scales. Of
 * many observations both descents see a part, spread evenly over them, and a short one from their result sees all.
 */
export function fitHyperparameters(observations: Observations): Hyperparameters {
  const part = partOf(observations);
  const { map } = observations;
  const prior = priorOf(map);
  const size = prior.means.length;
  const short = new Float64Array(size);
  short.fill(SHORT + 0.5 * Math.log(Math.max(map.lengthScaleCount, 1)), 0, map.lengthScaleCount);
  const low = new Float64Array(size).fill(LOW);
  const high = new Float64Array(size).fill(HIGH);
  const densityOf =
    (some: Observations) =>
    (point: Float64Array, gradient: Float64Array): number =>
      negativeLogPosterior(some, prior, point, gradient);
  const starts = [prior.means.map((mean) => Math.min(Math.max(mean, LOW), HIGH)), short];
  let best: { readonly point: Float64Array; readonly value: number } | undefined;
  for (const start of starts) {
    const found = descend(densityOf(part), start, low, high, LIMITS);
    if (best === undefined || found.value < best.value) best = found;
  }
  if (part === observations) return best!.point;
  return descend(densityOf(observations), best!.point, low, high, FINAL_LIMITS).point;
}

function partOf(observations: Observations): Observations {
  const count = observations.values.length;
  if (count <= MANY) return observations;
  const places = Array.from({ length: PART }, (_, k) => Math.floor((k * count) / PART));
  return {
    map: observations.map,
    points: places.map((place) => observations.points[place]!),
    values: Float64Array.from(places, (place) => observations.values[place]!),
    noise: Float64Array.from(places, (place) => observations.noise[place]!),
  };
}
