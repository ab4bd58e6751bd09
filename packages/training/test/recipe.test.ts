import { defaultsOf, idealAccuracy } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { architectureParameters } from "../src/architecture.ts";
import { nearConnections } from "../src/connections.ts";
import { SINGLE_LAYER_RECIPES, trainNetwork } from "../src/recipe.ts";
import { TRAINABLE, TRAINING_PARAMETERS } from "../src/training-parameters.ts";

const design = defaultsOf(TRAINING_PARAMETERS);
const none = defaultsOf(architectureParameters(3));
// Corners of a square with a bias; the last two share a class.
const data = {
  patterns: Float64Array.of(1, 1, 1, 1, -1, 1, -1, 1, 1, -1, -1, 1),
  labels: Int32Array.of(0, 1, 2, 2),
  count: 4,
};
const picture = { rows: 1, columns: 2, channels: 1 };
const train = (recipe: (typeof SINGLE_LAYER_RECIPES)[number], chosen = {}, of = data) =>
  trainNetwork(recipe, none, picture, of, 3, { ...design, ...chosen }, 1);

// Classes told by the pixel at each end of a line of five with a bias; a neighbourhood of 1 reaches two places from the second neuron.
const line = {
  patterns: Float64Array.of(1, 1, -1, -1, -1, 1, -1, -1, 1, -1, -1, 1, -1, -1, -1, 1, 1, 1),
  labels: Int32Array.of(0, 1, 2),
  count: 3,
};

describe("a recipe", () => {
  it.each(SINGLE_LAYER_RECIPES)("%s separates, and its columns are scaled", async (recipe) => {
    const { layers, unseparatedOutputs } = await train(recipe);
    expect(idealAccuracy(layers, data)).toBe(1);
    expect(unseparatedOutputs).toBe(0);
    for (let output = 0; output < 3; output++)
      expect(Math.max(...layers[0]!.weights.filter((_, at) => at % 3 === output).map(Math.abs))).toBeCloseTo(1, 12);
  });

  it.each(["l1-max-margin", "least-current"] as const)(
    "%s falls back to the hinge where nothing separates",
    async (recipe) => {
      const xor = { ...data, labels: Int32Array.of(0, 1, 1, 0) };
      const { layers, unseparatedOutputs } = await train(recipe, {}, xor);
      // The third output is never wanted, which a bias alone can tell.
      expect(unseparatedOutputs).toBe(2);
      expect(layers[0]!.weights.every(Number.isFinite)).toBe(true);
    },
  );

  it.each(["after", "during"] as const)(
    "leaves only levels of the synapse when rounding is asked for %s",
    async (quantisation) => {
      const { layers } = await train("hinge", { quantisation, levels: 3 });
      expect(layers[0]!.weights.every((weight) => [0, 0.5, 1].includes(Math.abs(weight)))).toBe(true);
    },
  );

  it.each(SINGLE_LAYER_RECIPES)("%s has weights in the neighbourhood alone, and separates by them", async (recipe) => {
    const wide = { rows: 1, columns: 5, channels: 1 };
    const chosen = { ...design, neighbourhood: 1 };
    const { layers } = await trainNetwork(recipe, none, wide, line, 3, chosen, 1);
    const connections = nearConnections({ inputCount: 6, outputCount: 3 }, 5, 1);
    const outside = layers[0]!.weights.filter((_, at) => connections[at] === 0);
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.every((weight) => weight === 0)).toBe(true);
    expect(idealAccuracy(layers, line)).toBe(1);
  });

  // Outputs do not depend on each other in these; a neighbourhood that reaches everything changes nothing but rounding.
  it.each(["ridge", "perceptron", "l1-max-margin", "least-current"] as const)(
    "%s is the same with a neighbourhood of everything",
    async (recipe) => {
      const dense = await train(recipe);
      const near = await train(recipe, { neighbourhood: 32 });
      for (const [at, weight] of near.layers[0]!.weights.entries())
        expect(weight).toBeCloseTo(dense.layers[0]!.weights[at]!, 12);
    },
  );

  it("of several layers has weights in the neighbourhood alone in each of them", async () => {
    const architecture = { ...none, hiddenNeurons: 8 };
    const wide = { rows: 1, columns: 5, channels: 1 };
    const chosen = { ...design, neighbourhood: 1, quantisation: "during", trainingSpread: 0.1 } as const;
    const { layers } = await trainNetwork("hinge", architecture, wide, line, 3, chosen, 1);
    expect(layers).toHaveLength(2);
    for (const layer of layers) {
      const connections = nearConnections(layer, 5, 1);
      const outside = layer.weights.filter((_, at) => connections[at] === 0);
      expect(outside.length).toBeGreaterThan(0);
      expect(outside.every((weight) => weight === 0)).toBe(true);
    }
  });

  it("names parameters that exist", () => {
    for (const name of TRAINABLE) expect(name === "recipe" || Object.hasOwn(TRAINING_PARAMETERS, name)).toBe(true);
  });
});
