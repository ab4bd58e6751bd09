/** d(state)/dt of one state variable. */
export type StateRate = (time_s: number, state: number) => number;

/** A span of time, and the interval that the state cannot leave. */
export interface ConfinedMotion {
  /** Default 0. */
  readonly start_s?: number;
  readonly duration_s: number;
  readonly low: number;
  readonly high: number;
  /** Wanted error of one step relative to `high - low`. Default 1e-9. */
  readonly tolerance?: number;
}

/**
 * Coefficients of RODAS: a Rosenbrock method of order 4 with an embedded one of order 3, six stages, L-stable and stiffly accurate.
 * Source: E. Hairer, G. Wanner, "Solving Ordinary Differential Equations II", 2nd ed. (Springer 1996), section VI.4; transformed
 * form without products with the Jacobian.
 */
const GAMMA = 0.25;
const STAGES: readonly {
  /** Time of the stage, and its share of the derivative by time. */
  readonly time: number;
  readonly timeDerivative: number;
  /** Weights of the earlier stages in the state, and in the right-hand side. */
  readonly state: readonly number[];
  readonly side: readonly number[];
}[] = [
  { time: 0, timeDerivative: 0.25, state: [], side: [] },
  { time: 0.386, timeDerivative: -0.1043, state: [1.544], side: [-5.6688] },
  {
    time: 0.21,
    timeDerivative: 0.1035,
    state: [0.9466785280815826, 0.2557011698983284],
    side: [-2.430093356833875, -0.2063599157091915],
  },
  {
    time: 0.63,
    timeDerivative: -0.0362,
    state: [3.314825187068521, 2.896124015972201, 0.9986419139977817],
    side: [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  },
  {
    time: 1,
    timeDerivative: 0,
    state: [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
    side: [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  },
  {
    time: 1,
    timeDerivative: 0,
    state: [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1],
    side: [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
  },
];

const MOST_STEPS = 1_000_000;
/** Relative to the time: a step this short is taken whatever its error, by the method of Euler, so that a jump of the rate is passed. */
const SHORTEST = 4 * Number.EPSILON;
/** Steps shrink and grow within these, and aim below the tolerance. */
const SHRINK = 0.1;
const GROW = 6;
const SAFETY = 0.9;

/**
 * Where one state variable is after a span of time, when it moves at a rate and stops at the ends of an interval: at an end it
 * rests while the rate points outwards. Adaptive RODAS steps with derivatives by differences: stiff approaches to an end cost no
 * more steps than slow motion, and steps shrink at a kink or jump of the rate until it is passed within the tolerance.
 *
 * A rate that is nonzero only for a while can be missed by a step that spans it: give spans as short as the drive's features.
 *
 * @param rate is only asked for states within the interval
 * @throws RangeError if the rate is not a number, or the motion takes more than a million steps.
 */
export function confinedState(
  rate: StateRate,
  initial: number,
  { start_s = 0, duration_s, low, high, tolerance = 1e-9 }: ConfinedMotion,
): number {
  const inside = (state: number): number => Math.min(Math.max(state, low), high);
  const f: StateRate = (time_s, state) => {
    const value = rate(time_s, inside(state));
    if (Number.isNaN(value))
      throw new RangeError(`confinedState: the rate at ${state} after ${time_s} s is not a number`);
    return value;
  };
  const error = tolerance * (high - low);
  const end_s = start_s + duration_s;
  const shortest_s = SHORTEST * Math.max(Math.abs(start_s), Math.abs(end_s));
  let time_s = start_s;
  let state = inside(initial);
  let step_s = duration_s;
  for (let count = 0; count < MOST_STEPS; count++) {
    const left_s = end_s - time_s;
    if (!(left_s > 0)) return state;
    // The last step ends exactly, so that no sliver is left over.
    const isLast = step_s >= left_s - shortest_s;
    step_s = isLast ? left_s : Math.max(step_s, shortest_s);
    const isShortest = step_s <= shortest_s;
    const next_s = isLast ? end_s : time_s + step_s;
    const here = f(time_s, state);
    if (pointsOut(state, here, low, high)) {
      // Resting: the moment of release is met when what the state would have moved is within the tolerance.
      if (!pointsOut(state, f(next_s, state), low, high) && Math.abs(here) * step_s > error && !isShortest) {
        step_s /= 4;
        continue;
      }
      time_s = next_s;
      step_s *= GROW;
      continue;
    }
    if (isShortest) {
      state = inside(state + step_s * here);
      time_s = next_s;
      step_s *= GROW;
      continue;
    }
    const trial = rodasStep(f, time_s, state, here, step_s, low, high);
    const relative = Math.abs(trial.error) / error;
    const factor = Math.min(Math.max(SAFETY * relative ** -0.25, SHRINK), GROW);
    if (!(relative <= 1)) {
      step_s *= Number.isFinite(factor) ? factor : SHRINK;
      continue;
    }
    const reached = inside(trial.state);
    // Beyond an end while the rate there points back in: part of this step was spent at the end.
    if (Math.abs(trial.state - reached) > error && !pointsOut(reached, f(next_s, reached), low, high)) {
      step_s /= 4;
      continue;
    }
    state = reached;
    time_s = next_s;
    step_s *= factor;
  }
  throw new RangeError(`confinedState: more than ${MOST_STEPS} steps from ${initial} over ${duration_s} s`);
}

/** At an end and not about to leave it. */
function pointsOut(state: number, rate: number, low: number, high: number): boolean {
  return (state >= high && rate >= 0) || (state <= low && rate <= 0);
}

function rodasStep(
  f: StateRate,
  time_s: number,
  state: number,
  here: number,
  step_s: number,
  low: number,
  high: number,
): { state: number; error: number } {
  // Differences towards the middle of the interval and forwards in time, where the rate is defined.
  const shift = 1e-7 * (high - low) * (state > low + (high - low) / 2 ? -1 : 1);
  const slope_s = (f(time_s, state + shift) - here) / shift;
  const wait_s = 1e-6 * step_s;
  const byTime = (f(time_s + wait_s, state) - here) / wait_s;
  const diagonal_s = 1 / (GAMMA * step_s) - slope_s;
  // The stages turn around where a growing motion grows faster than they resolve.
  if (!(diagonal_s > 0.5 / (GAMMA * step_s))) return { state, error: Infinity };
  const increments: number[] = [];
  let reached = state;
  for (const stage of STAGES) {
    reached = state + weighted(stage.state, increments);
    const side =
      f(time_s + stage.time * step_s, reached) +
      weighted(stage.side, increments) / step_s +
      step_s * stage.timeDerivative * byTime;
    increments.push(side / diagonal_s);
  }
  const last = increments.at(-1)!;
  return { state: reached + last, error: last };
}

function weighted(weights: readonly number[], increments: readonly number[]): number {
  let sum = 0;
  for (const [k, weight] of weights.entries()) sum += weight * increments[k]!;
  return sum;
}
