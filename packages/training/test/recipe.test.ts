import { defaultsOf, idealAccuracy } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { architectureParameters } from "../src/architecture.ts";
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

  it("names parameters that exist", () => {
    for (const name of TRAINABLE) expect(name === "recipe" || Object.hasOwn(TRAINING_PARAMETERS, name)).toBe(true);
  });
});
