import type { ArrayLoad, ArraySolution } from "@neurofront/core";
import { LOADING_OHM } from "./interconnect-trials.ts";
import type { ArraySweep } from "./interconnect-trials.ts";
import type { Rule } from "./rule.ts";
import { okTrials, where } from "./trial.ts";
import type { OkTrial, Tried } from "./trial.ts";

/**
 * What holds for every network of resistors between the rows and the neurons. Several of these are Rayleigh's
 * monotonicity law: no added resistance increases the conductance between two terminals (Doyle and Snell, Random Walks
 * and Electric Networks (1984), section 1.4).
 */
type Subject = Tried<ArrayLoad, ArraySolution, ArraySweep>;
type Trial = OkTrial<ArrayLoad, ArraySolution, ArraySweep>;

/** Room for an iterative solver. */
const TOLERANCE = 1e-6;
/** What is left of the loading of synapses of 1e-11 S. */
const WEAK_TOLERANCE = 1e-3;

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

const isFinite = ({ character }: Trial): boolean =>
  character.currentTransfer_S.every((value) => Number.isFinite(value)) &&
  character.inputPower_W.every((value) => Number.isFinite(value));

function ruleOf(code: string, law: string, problemOf: (trial: Trial) => string | undefined): Rule<Subject> {
  return {
    code,
    law,
    *breaches(subject) {
      for (const trial of okTrials(subject)) {
        const problem = isFinite(trial) ? problemOf(trial) : undefined;
        if (problem !== undefined) yield `${problem}, ${where(trial)}`;
      }
    },
  };
}

/** Power into an array without wires, drivers and neurons, for one pattern. */
function idealPower_W(
  { conductance_S, patterns, inputCount, outputCount, inputVoltage_V }: ArrayLoad,
  pattern: number,
): number {
  let power_W = 0;
  for (let row = 0; row < 2 * inputCount; row++) {
    const level_V = inputVoltage_V * patterns[pattern * inputCount + (row >> 1)]!;
    power_W += level_V ** 2 * total(conductance_S.subarray(row * outputCount, (row + 1) * outputCount));
  }
  return power_W;
}

const powerPassive = ruleOf(
  "power-passive",
  "Resistance of wires, drivers and neurons never makes the array draw more power than its synapses alone would.",
  ({ circuit, character }) => {
    const ideal_W = Array.from({ length: circuit.patternCount }, (_, pattern) => idealPower_W(circuit, pattern));
    const rounding_W = TOLERANCE * Math.max(...ideal_W);
    const k = ideal_W.findIndex((power, pattern) => character.inputPower_W[pattern]! > power + rounding_W);
    return k < 0
      ? undefined
      : `pattern ${k} draws ${character.inputPower_W[k]} W, but its synapses alone ${ideal_W[k]} W`;
  },
);

const powerQuadratic = ruleOf(
  "power-quadratic",
  "Half of every input level draws a quarter of the power, the opposite of every level the same power.",
  ({ character, sweep }) => {
    const found_W = character.inputPower_W;
    const rounding_W = TOLERANCE * found_W.reduce((largest, power) => Math.max(largest, Math.abs(power)), 0);
    for (const [name, solution, factor] of [
      ["half", sweep.halved, 0.25],
      ["the opposite", sweep.negated, 1],
    ] as const) {
      const k =
        solution?.inputPower_W.findIndex(
          (power, pattern) => Math.abs(power - factor * found_W[pattern]!) > rounding_W,
        ) ?? -1;
      if (k >= 0)
        return `pattern ${k} draws ${found_W[k]} W, and with ${name} of its levels ${solution?.inputPower_W[k]} W; legal is ${factor} of it`;
    }
    return undefined;
  },
);

const transferPassive = ruleOf(
  "transfer-passive",
  "No current is negative or gained: what one row drives into all neurons is at most its own conductance, and a floating node is at most at the voltage of the row.",
  ({ circuit: { conductance_S, inputCount, outputCount, neuronInputResistance_ohm }, character }) => {
    const transfer_S = character.currentTransfer_S;
    const rounding_S = TOLERANCE * conductance_S.reduce((largest, value) => Math.max(largest, value), 0);
    const negative = transfer_S.findIndex((value) => value < -rounding_S);
    if (negative >= 0)
      return `row ${Math.floor(negative / outputCount)} drives ${transfer_S[negative]} S into neuron ${negative % outputCount}; legal is >= 0`;
    if (neuronInputResistance_ohm === Infinity) {
      for (let output = 0; output < outputCount; output++) {
        const column_S = total(conductance_S.filter((_, at) => at % outputCount === output));
        const at = transfer_S.findIndex((value, k) => k % outputCount === output && value > column_S + rounding_S);
        if (at >= 0)
          return `row ${Math.floor(at / outputCount)} gives the floating neuron ${output} ${transfer_S[at]} S, more than the ${column_S} S of its column`;
      }
      return undefined;
    }
    for (let row = 0; row < 2 * inputCount; row++) {
      const found_S = total(transfer_S.subarray(row * outputCount, (row + 1) * outputCount));
      const ideal_S = total(conductance_S.subarray(row * outputCount, (row + 1) * outputCount));
      if (found_S > ideal_S + rounding_S)
        return `row ${row} drives ${found_S} S into all neurons, more than its own conductance of ${ideal_S} S`;
    }
    return undefined;
  },
);

const loading = ruleOf(
  "neuron-loading",
  "The current into all neurons, from all rows alike, does not grow with the resistance of the neurons.",
  ({ sweep }) => {
    const totals_S = sweep.loaded.map((solution) =>
      solution === undefined ? Number.NaN : total(solution.currentTransfer_S),
    );
    const k = totals_S.findIndex((value, at) => at > 0 && value > totals_S[at - 1]! * (1 + TOLERANCE));
    return k < 0
      ? undefined
      : `neurons of ${LOADING_OHM[k - 1]} ohm take ${totals_S[k - 1]} S, and of ${LOADING_OHM[k]} ohm ${totals_S[k]} S`;
  },
);

const idealLimit = ruleOf(
  "weak-synapse-limit",
  "With synapses so weak that nothing loads them, the transfer is their conductance, on grounded and on floating columns.",
  ({ sweep }) => {
    for (const { load, solution } of sweep.weak) {
      const { conductance_S, outputCount } = load;
      const k =
        solution?.currentTransfer_S.findIndex(
          (value, at) => !(Math.abs(value / conductance_S[at]! - 1) <= WEAK_TOLERANCE),
        ) ?? -1;
      if (k >= 0)
        return `on ${load.neuronInputResistance_ohm === 0 ? "grounded" : "floating"} columns a synapse of ${conductance_S[k]} S from row ${Math.floor(k / outputCount)} to neuron ${k % outputCount} transfers ${solution?.currentTransfer_S[k]} S`;
    }
    return undefined;
  },
);

/** The physics of resistor networks. */
export const PASSIVE_NETWORK_RULES: readonly Rule<Subject>[] = [
  powerPassive,
  powerQuadratic,
  transferPassive,
  loading,
  idealLimit,
];
