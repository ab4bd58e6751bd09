import { INTERCONNECT_RULES } from "../src/conformance/interconnect.ts";
import { NEURON_RULES } from "../src/conformance/neuron.ts";
import { OPTIMIZER_RULES } from "../src/conformance/optimizer.ts";
import { PLUGIN_RULES } from "../src/conformance/plugin-data.ts";
import type { Rule } from "../src/conformance/rule.ts";
import { SYNAPSE_RULES } from "../src/conformance/synapse.ts";
import { WORKLOAD_RULES } from "../src/conformance/workload.ts";

/** Every rule of the kit, by what it judges. */
export const RULES_BY_ROLE: Readonly<Record<string, readonly Pick<Rule<never>, "code" | "law">[]>> = {
  plugin: PLUGIN_RULES,
  neuron: NEURON_RULES,
  synapse: SYNAPSE_RULES,
  interconnect: INTERCONNECT_RULES,
  workload: WORKLOAD_RULES,
  optimizer: OPTIMIZER_RULES,
};
