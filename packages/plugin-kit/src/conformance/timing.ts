import { delay_s } from "@neurofront/core";
import type { NeuronCharacter, OperatingPoint } from "@neurofront/core";
import type { Rule } from "./rule.ts";
import { okTrials, where } from "./trial.ts";
import type { Tried } from "./trial.ts";

const ROUNDING = 1e-9;

/** Fails when a decision takes longer than the period over which static power is charged. */
export const cycleHoldsDecision: Rule<Tried<OperatingPoint, NeuronCharacter, unknown>> = {
  code: "cycle-holds-decision",
  law: "The cycle is no shorter than the delay of the decision and than the time for which the synapses are driven.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      const { cycle_s, synapsesDriven_s, phases } = trial.character;
      const decision_s = delay_s(phases, trial.circuit.conventions.readTiming);
      const limit_s = cycle_s * (1 + ROUNDING);
      if (synapsesDriven_s > limit_s)
        yield `the synapses are driven for ${synapsesDriven_s} s of a cycle of ${cycle_s} s, ${where(trial)}`;
      else if (decision_s > limit_s)
        yield `the decision takes ${decision_s} s, but its cycle is ${cycle_s} s, ${where(trial)}`;
    }
  },
};
