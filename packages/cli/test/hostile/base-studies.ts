import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tinyStudy } from "../tiny-study.ts";

const source = { author: "Example, Ada", title: "A relay of two layers", year: 2024 };
const crossbar = { use: "crossbar" };
const film = { use: "paper-generic-memristor", fullScaleCurrent: { range: ["1 uA", "30 uA"] } };

/** Studies from which mutants are made: between them they have every kind of block. */
export const BASE_STUDIES: readonly object[] = [
  tinyStudy(1),
  {
    title: "Fidelities, effects and a training of its own",
    held: { temperature: "300 K", workload: { use: "characters", recipe: "ridge" }, accounting: ["paper", "full"] },
    variation: { age: "86400 s", chips: 20, eliteChips: 40, confidence: "95 %", supplyNoise: "1 %" },
    technologies: {
      dwm: {
        neuron: { use: "dwm-neuron", preset: "A", length: { range: ["31 nm", "300 nm"], scale: "log", steps: 5 } },
        fidelities: ["closed-form", { fidelity: "q-phi", cost: 5 }],
        synapse: { ...film, effects: { drift: { use: "pcm-memristor", preset: "hermes" } } },
        interconnect: { ...crossbar, allowedDriverDrop: { choice: [0.01, 0.02] } },
        inputVoltage: { range: ["5 mV", "500 mV"] },
        training: { recipe: { choice: ["ridge", "perceptron"] } },
      },
    },
    objectives: [{ minimize: "edp" }, { maximize: "accuracy", statistic: "p05" }],
    constraints: [{ metric: "delay", atMost: "10 ns" }],
    promotion: { rule: "share", share: "25 %" },
    rank: "edp",
    optimizer: { use: "nsga2" },
    budget: { evaluations: 100 },
    seed: 4_294_967_295,
  },
  {
    title: "Measured devices, weights of others, a plugin",
    plugins: ["characters@^0.1"],
    measured: { relay: { use: "measured-neuron", file: "data/relay.csv", interpolation: "linear", source } },
    held: {
      temperature: "300 K",
      workload: { use: "characters", samplesPerLetter: 1, weights: "weights.json" },
      accounting: "full",
    },
    variation: { chips: 0 },
    technologies: {
      measured: {
        neuron: { use: "relay", switchingCurrent: { range: ["0.5 uA", "10 uA"] } },
        synapse: film,
        interconnect: crossbar,
        inputVoltage: "100 mV",
      },
    },
    objectives: [{ minimize: "energy" }],
    budget: { evaluations: 30 },
    seed: 1,
  },
];

/** Write what the studies name into a folder, with files that they must not read beside it. */
export function writeNamedFiles(folder: string): void {
  mkdirSync(join(folder, "data"), { recursive: true });
  writeFileSync(
    join(folder, "data/relay.csv"),
    "current [uA],delay [ns],energy [fJ]\n0.5,3.75,0.06\n2,1.04,0.25\n10,0.305,1.83\n",
  );
  const weights = Array.from({ length: 26 }, (_, input) =>
    Array.from({ length: 26 }, (_value, output) => (input === output ? 1 : 0.25)),
  );
  writeFileSync(join(folder, "weights.json"), JSON.stringify(weights));
}
