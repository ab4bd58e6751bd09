import { randomAt } from "@neurofront/core";
import type { Dimension } from "@neurofront/core";
import { expect, it } from "vitest";
import { featureMap } from "../../src/gaussian-process/feature-map.ts";
import { fitHyperparameters } from "../../src/gaussian-process/fit.ts";
import { negativeLogPosterior, priorOf } from "../../src/gaussian-process/likelihood.ts";
import type { Observations } from "../../src/gaussian-process/likelihood.ts";
import { uniformPoint } from "../../src/space.ts";

function observationsOf(dimensions: readonly Dimension[], count: number, f: (x: Float64Array) => number): Observations {
  const random = randomAt("likelihood", dimensions.length);
  const map = featureMap(dimensions);
  const points = Array.from({ length: count }, () => uniformPoint(dimensions, random));
  return {
    map,
    points: points.map((point) => map.encode(point)),
    values: Float64Array.from(points, f),
    noise: new Float64Array(count).fill(1e-4),
  };
}

const mixed: readonly Dimension[] = [
  { kind: "real" },
  { kind: "category", count: 3 },
  { kind: "real", activeWhen: { dimension: 1, parts: [0, 2] } },
  { kind: "integer", count: 5 },
];

it("has the value that can be written down for one observation", () => {
  const map = featureMap([{ kind: "real" }]);
  const prior = { means: Float64Array.of(0, 0), deviations: Float64Array.of(1, 1) };
  const one = { map, points: [map.encode([0.5])], values: Float64Array.of(2), noise: Float64Array.of(0.25) };
  const gradient = new Float64Array(2);
  const variance = Math.exp(0.3);
  // y^2 / (2 (s + noise)) + log(s + noise) / 2, and (0.3)^2 / 2 of the prior.
  expect(negativeLogPosterior(one, prior, Float64Array.of(0, 0.3), gradient)).toBeCloseTo(
    2 / (variance + 0.25) + 0.5 * Math.log(variance + 0.25) + 0.045,
    12,
  );
});

it("has the gradient of differences in every hyperparameter", () => {
  const observations = observationsOf(mixed, 40, (x) => Math.sin(5 * x[0]!) + x[2]! - x[1]!);
  const prior = priorOf(observations.map);
  const random = randomAt("hyperparameters");
  const gradient = new Float64Array(5);
  const unused = new Float64Array(5);
  for (let k = 0; k < 5; k++) {
    const at = Float64Array.from({ length: 5 }, () => random.normal() - 0.5);
    negativeLogPosterior(observations, prior, at, gradient);
    for (let parameter = 0; parameter < 5; parameter++) {
      const step = 1e-5;
      const moved = (by: number): number =>
        negativeLogPosterior(
          observations,
          prior,
          at.map((x, m) => (m === parameter ? x + by : x)),
          unused,
        );
      const difference = (moved(step) - moved(-step)) / (2 * step);
      // Rounding of a value of some hundreds over the step, and a share of the largest gradient.
      expect(Math.abs(difference - gradient[parameter]!)).toBeLessThan(1e-4 + 1e-6 * Math.abs(difference));
    }
  }
});

it("is no number where two equal points without noise make the covariance singular", () => {
  const map = featureMap([{ kind: "real" }]);
  const points = [map.encode([0.5]), map.encode([0.5])];
  const same = { map, points, values: Float64Array.of(0, 1), noise: Float64Array.of(0, 0) };
  expect(negativeLogPosterior(same, priorOf(map), Float64Array.of(0, 0), new Float64Array(2))).toBe(Infinity);
});

it("a fit gives a short length scale to the dimension that matters and a long one to the other", () => {
  const observations = observationsOf([{ kind: "real" }, { kind: "real" }], 40, (x) => Math.sin(12 * x[0]!));
  const [first, second] = fitHyperparameters(observations) as unknown as [number, number];
  expect(Math.exp(first)).toBeLessThan(1);
  expect(Math.exp(second)).toBeGreaterThan(5);
});

it("a fit gives weight to a category that matters and little to one that does not", () => {
  const observations = observationsOf(
    [{ kind: "category", count: 3 }, { kind: "category", count: 3 }, { kind: "real" }],
    60,
    (x) => (x[0]! < 0.3 ? 2 : -1) * Math.cos(4 * x[2]!),
  );
  const fitted = fitHyperparameters(observations);
  expect(Math.exp(fitted[1]!)).toBeGreaterThan(10 * Math.exp(fitted[2]!));
});
