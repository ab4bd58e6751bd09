import { randomAt } from "@neurofront/core";
import type { Dimension } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cross, mutate, vary } from "../../src/operators/variation.ts";
import { coordinateOf, partOf, snap } from "../../src/space.ts";

const settings = { crossoverProbability: 0.9, crossoverIndex: 15, mutatedCoordinates: 1, mutationIndex: 20 };
const counts = fc.integer({ min: 1, max: 50 });

describe("variation", () => {
  it("moves an integer by at least one, and stays in the middle of its part", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.nat(), (count, seed) => {
        const random = randomAt(seed);
        const dimension: Dimension = { kind: "integer", count };
        const part = random.integer(count);
        const mutant = mutate(dimension, coordinateOf(count, part), 20, random);
        expect(mutant).toBe(snap(dimension, mutant));
        expect(partOf(count, mutant)).not.toBe(part);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves the only value of an integer or a category alone", () => {
    for (const kind of ["integer", "category"] as const)
      expect(mutate({ kind, count: 1 }, 0.5, 20, randomAt(1))).toBe(0.5);
  });

  it("replaces a category by any other with equal chance", () => {
    const random = randomAt(1, "categories");
    const dimension: Dimension = { kind: "category", count: 4 };
    const times = [0, 0, 0, 0];
    const draws = 6000;
    for (let draw = 0; draw < draws; draw++) times[partOf(4, mutate(dimension, coordinateOf(4, 1), 20, random))]!++;
    expect(times[1]).toBe(0);
    // Four standard deviations of a binomial count of a third.
    for (const other of [0, 2, 3])
      expect(Math.abs(times[other]! - draws / 3)).toBeLessThan(4 * Math.sqrt((draws * 2) / 9));
  });

  it("crosses integers to whole values and never mixes categories", () => {
    fc.assert(
      fc.property(counts, fc.nat(), (count, seed) => {
        const random = randomAt(seed);
        const first = coordinateOf(count, random.integer(count));
        const second = coordinateOf(count, random.integer(count));
        expect(cross({ kind: "category", count }, first, second, 15, random)).toBe(second);
        const dimension: Dimension = { kind: "integer", count };
        const child = cross(dimension, first, second, 15, random);
        expect(child).toBe(snap(dimension, child));
      }),
      { numRuns: 500 },
    );
  });

  it("mutates as many coordinates as set, on average, and leaves the parents alone", () => {
    const dimensions: Dimension[] = Array.from({ length: 20 }, () => ({ kind: "real" }));
    const parent = new Float64Array(20).fill(0.5);
    const random = randomAt(1, "mutations");
    let changed = 0;
    const children = 2000;
    for (let child = 0; child < children; child++)
      changed += vary(dimensions, parent, parent, { ...settings, mutatedCoordinates: 3 }, random).filter(
        (value) => value !== 0.5,
      ).length;
    // Four standard deviations of a binomial count of 20 draws at 0.15.
    expect(Math.abs(changed / children - 3)).toBeLessThan(4 * Math.sqrt((20 * 0.15 * 0.85) / children));
    expect([...parent]).toStrictEqual(Array.from({ length: 20 }, () => 0.5));
  });
});
