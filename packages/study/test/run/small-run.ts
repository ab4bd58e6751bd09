import type { NeuronModel, Plugin } from "@neurofront/core";
import { buildCatalog } from "../../src/catalog.ts";
import { checkStudyValue } from "../../src/parse.ts";
import { resolveStudy } from "../../src/resolve.ts";
import type { RunnableStudy } from "../../src/resolve.ts";
import { smallHashes, smallNeuron, smallPlugin, smallStudy } from "../small-plugins.ts";

/** A neuron of three fidelities: the lower ones promise 10 % and 4 % less delay than the highest finds, and more offset. */
const ladderNeuron: NeuronModel = {
  ...smallNeuron,
  id: "small-ladder-neuron",
  parameters: {
    ...smallNeuron.parameters,
    fidelity: {
      kind: "choice",
      options: ["rough", "fair", "fine"],
      meaning: "fidelity",
      source: { kind: "assumed", note: "made for tests" },
      default: "rough",
    },
  },
  characterize(design, operating) {
    const answer = smallNeuron.characterize(design, operating);
    if (answer.status !== "ok") return answer;
    const slower = { rough: 0.9, fair: 0.96, fine: 1 }[design["fidelity"] as "rough" | "fair" | "fine"];
    return {
      ...answer,
      phases: answer.phases.map((phase) => ({ ...phase, duration_s: phase.duration_s * slower })),
    };
  },
};

/** A neuron whose offsets spread by a tenth of the full-scale current and more: chips differ. */
const noisyNeuron: NeuronModel = {
  ...smallNeuron,
  id: "small-noisy-neuron",
  characterize(design, operating) {
    const answer = smallNeuron.characterize(design, operating);
    return answer.status === "ok" ? { ...answer, offsetSpread_A: 1e-6 } : answer;
  },
};

/** The small models, with a neuron of three fidelities and one of large offsets. */
export const smallRunPlugin: Plugin = { ...smallPlugin, models: [...smallPlugin.models, ladderNeuron, noisyNeuron] };

/** A study of the small models with other blocks than the small study has. */
export async function smallRunnable(blocks: Readonly<Record<string, unknown>>): Promise<RunnableStudy> {
  const catalog = buildCatalog([smallRunPlugin], smallHashes);
  const study: unknown = { ...(JSON.parse(smallStudy) as object), ...blocks };
  return resolveStudy(checkStudyValue(study, "small.json", catalog), catalog);
}

/** A technology whose accuracy is bought with current: the front lies along the limit of an accuracy constraint. */
export const noisyTechnologies = {
  noisy: {
    neuron: { use: "small-noisy-neuron", length: { range: ["20 nm", "200 nm"] }, switchingCurrent: "2 uA" },
    synapse: { use: "small-synapse", fullScaleCurrent: { range: ["1 uA", "20 uA"] } },
    interconnect: { use: "small-array" },
    inputVoltage: { range: ["10 mV", "200 mV"], scale: "log" },
  },
};

/** The technology of the small study under a neuron of three fidelities. */
export const ladderTechnologies = {
  ladder: {
    neuron: { use: "small-ladder-neuron", length: { range: ["10 nm", "200 nm"] }, switchingCurrent: "2 uA" },
    fidelities: ["rough", { fidelity: "fair", cost: 3 }, { fidelity: "fine", cost: 8 }],
    synapse: { use: "small-synapse" },
    interconnect: { use: "small-array" },
    inputVoltage: { range: ["10 mV", "200 mV"], scale: "log" },
  },
};

const held = { temperature: "300 K", workload: { use: "small-letters" }, accounting: "full" };

/** Few candidates and chips; every kind of work is in one of them. */
export const CHIP_STUDIES: readonly [string, Readonly<Record<string, unknown>>][] = [
  [
    "a constraint on chips",
    {
      held,
      variation: { chips: 16, eliteChips: 24 },
      constraints: [{ metric: "testAccuracy", atLeast: "99.79 %" }],
      budget: { evaluations: 70 },
    },
  ],
  [
    "an objective on chips",
    {
      held,
      variation: { chips: 12, eliteChips: 16 },
      objectives: [{ minimize: "energy" }, { maximize: "accuracy", statistic: "p05" }],
      constraints: [],
      budget: { evaluations: 60 },
    },
  ],
  [
    "three fidelities and a constraint on chips",
    {
      held,
      technologies: ladderTechnologies,
      promotion: { rule: "share", share: "20 %" },
      variation: { chips: 12, eliteChips: 16 },
      constraints: [{ metric: "accuracy", statistic: "p50", atLeast: "99.8 %" }],
      budget: { evaluations: 160 },
    },
  ],
];
