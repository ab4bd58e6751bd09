import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BITS, DIRECTION_NUMBERS } from "../src/sobol-direction-numbers.ts";
import { sobolSequence } from "../src/sobol-sequence.ts";

const scrambled = (seed: number, count: number) => sobolSequence(count, (...address) => randomAt(seed, ...address));

/** How often each box of 2^k1 x 2^k2 x ... equal boxes holds one of the points. */
function counts(points: readonly (readonly number[])[], splits: readonly number[]): number[] {
  const boxes = Array.from({ length: 2 ** splits.reduce((sum, k) => sum + k, 0) }, () => 0);
  for (const point of points) {
    let box = 0;
    for (const [k, split] of splits.entries()) box = box * 2 ** split + Math.floor(point[k]! * 2 ** split);
    boxes[box]!++;
  }
  return boxes;
}

/** Ways to split `total` halvings among so many dimensions. */
function splitsOf(dimensions: number, total: number): number[][] {
  if (dimensions === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, own) => own).flatMap((own) =>
    splitsOf(dimensions - 1, total - own).map((others) => [own, ...others]),
  );
}

describe("the direction numbers", () => {
  it("give the points that Joe and Kuo print beside their table", () => {
    const pointAt = (index: number) =>
      DIRECTION_NUMBERS.slice(0, 3).map((directions) => {
        let bits = 0;
        for (let bit = 0; bit < 3; bit++) if (((index >> bit) & 1) === 1) bits ^= directions[bit]!;
        return (bits >>> 0) / 2 ** BITS;
      });
    const printed = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ];
    const own = Array.from({ length: 8 }, (_, index) => pointAt(index));
    expect(own.toSorted((a, b) => a[0]! - b[0]!)).toStrictEqual(printed.toSorted((a, b) => a[0]! - b[0]!));
  });

  it("are there for 256 dimensions, all different, each with the next bit for the first time", () => {
    expect(DIRECTION_NUMBERS).toHaveLength(256);
    expect(new Set(DIRECTION_NUMBERS.map((numbers) => numbers.join())).size).toBe(256);
    for (const numbers of DIRECTION_NUMBERS)
      for (const [bit, number] of numbers.entries()) expect(number % 2 ** (BITS - bit)).toBe(2 ** (BITS - 1 - bit));
  });
});

describe("a scrambled Sobol sequence", () => {
  it("has in every dimension one of the first 2^m points in each of 2^m parts", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 9 }), (seed, dimension, m) => {
        const sequence = scrambled(seed, 256);
        const points = Array.from({ length: 2 ** m }, (_, index) => [sequence(index, dimension)]);
        expect(counts(points, [m])).toStrictEqual(Array.from({ length: 2 ** m }, () => 1));
      }),
    );
  });

  // The quality t of the first dimensions is the sum of (degree - 1) of their polynomials (Sobol 1967): 0, 0, 1, 3, 5 here.
  it.each([
    { dimensions: 1, quality: 0 },
    { dimensions: 2, quality: 0 },
    { dimensions: 3, quality: 1 },
    { dimensions: 4, quality: 3 },
    { dimensions: 5, quality: 5 },
  ])("is a ($quality, 8, $dimensions)-net", ({ dimensions, quality }) => {
    const sequence = scrambled(7, dimensions);
    for (const block of [0, 1, 5]) {
      const points = Array.from({ length: 256 }, (_, index) =>
        Array.from({ length: dimensions }, (_unused, k) => sequence(256 * block + index, k)),
      );
      for (const splits of splitsOf(dimensions, 8 - quality))
        expect(new Set(counts(points, splits)), splits.join()).toStrictEqual(new Set([2 ** quality]));
    }
  });

  it("lies past the table uniformly, the same in any order", () => {
    const sequence = scrambled(3, 300);
    const values = Array.from({ length: 1000 }, (_, index) => sequence(index, 299));
    expect(values.toReversed()).toStrictEqual(Array.from({ length: 1000 }, (_, k) => sequence(999 - k, 299)));
    const mean = values.reduce((sum, value) => sum + value, 0) / 1000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 1000));
  });
});
