import { median, resolutions, ridgeWeights } from "@neurofront/training";
import { denseLayer, idealAccuracy } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { LETTERS, letterPatterns } from "../src/letters.ts";

/** 25 pixels and the bias. */
const INPUT_COUNT = 26;

const letters = letterPatterns();
const count = LETTERS.length;

/** Ridge weights with the largest magnitude of the whole array at 1. */
function normalised(penalty: number): Float64Array {
  const weights = ridgeWeights(letters, count, penalty);
  const largest = Math.max(...weights.map(Math.abs));
  return weights.map((weight) => weight / largest);
}

/** For each letter and its own output, in percent. */
function ownResolutions(weights: Float64Array): number[] {
  const all = resolutions(weights, count, letters);
  return Array.from({ length: count }, (_, letter) => 100 * all[letter * count + letter]!);
}

/** Net current of the own output in units of Gmax V, and its part of the current of all devices in percent. */
function physical(weights: Float64Array, letter: number): { net: number; resolution: number } {
  const least = 1 / 30;
  let net = 0;
  let total = 0;
  for (let k = 0; k < INPUT_COUNT; k++) {
    const weight = weights[k * count + letter]!;
    const positive = least + (1 - least) * Math.max(weight, 0);
    const negative = least + (1 - least) * Math.max(-weight, 0);
    net += letters.patterns[letter * INPUT_COUNT + k]! * (positive - negative);
    total += positive + negative;
  }
  return { net, resolution: (100 * net) / total };
}

describe("ridge regression on the letters", () => {
  // Computed beforehand with an independent linear-algebra package; the tolerance is half of the last digit written.
  const weights = normalised(0.1);
  const own = ownResolutions(weights);

  it("gives the reference weights", () => {
    expect(weights[0]).toBeCloseTo(-0.260326, 6);
    expect(weights[(INPUT_COUNT - 1) * count]).toBeCloseTo(-0.307674, 6);
  });

  it("gives the reference resolutions of the right neuron", () => {
    expect(own[0]).toBeCloseTo(8.569, 3);
    // 12.2295 was written as 12.230: the last digit is rounded.
    expect(Math.abs(own[1]! - 12.23)).toBeLessThan(1e-3);
    expect(own[2]).toBeCloseTo(10.7, 3);
    expect(Math.min(...own)).toBeCloseTo(1.716, 3);
    expect(median(own)).toBeCloseTo(11.455, 3);
    expect(Math.max(...own)).toBeCloseTo(30.428, 3);
  });

  it("gives the reference currents with conductances of a ratio of 30", () => {
    const solved = Array.from({ length: count }, (_, letter) => physical(weights, letter));
    const net = solved.map((each) => each.net);
    expect(net[0]).toBeCloseTo(0.25187, 5);
    expect(net[1]).toBeCloseTo(0.45609, 5);
    expect(net[2]).toBeCloseTo(0.47702, 5);
    expect(Math.min(...net)).toBeCloseTo(0.0687, 4);
    expect(median(net)).toBeCloseTo(0.4866, 4);
    const resolution = solved.map((each) => each.resolution);
    expect(resolution[0]).toBeCloseTo(5.39, 2);
    expect(resolution[1]).toBeCloseTo(8.35, 2);
    expect(resolution[2]).toBeCloseTo(7.7, 2);
    expect(Math.min(...resolution)).toBeCloseTo(1.2, 2);
    expect(median(resolution)).toBeCloseTo(8.03, 2);
  });

  it("recognises all letters at 0.1, also by the largest output", () => {
    expect(idealAccuracy([denseLayer(weights, count)], letters)).toBe(1);
    for (let letter = 0; letter < count; letter++) {
      const nets = Array.from({ length: count }, (_, j) => {
        let net = 0;
        for (let k = 0; k < INPUT_COUNT; k++)
          net += letters.patterns[letter * INPUT_COUNT + k]! * weights[k * count + j]!;
        return net;
      });
      expect(nets.indexOf(Math.max(...nets))).toBe(letter);
    }
  });

  it("trades the smallest resolution against the penalty", () => {
    const weak = normalised(0.01);
    expect(Math.min(...ownResolutions(weak))).toBeCloseTo(2.67, 2);
    expect(median(ownResolutions(weak))).toBeCloseTo(9.68, 2);
    expect(idealAccuracy([denseLayer(weak, count)], letters)).toBe(1);
    expect(idealAccuracy([denseLayer(normalised(1), count)], letters)).toBe(25 / 26);
  });

  it("misses one letter with unipolar inputs", () => {
    const unipolar = { ...letters, patterns: letters.patterns.map((value) => (value + 1) / 2) };
    expect(idealAccuracy([denseLayer(ridgeWeights(unipolar, count, 0.1), count)], unipolar)).toBe(25 / 26);
  });
});
