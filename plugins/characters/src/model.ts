import { idealAccuracy } from "@neurofront/core";
import type { PreparedWorkload } from "@neurofront/core";
import { choice, defineWorkload, integer, quantity } from "@neurofront/plugin-kit";
import {
  SINGLE_LAYER_RECIPES,
  TRAINABLE,
  TRAINING_PARAMETERS,
  WEIGHTS_FILES,
  architectureParameters,
  median,
  resolutions,
  smallestResolutions,
  trainNetwork,
} from "@neurofront/training";
import { TEST_FACES, TRAINING_FACES } from "./font-faces.ts";
import { LETTERS, facePatterns, letterPatterns } from "./letters.ts";
import { noisyPatterns } from "./noisy-patterns.ts";

const architecture = architectureParameters(3);

/**
 * Recognition of 26 capital letters by one layer or several: side x side bipolar pixels and a bias on the inputs, one output for each
 * letter. A pattern counts as recognised when exactly the right output fires.
 */
export const characters = defineWorkload({
  id: "characters",
  title: "26 capital letters",
  trainable: ["gridSide", ...TRAINABLE, ...Object.keys(architecture)],
  files: WEIGHTS_FILES,
  parameters: {
    glyphs: choice({
      options: ["drawn", "fonts"],
      meaning:
        "which letters: one alphabet drawn on 5 x 5 pixels, or the capitals of twelve typefaces, tested on four others",
      source: { kind: "assumed", note: "The paper does not publish its feature vectors; these stand in for them." },
      default: "drawn",
    }),
    gridSide: integer({
      meaning: "zones on a side of the grid to which a letter is reduced; the inputs are its square and a bias",
      source: { kind: "paper", note: "25 inputs; figure 1f goes from 9 to 100.", reference: "sharad2013" },
      low: 3,
      high: 10,
      default: 5,
    }),
    recipe: choice({
      options: SINGLE_LAYER_RECIPES,
      meaning:
        "how the weights of a single layer are found (several are trained by the straight-through gradient): largest smallest resolution of each neuron (linear program), least current for a net current beyond dead zone and margin (linear program), ridge regression, averaged perceptron, or gradient descent on a squared hinge",
      source: {
        kind: "assumed",
        note: "The paper does not publish its training. The largest margin needs the least current for the same decision.",
        reference: "mangasarian1999",
      },
      default: "l1-max-margin",
    }),
    ...TRAINING_PARAMETERS,
    epochs: { ...TRAINING_PARAMETERS.epochs, high: 400 },
    ...architecture,
    kernels: { ...architecture.kernels, high: 16 },
    hiddenNeurons: { ...architecture.hiddenNeurons, high: 100 },
    flipProbability: quantity({
      unit: "1",
      meaning: "chance that a pixel of a test pattern is inverted; the bias is never",
      source: { kind: "assumed", note: "0.75 of the 25 pixels on average." },
      low: 0,
      high: 0.5,
      default: 0.03,
    }),
    samplesPerLetter: integer({
      meaning: "disturbed test patterns drawn for each letter, shared by the faces that are tested",
      source: { kind: "assumed", note: "1040 patterns: the standard error of an accuracy of 0.9 is 0.009." },
      low: 1,
      high: 1000,
      default: 40,
    }),
  },
  async prepare(design, seed, files): Promise<PreparedWorkload> {
    const outputCount = LETTERS.length;
    const side = design.gridSide;
    const isDrawn = design.glyphs === "drawn";
    const clean = isDrawn ? letterPatterns(side) : facePatterns(TRAINING_FACES, side);
    const unseen = isDrawn ? clean : facePatterns(TEST_FACES, side);
    const copies = Math.ceil((design.samplesPerLetter * LETTERS.length) / unseen.count);
    const picture = { rows: side, columns: side, channels: 1 };
    const { layers, unseparatedOutputs } = await trainNetwork(
      design.recipe,
      design,
      picture,
      clean,
      outputCount,
      design,
      seed,
      files,
    );
    const test = noisyPatterns(unseen, design.flipProbability, copies, seed);
    return {
      layers,
      clean,
      test,
      quantities: {
        inputCount: side * side + 1,
        outputCount,
        unseparatedOutputs,
        ...(layers.length === 1 ? resolutionOf(layers[0]!.weights, clean) : {}),
        idealAccuracy: idealAccuracy(layers, clean),
        idealTestAccuracy: idealAccuracy(layers, test),
      },
    };
  },
});

/** Smallest resolution of each output over the patterns: the least and the median over the outputs. */
function resolutionOf(weights: Float64Array, clean: PreparedWorkload["clean"]): Record<string, number> {
  const smallest = smallestResolutions(resolutions(weights, LETTERS.length, clean), LETTERS.length);
  return { smallestResolution: Math.min(...smallest), medianResolution: median(smallest) };
}
