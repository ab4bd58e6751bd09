import type { ArrayLoad, ArraySolution } from "@neurofront/core";
import type { ArraySweep } from "./interconnect-trials.ts";
import type { Rule } from "./rule.ts";
import { okTrials, where } from "./trial.ts";
import type { Tried } from "./trial.ts";

/** Fails when a neuron cannot be told of its column, or when the array waits for what the neuron waits for. */
export const columnOnce: Rule<Tried<ArrayLoad, ArraySolution, ArraySweep>> = {
  code: "column-once",
  law: "The capacitance of a column is a finite number >= 0, and an array settles no later where the neuron's phases hold the settling of its column.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      const { capacitance_F, settling_s } = trial.sweep.column;
      if (!(Number.isFinite(capacitance_F) && capacitance_F >= 0))
        yield `columnCapacitance_F gives ${capacitance_F}; legal is a finite number >= 0, ${where(trial)}`;
      if (settling_s !== undefined && settling_s.inNeuron > settling_s.inArray)
        yield `settling_s is ${settling_s.inNeuron} with neuronSettlesColumn and ${settling_s.inArray} without; legal is no more, ${where(trial)}`;
    }
  },
};
