import { denseLayer } from "@neurofront/core";
import type { LabelledPatterns, StudyFileContent, TrainedLayer } from "@neurofront/core";
import { isSingleLayer, layerShapes } from "./architecture.ts";
import type { Architecture } from "./architecture.ts";
import { scaleColumns } from "./column-scaling.ts";
import { nearConnections, trainConnected } from "./connections.ts";
import type { Connections } from "./connections.ts";
import { loadSolver } from "./margin-programs.ts";
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
 * architecture has kernels or hidden neurons, all layers by the straight-through gradient. With a `neighbourhood` every layer has
 * weights only where a near-neighbour array as wide as the picture has synapses.
 *
 * @param picture what the levels but the last are
 * @param files with weights in place of a training, if any
 * @throws Error with one sentence when the weights of a file do not fit the layers, or lead beyond the neighbourhood
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
  const isSingle = isSingleLayer(architecture);
  const shapes = isSingle
    ? [denseShape(levelCount(data), outputCount, false)]
    : layerShapes(architecture, picture, outputCount);
  const connections =
    design.neighbourhood === 0
      ? undefined
      : shapes.map((shape) => nearConnections(shape, picture.columns, design.neighbourhood));
  const given = files[WEIGHTS_KEY];
  if (given !== undefined)
    return { layers: finished(layersFromFile(given, shapes, connections), design), unseparatedOutputs: 0 };
  const trained = (purpose: string): TrainedLayer[] =>
    trainStraightThrough(shapes, data, settingsOf(design, connections), seed, purpose);
  if (!isSingle) return { layers: finished(trained("layers"), design), unseparatedOutputs: 0 };
  const { weights, unseparated } = await exactOrHinge(recipe, data, outputCount, design, connections?.[0], () =>
    trained("hinge"),
  );
  return { layers: finished([denseLayer(weights, outputCount)], design), unseparatedOutputs: unseparated.length };
}

async function exactOrHinge(
  recipe: SingleLayerRecipe,
  data: LabelledPatterns,
  outputCount: number,
  design: TrainingDesign,
  connections: Connections | undefined,
  hinge: () => readonly TrainedLayer[],
): Promise<MarginWeights> {
  if (recipe === "hinge") return { weights: hinge()[0]!.weights, unseparated: [] };
  const train = await outputByOutput(recipe, design);
  const exact = await (connections === undefined
    ? train(data, outputCount)
    : trainConnected(connections, data, outputCount, (seen) => train(seen, 1)));
  if (exact.unseparated.length === 0) return exact;
  const instead = hinge()[0]!.weights;
  const missing = new Set(exact.unseparated);
  const weights = exact.weights.map((weight, at) => (missing.has(at % outputCount) ? instead[at]! : weight));
  return { weights, unseparated: exact.unseparated };
}

/** A recipe in which an output does not depend on the others. */
async function outputByOutput(
  recipe: Exclude<SingleLayerRecipe, "hinge">,
  { ridgePenalty, margin, deadZone, epochs }: TrainingDesign,
): Promise<(data: LabelledPatterns, outputCount: number) => MarginWeights | Promise<MarginWeights>> {
  if (recipe === "ridge")
    return (data, outputCount) => ({ weights: ridgeWeights(data, outputCount, ridgePenalty), unseparated: [] });
  if (recipe === "perceptron")
    return (data, outputCount) => ({ weights: perceptronWeights(data, outputCount, margin, epochs), unseparated: [] });
  const solver = await loadSolver();
  if (recipe === "l1-max-margin") return (data, outputCount) => maxMarginWeights(data, outputCount, solver);
  // A target of zero would leave the weights without a scale.
  const target = Math.max(deadZone + margin, 1e-3);
  return (data, outputCount) => leastCurrentWeights(data, outputCount, target, solver);
}

function settingsOf(design: TrainingDesign, connections: readonly Connections[] | undefined): StraightThroughSettings {
  return {
    margin: design.margin,
    deadZone: { threshold: design.deadZone, rule: design.deadZoneRule },
    trainingSpread: design.trainingSpread,
    inputFlips: 0,
    levels: design.quantisation === "during" ? design.levels : Infinity,
    epochs: design.epochs,
    connections,
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
