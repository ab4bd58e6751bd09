import { denseLayer } from "@neurofront/core";
import type { PreparedWorkload } from "@neurofront/core";
import { choice, defineWorkload, integer, quantity } from "@neurofront/plugin-kit";
import { scaleColumns } from "./column-scaling.ts";
import { maxMarginWeights } from "./l1-max-margin.ts";
import { INPUT_COUNT, LETTERS, letterPatterns } from "./letters.ts";
import { noisyPatterns } from "./noisy-patterns.ts";
import { idealAccuracy, median, resolutions, smallestResolutions } from "./resolution.ts";
import { ridgeWeights } from "./ridge.ts";

/**
 * Recognition of 26 capital letters of 5 x 5 pixels by one layer: 25 bipolar pixels and a bias on the inputs, one output
 * for each letter. A pattern counts as recognised when exactly the right output fires.
 */
export const characters = defineWorkload({
  id: "characters",
  title: "26 capital letters of 5 x 5 pixels, single layer",
  parameters: {
    training: choice({
      options: ["l1-max-margin", "ridge"],
      meaning:
        "how the weights are found: largest smallest resolution of each neuron (linear program), or ridge regression",
      source: {
        kind: "assumed",
        note: "The paper does not publish its training. The largest margin needs the least current for the same decision.",
        reference: "mangasarian1999",
      },
      default: "l1-max-margin",
    }),
    ridgePenalty: quantity({
      unit: "1",
      meaning: "penalty on the squared weights; used by ridge training only",
      source: {
        kind: "assumed",
        note: "0.1 is small against the 26 patterns on the diagonal of the normal matrix; all letters are recognised.",
        reference: "hoerl1970",
      },
      low: 1e-6,
      high: 100,
      default: 0.1,
      scale: "log",
    }),
    flipProbability: quantity({
      unit: "1",
      meaning: "chance that a pixel of a test pattern is inverted; the bias is never",
      source: { kind: "assumed", note: "0.75 of the 25 pixels on average." },
      low: 0,
      high: 0.5,
      default: 0.03,
    }),
    samplesPerLetter: integer({
      meaning: "disturbed test patterns drawn for each letter",
      source: { kind: "assumed", note: "1040 patterns: the standard error of an accuracy of 0.9 is 0.009." },
      low: 1,
      high: 1000,
      default: 40,
    }),
  },
  async prepare(design, seed): Promise<PreparedWorkload> {
    const outputCount = LETTERS.length;
    const clean = letterPatterns();
    const weights =
      design.training === "ridge"
        ? ridgeWeights(clean, outputCount, design.ridgePenalty)
        : await maxMarginWeights(clean, outputCount);
    scaleColumns(weights, outputCount);
    const test = noisyPatterns(clean, design.flipProbability, design.samplesPerLetter, seed);
    const smallest = smallestResolutions(resolutions(weights, outputCount, clean), outputCount);
    return {
      layers: [denseLayer(weights, outputCount)],
      clean,
      test,
      quantities: {
        inputCount: INPUT_COUNT,
        outputCount,
        smallestResolution: Math.min(...smallest),
        medianResolution: median(smallest),
        idealAccuracy: idealAccuracy(weights, outputCount, clean),
        idealTestAccuracy: idealAccuracy(weights, outputCount, test),
      },
    };
  },
});
