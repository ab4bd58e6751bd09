import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { hypervolume } from "../src/hypervolume.ts";
import { sampledHypervolume } from "../src/sampled-hypervolume.ts";

describe("hypervolume by samples", () => {
  it.each([2, 3, 4])("of %i objectives holds the exact one in nearly all of its intervals", (width) => {
    const random = randomAt("sampled", width);
    const points = Array.from({ length: 40 }, () => Array.from({ length: width }, () => random.uniform()));
    const reference = Array.from({ length: width }, () => 1);
    const exact = hypervolume(points, reference);
    let held = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { low, volume, high } = sampledHypervolume(points, reference, 1000, seed);
      expect(low <= volume && volume <= high).toBe(true);
      if (low <= exact && exact <= high) held++;
    }
    // 95 of 100 are expected, with a standard deviation of 2.2.
    expect(held).toBeGreaterThanOrEqual(87);
  });

  it("of six objectives and one point is the box above it", () => {
    const { volume, low } = sampledHypervolume([[0, 0, 0, 0, 0, 0]], [1, 1, 1, 1, 1, 2], 1000, 1);
    expect(volume).toBe(2);
    expect(low).toBeGreaterThan(1.98);
  });

  it("is the same for the same seed, and 0 where nothing lies below the reference", () => {
    const points = [
      [0.2, 0.5],
      [0.5, 0.2],
    ];
    expect(sampledHypervolume(points, [1, 1], 500, 3)).toStrictEqual(sampledHypervolume(points, [1, 1], 500, 3));
    expect(sampledHypervolume([[2, 2]], [1, 1], 500, 3)).toStrictEqual({ volume: 0, low: 0, high: 0 });
  });
});
