import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { architectureParameters, isSingleLayer, layerShapes } from "../src/architecture.ts";

const none = defaultsOf(architectureParameters(3));
const picture = { rows: 6, columns: 6, channels: 1 };
const sizes = (architecture: typeof none) =>
  layerShapes(architecture, picture, 10).map(({ inputCount, outputCount, positions }) => [
    inputCount,
    outputCount,
    positions,
  ]);

describe("the layers of an architecture", () => {
  it.each([
    ["the outputs alone", {}, [[37, 10, 1]]],
    [
      "a hidden layer",
      { hiddenNeurons: 20 },
      [
        [37, 20, 1],
        [21, 10, 1],
      ],
    ],
    [
      "kernels",
      { kernels: 4, window: 3, stride: 1 },
      [
        [10, 4, 16],
        [65, 10, 1],
      ],
    ],
    [
      "kernels and a hidden layer",
      { kernels: 4, window: 2, stride: 2, hiddenNeurons: 8 },
      [
        [5, 4, 9],
        [37, 8, 1],
        [9, 10, 1],
      ],
    ],
  ])("are, with %s, %#", (_what, chosen, expected) => {
    expect(sizes({ ...none, ...chosen })).toEqual(expected);
  });

  it("are one by default", () => {
    expect(isSingleLayer(none)).toBe(true);
    expect(isSingleLayer({ ...none, kernels: 1 })).toBe(false);
    expect(isSingleLayer({ ...none, hiddenNeurons: 1 })).toBe(false);
  });
});
