import type { NeuronCharacter, NeuronModel, OperatingPoint } from "@neurofront/core";
import { sweepErrors } from "./error-sweep.ts";
import type { ErrorSweep } from "./error-sweep.ts";
import { operatingCases } from "./operating-cases.ts";
import { AREA, ENERGY, VIOLATIONS, problemOfAnswer } from "./shape.ts";
import type { Shape } from "./shape.ts";
import { fastestCall_s } from "./speed.ts";
import { runTrials } from "./trial.ts";
import type { Case, Outcome, Tried } from "./trial.ts";

/** A neuron model with its answers, and the error probabilities of the designs it can compute. */
export interface TriedNeuron extends Tried<OperatingPoint, NeuronCharacter, ErrorSweep> {
  readonly model: NeuronModel;
}

const SHAPE: Shape = {
  record: {
    inputResistance_ohm: "number",
    thresholdCurrent_A: "number",
    offsetSpread_V: "number",
    offsetSpread_A: "number",
    phases: {
      listOf: {
        record: {
          phase: { oneOf: ["preset", "settle", "evaluate", "latch", "read"] },
          duration_s: "number",
          formula: "text",
        },
      },
    },
    synapsesDriven_s: "number",
    cycle_s: "number",
    energy: ENERGY,
    area: AREA,
    violations: VIOLATIONS,
    quantities: "numbers-by-name",
  },
};

/** Try a neuron model at many designs and operating points. */
export function tryNeuron(model: NeuronModel): TriedNeuron {
  const attempt = ({ design, circuit }: Case<OperatingPoint>): Outcome<NeuronCharacter, ErrorSweep> => {
    const answer = model.characterize(design, circuit);
    const problem = problemOfAnswer(answer, SHAPE);
    if (problem !== undefined) return { kind: "malformed", problem };
    if (answer.status === "impossible") return { kind: "impossible", violations: answer.violations };
    return { kind: "ok", character: answer, sweep: sweepErrors(model, design, circuit, answer) };
  };
  const cases = operatingCases({ model });
  const { design, circuit } = structuredClone(cases[0]!);
  return {
    model,
    trials: runTrials(cases, attempt),
    fastest_s: fastestCall_s(() => model.characterize(design, circuit)),
  };
}
