import type { NeuronCharacter, OperatingPoint } from "@neurofront/core";
import type { ErrorSweep } from "./error-sweep.ts";
import type { Rule } from "./rule.ts";
import { okTrials, where } from "./trial.ts";
import type { OkTrial, Tried } from "./trial.ts";

type Subject = Tried<OperatingPoint, NeuronCharacter, ErrorSweep>;
type Trial = OkTrial<OperatingPoint, NeuronCharacter, ErrorSweep>;

/** Rounding of a probability near 1. */
const ROUNDING = 1e-12;
const HALF = 0.5;
/** How well a half is known that comes out of a quadrature. */
const QUADRATURE = 1e-6;

const isProbability = (value: number): boolean => value >= 0 && value <= 1;

/** Both curves with their names; values that are no probabilities are the business of one rule only. */
const curves = ({ sweep }: Trial): readonly (readonly [boolean, Float64Array])[] => [
  [true, sweep.mustSwitch],
  [false, sweep.mustHold],
];

/** One breach a design is enough: each function below stops at its first. */
function ruleOf(code: string, law: string, problemOf: (trial: Trial) => string | undefined): Rule<Subject> {
  return {
    code,
    law,
    *breaches(subject) {
      for (const trial of okTrials(subject)) {
        const problem = problemOf(trial);
        if (problem !== undefined) yield `${problem}, ${where(trial)}`;
      }
    },
  };
}

const range = ruleOf("error-probability-range", "The error probability is a number in [0, 1].", (trial) => {
  for (const [mustSwitch, curve] of curves(trial)) {
    const k = curve.findIndex((p) => !isProbability(p));
    if (k >= 0)
      return `the error probability is ${curve[k]} at a net current of ${trial.sweep.netCurrent_A[k]} A with mustSwitch = ${mustSwitch}; legal is 0 to 1`;
  }
  return undefined;
});

const falling = ruleOf(
  "error-probability-falling",
  "The error probability never rises with the net current.",
  (trial) => {
    const { netCurrent_A } = trial.sweep;
    for (const [mustSwitch, curve] of curves(trial)) {
      let before = -1;
      for (let k = 0; k < curve.length; k++) {
        if (!isProbability(curve[k]!)) continue;
        if (before >= 0 && curve[k]! > curve[before]! + ROUNDING)
          return `the error probability rises from ${curve[before]} at ${netCurrent_A[before]} A to ${curve[k]} at ${netCurrent_A[k]} A with mustSwitch = ${mustSwitch}`;
        before = k;
      }
    }
    return undefined;
  },
);

const holding = ruleOf(
  "error-probability-hold",
  "A decision that must only hold is never more often wrong than one that must switch.",
  ({ sweep }) => {
    const k = sweep.mustHold.findIndex(
      (hold, at) =>
        isProbability(hold) && isProbability(sweep.mustSwitch[at]!) && hold > sweep.mustSwitch[at]! + ROUNDING,
    );
    if (k < 0) return undefined;
    return `at a net current of ${sweep.netCurrent_A[k]} A it errs with ${sweep.mustHold[k]} when it must hold, but with ${sweep.mustSwitch[k]} when it must switch`;
  },
);

const threshold = ruleOf(
  "error-probability-threshold",
  "At the threshold current half of the decisions that must switch are wrong: the half is crossed within 1 % or 1 pA.",
  ({ sweep, character: { thresholdCurrent_A } }) => {
    const { belowThreshold, aboveThreshold } = sweep;
    // A constant half, as of a dead read, is at its half everywhere.
    if (!isProbability(belowThreshold) || !isProbability(aboveThreshold)) return undefined;
    if (belowThreshold >= HALF - QUADRATURE && aboveThreshold <= HALF + QUADRATURE) return undefined;
    return `the threshold current is ${thresholdCurrent_A} A, but the error probability is ${belowThreshold} just below and ${aboveThreshold} just above it; 1/2 must lie between`;
  },
);

const ends = ruleOf(
  "error-probability-ends",
  "With 1 A towards the wanted output at most half of the decisions are wrong, with 1 A against it at least half.",
  ({ sweep }) => {
    for (const [mustSwitch, curve] of [
      [true, sweep.mustSwitch],
      [false, sweep.mustHold],
    ] as const) {
      const wrong = curve[0]!;
      const right = curve.at(-1)!;
      if (isProbability(wrong) && wrong < HALF - QUADRATURE)
        return `the error probability is ${wrong} at ${sweep.netCurrent_A[0]} A with mustSwitch = ${mustSwitch}; legal is >= 1/2`;
      if (isProbability(right) && right > HALF + QUADRATURE)
        return `the error probability is ${right} at ${sweep.netCurrent_A.at(-1)} A with mustSwitch = ${mustSwitch}; legal is <= 1/2`;
    }
    return undefined;
  },
);

/** What couples a device to the accuracy of the network. */
export const ERROR_PROBABILITY_RULES: readonly Rule<Subject>[] = [range, falling, holding, threshold, ends];
