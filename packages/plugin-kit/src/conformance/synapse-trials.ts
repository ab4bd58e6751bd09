import type { SynapseCharacter, SynapseModel, SynapseOperating } from "@neurofront/core";
import { operatingCases } from "./operating-cases.ts";
import { VIOLATIONS, problemOfAnswer } from "./shape.ts";
import type { Shape } from "./shape.ts";
import { fastestCall_s } from "./speed.ts";
import { sweepSynapse } from "./synapse-sweep.ts";
import type { SynapseSweep } from "./synapse-sweep.ts";
import { runTrials } from "./trial.ts";
import type { Case, Outcome, Tried } from "./trial.ts";

/** A synapse model with its answers, and the spreads and currents of the designs it can compute. */
export interface TriedSynapse extends Tried<SynapseOperating, SynapseCharacter, SynapseSweep> {
  readonly model: SynapseModel;
}

const SHAPE: Shape = {
  record: {
    conductanceMin_S: "number",
    conductanceMax_S: "number",
    levels: "number",
    stuckAtMin: "number",
    stuckAtMax: "number",
    isSeparable: "boolean",
    area_m2: "number",
    pitch_m: "number",
    capacitance_F: "number",
    violations: VIOLATIONS,
    quantities: "numbers-by-name",
  },
};

function casesOf(model: SynapseModel): Case<SynapseOperating>[] {
  return operatingCases({ model }).map(({ circuit: { inputVoltage_V, temperature_K }, ...titled }) => ({
    ...titled,
    circuit: { inputVoltage_V, temperature_K },
  }));
}

/** Try a synapse model at many designs, voltages and temperatures. */
export function trySynapse(model: SynapseModel): TriedSynapse {
  const attempt = ({ design, circuit }: Case<SynapseOperating>): Outcome<SynapseCharacter, SynapseSweep> => {
    const answer = model.characterize(design, circuit);
    const problem = problemOfAnswer(answer, SHAPE);
    if (problem !== undefined) return { kind: "malformed", problem };
    if (answer.status === "impossible") return { kind: "impossible", violations: answer.violations };
    return { kind: "ok", character: answer, sweep: sweepSynapse(model, design, circuit, answer) };
  };
  const cases = casesOf(model);
  const { design, circuit } = structuredClone(cases[0]!);
  return {
    model,
    trials: runTrials(cases, attempt),
    fastest_s: fastestCall_s(() => model.characterize(design, circuit)),
  };
}
