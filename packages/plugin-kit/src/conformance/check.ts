import type { Plugin } from "@neurofront/core";
import { examinePlugin } from "./examine.ts";
import { checkInterconnect } from "./interconnect.ts";
import { checkNeuron } from "./neuron.ts";
import { checkOptimizer } from "./optimizer.ts";
import type { Finding } from "./rule.ts";
import { checkSynapse } from "./synapse.ts";
import { checkWorkload } from "./workload.ts";

export { TOPICS } from "./guidance.ts";
export type { Topic } from "./guidance.ts";
export { checkInterconnect, checkNeuron, checkOptimizer, checkSynapse, checkWorkload, examinePlugin };
export type { Examined, JudgedRule } from "./examine.ts";
export type { Finding };

/** What a plugin and its models break of the contracts, for any test runner; empty for a sound one. */
export async function checkPlugin(plugin: Plugin): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const { role, id, rules } of examinePlugin(plugin)) {
    for (const finding of rules.flatMap((rule) => rule.findings))
      findings.push(role === "plugin" ? finding : { ...finding, message: `${id}: ${finding.message}` });
  }
  return findings;
}
