import { describe, expect, it } from "vitest";
import { idealAccuracy, idealDecisions, levelsOf, pooledDecisions } from "../src/ideal-network.ts";
import { BIAS, denseLayer } from "../src/trained-layer.ts";
import type { TrainedLayer } from "../src/trained-layer.ts";

const data = (rows: readonly (readonly number[])[], labels: readonly number[]) => ({
  patterns: Float64Array.from(rows.flat()),
  labels: Int32Array.from(labels),
  count: rows.length,
});

describe("exclusive or", () => {
  // Hidden OR and NAND; the output is their AND, and its contrary.
  const inputs = [
    [-1, -1],
    [-1, 1],
    [1, -1],
    [1, 1],
  ];
  it.each([
    ["bipolar", [1, -1, 1, -1, -1, 1]],
    ["unipolar", [1, -1, 1, -1, -1.5, 1.5]],
  ] as const)("of %s hidden neurons", (drive, last) => {
    const layers = [
      denseLayer(Float64Array.of(1, -1, 1, -1, 1, 1), 2, 2, drive),
      denseLayer(Float64Array.from(last), 2, 2),
    ];
    const set = data(inputs, [1, 0, 0, 1]);
    const [hidden, outputs] = idealDecisions(layers, set);
    expect([...hidden!]).toStrictEqual([0, 1, 1, 1, 1, 1, 1, 0]);
    expect([...outputs!]).toStrictEqual([0, 1, 1, 0, 1, 0, 0, 1]);
    expect(idealAccuracy(layers, set)).toBe(1);
    expect(idealAccuracy(layers, { ...set, labels: Int32Array.of(1, 1, 0, 1) })).toBe(0.75);
  });

  it("a sum of zero is silent, and two outputs that fire are not one", () => {
    const both = [denseLayer(Float64Array.of(1, 1), 2)];
    expect(idealAccuracy(both, data([[1]], [0]))).toBe(0);
    expect([...idealDecisions(both, data([[0]], [0]))[0]!]).toStrictEqual([0, 0]);
  });
});

describe("an edge at any of three positions", () => {
  // Fires where a pixel is on and its right neighbour is off.
  const edge: TrainedLayer = {
    inputCount: 3,
    outputCount: 1,
    weights: Float64Array.of(1, -1, -1),
    positions: 3,
    gather: Int32Array.of(0, 1, BIAS, 1, 2, BIAS, 2, 3, BIAS),
    drive: "unipolar",
    pool: { groupCount: 2, members: Int32Array.of(0, 1, 2, -1) },
  };

  it("is joined by OR, and read by the next layer", () => {
    const set = data(
      [
        [1, -1, -1, -1],
        [-1, -1, 1, -1],
        [1, 1, 1, 1],
      ],
      [0, 1, 0],
    );
    const [fires] = idealDecisions([edge], set);
    expect([...fires!]).toStrictEqual([1, 0, 0, 0, 0, 1, 0, 0, 0]);
    const pooled = pooledDecisions(edge, fires!, 3);
    expect([...pooled]).toStrictEqual([1, 0, 0, 1, 0, 0]);
    expect([...levelsOf(edge, pooled)]).toStrictEqual([1, 0, 0, 1, 0, 0]);
    expect([...levelsOf({ drive: "bipolar" }, pooled)]).toStrictEqual([1, -1, -1, 1, -1, -1]);
    // As the last layer, its groups are the outputs.
    expect(idealAccuracy([edge], set)).toBeCloseTo(2 / 3, 14);
  });
});
