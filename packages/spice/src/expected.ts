import { delay_s } from "@neurofront/core";
import type { SpiceCandidate } from "./spice-candidate.ts";

/** What the models say of one pattern of a candidate, to compare a simulation with. */
export interface Expected {
  /** Nominal net current of every neuron. */
  readonly netCurrents_A: Float64Array;
  /** Power delivered by the row sources, static, whole array. */
  readonly rowPower_W: number;
  /** How long the rows are driven. */
  readonly driven_s: number;
  /** Delay of a decision as the study counts it. */
  readonly delay_s: number;
}

/** The numbers of a pattern. */
export function expectedOf(candidate: SpiceCandidate, pattern: number): Expected {
  const { load, solution, neuron, operating } = candidate;
  const { outputCount } = load;
  const netCurrents_A = new Float64Array(outputCount);
  for (const [row, level_V] of rowLevels_V(load, pattern).entries())
    for (let output = 0; output < outputCount; output++)
      netCurrents_A[output]! += level_V * solution.currentTransfer_S[row * outputCount + output]!;
  return {
    netCurrents_A,
    rowPower_W: solution.inputPower_W[pattern]!,
    driven_s: solution.settling_s + neuron.synapsesDriven_s,
    delay_s: delay_s(
      [{ phase: "settle", duration_s: solution.settling_s, formula: "array settling" }, ...neuron.phases],
      operating.conventions.readTiming,
    ),
  };
}

/** Voltage of every row source for a pattern: input k drives row 2k with its level and row 2k + 1 with the opposite one. */
export function rowLevels_V(load: SpiceCandidate["load"], pattern: number): number[] {
  const { inputCount, patterns, inputVoltage_V } = load;
  return Array.from({ length: inputCount }, (_, k) => patterns[pattern * inputCount + k]! * inputVoltage_V).flatMap(
    (level_V) => [level_V, level_V === 0 ? 0 : -level_V],
  );
}
