import type { Design } from "@neurofront/core";
import { choice, integer } from "@neurofront/plugin-kit";
import { convolutionShape, denseShape } from "./layer-shape.ts";
import type { LayerShape, Picture } from "./layer-shape.ts";

/**
 * Parameters of the layers between a picture and its classes.
 *
 * @param largestWindow must fit the smallest picture of the workload
 */
export function architectureParameters(largestWindow: number) {
  return {
    kernels: integer({
      meaning: "kernels of a first, convolutional layer; 0 for none",
      source: { kind: "assumed", note: "One layer, as in the reference paper." },
      low: 0,
      high: 64,
      default: 0,
    }),
    window: integer({
      meaning: "pixels on a side of the kernels; used with kernels",
      source: { kind: "assumed", note: "Small kernels have few inputs, whose currents are large against the rest." },
      low: 2,
      high: largestWindow,
      default: 3,
    }),
    stride: integer({
      meaning: "pixels from one place of the kernels to the next; used with kernels",
      source: { kind: "assumed", note: "Every second place halves the decisions in each direction." },
      low: 1,
      high: 4,
      default: 2,
    }),
    hiddenNeurons: integer({
      meaning: "neurons of a hidden dense layer before the outputs; 0 for none",
      source: { kind: "assumed", note: "One layer, as in the reference paper." },
      low: 0,
      high: 256,
      default: 0,
    }),
    hiddenDrive: choice({
      options: ["bipolar", "unipolar"],
      meaning: "what hidden neurons put on the next rows: plus and minus the input voltage, or it and nothing",
      source: { kind: "assumed", note: "As the inputs." },
      default: "bipolar",
    }),
  };
}

/** Values of {@link architectureParameters}. */
export type Architecture = Design<ReturnType<typeof architectureParameters>>;

/** True when the outputs see the picture itself. */
export function isSingleLayer({ kernels, hiddenNeurons }: Architecture): boolean {
  return kernels === 0 && hiddenNeurons === 0;
}

/** The layers from patterns, a picture with a bias as the last level, to the outputs. */
export function layerShapes(architecture: Architecture, picture: Picture, outputCount: number): LayerShape[] {
  const { kernels, window, stride, hiddenNeurons, hiddenDrive } = architecture;
  const shapes: LayerShape[] = [];
  let before = picture.rows * picture.columns * picture.channels;
  if (kernels > 0) {
    const { shape } = convolutionShape(picture, kernels, window, stride, hiddenDrive);
    shapes.push(shape);
    before = shape.positions * kernels;
  }
  if (hiddenNeurons > 0) {
    shapes.push(denseShape(before, hiddenNeurons, true, hiddenDrive));
    before = hiddenNeurons;
  }
  shapes.push(denseShape(before, outputCount, true));
  return shapes;
}
