import { describe, expect, it } from "vitest";
import { neighbourhoods } from "../src/neighbourhood.ts";

const square = { sourceCount: 16, inputCount: 17, outputCount: 16, gridWidth: 4, radius: 1 };

describe("neighbourhoods", () => {
  // Corner, edge and middle of a 4 x 4 grid, each with the bias.
  it.each([
    [0, [0, 1, 4, 5, 16]],
    [1, [0, 1, 2, 4, 5, 6, 16]],
    [5, [0, 1, 2, 4, 5, 6, 8, 9, 10, 16]],
  ])("of neuron %i on its source", (neuron, inputs) => {
    expect(neighbourhoods(square)[neuron]!.map(({ input }) => input)).toEqual(inputs);
  });

  it("are symmetric between sources and neurons that share the grid", () => {
    const near = neighbourhoods(square);
    const joined = (neuron: number, source: number) =>
      near[neuron]!.find(({ input }) => input === source)?.distance ?? -1;
    for (let a = 0; a < 16; a++) for (let b = 0; b < 16; b++) expect(joined(a, b)).toBe(joined(b, a));
  });

  it("spread other numbers of neurons over the same rectangle", () => {
    const four = neighbourhoods({ ...square, outputCount: 4 });
    // Centres at (0.5, 0.5), (2.5, 0.5), ...: the four sources around each, 1 from it, and the bias.
    expect(four.map((near) => near.map(({ input }) => input))).toEqual([
      [0, 1, 4, 5, 16],
      [2, 3, 6, 7, 16],
      [8, 9, 12, 13, 16],
      [10, 11, 14, 15, 16],
    ]);
    expect(four[0]!.map(({ distance }) => distance)).toEqual([1, 1, 1, 1, 0]);
  });

  // Between the places of the sources a neuron is less than half a spacing beyond the outermost ones.
  it.each([1, 7, 25, 26, 100])("of radius side - 1 hold all sources for %i neurons", (outputCount) => {
    const near = neighbourhoods({ sourceCount: 25, inputCount: 26, outputCount, gridWidth: 5, radius: 4 });
    expect(near.map((neighbours) => neighbours.length)).toEqual(Array.from({ length: outputCount }, () => 26));
  });
});
