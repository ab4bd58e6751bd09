import type { OptimizerModel } from "@neurofront/core";
import { checkStudyValue, resolveStudy } from "@neurofront/study";
import type { RunnableStudy } from "@neurofront/study";
import { composeCatalog } from "../../src/composition.ts";

const catalog = composeCatalog();

/** Every optimizer that ships. */
export const optimizers: readonly OptimizerModel[] = [...catalog.optimizer.values()].map(({ model }) => model);

/** A study whose candidates are drawn chips of, of what an optimizer can search: a search for each accounting. */
function studyFor(
  { id, limits = {} }: OptimizerModel,
  settings: Readonly<Record<string, unknown>>,
  accounting: readonly string[],
): unknown {
  const steps = limits.kinds?.includes("real") === false ? { steps: 5 } : {};
  return {
    title: "For any optimizer",
    held: { temperature: "300 K", workload: { use: "iris" }, accounting },
    technologies: {
      dwm: {
        neuron: { use: "dwm-neuron", preset: "A", switchingCurrent: { range: ["1 uA", "40 uA"], ...steps } },
        synapse: { use: "paper-generic-memristor", fullScaleCurrent: { range: ["0.3 uA", "30 uA"], ...steps } },
        interconnect: { use: "crossbar" },
        inputVoltage: { range: ["5 mV", "500 mV"], ...steps },
      },
    },
    objectives: [{ minimize: "energy" }, { minimize: "delay" }].slice(0, limits.objectives),
    ...(limits.constraints === false
      ? {}
      : { constraints: [{ metric: "accuracy", statistic: "p05", atLeast: "60 %" }] }),
    variation: { chips: 4, eliteChips: 4 },
    optimizer: { use: id, ...settings },
    budget: { evaluations: 52 },
    seed: 3,
  };
}

/** That study, ready to run. */
export async function runnableFor(
  optimizer: OptimizerModel,
  settings: Readonly<Record<string, unknown>> = {},
  accounting: readonly string[] = ["full"],
): Promise<RunnableStudy> {
  return resolveStudy(checkStudyValue(studyFor(optimizer, settings, accounting), "study.json", catalog), catalog);
}
