import type { Model, Plugin } from "@neurofront/core";
import { checkInterconnect } from "./interconnect.ts";
import { checkNeuron } from "./neuron.ts";
import { checkOptimizer } from "./optimizer.ts";
import { PLUGIN_RULES } from "./plugin-data.ts";
import { findingsOf } from "./rule.ts";
import type { Finding } from "./rule.ts";
import { checkSynapse } from "./synapse.ts";
import { checkWorkload } from "./workload.ts";

export { checkInterconnect, checkNeuron, checkOptimizer, checkSynapse, checkWorkload };
export type { Finding };

/** What a plugin and its models break of the contracts, for any test runner; empty for a sound one. */
export async function checkPlugin(plugin: Plugin): Promise<Finding[]> {
  const findings = PLUGIN_RULES.flatMap((rule) => findingsOf(rule, plugin));
  for (const model of plugin.models) {
    for (const { rule, message } of await checkModel(model))
      findings.push({ rule, message: `${model.id}: ${message}` });
  }
  return findings;
}

async function checkModel(model: Model): Promise<Finding[]> {
  if (model.role === "neuron") return checkNeuron(model);
  if (model.role === "synapse") return checkSynapse(model);
  if (model.role === "interconnect") return checkInterconnect(model);
  return model.role === "workload" ? checkWorkload(model) : checkOptimizer(model);
}
