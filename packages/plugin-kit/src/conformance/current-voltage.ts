import type { SynapseCharacter, SynapseOperating } from "@neurofront/core";
import type { Rule } from "./rule.ts";
import type { SynapseSweep } from "./synapse-sweep.ts";
import { okTrials, where } from "./trial.ts";
import type { OkTrial, Tried } from "./trial.ts";

type Subject = Tried<SynapseOperating, SynapseCharacter, SynapseSweep>;
type Trial = OkTrial<SynapseOperating, SynapseCharacter, SynapseSweep>;

/** Rounding of a current that is computed in two ways. */
const ROUNDING = 1e-9;
/** At 1 uV even a device that is nonlinear over 1 mV departs from Ohm's law by no more than 1e-6. */
const OHMIC = 1e-5;

interface Reading {
  readonly conductance_S: number;
  readonly voltage_V: number;
  readonly forward_A: number;
  readonly backward_A: number;
  /** Position among the conductances and among the voltages. */
  readonly row: number;
  readonly column: number;
}

function* readings({ sweep }: Trial): Generator<Reading> {
  const width = sweep.voltage_V.length;
  for (const [k, forward_A] of sweep.forward_A.entries()) {
    const row = Math.floor(k / width);
    const column = k % width;
    yield {
      conductance_S: sweep.conductance_S[row]!,
      voltage_V: sweep.voltage_V[column]!,
      forward_A,
      backward_A: sweep.backward_A[k]!,
      row,
      column,
    };
  }
}

const isSound = ({ sweep }: Trial): boolean =>
  sweep.forward_A.every((current) => Number.isFinite(current)) &&
  sweep.backward_A.every((current) => Number.isFinite(current));

/** A rule that looks at finite currents only, and stops at the first breach of a design. */
function ruleOf(
  code: string,
  law: string,
  problemOf: (trial: Trial, reading: Reading) => string | undefined,
): Rule<Subject> {
  return {
    code,
    law,
    *breaches(subject) {
      for (const trial of okTrials(subject)) {
        if (!isSound(trial)) continue;
        for (const reading of readings(trial)) {
          const problem = problemOf(trial, reading);
          if (problem === undefined) continue;
          yield `${problem}, ${where(trial)}`;
          break;
        }
      }
    },
  };
}

const finite: Rule<Subject> = {
  code: "current-finite",
  law: "The current of a device is finite up to 0.5 V of either sign.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      for (const { conductance_S, voltage_V, forward_A, backward_A } of readings(trial)) {
        if (Number.isFinite(forward_A) && Number.isFinite(backward_A)) continue;
        yield `the current of ${conductance_S} S is ${forward_A} A at ${voltage_V} V and ${backward_A} A at ${-voltage_V} V, ${where(trial)}`;
        break;
      }
    }
  },
};

const odd = ruleOf(
  "current-odd",
  "The current changes its sign with the voltage and keeps its magnitude.",
  (_trial, reading) => {
    const { conductance_S, voltage_V, forward_A, backward_A } = reading;
    return Math.abs(forward_A + backward_A) <= ROUNDING * Math.abs(forward_A)
      ? undefined
      : `the current of ${conductance_S} S is ${forward_A} A at ${voltage_V} V, but ${backward_A} A at ${-voltage_V} V`;
  },
);

const increases = ruleOf(
  "current-increases",
  "The current increases with the voltage and with the conductance.",
  ({ sweep }, { conductance_S, voltage_V, forward_A, row, column }) => {
    const width = sweep.voltage_V.length;
    const atLess_A = column === 0 ? 0 : sweep.forward_A[row * width + column - 1]!;
    if (!(forward_A > atLess_A))
      return `the current of ${conductance_S} S is ${forward_A} A at ${voltage_V} V, and ${atLess_A} A at the voltage before, ${sweep.voltage_V[column - 1] ?? 0} V`;
    const ofLess_A = row === 0 ? 0 : sweep.forward_A[(row - 1) * width + column]!;
    return forward_A > ofLess_A
      ? undefined
      : `at ${voltage_V} V ${conductance_S} S carry ${forward_A} A, and ${sweep.conductance_S[row - 1]} S carry ${ofLess_A} A`;
  },
);

const ohmic = ruleOf(
  "current-ohmic-limit",
  "At a small voltage the current is conductance times voltage: a conductance is the one at zero bias.",
  (_trial, { conductance_S, voltage_V, forward_A, column }) => {
    const expected_A = conductance_S * voltage_V;
    return column > 0 || Math.abs(forward_A - expected_A) <= OHMIC * expected_A
      ? undefined
      : `at ${voltage_V} V ${conductance_S} S carry ${forward_A} A; G V is ${expected_A} A`;
  },
);

const separable = ruleOf(
  "separable-claim",
  "A model that says isSeparable has currents G f(V): their ratio to G is the same for every G.",
  ({ sweep, character }, { conductance_S, voltage_V, forward_A, column }) => {
    if (!character.isSeparable) return undefined;
    const least_S = sweep.conductance_S[0]!;
    const ofLeast = sweep.forward_A[column]! / least_S;
    const found = forward_A / conductance_S;
    return Math.abs(found - ofLeast) <= ROUNDING * Math.abs(ofLeast)
      ? undefined
      : `it says isSeparable, but at ${voltage_V} V the current over the conductance is ${ofLeast} V for ${least_S} S and ${found} V for ${conductance_S} S`;
  },
);

/** What maps weights onto currents. */
export const CURRENT_VOLTAGE_RULES: readonly Rule<Subject>[] = [finite, odd, increases, ohmic, separable];
