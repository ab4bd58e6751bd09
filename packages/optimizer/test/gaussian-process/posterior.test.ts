import { randomAt } from "@neurofront/core";
import type { Dimension } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { featureMap } from "../../src/gaussian-process/feature-map.ts";
import type { Observations } from "../../src/gaussian-process/likelihood.ts";
import { Posterior } from "../../src/gaussian-process/posterior.ts";
import { uniformPoint } from "../../src/space.ts";

const mixed: readonly Dimension[] = [
  { kind: "real" },
  { kind: "category", count: 3 },
  { kind: "real", activeWhen: { dimension: 1, parts: [0, 2] } },
  { kind: "integer", count: 5 },
];
const map = featureMap(mixed);
const HYPERPARAMETERS = Float64Array.of(Math.log(0.6), Math.log(0.9), Math.log(1.4), Math.log(0.7), Math.log(1.3));

/** Covariance written out again, as the formulas have it. */
function covariance(x: Float64Array, y: Float64Array): number {
  const a = map.encode(x);
  const b = map.encode(y);
  const scales = [0.6, 0.9, 0.9, 1.4];
  const squares = scales.map((scale, f) => ((a.features[f]! - b.features[f]!) / scale) ** 2);
  const r = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
  const differs = a.categories[0] === b.categories[0] ? 0 : 1;
  return 1.3 * (1 + Math.sqrt(5) * r + (5 / 3) * r * r) * Math.exp(-Math.sqrt(5) * r) * Math.exp(-0.7 * differs);
}

/** Solution of a linear system by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k; i < size; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = k + 1; i < size; i++) {
      const share = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= size; j++) rows[i]![j] = rows[i]![j]! - share * rows[k]![j]!;
    }
  }
  const x: number[] = [];
  for (let k = size - 1; k >= 0; k--) {
    let sum = rows[k]![size]!;
    for (let j = k + 1; j < size; j++) sum -= rows[k]![j]! * x[j]!;
    x[k] = sum / rows[k]![k]!;
  }
  return x;
}

const random = randomAt("posterior");
const points = Array.from({ length: 30 }, () => uniformPoint(mixed, random));
const values = Float64Array.from(points, (point) => Math.sin(5 * point[0]!) + point[2]! - point[3]!);
const noise = Float64Array.from(points, (_, k) => (k % 3 === 0 ? 0.01 : 1e-6));
const observations: Observations = { map, points: points.map((point) => map.encode(point)), values, noise };

describe("a Gaussian process given observations", () => {
  const dense = points.map((x, i) => points.map((y, j) => covariance(x, y) + (i === j ? noise[i]! : 0)));
  const posterior = new Posterior(observations, HYPERPARAMETERS, 3);
  const prediction = posterior.blank();

  it("has the mean and the deviation of the dense formulas", () => {
    for (let k = 0; k < 20; k++) {
      const point = uniformPoint(mixed, random);
      const row = points.map((each) => covariance(point, each));
      const weights = solve(dense, row);
      posterior.predict(map.encode(point), prediction, false);
      const mean = weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0);
      const variance = 1.3 - weights.reduce((sum, weight, i) => sum + weight * row[i]!, 0);
      // Condition number of the covariance up to 1e7 times the rounding of doubles.
      expect(Math.abs(prediction.mean - mean)).toBeLessThan(1e-7);
      expect(Math.abs(prediction.deviation ** 2 - variance)).toBeLessThan(1e-7);
    }
  });

  it("has the gradients of differences", () => {
    const step = 1e-5;
    for (let k = 0; k < 10; k++) {
      const point = uniformPoint(mixed, random);
      const encoded = map.encode(point);
      posterior.predict(encoded, prediction, true);
      const means = new Float64Array(4);
      const deviations = new Float64Array(4);
      map.addCoordinateGradient(point, prediction.meanByFeature, means);
      map.addCoordinateGradient(point, prediction.deviationByFeature, deviations);
      const at = (dimension: number, by: number): { mean: number; deviation: number } => {
        const moved = point.slice();
        moved[dimension] = moved[dimension]! + by;
        const found = posterior.blank();
        posterior.predict(map.encode(moved), found, false);
        return found;
      };
      for (const dimension of [0, 2]) {
        const above = at(dimension, step);
        const below = at(dimension, -step);
        // Error of central differences: the square of the step times a third derivative of about 100.
        expect(Math.abs((above.mean - below.mean) / (2 * step) - means[dimension]!)).toBeLessThan(1e-5);
        expect(Math.abs((above.deviation - below.deviation) / (2 * step) - deviations[dimension]!)).toBeLessThan(1e-4);
      }
    }
  });

  it("believes its mean: the mean stays, the deviation falls as if the value had been observed", () => {
    const believing = new Posterior(observations, HYPERPARAMETERS, 1);
    const believed = uniformPoint(mixed, random);
    const encoded = map.encode(believed);
    believing.predict(encoded, prediction, false);
    const observing = new Posterior(
      {
        map,
        points: [...observations.points, encoded],
        values: Float64Array.from([...values, prediction.mean]),
        noise: Float64Array.from([...noise, 1e-6]),
      },
      HYPERPARAMETERS,
    );
    believing.believe(encoded);
    const other = observing.blank();
    for (let k = 0; k < 10; k++) {
      const point = map.encode(uniformPoint(mixed, random));
      believing.predict(point, prediction, false);
      observing.predict(point, other, false);
      expect(Math.abs(prediction.mean - other.mean)).toBeLessThan(1e-7);
      expect(Math.abs(prediction.deviation - other.deviation)).toBeLessThan(1e-6);
    }
    believing.predict(encoded, prediction, false);
    expect(prediction.deviation).toBeLessThan(2e-3);
  });
});

it("with one observation has the posterior that can be written down", () => {
  const line = featureMap([{ kind: "real" }]);
  const posterior = new Posterior(
    { map: line, points: [line.encode([0.5])], values: Float64Array.of(2), noise: Float64Array.of(0.25) },
    Float64Array.of(0, 0),
  );
  const prediction = posterior.blank();
  posterior.predict(line.encode([0.5]), prediction, false);
  // 1 / (1 + 1/4) of the value, and 1 - 1 / (1 + 1/4) of the variance.
  expect(prediction.mean).toBeCloseTo(1.6, 12);
  expect(prediction.deviation ** 2).toBeCloseTo(0.2, 12);
  posterior.predict(line.encode([0]), prediction, false);
  // Matern covariance at half a length scale: (1 + 1.1180340 + 0.4166667) exp(-1.1180340) = 0.8286492.
  expect(prediction.mean).toBeCloseTo(1.6 * 0.828_649_2, 6);
});

it("takes two points with the same inactive dimension for equal, and one where it counts for equally far at any value", () => {
  const conditional = featureMap([
    { kind: "category", count: 2 },
    { kind: "real", activeWhen: { dimension: 0, parts: [1] } },
  ]);
  const inactive = conditional.encode([0.25, 0.5]).features;
  const distances = [0, 0.3, 0.9].map((x) =>
    Math.hypot(...conditional.encode([0.75, x]).features.map((f, k) => f - inactive[k]!)),
  );
  for (const distance of distances) expect(distance).toBeCloseTo(1, 14);
});
