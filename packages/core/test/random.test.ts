import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomAt } from "../src/random.ts";
import type { RandomStream } from "../src/random.ts";

const uniforms = (count: number, random: RandomStream): number[] =>
  Array.from({ length: count }, () => random.uniform());
const normals = (count: number, random: RandomStream): number[] => Array.from({ length: count }, () => random.normal());
const integers = (count: number, random: RandomStream, bound: number): number[] =>
  Array.from({ length: count }, () => random.integer(bound));

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [k, value] of x.entries()) {
    xx += (value - mx) ** 2;
    yy += (y[k]! - my) ** 2;
    xy += (value - mx) * (y[k]! - my);
  }
  return xy / Math.sqrt(xx * yy);
}

/** Pearson's statistic of whole numbers 0 ... cells - 1 against the uniform distribution. */
function chiSquare(values: readonly number[], cells: number): number {
  const counts = new Float64Array(cells);
  for (const value of values) counts[value]! += 1;
  const expected = values.length / cells;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Quantiles of the chi-square distribution with 99 degrees of freedom at 1e-4 and 1 - 1e-4. */
const CHI_SQUARE_99 = [54.99, 160.06] as const;

describe("golden numbers", () => {
  // Computed once, with a second program (Python integers) that has hash and generator written again, and frozen: an archive
  // must not change its contents with a release.
  it("uniform", () => {
    expect(uniforms(4, randomAt(1, "chip", 0))).toStrictEqual([
      0.44500421876024154, 0.44980141100537097, 0.5668252937439967, 0.11855565520341094,
    ]);
  });

  // Frozen from this code.
  it("normal and integer", () => {
    expect(normals(4, randomAt(1, "chip", 0))).toStrictEqual([
      -2.0384601044432755, -1.860648556273623, 0.1744595247598567, -0.9958295038774313,
    ]);
    expect(integers(10, randomAt(1, "chip", 0), 1000)).toStrictEqual([445, 449, 566, 118, 976, 226, 29, 55, 709, 543]);
  });
});

describe("addresses", () => {
  it("the same address gives the same numbers, whatever is drawn elsewhere", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer(), fc.string()), { maxLength: 5 }), (address) => {
        const expected = uniforms(8, randomAt(...address));
        const other = randomAt(...address, "other");
        const again = randomAt(...address);
        for (const value of expected) {
          other.normal();
          expect(again.uniform()).toBe(value);
        }
      }),
    );
  });

  it.each([
    ["a number and its text", [1], ["1"]],
    ["texts cut in another place", ["ab", "c"], ["a", "bc"]],
    ["a text and its letters", ["ab"], ["a", "b"]],
    ["numbers in another order", [1, 2], [2, 1]],
    ["a shorter address", [1, "chip"], [1, "chip", 0]],
    ["an empty text", [1], [1, ""]],
    ["neighbouring large seeds", [2 ** 53 - 1], [2 ** 53 - 2]],
    ["fractions", [0.1], [0.2]],
    ["letters beyond ASCII", ["Ω"], ["ω"]],
  ])("%s is another stream", (_case, a, b) => {
    expect(randomAt(...a).uniform()).not.toBe(randomAt(...b).uniform());
  });

  it("20 000 neighbouring addresses begin with different numbers", () => {
    const first = new Set<number>();
    for (let seed = 0; seed < 100; seed++) for (let k = 0; k < 200; k++) first.add(randomAt(seed, "chip", k).uniform());
    // 53 bits: the chance of one pair of equals is 2e-8.
    expect(first.size).toBe(20_000);
  });

  it("the first numbers of neighbouring addresses are uniform", () => {
    const first = Array.from({ length: 50_000 }, (_, k) => Math.floor(100 * randomAt(7, "chip", k).uniform()));
    const statistic = chiSquare(first, 100);
    expect(statistic).toBeGreaterThan(CHI_SQUARE_99[0]);
    expect(statistic).toBeLessThan(CHI_SQUARE_99[1]);
  });

  it.each([
    ["seed", (k: number) => [k, "chip", 0]],
    ["role", (k: number) => [1, `role-${k}`, 0]],
    ["number", (k: number) => [1, "chip", k]],
  ] as const)("streams that differ in their %s are not correlated", (_part, address) => {
    const count = 4000;
    const streams = Array.from({ length: 30 }, (_, k) => uniforms(count, randomAt(...address(k))));
    let largest = 0;
    for (const [k, stream] of streams.entries())
      for (const other of streams.slice(k + 1)) largest = Math.max(largest, Math.abs(correlation(stream, other)));
    // 435 pairs with a standard deviation of 1/sqrt(4000) each: 4.9 of them are passed by chance once in 2 000 times.
    expect(largest).toBeLessThan(4.9 / Math.sqrt(count));
  });
});

