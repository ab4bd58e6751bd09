import { join } from "node:path";

const TEMPLATE = join(import.meta.dirname, "../../templates/neuron/src/index.ts");

/** The source of a plugin like that of the template, with a neuron that takes some milliseconds to characterise. */
export function slowPlugin(comment = "", id = "slow"): string {
  return `// ${comment}
import plugin from ${JSON.stringify(TEMPLATE)};
const [neuron] = plugin.models;
const characterize = (design, operating) => {
  const end_ms = performance.now() + 10;
  while (performance.now() < end_ms);
  return neuron.characterize(design, operating);
};
export default { ...plugin, id: "${id}", models: [{ ...neuron, id: "${id}-neuron", characterize }] };
`;
}

/** A study of two technologies with that neuron: one is searched, the other has one design. */
export function slowStudy(change: { readonly title?: string; readonly fixed?: string; readonly seed?: number } = {}) {
  const neuron = { use: "slow-neuron", capacitance: { range: ["0.1 pF", "10 pF"], scale: "log" } };
  const parts = {
    synapse: { use: "paper-generic-memristor" },
    interconnect: { use: "crossbar" },
    inputVoltage: "100 mV",
  };
  return {
    title: change.title ?? "A slow neuron",
    held: { temperature: "300 K", workload: { use: "iris" }, accounting: "full" },
    technologies: {
      searched: { neuron, ...parts },
      [change.fixed ?? "fixed"]: { neuron: { use: "slow-neuron", capacitance: "1 pF" }, ...parts },
    },
    objectives: [{ minimize: "energy" }, { minimize: "delay" }],
    variation: { chips: 8 },
    optimizer: { use: "sobol-search" },
    budget: { evaluations: 16 },
    seed: change.seed ?? 1,
  };
}
