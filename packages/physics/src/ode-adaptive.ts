import type { Rate } from "./ode.ts";

/** How an adaptive integration goes on and where it ends. */
export interface AdaptiveSpan {
  /** Time of the given state. Default 0. */
  readonly start_s?: number;
  readonly end_s: number;
  /** Step tried first, > 0. */
  readonly firstStep_s: number;
  /** Largest error of each component in one step, in the unit of the component, > 0. */
  readonly tolerance: Float64Array;
  /** The integration stops where this becomes >= 0. */
  readonly until?: (state: Float64Array) => number;
  /** Steps after which it gives up. Default 100 000. */
  readonly mostSteps?: number;
}

/** Where an adaptive integration ended. */
export interface AdaptiveEnd {
  readonly time_s: number;
  /** `end`: at `end_s`; `until`: where `until` became 0; `steps`: it gave up, the state is that of `time_s`. */
  readonly reason: "end" | "until" | "steps";
  readonly steps: number;
  /** Step that the error would allow next. */
  readonly nextStep_s: number;
}

/** Growth of a step and safety of its choice (Hairer, Norsett, Wanner, "Solving Ordinary Differential Equations I", II.4). */
const safety = 0.9;
const largestGrowth = 5;
const largestShrink = 0.2;
/** Trials that place the end of an `until`, and how close to each other two of them must be in units of the step. */
const refinements = 60;
const placed = 1e-9;

/**
 * Advances `state` in place by the embedded Runge-Kutta method of Dormand and Prince, order 5 with an error estimate of
 * order 4 (J. Comput. Appl. Math. 6, 19 (1980)), with steps as long as the tolerance allows.
 */
export function dormandPrince(rate: Rate, state: Float64Array, span: AdaptiveSpan): AdaptiveEnd {
  const { end_s, tolerance, until, mostSteps = 100_000 } = span;
  const stepper = stepperOf(rate, state.length);
  const next = new Float64Array(state.length);
  let time_s = span.start_s ?? 0;
  let step_s = span.firstStep_s;
  rate(time_s, state, stepper.first);
  for (let steps = 0; steps < mostSteps; steps++) {
    const left_s = end_s - time_s;
    if (left_s <= 0) return { time_s: end_s, reason: "end", steps, nextStep_s: step_s };
    // A rest shorter than the step is taken at once; none is left that is only rounding.
    const tried_s = step_s >= left_s * (1 - 1e-12) ? left_s : step_s;
    const error = stepper.step(time_s, state, tried_s, next, tolerance);
    const factor = Math.min(largestGrowth, Math.max(largestShrink, safety * error ** -0.2));
    if (!(error <= 1)) {
      step_s = tried_s * factor;
      continue;
    }
    if (until !== undefined && until(next) >= 0) {
      const taken_s = refine(stepper, time_s, state, tried_s, next, tolerance, until);
      state.set(next);
      return { time_s: time_s + taken_s, reason: "until", steps, nextStep_s: step_s };
    }
    time_s = tried_s === left_s ? end_s : time_s + tried_s;
    state.set(next);
    stepper.accept();
    // A step cut short by the end says nothing about the next one.
    step_s = tried_s < step_s ? step_s : tried_s * factor;
  }
  return { time_s, reason: "steps", steps: mostSteps, nextStep_s: step_s };
}

/**
 * Leaves in `next` the state in which `until` becomes 0 within the step, and returns the time to it: regula falsi whose kept
 * end counts half (the Illinois rule), each trial a step of its own from the start.
 */
function refine(
  stepper: Stepper,
  time_s: number,
  state: Float64Array,
  step_s: number,
  next: Float64Array,
  tolerance: Float64Array,
  until: (state: Float64Array) => number,
): number {
  let low_s = 0;
  let low = until(state);
  let high_s = step_s;
  let high = until(next);
  if (low >= 0) low = -Number.MIN_VALUE;
  for (let k = 0; k < refinements; k++) {
    const middle_s = high_s - (high * (high_s - low_s)) / (high - low);
    const isDone = Math.abs(middle_s - high_s) < placed * step_s;
    stepper.step(time_s, state, middle_s, next, tolerance);
    const value = until(next);
    if (isDone || value === 0) return middle_s;
    if (value > 0) {
      high_s = middle_s;
      high = value;
      low /= 2;
    } else {
      low_s = middle_s;
      low = value;
      high /= 2;
    }
  }
  return high_s;
}

/** One step and its error in units of the tolerance; the rate at the end of a step is that at the start of the next. */
interface Stepper {
  readonly first: Float64Array;
  step(time_s: number, state: Float64Array, step_s: number, next: Float64Array, tolerance: Float64Array): number;
  /** Go on from the end of the last step. */
  accept(): void;
}

function stepperOf(rate: Rate, size: number): Stepper {
  const k1 = new Float64Array(size);
  const k2 = new Float64Array(size);
  const k3 = new Float64Array(size);
  const k4 = new Float64Array(size);
  const k5 = new Float64Array(size);
  const k6 = new Float64Array(size);
  const k7 = new Float64Array(size);
  const trial = new Float64Array(size);
  return {
    first: k1,
    accept: () => k1.set(k7),
    step(time_s, y, h, next, tolerance) {
      for (let i = 0; i < size; i++) trial[i] = y[i]! + (h / 5) * k1[i]!;
      rate(time_s + h / 5, trial, k2);
      for (let i = 0; i < size; i++) trial[i] = y[i]! + h * ((3 / 40) * k1[i]! + (9 / 40) * k2[i]!);
      rate(time_s + 0.3 * h, trial, k3);
      for (let i = 0; i < size; i++)
        trial[i] = y[i]! + h * ((44 / 45) * k1[i]! - (56 / 15) * k2[i]! + (32 / 9) * k3[i]!);
      rate(time_s + 0.8 * h, trial, k4);
      for (let i = 0; i < size; i++)
        trial[i] =
          y[i]! +
          h * ((19372 / 6561) * k1[i]! - (25360 / 2187) * k2[i]! + (64448 / 6561) * k3[i]! - (212 / 729) * k4[i]!);
      rate(time_s + (8 / 9) * h, trial, k5);
      for (let i = 0; i < size; i++)
        trial[i] =
          y[i]! +
          h *
            ((9017 / 3168) * k1[i]! -
              (355 / 33) * k2[i]! +
              (46732 / 5247) * k3[i]! +
              (49 / 176) * k4[i]! -
              (5103 / 18656) * k5[i]!);
      rate(time_s + h, trial, k6);
      for (let i = 0; i < size; i++)
        next[i] =
          y[i]! +
          h *
            ((35 / 384) * k1[i]! +
              (500 / 1113) * k3[i]! +
              (125 / 192) * k4[i]! -
              (2187 / 6784) * k5[i]! +
              (11 / 84) * k6[i]!);
      rate(time_s + h, next, k7);
      let error = 0;
      for (let i = 0; i < size; i++) {
        const difference =
          h *
          ((71 / 57600) * k1[i]! -
            (71 / 16695) * k3[i]! +
            (71 / 1920) * k4[i]! -
            (17253 / 339200) * k5[i]! +
            (22 / 525) * k6[i]! -
            k7[i]! / 40);
        error = Math.max(error, Math.abs(difference) / tolerance[i]!);
      }
      return error;
    },
  };
}
