/** Running moments of a gradient. */
export interface AdamState {
  readonly mean: Float64Array;
  readonly square: Float64Array;
  step: number;
}

/** Moments before the first step. */
export function newAdamState(length: number): AdamState {
  return { mean: new Float64Array(length), square: new Float64Array(length), step: 0 };
}

const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;

/**
 * One step of Adam (Kingma and Ba, ICLR (2015), arXiv:1412.6980) on weights held in [-1, 1]; changes weights and state.
 *
 * @param rate step size
 */
export function adamStep(weights: Float64Array, gradient: Float64Array, state: AdamState, rate: number): void {
  state.step++;
  const meanBias = 1 - MEAN_DECAY ** state.step;
  const squareBias = 1 - SQUARE_DECAY ** state.step;
  for (let k = 0; k < weights.length; k++) {
    const slope = gradient[k]!;
    state.mean[k] = MEAN_DECAY * state.mean[k]! + (1 - MEAN_DECAY) * slope;
    state.square[k] = SQUARE_DECAY * state.square[k]! + (1 - SQUARE_DECAY) * slope * slope;
    const moved =
      weights[k]! - (rate * (state.mean[k]! / meanBias)) / (Math.sqrt(state.square[k]! / squareBias) + 1e-8);
    weights[k] = Math.min(1, Math.max(-1, moved));
  }
}