describe("uniform", () => {
  const count = 200_000;
  const values = uniforms(count, randomAt(3, "uniform"));

  it("lies in [0, 1) with more than 32 bits", () => {
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(values.some((value) => !Number.isInteger(value * 2 ** 32))).toBe(true);
    expect(values.every((value) => Number.isInteger(value * 2 ** 53))).toBe(true);
  });

  it.each([
    ["leading", (value: number) => Math.floor(100 * value)],
    // Behind the 27 bits of the first word: the second word must be uniform too.
    ["trailing", (value: number) => Math.floor(100 * ((value * 2 ** 27) % 1))],
  ])("fills 100 cells evenly by its %s digits", (_digits, cell) => {
    const statistic = chiSquare(values.map(cell), 100);
    expect(statistic).toBeGreaterThan(CHI_SQUARE_99[0]);
    expect(statistic).toBeLessThan(CHI_SQUARE_99[1]);
  });

  it.each([1, 2, 7])("is not correlated with itself %d numbers later", (lag) => {
    // Standard deviation 1/sqrt(count); 4 of them are passed by chance 6 times in 100 000.
    expect(Math.abs(correlation(values.slice(lag), values.slice(0, -lag)))).toBeLessThan(4 / Math.sqrt(count));
  });
});

describe("normal", () => {
  const count = 200_000;
  const values = normals(count, randomAt(3, "normal"));
  const moment = (power: number): number => values.reduce((sum, value) => sum + value ** power, 0) / count;

  it.each([
    // The variance of z^n is E[z^2n] - E[z^n]^2: 1, 2, 15, 96, 945, 10 170.
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
    [5, 0, 945],
    [6, 15, 10_170],
  ])("moment %d is %d", (power, expected, variance) => {
    // Four standard errors of the mean.
    expect(Math.abs(moment(power) - expected)).toBeLessThan(4 * Math.sqrt(variance / count));
  });

  it("follows the normal distribution (Kolmogorov and Smirnov)", () => {
    let distance = 0;
    for (const [k, value] of values.toSorted((a, b) => a - b).entries()) {
      const cdf = normalCdf(value);
      distance = Math.max(distance, cdf - k / count, (k + 1) / count - cdf);
    }
    // 1.95 / sqrt(count) is exceeded by chance once in 1 000 times.
    expect(distance).toBeLessThan(1.95 / Math.sqrt(count));
  });

  it("the two of a pair are independent, also in their magnitudes", () => {
    const even = values.filter((_, k) => k % 2 === 0);
    const odd = values.filter((_, k) => k % 2 === 1);
    const limit = 4 / Math.sqrt(count / 2);
    expect(Math.abs(correlation(even, odd))).toBeLessThan(limit);
    expect(Math.abs(correlation(even.map(Math.abs), odd.map(Math.abs)))).toBeLessThan(limit);
  });

  it("a spare number belongs to its stream", () => {
    const [first, spare] = normals(2, randomAt(5));
    const [one, other] = [randomAt(5), randomAt(6)];
    expect(one.normal()).toBe(first);
    other.normal();
    expect(one.normal()).toBe(spare);
  });
});

describe("integer", () => {
  it("is a whole number below its count", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, bound) => {
        for (const value of integers(20, randomAt(seed, "integer"), bound)) {
          expect(Number.isInteger(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(bound);
        }
      }),
    );
  });

  it("reaches every number evenly", () => {
    const random = randomAt(3, "integer");
    // 9 degrees of freedom: 33.7 is exceeded by chance once in 10 000 times.
    expect(chiSquare(integers(50_000, random, 10), 10)).toBeLessThan(33.7);
    expect(integers(10, random, 1)).toStrictEqual(Array.from({ length: 10 }, () => 0));
  });
});

/** Abramowitz and Stegun 7.1.26, off by at most 1e-7: core has no special functions, and the distances here are 4e-3. */
function normalCdf(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const tail = 0.5 * series * Math.exp((-z * z) / 2);
  return z < 0 ? tail : 1 - tail;
}
