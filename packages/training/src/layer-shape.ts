import { BIAS } from "@neurofront/core";
import type { LabelledPatterns, TrainedLayer } from "@neurofront/core";

/** How a layer is wired, before it has weights. */
export type LayerShape = Omit<TrainedLayer, "weights" | "pool">;

/**
 * The wiring of a dense layer on all activations before it.
 *
 * @param hasBias adds an input that is always on; false when the patterns bring their own
 */
export function denseShape(
  before: number,
  outputCount: number,
  hasBias: boolean,
  drive: LayerShape["drive"] = "bipolar",
): LayerShape {
  const inputCount = hasBias ? before + 1 : before;
  const gather = Int32Array.from({ length: inputCount }, (_, input) => (input < before ? input : BIAS));
  return { inputCount, outputCount, positions: 1, gather, drive };
}

/** A picture of `channels` values for each pixel, pixel by pixel, row by row. */
export interface Picture {
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
}

/**
 * A convolution: `kernels` filters on a square window that moves by `stride` without leaving the picture. Its activations are
 * again a picture, of `kernels` channels.
 *
 * @throws Error when the window is larger than the picture
 */
export function convolutionShape(
  picture: Picture,
  kernels: number,
  window: number,
  stride: number,
  drive: LayerShape["drive"],
): { readonly shape: LayerShape; readonly picture: Picture } {
  const { channels } = picture;
  const rows = Math.floor((picture.rows - window) / stride) + 1;
  const columns = Math.floor((picture.columns - window) / stride) + 1;
  if (rows < 1 || columns < 1)
    throw new Error(`a window of ${window} pixels does not fit a picture of ${picture.rows} x ${picture.columns}`);
  const inputCount = window * window * channels + 1;
  const positions = rows * columns;
  const gather = new Int32Array(positions * inputCount).fill(BIAS);
  for (let position = 0, at = 0; position < positions; position++, at++) {
    const top = Math.floor(position / columns) * stride;
    const left = (position % columns) * stride;
    for (let row = 0; row < window; row++)
      for (let column = 0; column < window; column++)
        for (let channel = 0; channel < channels; channel++)
          gather[at++] = ((top + row) * picture.columns + left + column) * channels + channel;
  }
  return {
    shape: { inputCount, outputCount: kernels, positions, gather, drive },
    picture: { rows, columns, channels: kernels },
  };
}

/** The value a gather entry stands for. */
export function gathered(activations: Float64Array, entry: number): number {
  return entry >= 0 ? activations[entry]! : entry === BIAS ? 1 : 0;
}

/** Net inputs of a layer, positions x N, from the activations before it. */
export function netInputs(layer: TrainedLayer, before: Float64Array, net: Float64Array): void {
  const { inputCount, outputCount, positions, gather, weights } = layer;
  net.fill(0);
  for (let position = 0; position < positions; position++) {
    const target = position * outputCount;
    for (let input = 0; input < inputCount; input++) {
      const level = gathered(before, gather[position * inputCount + input]!);
      if (level === 0) continue;
      const source = input * outputCount;
      for (let output = 0; output < outputCount; output++) net[target + output]! += level * weights[source + output]!;
    }
  }
}

/** Number of values of one pattern. */
export function levelCount({ patterns, count }: LabelledPatterns): number {
  return patterns.length / count;
}
