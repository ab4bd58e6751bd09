import { idealAccuracy, randomAt } from "@neurofront/core";
import type { PreparedWorkload } from "@neurofront/core";
import { choice, defineWorkload, integer, quantity } from "@neurofront/plugin-kit";
import {
  SINGLE_LAYER_RECIPES,
  TRAINABLE,
  TRAINING_PARAMETERS,
  WEIGHTS_FILES,
  architectureParameters,
  trainNetwork,
} from "@neurofront/training";
import { analogueCode, encodedFlowers, thermometerCode } from "./feature-code.ts";
import { FEATURES, SPECIES, flowers } from "./flowers.ts";
import type { Flower } from "./flowers.ts";

const { hiddenNeurons, hiddenDrive } = architectureParameters(2);

/** Three species of iris told from four lengths, in a thermometer code of bipolar inputs or as analogue levels. */
export const iris = defineWorkload({
  id: "iris",
  title: "Three species of iris from four lengths",
  trainable: ["encoding", "bitsPerFeature", ...TRAINABLE, "hiddenNeurons", "hiddenDrive"],
  files: WEIGHTS_FILES,
  parameters: {
    encoding: choice({
      options: ["thermometer", "analogue"],
      meaning: "how a length becomes inputs: bits at even quantiles of the training flowers, or one analogue level",
      source: { kind: "assumed", note: "Bits need no converters, and tell species apart that no line separates." },
      default: "thermometer",
    }),
    bitsPerFeature: integer({
      meaning: "bits of the thermometer code of each of the four lengths",
      source: { kind: "assumed", note: "Six bits separate all training flowers but two; 24 inputs and a bias." },
      low: 1,
      high: 24,
      default: 6,
    }),
    measurementSpread_m: quantity({
      unit: "m",
      meaning: "standard deviation of the error of a length of a test flower",
      source: { kind: "assumed", note: "The lengths are given to a millimetre." },
      low: 0,
      high: 0.01,
      default: 0.001,
    }),
    samplesPerFlower: integer({
      meaning: "disturbed copies of each of the 50 flowers that are not trained on",
      source: { kind: "assumed", note: "500 test patterns." },
      low: 1,
      high: 100,
      default: 10,
    }),
    recipe: choice({
      options: SINGLE_LAYER_RECIPES,
      meaning:
        "how the weights of a single layer are found: largest smallest resolution of each neuron (linear program), least current for a net current beyond dead zone and margin (linear program), ridge regression, averaged perceptron, or gradient descent on a squared hinge; several layers are trained by the straight-through gradient",
      source: { kind: "assumed", note: "The flowers overlap, so that an exact separation is not always there." },
      default: "hinge",
    }),
    ...TRAINING_PARAMETERS,
    epochs: { ...TRAINING_PARAMETERS.epochs, high: 500 },
    hiddenNeurons: { ...hiddenNeurons, high: 64 },
    hiddenDrive,
  },
  async prepare(design, seed, files): Promise<PreparedWorkload> {
    const { training, unseen } = flowers();
    const code =
      design.encoding === "thermometer" ? thermometerCode(training, design.bitsPerFeature) : analogueCode(training);
    const clean = encodedFlowers(training, code);
    const test = encodedFlowers(
      unseen.flatMap((flower, index) =>
        Array.from({ length: design.samplesPerFlower }, (_, sample) =>
          measuredAgain(flower, design.measurementSpread_m, seed, index, sample),
        ),
      ),
      code,
    );
    const { layers, unseparatedOutputs } = await trainNetwork(
      design.recipe,
      { ...design, kernels: 0, window: 1, stride: 1 },
      { rows: 1, columns: FEATURES * code.levelsPerFeature, channels: 1 },
      clean,
      SPECIES,
      design,
      seed,
      files,
    );
    return {
      layers,
      clean,
      test,
      quantities: {
        inputCount: FEATURES * code.levelsPerFeature + 1,
        outputCount: SPECIES,
        unseparatedOutputs,
        idealAccuracy: idealAccuracy(layers, clean),
        idealUnseenAccuracy: idealAccuracy(layers, encodedFlowers(unseen, code)),
        idealTestAccuracy: idealAccuracy(layers, test),
      },
    };
  },
});

/** Addressed by flower and number, so that more copies leave the earlier ones alone. */
function measuredAgain(flower: Flower, spread_m: number, seed: number, index: number, sample: number): Flower {
  const random = randomAt(seed, "iris", "measurement", index, sample);
  return { ...flower, lengths_m: flower.lengths_m.map((length_m) => length_m + spread_m * random.normal()) };
}
