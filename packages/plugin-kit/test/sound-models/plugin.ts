import { API_VERSION } from "@neurofront/core";
import type { Plugin } from "@neurofront/core";
import { definePlugin } from "../../src/define.ts";
import { soundInterconnect } from "./interconnect.ts";
import { soundNeuron } from "./neuron.ts";
import { soundOptimizer } from "./optimizer.ts";
import { soundSynapse } from "./synapse.ts";
import { soundWorkload } from "./workload.ts";

/** One sound model of each role. */
export const soundPlugin: Plugin = definePlugin({
  id: "sound-plugin",
  version: "1.2.3",
  apiVersion: API_VERSION,
  title: "Sound models of every role",
  references: [{ key: "example2013", type: "misc", author: "Example, Ada", title: "An example", year: 2013 }],
  models: [soundNeuron, soundSynapse, soundInterconnect, soundWorkload, soundOptimizer],
  measured: [
    {
      id: "sound-table",
      role: "neuron",
      title: "Sound neuron with a measured delay",
      columns: {
        current_A: { unit: "A", meaning: "current", low: 0 },
        delay_s: { unit: "s", meaning: "delay", low: 0 },
      },
      example: "current [uA],delay [ns]\n1,3\n2,2\n3,1",
      define: (_table, { id }) => ({ ok: true, model: { ...soundNeuron, id } }),
    },
  ],
  discrepancies: [
    {
      id: "two-numbers",
      statement: "says 2",
      problem: "its table says 3",
      treatment: "takes 2",
      reference: "example2013",
      check: () => [{ quantity: "current", unit: "A", stated: 2, found: 3 }],
    },
  ],
  publishedPoints: [
    { id: "point", title: "A point", reference: "example2013", energy_J: 1e-15, delay_s: 1e-9, note: "table 1" },
  ],
});
