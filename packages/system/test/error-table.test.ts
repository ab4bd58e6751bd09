import { normalCdf, normalPdf } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageError, blendTables, lookUp, lookUpEven, smoothTable, tabulateError } from "../src/error-table.ts";
import type { ErrorTable } from "../src/error-table.ts";
import { CURVES, LIMIT } from "./error-curves.ts";
import type { Curve } from "./error-curves.ts";

const tableOf = (curve: Curve): ErrorTable => tabulateError(curve, LIMIT, 1);

/** Trapezoid over 16 standard deviations in 16 000 steps; beyond the table its end values stand, as documented. */
const PANELS = 16_000;
const NODES = Float64Array.from({ length: PANELS + 1 }, (_, k) => -8 + (16 * k) / PANELS);
const WEIGHTS = NODES.map((z, k) => ((k === 0 || k === PANELS ? 0.5 : 1) * normalPdf(z) * 16) / PANELS);
function quadrature(curve: Curve, mean: number, sigma: number): number {
  let total = 0;
  for (let k = 0; k <= PANELS; k++)
    total += WEIGHTS[k]! * curve(Math.max(-LIMIT, Math.min(LIMIT, mean + sigma * NODES[k]!)));
  return total;
}

/** 1e-3: what an accuracy is read to. 5 %: what the chance of a rare error is known to at all. */
const allowed = (expected: number): number => (expected > 1e-6 ? Math.min(1e-3, 0.05 * expected) : 1e-3);

describe("averageError against quadrature", () => {
  const sigmas = [0.003, 0.02, 0.1, 0.4, 1, 3];
  const means = Array.from({ length: 40 }, (_, k) => -6 + 0.317 * k);

  it.each(Object.entries(CURVES))("%s", (_name, curve) => {
    const table = tableOf(curve);
    for (const sigma of sigmas) {
      for (const mean of means) {
        const expected = quadrature(curve, mean, sigma);
        const found = averageError(table, mean, sigma);
        expect(Math.abs(found - expected), `${mean} +- ${sigma}: ${found} for ${expected}`).toBeLessThan(
          allowed(expected),
        );
      }
    }
  });

  it.each(Object.entries(CURVES))("%s without noise is the curve", (_name, curve) => {
    const table = tableOf(curve);
    for (const mean of means)
      expect(Math.abs(averageError(table, mean, 0) - curve(mean))).toBeLessThan(allowed(curve(mean)));
  });
});

describe("averageError in closed form", () => {
  it("a step under noise is the normal distribution, down to 1e-6", () => {
    const table = tableOf(CURVES["a step"]!);
    for (const sigma of [0.05, 0.5, 1.5])
      for (let z = -4.7; z < 4.7; z += 0.1) {
        const expected = normalCdf(-z);
        const found = averageError(table, 1 + z * sigma, sigma);
        // The step is as wide as two knots, 1e-5 of the range: 4e-3 standard deviations of the smallest noise.
        expect(Math.abs(found - expected)).toBeLessThan(1e-3);
        expect(Math.abs(found / expected - 1)).toBeLessThan(0.02);
      }
  });

  it("a Gaussian curve under noise is a wider one", () => {
    const table = tableOf(CURVES["Gaussian"]!);
    for (const sigma of [0.01, 0.1, 0.3, 1])
      for (let z = -4.7; z < 4.7; z += 0.1) {
        const expected = normalCdf(-z);
        const found = averageError(table, 1 + z * Math.hypot(sigma, 0.3), sigma);
        expect(Math.abs(found - expected)).toBeLessThan(1e-3);
        expect(Math.abs(found / expected - 1)).toBeLessThan(0.05);
      }
  });

  it("a chord of the table is a uniform threshold", () => {
    const ramp: ErrorTable = { current_A: Float64Array.of(-1, 1), probability: Float64Array.of(1, 0) };
    const integral = (u: number): number => u * normalCdf(u) + normalPdf(u);
    for (const sigma of [0.13, 0.7, 3.1, 9.7])
      for (let mean = -10; mean < 10; mean += 0.0771) {
        const [from, to] = [(-1 - mean) / sigma, (1 - mean) / sigma];
        // The series of the integral is exact within 3e-9, over a width of at least 0.2.
        const expected = (integral(to) - integral(from)) / (to - from);
        expect(Math.abs(averageError(ramp, mean, sigma) - expected)).toBeLessThan(1e-7);
      }
  });

  it.each([1e6, 1e12, Infinity])("without end of noise (%d) half of either side", (sigma) => {
    for (const curve of Object.values(CURVES)) {
      const found = averageError(tableOf(curve), 1, sigma);
      expect(found).toBeCloseTo(0.5 * (curve(-LIMIT) + curve(LIMIT)), 5);
    }
  });

  it("without end of signal certain", () => {
    const table = tableOf(CURVES["a Gaussian with a floor of 1 %"]!);
    expect(averageError(table, 1e9, 0.1)).toBeCloseTo(0.01, 9);
    expect(averageError(table, -1e9, 0.1)).toBeCloseTo(0.99, 9);
  });
});

