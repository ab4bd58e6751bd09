import { neighbourhoods } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { keepConnected, nearConnections, trainConnected } from "../src/connections.ts";

describe("the connections of a near-neighbour array", () => {
  it.each([
    [25, 26, 5, 2],
    [16, 16, 4, 1],
    [40, 10, 5, 3],
    [24, 3, 24, 4],
  ])(
    "from %i sources to %i neurons on a grid %i wide are its neighbours of radius %i",
    (sources, neurons, width, radius) => {
      const inputCount = sources + 1;
      const near = neighbourhoods({ sourceCount: sources, inputCount, outputCount: neurons, gridWidth: width, radius });
      const connections = nearConnections({ inputCount, outputCount: neurons }, width, radius);
      for (const [neuron, neighbours] of near.entries())
        expect(
          Array.from({ length: inputCount }, (_, input) => input).filter(
            (input) => connections[input * neurons + neuron] === 1,
          ),
        ).toEqual(neighbours.map(({ input }) => input));
    },
  );

  it("alone keep what they have", () => {
    const values = Float64Array.of(1, -2, 3, 4);
    keepConnected(values, Uint8Array.of(1, 0, 0, 1));
    expect(values).toEqual(Float64Array.of(1, 0, 0, 4));
  });
});

describe("outputs that are trained on their connections", () => {
  it("see their own inputs, and their own patterns as the only class", async () => {
    const data = { patterns: Float64Array.of(1, 2, 3, 4, 5, 6), labels: Int32Array.of(1, 0), count: 2 };
    // Output 0 sees the inputs 0 and 2, output 1 the inputs 1 and 2.
    const connections = Uint8Array.of(1, 0, 0, 1, 1, 1);
    const seen: (readonly number[])[] = [];
    const found = await trainConnected(connections, data, 2, ({ patterns, labels }) => {
      seen.push([...patterns, ...labels]);
      return { weights: Float64Array.of(7, 8), unseparated: seen.length === 2 ? [0] : [] };
    });
    expect(seen).toEqual([
      [1, 3, 4, 6, 1, 0],
      [2, 3, 5, 6, 0, 1],
    ]);
    expect(found).toEqual({ weights: Float64Array.of(7, 0, 0, 7, 8, 8), unseparated: [1] });
  });
});
