import fc from "fast-check";
import { denseLayer, idealAccuracy } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { scaleColumns } from "../src/column-scaling.ts";
import { median, resolutions, smallestResolutions } from "../src/resolution.ts";

// Two patterns of two inputs, one output each; columns (3, 1) and (-1, 1).
const data = { patterns: Float64Array.of(1, 1, -1, 1), labels: Int32Array.of(0, 1), count: 2 };
const weights = Float64Array.of(3, -1, 1, 1);

describe("resolution", () => {
  it("is the net part of the total, positive where an ideal neuron is right", () => {
    // Net inputs: pattern 0 gives 4 of 4 and 0 of 2; pattern 1 gives -2 of 4 and 2 of 2.
    expect([...resolutions(weights, 2, data)]).toStrictEqual([1, -0, 0.5, 1]);
    expect([...smallestResolutions(resolutions(weights, 2, data), 2)]).toStrictEqual([0.5, -0]);
  });

  it("does not care about the scale of a column", () => {
    const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const scaled = weights.map((weight, at) => weight * (at % 2 === 0 ? a : b));
        const before = resolutions(weights, 2, data);
        for (const [at, value] of resolutions(scaled, 2, data).entries()) expect(value).toBeCloseTo(before[at]!, 12);
        scaleColumns(scaled, 2);
        expect(scaled[0]).toBe(1);
        expect(Math.max(Math.abs(scaled[1]!), Math.abs(scaled[3]!))).toBe(1);
      }),
    );
  });

  it("counts a pattern only when exactly the right output fires; zero does not fire", () => {
    expect(idealAccuracy([denseLayer(weights, 2)], data)).toBe(1);
    expect(idealAccuracy([denseLayer(Float64Array.of(3, -1, 1, 1.1), 2)], data)).toBe(0.5);
    expect(idealAccuracy([denseLayer(Float64Array.of(1, -1, -1, 1), 2)], data)).toBe(0.5);
  });

  it("refuses to scale an output without weights", () => {
    expect(() => scaleColumns(Float64Array.of(1, 0, 1, 0), 2)).toThrow("output 1 has no weight");
  });
});

describe("median", () => {
  it("is the middle one or the mean of the two middle ones", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});