describe("laws of averageError", () => {
  const curve = fc.constantFrom(...Object.values(CURVES));
  const mean = fc.double({ min: -12, max: 12, noNaN: true });
  const sigma = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 100, noNaN: true }));

  it("a chance, that never rises with the current", () => {
    fc.assert(
      fc.property(curve, mean, mean, sigma, (p, a, b, s) => {
        const table = tableOf(p);
        const [weak, strong] = [averageError(table, Math.min(a, b), s), averageError(table, Math.max(a, b), s)];
        expect(weak).toBeLessThanOrEqual(1);
        expect(strong).toBeGreaterThanOrEqual(0);
        // The Taylor series of the normal distribution meets its neighbour within 2e-6.
        expect(strong).toBeLessThanOrEqual(weak + 4e-6);
      }),
    );
  });

  it("the same in every unit of current", () => {
    fc.assert(
      fc.property(curve, mean, sigma, fc.double({ min: -15, max: 3, noNaN: true }), (p, m, s, decades) => {
        const unit = 2 ** Math.round(decades * 3.3);
        const scaled = tabulateError((x) => p(x / unit), LIMIT * unit, unit);
        expect(averageError(scaled, m * unit, s * unit)).toBeCloseTo(averageError(tableOf(p), m, s), 9);
      }),
    );
  });

  it("more noise does more harm to a current that is on the right side of a symmetric curve", () => {
    const table = tableOf(CURVES["Gaussian"]!);
    fc.assert(
      fc.property(fc.double({ min: 1, max: 4, noNaN: true }), sigma, sigma, (m, a, b) => {
        const [less, more] = [averageError(table, m, Math.min(a, b)), averageError(table, m, Math.max(a, b))];
        expect(more).toBeGreaterThanOrEqual(less - 1e-3);
      }),
    );
  });
});

describe("tabulateError", () => {
  it("asks a neuron at most 200 times", () => {
    for (const [name, curve] of Object.entries(CURVES)) {
      let count = 0;
      tabulateError(
        (x) => {
          count++;
          return curve(x);
        },
        LIMIT,
        1,
      );
      expect(count, name).toBeLessThan(200);
    }
  });

  it("covers the range with increasing currents and knots of the curve", () => {
    for (const curve of Object.values(CURVES)) {
      const { current_A, probability } = tableOf(curve);
      expect(current_A[0]).toBe(-LIMIT);
      expect(current_A.at(-1)).toBe(LIMIT);
      for (let k = 1; k < current_A.length; k++) expect(current_A[k]).toBeGreaterThan(current_A[k - 1]!);
      expect(probability).toStrictEqual(current_A.map(curve));
    }
  });

  it("keeps a table as it is when others are made", () => {
    const curves = Object.values(CURVES);
    const tables = curves.map(tableOf);
    expect(curves.map(tableOf)).toStrictEqual(tables);
  });

  it("asks a start that is there already once", () => {
    for (const scale of [LIMIT / 8, -LIMIT / 2, LIMIT, 0]) {
      const asked: number[] = [];
      const table = tabulateError((x) => (asked.push(x), 0.5), LIMIT, scale);
      expect(asked).toStrictEqual([-10, -5, -1.25, 0, 1.25, 5, 10]);
      expect([...table.current_A]).toStrictEqual(asked);
    }
  });

  it("finds a step wherever it is, with and without a hint", () => {
    fc.assert(
      fc.property(fc.double({ min: -9.99, max: 9.99, noNaN: true }), fc.constantFrom(0, 1, 100), (at, hint) => {
        const table = tabulateError((x) => (x < at ? 1 : 0), LIMIT, hint);
        expect(lookUp(table, at - 1e-3)).toBe(1);
        expect(lookUp(table, at + 1e-3)).toBe(0);
      }),
    );
  });
});

