import type { StudyFile } from "neurofront";

/** A study of so many quick candidates, each proposed at random. */
export function studyOf(evaluations: number): StudyFile {
  return {
    title: "Computed by others",
    held: { temperature: "300 K", workload: { use: "iris" }, accounting: "full" },
    technologies: {
      dwm: {
        neuron: { use: "dwm-neuron", preset: "A", switchingCurrent: { range: ["1 uA", "40 uA"] } },
        synapse: { use: "paper-generic-memristor", fullScaleCurrent: { range: ["0.3 uA", "30 uA"] } },
        interconnect: { use: "crossbar" },
        inputVoltage: { range: ["5 mV", "500 mV"] },
      },
    },
    objectives: [{ minimize: "energy" }, { minimize: "delay" }],
    variation: { chips: 0 },
    optimizer: { use: "random-search" },
    budget: { evaluations },
    seed: 1,
  };
}
