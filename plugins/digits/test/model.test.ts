import { defaultsOf, idealAccuracy, randomAt } from "@neurofront/core";
import { NO_DEAD_ZONE, networkAccuracy, quantised } from "@neurofront/training";
import { describe, expect, it } from "vitest";
import { digits } from "../src/model.ts";

const defaults = defaultsOf(digits.parameters);
/** A training of a second. */
const small = { ...defaults, gridSide: 7, trainingPerDigit: 60, cleanPerDigit: 30, testPerDigit: 10, epochs: 20 };

describe("the digits workload", () => {
  it("judges on images that were not trained on, and on others that the seed draws", async () => {
    const one = await digits.prepare({ ...small, recipe: "ridge" }, 1);
    const two = await digits.prepare({ ...small, recipe: "ridge" }, 2);
    expect([one.clean.count, one.test.count]).toEqual([300, 100]);
    expect(one.clean).toEqual(two.clean);
    expect(one.test.patterns).not.toEqual(two.test.patterns);
    expect(one.layers).toEqual(two.layers);
    expect(one.quantities["idealAccuracy"]).toBe(idealAccuracy(one.layers, one.clean));
  });

  // Ten outputs must all be right; a single layer of 50 inputs does no better by far.
  it.each([
    ["hinge", 0.5],
    ["perceptron", 0.5],
    ["ridge", 0.35],
  ] as const)("reaches with %s at least %d", async (recipe, least) => {
    const { quantities } = await digits.prepare({ ...small, recipe }, 1);
    expect(quantities["idealAccuracy"]).toBeGreaterThan(least);
  });

  it("gains by training for the dead zone that the neurons have", async () => {
    const deadZone = { threshold: 1.5, rule: "hold" } as const;
    const accuracy = async (trainedFor: number) => {
      const { layers, clean } = await digits.prepare({ ...small, deadZone: trainedFor, margin: 1 }, 1);
      return networkAccuracy(layers, clean, deadZone, randomAt(1, "test"));
    };
    expect(await accuracy(1.5)).toBeGreaterThan((await accuracy(0)) + 0.05);
  });

  it("gains by rounding while it trains, on synapses of three levels", async () => {
    const accuracy = async (quantisation: "none" | "during") => {
      const { layers, clean } = await digits.prepare({ ...small, quantisation, levels: 3 }, 1);
      const rounded = layers.map((layer) => ({ ...layer, weights: quantised(layer.weights, layer.outputCount, 3) }));
      return networkAccuracy(rounded, clean, NO_DEAD_ZONE, randomAt(1, "test"));
    };
    expect(await accuracy("during")).toBeGreaterThan((await accuracy("none")) + 0.05);
  });

  it("wires kernels, a hidden layer and the outputs", async () => {
    const { layers } = await digits.prepare(
      { ...small, trainingPerDigit: 10, epochs: 2, kernels: 4, window: 3, stride: 2, hiddenNeurons: 12 },
      1,
    );
    expect(layers.map(({ inputCount, outputCount, positions }) => [inputCount, outputCount, positions])).toEqual([
      [10, 4, 9],
      [37, 12, 1],
      [13, 10, 1],
    ]);
  });
});