describe("blendTables", () => {
  it("is the mixture of both at every current", () => {
    const [step, smooth] = [tableOf(CURVES["a step"]!), tableOf(CURVES["logistic"]!)];
    const mixed = blendTables(step, smooth, 0.3);
    for (let x = -LIMIT; x <= LIMIT; x += 0.0173)
      expect(lookUp(mixed, x)).toBeCloseTo(0.3 * lookUp(step, x) + 0.7 * lookUp(smooth, x), 12);
    for (const sigma of [0.1, 1])
      expect(averageError(mixed, 1.3, sigma)).toBeCloseTo(
        0.3 * averageError(step, 1.3, sigma) + 0.7 * averageError(smooth, 1.3, sigma),
        // Two ways through the Taylor series, each within 2e-6.
        5,
      );
  });
});

describe("lookUp", () => {
  const table: ErrorTable = { current_A: Float64Array.of(-1, 0, 2), probability: Float64Array.of(1, 0.5, 0.1) };
  it.each([
    [-5, 1],
    [-1, 1],
    [-0.5, 0.75],
    [0, 0.5],
    [1, 0.3],
    [2, 0.1],
    [7, 0.1],
  ])("at %d is %d", (current, probability) => {
    expect(lookUp(table, current)).toBeCloseTo(probability, 14);
  });
});

describe("smoothTable and lookUpEven", () => {
  const table = tableOf(CURVES["Gaussian"]!);
  const even = smoothTable(table, 0.5, LIMIT, 2001);

  it("has the averages on even steps", () => {
    expect(even.probability).toHaveLength(2001);
    expect(even.least_A).toBe(-LIMIT);
    for (const k of [0, 700, 1000, 1100, 1300, 2000])
      expect(lookUpEven(even, k * even.step_A - LIMIT)).toBeCloseTo(
        averageError(table, k * even.step_A - LIMIT, 0.5),
        12,
      );
  });

  it("is linear between the steps and constant beyond the ends", () => {
    expect(lookUpEven(even, 1.005)).toBeCloseTo(0.5 * (lookUpEven(even, 1) + lookUpEven(even, 1.01)), 14);
    expect(lookUpEven(even, -99)).toBe(averageError(table, -LIMIT, 0.5));
    expect(lookUpEven(even, 99)).toBeCloseTo(lookUpEven(even, LIMIT), 12);
    // Both far below what is resolved.
    expect(lookUpEven(even, LIMIT)).toBeCloseTo(averageError(table, LIMIT, 0.5), 12);
  });

  it("is the average at any current", () => {
    fc.assert(
      fc.property(fc.double({ min: -11, max: 11, noNaN: true }), (x) => {
        const expected = averageError(table, Math.max(-LIMIT, Math.min(LIMIT, x)), 0.5);
        // A chord of 0.01 over a Gaussian of width 0.58: 0.017^2 / 8 * 0.24, and the series of the normal distribution.
        expect(Math.abs(lookUpEven(even, x) - expected)).toBeLessThan(2e-5);
      }),
    );
  });
});
