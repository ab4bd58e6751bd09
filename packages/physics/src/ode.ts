/** Writes d(state)/dt at this time into `rate`. Must not change `state`. */
export type Rate = (time_s: number, state: Float64Array, rate: Float64Array) => void;

/** A span of time cut into equal steps. */
export interface TimeSteps {
  /** Time of the given state. Default 0. */
  readonly start_s?: number;
  readonly step_s: number;
  /** Number of steps, a whole number of at least 0. */
  readonly count: number;
}

/**
 * Advances `state` in place by the classical Runge-Kutta method of fourth order with a fixed step, and returns the time
 * reached. The error of a smooth problem falls as step⁴. Call it again from that time to observe a trajectory.
 *
 * @throws RangeError if the number of steps is not a whole number of at least 0.
 */
export function rungeKutta4(rate: Rate, state: Float64Array, { start_s = 0, step_s, count }: TimeSteps): number {
  if (!(Number.isInteger(count) && count >= 0)) {
    throw new RangeError(`rungeKutta4: expected a whole number of steps, got ${count}`);
  }
  const size = state.length;
  const k1 = new Float64Array(size);
  const k2 = new Float64Array(size);
  const k3 = new Float64Array(size);
  const k4 = new Float64Array(size);
  const trial = new Float64Array(size);
  const half_s = step_s / 2;
  for (let step = 0; step < count; step++) {
    const time_s = start_s + step * step_s;
    rate(time_s, state, k1);
    for (let i = 0; i < size; i++) trial[i] = state[i]! + half_s * k1[i]!;
    rate(time_s + half_s, trial, k2);
    for (let i = 0; i < size; i++) trial[i] = state[i]! + half_s * k2[i]!;
    rate(time_s + half_s, trial, k3);
    for (let i = 0; i < size; i++) trial[i] = state[i]! + step_s * k3[i]!;
    rate(time_s + step_s, trial, k4);
    for (let i = 0; i < size; i++) state[i]! += (step_s / 6) * (k1[i]! + 2 * (k2[i]! + k3[i]!) + k4[i]!);
  }
  return start_s + count * step_s;
}
