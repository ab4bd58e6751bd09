import { denseLayer } from "@neurofront/core";
import type { LabelledPatterns, StudyFileContent, TrainedLayer } from "@neurofront/core";
import { isSingleLayer, layerShapes } from "./architecture.ts";
import type { Architecture } from "./architecture.ts";
import { scaleColumns } from "./column-scaling.ts";
import { leastCurrentWeights, maxMarginWeights } from "./margin-weights.ts";
import type { MarginWeights } from "./margin-weights.ts";
import { denseShape, levelCount } from "./layer-shape.ts";
import type { Picture } from "./layer-shape.ts";
import { perceptronWeights } from "./perceptron.ts";
import { quantised } from "./quantisation.ts";
import { ridgeWeights } from "./ridge.ts";
import { trainStraightThrough } from "./straight-through.ts";
import type { StraightThroughSettings } from "./straight-through.ts";
import type { TrainingDesign } from "./training-parameters.ts";
import { layersFromFile } from "./weights-file.ts";
import type { WEIGHTS_FILES } from "./weights-file.ts";

const WEIGHTS_KEY: keyof typeof WEIGHTS_FILES = "weights";

/** Ways to train a single layer. */
export const SINGLE_LAYER_RECIPES = ["l1-max-margin", "least-current", "ridge", "perceptron", "hinge"] as const;

/** A way to train a single layer. */
export type SingleLayerRecipe = (typeof SINGLE_LAYER_RECIPES)[number];

/** A trained network, ready to be mapped: every output's column has a largest magnitude of 1. */
export interface TrainedNetwork {
  readonly layers: readonly TrainedLayer[];
  /** Outputs for which the patterns cannot be told apart, so that they got the weights of hinge training. */
  readonly unseparatedOutputs: number;
}

/**
 * Train a network on patterns that bring their bias along as the last level: one dense layer by the recipe, or, where the
 * architecture has kernels or hidden neurons, all layers by the straight-through gradient.
 *
 * @param picture what the levels but the last are
 * @param files with weights in place of a training, if any
 */
export async function trainNetwork(
  recipe: SingleLayerRecipe,
  architecture: Architecture,
  picture: Picture,
  data: LabelledPatterns,
  outputCount: number,
  design: TrainingDesign,
  seed: number,
  files: Readonly<Record<string, StudyFileContent>> = {},
): Promise<TrainedNetwork> {
  const given = files[WEIGHTS_KEY];
  if (given !== undefined) {
    const shapes = isSingleLayer(architecture)
      ? [denseShape(levelCount(data), outputCount, false)]
      : layerShapes(architecture, picture, outputCount);
    return { layers: finished(layersFromFile(given, shapes), design), unseparatedOutputs: 0 };
  }
  if (isSingleLayer(architecture)) {
    const { weights, unseparated } = await exactOrHinge(recipe, data, outputCount, design, seed);
    return { layers: finished([denseLayer(weights, outputCount)], design), unseparatedOutputs: unseparated.length };
  }
  const shapes = layerShapes(architecture, picture, outputCount);
  const layers = trainStraightThrough(shapes, data, settingsOf(design), seed, "layers");
  return { layers: finished(layers, design), unseparatedOutputs: 0 };
}

async function exactOrHinge(
  recipe: SingleLayerRecipe,
  data: LabelledPatterns,
  outputCount: number,
  design: TrainingDesign,
  seed: number,
): Promise<MarginWeights> {
  const hinge = (): Float64Array =>
    trainStraightThrough(
      [denseShape(levelCount(data), outputCount, false)],
      data,
      settingsOf(design),
      seed,
      "hinge",
    )[0]!.weights;
  if (recipe === "hinge") return { weights: hinge(), unseparated: [] };
  if (recipe === "ridge") return { weights: ridgeWeights(data, outputCount, design.ridgePenalty), unseparated: [] };
  if (recipe === "perceptron")
    return { weights: perceptronWeights(data, outputCount, design.margin, design.epochs), unseparated: [] };
  const exact =
    recipe === "l1-max-margin"
      ? await maxMarginWeights(data, outputCount)
      : // A target of zero would leave the weights without a scale.
        await leastCurrentWeights(data, outputCount, Math.max(design.deadZone + design.margin, 1e-3));
  if (exact.unseparated.length === 0) return exact;
  const instead = hinge();
  const missing = new Set(exact.unseparated);
  const weights = exact.weights.map((weight, at) => (missing.has(at % outputCount) ? instead[at]! : weight));
  return { weights, unseparated: exact.unseparated };
}

function settingsOf(design: TrainingDesign): StraightThroughSettings {
  return {
    margin: design.margin,
    deadZone: { threshold: design.deadZone, rule: design.deadZoneRule },
    trainingSpread: design.trainingSpread,
    inputFlips: 0,
    levels: design.quantisation === "during" ? design.levels : Infinity,
    epochs: design.epochs,
  };
}

/** Scale every column to a largest magnitude of 1 and round it where the training was asked to. */
function finished(
  layers: readonly TrainedLayer[],
  { quantisation, levels }: Pick<TrainingDesign, "quantisation" | "levels">,
): TrainedLayer[] {
  return layers.map((layer) => {
    scaleColumns(layer.weights, layer.outputCount);
    return quantisation === "none" ? layer : { ...layer, weights: quantised(layer.weights, layer.outputCount, levels) };
  });
}
