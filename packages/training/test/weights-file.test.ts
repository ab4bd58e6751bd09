import { describe, expect, it } from "vitest";
import { denseShape } from "../src/layer-shape.ts";
import { layersFromFile } from "../src/weights-file.ts";

const json = (value: unknown) => ({ path: "w.json", bytes: new TextEncoder().encode(JSON.stringify(value)) });
const two = [denseShape(2, 2, false), denseShape(2, 1, true)];
const FIRST = [
  [1, 2],
  [3, 4],
];
const SECOND = [[5], [6], [7]];

describe("weights from JSON", () => {
  it("are a matrix for one layer, inputs x outputs", () => {
    const [layer] = layersFromFile(json(FIRST), [two[0]!]);
    expect([...layer!.weights]).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ["a list", [FIRST, SECOND]],
    ["an object with layers", { layers: [FIRST, SECOND] }],
  ])("are %s of matrices for several", (_what, value) => {
    expect(layersFromFile(json(value), two).map(({ weights }) => [...weights])).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7],
    ]);
  });

  it.each([
    ["text that is no JSON", { path: "w.json", bytes: new TextEncoder().encode("[[1, 2") }, "is not JSON"],
    ["bytes that are no text", { path: "w.json", bytes: Uint8Array.of(0xff, 0xfe) }, "is not JSON"],
    ["no matrix", json({ weights: 3 }), "holds no matrix"],
    ["rows of different lengths", json([[1, 2], [3]]), "holds no matrix"],
    ["words", json([["a", "b"]]), "holds no matrix"],
    ["one matrix too few", json(FIRST), "holds 1 matrix; the network has 2 layers"],
    [
      "another shape",
      json([FIRST, FIRST]),
      "of the shape (2, 2); layer 2 needs inputs x outputs = (3, 1), the bias last",
    ],
    [
      "a number too large for a double",
      { path: "w.json", bytes: new TextEncoder().encode("[[[1,2],[3,1e999]],[[5],[6],[7]]]") },
      "holds Infinity as weight 3 of layer 1",
    ],
    [
      "an output without weights",
      json([
        [
          [1, 0],
          [3, 0],
        ],
        SECOND,
      ]),
      "has no weight but 0 for output 1 of layer 1",
    ],
  ])("may not be %s", (_what, file, message) => {
    expect(() => layersFromFile(file, two)).toThrow(message);
  });
});

describe("weights of a file with a neighbourhood", () => {
  const connections = [Uint8Array.of(1, 0, 1, 1), Uint8Array.of(1, 1, 1)];
  const near = [
    [1, 0],
    [3, 4],
  ];

  it("are taken as they are where they fit", () => {
    const [layer] = layersFromFile(json([near, SECOND]), two, connections);
    expect(layer!.weights).toEqual(Float64Array.of(1, 0, 3, 4));
  });

  it("may not lead beyond it", () => {
    expect(() => layersFromFile(json([FIRST, SECOND]), two, connections)).toThrow(
      "has a weight between input 0 and output 1 of layer 1, beyond the neighbourhood",
    );
  });
});

describe("weights from NumPy", () => {
  it("say what is wrong with the file", () => {
    expect(() => layersFromFile({ path: "W.NPY", bytes: new Uint8Array(3) }, [two[0]!])).toThrow("is not a NumPy file");
  });
});
