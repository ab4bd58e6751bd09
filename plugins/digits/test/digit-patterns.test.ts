import { describe, expect, it } from "vitest";
import { consecutivePatterns, drawnPatterns } from "../src/digit-patterns.ts";
import type { Encoding } from "../src/digit-patterns.ts";

const binary: Encoding = { gridSide: 5, inputs: "binary", inkThreshold: 0.3 };
/** Two classes of six images; image k of class c is evenly (6 c + k) / 20 dark. */
const images = [0, 1].map((label) =>
  Array.from({ length: 6 }, (_, k) => new Float64Array(784).fill((6 * label + k) / 20)),
);

describe("patterns of images", () => {
  it("are levels of the zones and a bias, class by class", () => {
    const { patterns, labels, count } = consecutivePatterns(images, 1, 2, { ...binary, inputs: "grey" });
    expect([count, patterns.length]).toEqual([4, 4 * 26]);
    expect([...labels]).toEqual([0, 0, 1, 1]);
    for (const [at, share] of [1, 2, 7, 8].entries()) {
      expect(patterns[at * 26]).toBeCloseTo(share / 10 - 1, 12);
      expect(patterns[at * 26 + 25]).toBe(1);
    }
  });

  it("are ink above the threshold", () => {
    const { patterns } = consecutivePatterns(images, 0, 3, binary);
    expect([0, 1, 2, 3, 4, 5].map((at) => patterns[at * 26])).toEqual([-1, -1, -1, -1, 1, 1]);
  });

  it("are drawn without replacement from the rest, and more begin with the fewer", () => {
    const grey = { ...binary, inputs: "grey" } as const;
    const few = drawnPatterns(images, 2, 2, grey, 1);
    const all = drawnPatterns(images, 2, 4, grey, 1);
    const shades = (set: typeof all, from: number, count: number) =>
      Array.from({ length: count }, (_, k) => Math.round(10 * (set.patterns[(from + k) * 26]! + 1)));
    expect(shades(all, 0, 4).toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5]);
    expect(shades(all, 4, 4).toSorted((a, b) => a - b)).toEqual([8, 9, 10, 11]);
    expect(shades(all, 0, 2)).toEqual(shades(few, 0, 2));
    expect(drawnPatterns(images, 2, 4, grey, 2).patterns).not.toEqual(all.patterns);
  });
});
