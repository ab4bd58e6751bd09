/** Entry of a layer's `gather`: an input that is always on. */
export const BIAS = -1;
/** Entry of a layer's `gather`: an input that is never driven. */
export const PADDING = -2;

/** Levels at which a neuron's output drives the rows of the next layer: silent and firing. */
export const DRIVE_LEVELS = { bipolar: [-1, 1], unipolar: [0, 1] } as const;

/**
 * A trained layer: one array of synapses with a neuron at each column, applied at one or more positions of what came before.
 *
 * A dense layer has one position. A convolution has one for each place of its window: the same array, and the same neurons,
 * see one window after the other, or copies of them see all windows at once.
 */
export interface TrainedLayer {
  /** Inputs M of one neuron, bias included. */
  readonly inputCount: number;
  /** Neurons N on the array. */
  readonly outputCount: number;
  /** M x N, row-major; each output's column is scaled to a largest magnitude of 1. */
  readonly weights: Float64Array;
  /** Positions P at which the array is applied in one inference, >= 1. */
  readonly positions: number;
  /**
   * P x M, row-major: for each input the index of its activation in the layer before, of its level in the pattern for the first
   * layer; {@link BIAS} or {@link PADDING} where there is none.
   */
  readonly gather: Int32Array;
  /** What a neuron's output puts on the rows of the next layer; without meaning in the last layer. */
  readonly drive: keyof typeof DRIVE_LEVELS;
  /** Absent when every decision is an activation of its own. */
  readonly pool?: Pool;
}

/**
 * Positions whose decisions an OR gate joins: the activation of group q and neuron n fires when neuron n fires at any member.
 */
export interface Pool {
  readonly groupCount: number;
  /** Group by group, the same number for each: positions 0 ... P - 1, or -1 where a group has fewer members. */
  readonly members: Int32Array;
}

/** What a layer hands on: activation p N + n of neuron n at position p, or at pool group p. */
export function activationCount(layer: Pick<TrainedLayer, "positions" | "outputCount" | "pool">): number {
  return (layer.pool?.groupCount ?? layer.positions) * layer.outputCount;
}

/** Decisions of single neurons in one inference. */
export function decisionCount(layer: Pick<TrainedLayer, "positions" | "outputCount">): number {
  return layer.positions * layer.outputCount;
}

/**
 * A layer whose neurons see everything that came before.
 *
 * @param weights M x N; inputs beyond the `sourceCount` activations before are biases
 * @param sourceCount default M: no bias, or one that is in the patterns
 */
export function denseLayer(
  weights: Float64Array,
  outputCount: number,
  sourceCount: number = weights.length / outputCount,
  drive: TrainedLayer["drive"] = "bipolar",
): TrainedLayer {
  const inputCount = weights.length / outputCount;
  return {
    inputCount,
    outputCount,
    weights,
    positions: 1,
    gather: Int32Array.from({ length: inputCount }, (_, input) => (input < sourceCount ? input : BIAS)),
    drive,
  };
}

/**
 * The levels that the rows of a layer see, (patterns x P) x M.
 *
 * @param source patterns x width: levels of the activations before, or the patterns
 * @param first first pattern to gather, of `patternCount`
 * @param bias what a bias puts there: its level, or another of its moments
 */
export function gatherLevels(
  layer: TrainedLayer,
  source: ArrayLike<number>,
  width: number,
  first: number,
  patternCount: number,
  target: Float64Array,
  bias = 1,
): void {
  const { gather } = layer;
  let at = 0;
  for (let pattern = first; pattern < first + patternCount; pattern++) {
    const offset = pattern * width;
    for (let k = 0; k < gather.length; k++) {
      const index = gather[k]!;
      target[at++] = index >= 0 ? source[offset + index]! : index === BIAS ? bias : 0;
    }
  }
}
