import { idealAccuracy } from "@neurofront/core";
import type { PreparedWorkload } from "@neurofront/core";
import { choice, defineWorkload, integer, quantity } from "@neurofront/plugin-kit";
import {
  TRAINABLE,
  TRAINING_PARAMETERS,
  WEIGHTS_FILES,
  architectureParameters,
  trainNetwork,
} from "@neurofront/training";
import { consecutivePatterns, drawnPatterns } from "./digit-patterns.ts";
import { DIGITS, digitImages } from "./images.ts";

const architecture = architectureParameters(5);

/**
 * Handwritten digits on a grid of zones, recognised by one layer, a hidden layer, or kernels and dense layers. Accuracy is
 * that on images the network was not trained on.
 */
export const digits = defineWorkload({
  id: "digits",
  title: "Handwritten digits",
  trainable: ["gridSide", "inputs", "inkThreshold", ...TRAINABLE, ...Object.keys(architecture)],
  files: WEIGHTS_FILES,
  parameters: {
    gridSide: integer({
      meaning: "zones on a side of the grid to which an image of 28 x 28 pixels is reduced",
      source: { kind: "assumed", note: "100 zones: the largest number of inputs of the reference paper's figure 1f." },
      low: 5,
      high: 14,
      default: 10,
    }),
    inputs: choice({
      options: ["binary", "grey"],
      meaning: "levels of the inputs: ink or paper, or the mean of the zone",
      source: { kind: "assumed", note: "Binary levels need no converters." },
      default: "binary",
    }),
    inkThreshold: quantity({
      unit: "1",
      meaning: "mean above which a zone is ink; used with binary inputs",
      source: { kind: "assumed", note: "Thin strokes cover a third of a zone of three pixels." },
      low: 0.05,
      high: 0.95,
      default: 0.3,
    }),
    trainingPerDigit: integer({
      meaning: "training images of each digit, the first ones of the set",
      source: { kind: "assumed", note: "A training of a second." },
      low: 10,
      high: 300,
      default: 200,
    }),
    cleanPerDigit: integer({
      meaning: "images of each digit by which the accuracy is judged, those after the training images",
      source: { kind: "assumed", note: "500 images: the standard error of an accuracy of 0.8 is 0.018." },
      low: 10,
      high: 200,
      default: 50,
    }),
    testPerDigit: integer({
      meaning: "further images of each digit, drawn from the rest by the seed",
      source: { kind: "assumed", note: "As many as judge the accuracy." },
      low: 10,
      high: 200,
      default: 50,
    }),
    recipe: choice({
      options: ["hinge", "perceptron", "ridge"],
      meaning:
        "how the weights of a single layer are found: gradient descent on a squared hinge, averaged perceptron, or ridge regression; several layers are trained by the straight-through gradient",
      source: {
        kind: "assumed",
        note: "The linear programs of the largest margin take minutes on thousands of images.",
      },
      default: "hinge",
    }),
    ...TRAINING_PARAMETERS,
    margin: { ...TRAINING_PARAMETERS.margin, default: 2 },
    epochs: { ...TRAINING_PARAMETERS.epochs, high: 40, default: 15 },
    ...architecture,
    kernels: { ...architecture.kernels, high: 16 },
    hiddenNeurons: { ...architecture.hiddenNeurons, high: 64 },
  },
  async prepare(design, seed, files): Promise<PreparedWorkload> {
    const images = await digitImages();
    const { gridSide, trainingPerDigit, cleanPerDigit, testPerDigit } = design;
    const training = consecutivePatterns(images, 0, trainingPerDigit, design);
    const clean = consecutivePatterns(images, trainingPerDigit, cleanPerDigit, design);
    const test = drawnPatterns(images, trainingPerDigit + cleanPerDigit, testPerDigit, design, seed);
    const picture = { rows: gridSide, columns: gridSide, channels: 1 };
    const { layers } = await trainNetwork(design.recipe, design, picture, training, DIGITS, design, seed, files);
    return {
      layers,
      clean,
      test,
      quantities: {
        inputCount: gridSide * gridSide + 1,
        outputCount: DIGITS,
        idealTrainingAccuracy: idealAccuracy(layers, training),
        idealAccuracy: idealAccuracy(layers, clean),
        idealTestAccuracy: idealAccuracy(layers, test),
      },
    };
  },
});
