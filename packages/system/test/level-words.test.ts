import { denseLayer, randomAt } from "@neurofront/core";
import type { LabelledPatterns, TrainedLayer } from "@neurofront/core";
import { multiplyInto } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWords, levelWords, wordCurrents } from "../src/level-words.ts";
import { smallConvolution } from "./small-networks.ts";

const layerOf = (inputCount: number, outputCount: number): TrainedLayer =>
  denseLayer(new Float64Array(inputCount * outputCount), outputCount);

function patternsOf(seed: number, count: number, width: number, levels: readonly number[]): LabelledPatterns {
  const random = randomAt(seed, "words");
  return {
    patterns: Float64Array.from({ length: count * width }, () => levels[random.integer(levels.length)]!),
    labels: new Int32Array(count),
    count,
  };
}

describe("levels as words", () => {
  it("bring the currents of the plain product", () => {
    const size = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(
        fc.integer(),
        size,
        size,
        fc.constantFrom([-1, 1], [0, 1], [-1, 0, 1]),
        (seed, inputs, outputs, levels) => {
          const [first, second] = [patternsOf(seed, 150, inputs, levels), patternsOf(seed + 1, 57, inputs, levels)];
          const words = levelWords(layerOf(inputs, outputs), [first, second]);
          if (words === undefined) return;
          const random = randomAt(seed, "matrix");
          const matrix = Float64Array.from({ length: inputs * outputs }, () => random.normal());
          const expected = new Float64Array(57 * outputs);
          multiplyInto(expected, second.patterns, 57, matrix, inputs, outputs);
          const currents = new Float64Array(words.wordCount * outputs);
          wordCurrents(words, matrix, outputs, currents);
          const found = new Float64Array(57 * outputs);
          addWords(words, currents, outputs, 150, 57, found);
          // Thirty terms of one, added in another order.
          for (const [index, sum] of expected.entries()) expect(Math.abs(found[index]! - sum)).toBeLessThan(1e-13);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are few where inputs are binary: 26 inputs of 200 rows take seven sums a row", () => {
    const words = levelWords(layerOf(26, 26), [patternsOf(1, 200, 26, [-1, 1])])!;
    expect(words.groups.length).toBe(7);
    expect(words.groups.reduce((sum, { inputCount }) => sum + inputCount, 0)).toBe(26);
    expect(words.wordCount).toBeLessThan(200);
  });

  it("gather what a window sees, with its bias and padding", () => {
    const { layers, clean, test } = smallConvolution();
    const words = levelWords(layers[0]!, [clean, test])!;
    expect(words.words).toHaveLength((clean.count + test.count) * 16 * words.groups.length);
  });

  it.each([
    ["inputs of many levels", patternsOf(1, 200, 20, [0, 0.1, 0.2, 0.3, 0.4])],
    ["a handful of rows that all differ", patternsOf(1, 3, 20, [-1, 1])],
  ])("are not used for %s", (_case, data) => {
    expect(levelWords(layerOf(20, 4), [data])).toBeUndefined();
  });
});
