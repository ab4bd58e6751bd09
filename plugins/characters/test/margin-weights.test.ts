import { maxMarginWeights, median, resolutions, smallestResolutions } from "@neurofront/training";
import { denseLayer, idealAccuracy } from "@neurofront/core";
import { beforeAll, describe, expect, it } from "vitest";
import { LETTERS, letterPatterns } from "../src/letters.ts";

/** 25 pixels and the bias. */
const INPUT_COUNT = 26;

const letters = letterPatterns();
const count = LETTERS.length;

describe("the largest L1 margin on the letters", () => {
  let weights: Float64Array;
  beforeAll(async () => {
    weights = (await maxMarginWeights(letters, count)).weights;
  });

  // Computed beforehand with another build of the solver, to three digits.
  const REFERENCE_PERCENT = [
    33.3, 20.0, 25.0, 25.0, 21.7, 23.1, 33.3, 33.3, 33.3, 41.2, 50.0, 33.3, 33.3, 33.3, 25.0, 20.0, 31.6, 33.3, 38.5,
    33.3, 26.3, 33.3, 33.3, 33.3, 33.3, 33.3,
  ];

  it("gives the reference margins", () => {
    const smallest = smallestResolutions(resolutions(weights, count, letters), count);
    for (let letter = 0; letter < count; letter++)
      expect(Math.abs(100 * smallest[letter]! - REFERENCE_PERCENT[letter]!), LETTERS[letter]).toBeLessThan(0.05);
    expect(Math.min(...smallest)).toBeCloseTo(1 / 5, 9);
    expect(median(smallest)).toBeCloseTo(1 / 3, 9);
    expect(idealAccuracy([denseLayer(weights, count)], letters)).toBe(1);
  });

  it("has columns of unit L1 norm", () => {
    for (let output = 0; output < count; output++) {
      let norm = 0;
      for (let k = 0; k < INPUT_COUNT; k++) norm += Math.abs(weights[k * count + output]!);
      expect(norm).toBeCloseTo(1, 9);
    }
  });

  it("is unique: the order of patterns and pixels, and with it the path of the solver, leaves the weights alone", async () => {
    const order = Array.from({ length: INPUT_COUNT }, (_, k) => (7 * k + 3) % INPUT_COUNT);
    const patterns = new Float64Array(letters.patterns.length);
    const labels = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const source = count - 1 - i;
      labels[i] = letters.labels[source]!;
      for (let k = 0; k < INPUT_COUNT; k++)
        patterns[i * INPUT_COUNT + k] = letters.patterns[source * INPUT_COUNT + order[k]!]!;
    }
    const { weights: shuffled } = await maxMarginWeights({ patterns, labels, count }, count);
    let largest = 0;
    for (let k = 0; k < INPUT_COUNT; k++)
      for (let j = 0; j < count; j++)
        largest = Math.max(largest, Math.abs(shuffled[k * count + j]! - weights[order[k]! * count + j]!));
    // Both solutions carry the rounding of their own path; 9e-15 was measured, weights are of the order of 0.1.
    expect(largest).toBeLessThan(1e-9);
  });
});
