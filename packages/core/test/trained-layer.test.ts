import { describe, expect, it } from "vitest";
import { activationCount, BIAS, decisionCount, denseLayer, gatherLevels, PADDING } from "../src/trained-layer.ts";
import type { TrainedLayer } from "../src/trained-layer.ts";

describe("a dense layer", () => {
  it("sees everything before it, and biases beyond", () => {
    const layer = denseLayer(new Float64Array(4 * 2), 2, 3, "unipolar");
    expect([layer.inputCount, layer.outputCount, layer.positions, layer.drive]).toStrictEqual([4, 2, 1, "unipolar"]);
    expect([...layer.gather]).toStrictEqual([0, 1, 2, BIAS]);
    expect([...denseLayer(new Float64Array(6), 2).gather]).toStrictEqual([0, 1, 2]);
    expect([activationCount(layer), decisionCount(layer)]).toStrictEqual([2, 2]);
  });
});

describe("a layer of two positions", () => {
  const layer: TrainedLayer = {
    ...denseLayer(new Float64Array(3 * 2), 2),
    positions: 2,
    gather: Int32Array.of(PADDING, 0, BIAS, 1, 2, BIAS),
  };

  it("gathers pattern by pattern, position by position", () => {
    const source = Float64Array.of(9, 9, 9, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
    const levels = new Float64Array(12);
    gatherLevels(layer, source, 3, 1, 2, levels);
    expect([...levels]).toStrictEqual([0, 0.1, 1, 0.2, 0.3, 1, 0, 0.4, 1, 0.5, 0.6, 1]);
    gatherLevels(layer, source, 3, 1, 1, levels, 0);
    expect([...levels.subarray(0, 6)]).toStrictEqual([0, 0.1, 0, 0.2, 0.3, 0]);
  });

  it("decides four times, and hands on two activations when its positions are joined", () => {
    expect([activationCount(layer), decisionCount(layer)]).toStrictEqual([4, 4]);
    const joined = { ...layer, pool: { groupCount: 1, members: Int32Array.of(0, 1) } };
    expect([activationCount(joined), decisionCount(joined)]).toStrictEqual([2, 4]);
  });
});
