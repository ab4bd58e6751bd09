import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterPatterns } from "../src/letters.ts";
import { noisyPatterns } from "../src/noisy-patterns.ts";

/** 25 pixels and the bias. */
const INPUT_COUNT = 26;

const letters = letterPatterns();
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const chances = fc.double({ min: 0, max: 0.5, noNaN: true });

/** Which inputs of the copies differ from their letter. */
function flips(flipProbability: number, samples: number, seed: number): boolean[] {
  const noisy = noisyPatterns(letters, flipProbability, samples, seed);
  return Array.from(noisy.patterns, (value, at) => {
    const label = noisy.labels[Math.floor(at / INPUT_COUNT)]!;
    return value !== letters.patterns[label * INPUT_COUNT + (at % INPUT_COUNT)]!;
  });
}

describe("noisy patterns", () => {
  it("never flip the bias", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const flipped = flips(0.5, 2, seed);
        expect(flipped.filter((_, at) => at % INPUT_COUNT === INPUT_COUNT - 1)).not.toContain(true);
      }),
      { numRuns: 20 },
    );
  });

  it("flip more where the chance is larger, never other pixels instead", () => {
    fc.assert(
      fc.property(seeds, chances, chances, (seed, a, b) => {
        const fewer = flips(Math.min(a, b), 2, seed);
        const more = flips(Math.max(a, b), 2, seed);
        expect(fewer.every((isFlipped, at) => !isFlipped || more[at])).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("keep earlier samples when more are drawn", () => {
    const few = noisyPatterns(letters, 0.1, 3, 7);
    const many = noisyPatterns(letters, 0.1, 5, 7);
    const of = (set: typeof few, letter: number, samples: number) =>
      set.patterns.subarray(letter * samples * INPUT_COUNT, (letter * samples + 3) * INPUT_COUNT);
    for (let letter = 0; letter < letters.count; letter++)
      expect(of(many, letter, 5)).toStrictEqual(of(few, letter, 3));
  });

  it("flip the stated part of the pixels", () => {
    const flipped = flips(0.03, 40, 1).filter(Boolean).length;
    const pixels = 26 * 40 * 25;
    // Four standard deviations of the binomial count.
    expect(Math.abs(flipped - 0.03 * pixels)).toBeLessThan(4 * Math.sqrt(pixels * 0.03 * 0.97));
  });

  it("follow the seed and nothing else", () => {
    expect(noisyPatterns(letters, 0.03, 4, 1)).toStrictEqual(noisyPatterns(letters, 0.03, 4, 1));
    expect(noisyPatterns(letters, 0.03, 4, 1)).not.toStrictEqual(noisyPatterns(letters, 0.03, 4, 2));
    expect(noisyPatterns(letters, 0, 1, 1).patterns).toStrictEqual(letters.patterns);
  });
});
