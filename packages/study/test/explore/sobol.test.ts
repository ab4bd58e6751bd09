import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saltelliPoints, sobolIndices, sobolVariance } from "../../src/explore/sobol.ts";
import type { SobolRow } from "../../src/explore/sobol.ts";

function rowsOf(f: (x: readonly number[]) => number, rows: number, dimensions: number, seed: number): SobolRow[] {
  return saltelliPoints(rows, dimensions, randomAt(seed, "sobol")).map(({ a, b, mixed }) => ({
    a: f(a),
    b: f(b),
    mixed: mixed.map((x) => f(x)),
  }));
}

/** Ishigami and Homma, Proc. ISUMA (1990): on the cube of side 2 pi. */
function ishigami([x, y, z]: readonly number[], a = 7, b = 0.1): number {
  const angle = (share: number): number => Math.PI * (2 * share - 1);
  return Math.sin(angle(x!)) + a * Math.sin(angle(y!)) ** 2 + b * angle(z!) ** 4 * Math.sin(angle(x!));
}

describe("Sobol indices", () => {
  const [a, b] = [7, 0.1];
  // Closed form of the partial variances for the coefficients above.
  const variance = a ** 2 / 8 + (b * Math.PI ** 4) / 5 + (b ** 2 * Math.PI ** 8) / 18 + 0.5;
  const alone = [0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2, a ** 2 / 8, 0].map((part) => part / variance);
  const together = (8 * b ** 2 * Math.PI ** 8) / 225 / variance;
  const rows = rowsOf(ishigami, 4096, 3, 1);
  const found = sobolIndices(rows, randomAt(1, "intervals"))!;

  // Standard error of the estimators at 4096 rows is 0.01 to 0.02.
  it.each([
    ["x alone", () => found[0]!.first, alone[0]!, 0.05],
    ["y alone", () => found[1]!.first, alone[1]!, 0.05],
    ["z alone", () => found[2]!.first, 0, 0.05],
    ["x in all", () => found[0]!.total, alone[0]! + together, 0.04],
    ["y in all", () => found[1]!.total, alone[1]!, 0.04],
    ["z in all", () => found[2]!.total, together, 0.04],
  ])("of the Ishigami function: %s", (_which, estimate, exact, tolerance) => {
    expect(Math.abs(estimate().value - exact)).toBeLessThan(tolerance);
  });

  it("have the variance of the function", () => {
    expect(sobolVariance(rows) / variance).toBeCloseTo(1, 1);
  });

  it("are covered by their intervals about as often as they say", () => {
    const inside = Array.from({ length: 60 }, (_, seed) => {
      const [first] = sobolIndices(rowsOf(ishigami, 64, 3, seed + 10), randomAt(seed, "intervals"))!;
      return first!.total.low <= alone[0]! + together && first!.total.high >= alone[0]! + together;
    }).filter(Boolean).length;
    // 95 % of 60 is 57; a bootstrap of 64 rows is a little narrow, and 48 is far from what luck does to it.
    expect(inside).toBeGreaterThan(48);
  });

  it("share the variance of a sum by the squares of its weights", () => {
    const sum = sobolIndices(
      rowsOf(([x, y]) => 3 * x! + y!, 1024, 2, 3),
      randomAt(3, "intervals"),
    )!;
    expect(sum[0]!.total.value).toBeCloseTo(0.9, 1);
    expect(sum[1]!.first.value).toBeCloseTo(0.1, 1);
  });

  it("do not exist for a constant", () => {
    expect(
      sobolIndices(
        rowsOf(() => 5, 16, 2, 1),
        randomAt(1, "intervals"),
      ),
    ).toBeUndefined();
  });
});

it("puts one value of each sample in every part of a coordinate, and mixes one coordinate at a time", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer(),
      (rows, dimensions, seed) => {
        const points = saltelliPoints(rows, dimensions, randomAt(seed, "points"));
        for (let k = 0; k < dimensions; k++) {
          const parts = points.map(({ a }) => Math.floor(a[k]! * rows)).toSorted((x, y) => x - y);
          expect(parts).toEqual(parts.map((_, index) => index));
        }
        for (const { a, b, mixed } of points)
          mixed.forEach((point, k) => {
            expect(point).toEqual(a.with(k, b[k]!));
          });
      },
    ),
  );
});
