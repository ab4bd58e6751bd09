import { randomAt } from "@neurofront/core";
import { expect, it } from "vitest";
import { descend } from "../../src/bounded-descent.ts";
import { featureMap } from "../../src/gaussian-process/feature-map.ts";
import { fitHyperparameters } from "../../src/gaussian-process/fit.ts";
import { negativeLogPosterior, priorOf } from "../../src/gaussian-process/likelihood.ts";
import type { Observations } from "../../src/gaussian-process/likelihood.ts";
import { reals } from "../../src/problems/benchmark-problem.ts";
import { uniformPoint } from "../../src/space.ts";

/** Functions that are smooth, linear in most coordinates, or change fast in one. */
const functions: readonly ((x: Float64Array) => number)[] = [
  (x) => Math.sin(3 * x[0]!) + x[1]! * x[2]!,
  (x) => x[0]! + 0.5 * x[1]! - x[2]!,
  (x) => Math.sin(20 * x[0]!) + 0.1 * x[3]!,
];

it.each(functions.map((f, index) => ({ index, f })))(
  "fits a part of many observations first, and comes as far as descents that see all of them: function $index",
  ({ index, f }) => {
    const random = randomAt("fit", index);
    const map = featureMap(reals(4));
    const points = Array.from({ length: 150 }, () => uniformPoint(reals(4), random));
    const observations: Observations = {
      map,
      points: points.map((point) => map.encode(point)),
      values: Float64Array.from(points, f),
      noise: new Float64Array(150).fill(1e-6),
    };
    const prior = priorOf(map);
    const density = (point: Float64Array, gradient: Float64Array): number =>
      negativeLogPosterior(observations, prior, point, gradient);
    const size = prior.means.length;
    const low = new Float64Array(size).fill(Math.log(0.01));
    const high = new Float64Array(size).fill(Math.log(150));
    const limits = { iterations: 200, gradientTolerance: 1e-3 };
    const whole = [prior.means, new Float64Array(size).fill(Math.log(0.8))].map(
      (start) => descend(density, start, low, high, limits).value,
    );
    const found = density(fitHyperparameters(observations), new Float64Array(size));
    // In units of the logarithm of the density, which is about 1000 here.
    expect(found - Math.min(...whole)).toBeLessThan(1);
  },
);
