import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { networkAccuracy } from "../src/accuracy.ts";
import { NO_DEAD_ZONE } from "../src/dead-zone.ts";
import { convolutionShape, denseShape } from "../src/layer-shape.ts";
import { quantised } from "../src/quantisation.ts";
import { trainStraightThrough } from "../src/straight-through.ts";
import type { StraightThroughSettings } from "../src/straight-through.ts";

const settings: StraightThroughSettings = {
  margin: 0.5,
  deadZone: NO_DEAD_ZONE,
  trainingSpread: 0,
  inputFlips: 0,
  levels: Infinity,
  epochs: 500,
};
const accuracyOf = (network: Parameters<typeof networkAccuracy>[0], data: typeof xor, deadZone = settings.deadZone) =>
  networkAccuracy(network, data, deadZone, randomAt(1, "test"));

// Exclusive or with a bias: beyond any single layer.
const xor = {
  patterns: Float64Array.of(1, 1, 1, 1, -1, 1, -1, 1, 1, -1, -1, 1),
  labels: Int32Array.of(0, 1, 1, 0),
  count: 4,
};

describe("the straight-through training", () => {
  it.each([
    ["bipolar", 0, "hold"],
    ["unipolar", 0, "hold"],
    ["bipolar", 0.4, "hold"],
    ["unipolar", 0.4, "preset"],
  ] as const)("learns exclusive or with %s hidden neurons and a dead zone of %d, %s", (drive, threshold, rule) => {
    const shapes = [denseShape(3, 8, false, drive), denseShape(8, 2, true)];
    const deadZone = { threshold, rule };
    const network = trainStraightThrough(shapes, xor, { ...settings, deadZone }, 1);
    expect(accuracyOf(network, xor, deadZone)).toBe(1);
  });

  it("does not learn exclusive or without a hidden layer", () => {
    expect(accuracyOf(trainStraightThrough([denseShape(3, 2, false)], xor, settings, 1), xor)).toBeLessThan(1);
  });

  it("is the same for the same address, and another for another", () => {
    const train = (seed: number) =>
      trainStraightThrough([denseShape(3, 4, false), denseShape(4, 2, true)], xor, settings, seed);
    expect(train(3)).toEqual(train(3));
    expect(train(3)).not.toEqual(train(4));
  });

  it("finds a bar anywhere in a picture by one kernel used at all places", () => {
    // 4 x 4 pictures with a vertical or a horizontal bar of two pixels at any of twelve places each.
    const pictures: number[][] = [];
    const labels: number[] = [];
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 4; column++)
        for (const [label, down, across] of [
          [0, 1, 0],
          [1, 0, 1],
        ] as const) {
          if (row + down > 3 || column + across > 3) continue;
          const picture = Array.from({ length: 16 }, () => -1);
          picture[4 * row + column] = 1;
          picture[4 * (row + down) + column + across] = 1;
          pictures.push([...picture, 1]);
          labels.push(label);
        }
    const data = {
      patterns: Float64Array.from(pictures.flat()),
      labels: Int32Array.from(labels),
      count: labels.length,
    };
    const { shape } = convolutionShape({ rows: 4, columns: 4, channels: 1 }, 8, 2, 1, "bipolar");
    const shapes = [shape, denseShape(shape.positions * 8, 2, true)];
    expect(accuracyOf(trainStraightThrough(shapes, data, settings, 1), data)).toBe(1);
  });

  it("rounds in the forward pass: two levels are enough where they are trained for", () => {
    const shapes = [denseShape(3, 16, false), denseShape(16, 2, true)];
    const trained = trainStraightThrough(shapes, xor, { ...settings, levels: 2 }, 1);
    const mapped = trained.map((layer) => ({ ...layer, weights: quantised(layer.weights, layer.outputCount, 2) }));
    expect(accuracyOf(mapped, xor)).toBe(1);
  });
});
