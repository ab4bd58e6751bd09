import { denseLayer, idealAccuracy } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { perceptronWeights } from "../src/perceptron.ts";

// Four corners of a square with a bias: two classes of one corner, one of two.
const data = {
  patterns: Float64Array.of(1, 1, 1, 1, -1, 1, -1, 1, 1, -1, -1, 1),
  labels: Int32Array.of(0, 1, 2, 2),
  count: 4,
};

describe("the averaged perceptron", () => {
  it("separates what can be separated", () => {
    expect(idealAccuracy([denseLayer(perceptronWeights(data, 3, 0, 60), 3)], data)).toBe(1);
  });

  it("keeps a distance relative to its largest weight when asked to", () => {
    const weights = perceptronWeights(data, 3, 0.5, 200);
    for (let output = 0; output < 3; output++) {
      const column = weights.filter((_, at) => at % 3 === output);
      const largest = Math.max(...column.map(Math.abs));
      for (let pattern = 0; pattern < 4; pattern++) {
        const sign = data.labels[pattern] === output ? 1 : -1;
        const net = column.reduce((sum, weight, k) => sum + weight * data.patterns[3 * pattern + k]!, 0);
        expect((sign * net) / largest).toBeGreaterThan(0.5);
      }
    }
  });

  it("stops after its epochs where nothing separates", () => {
    const same = { patterns: Float64Array.of(1, 1, 1, 1), labels: Int32Array.of(0, 1), count: 2 };
    expect(perceptronWeights(same, 2, 0, 3).every(Number.isFinite)).toBe(true);
  });
});
