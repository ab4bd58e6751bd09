import type {
  InterconnectModel,
  Model,
  NeuronModel,
  OptimizerModel,
  Plugin,
  SynapseModel,
  WorkloadModel,
} from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { INTERCONNECT_RULES } from "./interconnect.ts";
import { tryInterconnect } from "./interconnect-trials.ts";
import { modelsOf } from "./measured-devices.ts";
import { NEURON_RULES } from "./neuron.ts";
import { tryNeuron } from "./neuron-trials.ts";
import { tryOptimizer } from "./optimizer-trials.ts";
import { OPTIMIZER_RULES } from "./optimizer.ts";
import { PLUGIN_RULES } from "./plugin-data.ts";
import { findingsOf } from "./rule.ts";
import type { Rule } from "./rule.ts";
import { SYNAPSE_RULES } from "./synapse.ts";
import { trySynapse } from "./synapse-trials.ts";
import { WORKLOAD_RULES } from "./workload.ts";
import { tryWorkload } from "./workload-trials.ts";

/** The first test of a model tries it at all its designs, the others look at what came back; training may take long. */
const TIMEOUT_MS = 120_000;

/** One test for each rule, with its code and its law for a name. */
function register<Subject>(rules: readonly Rule<Subject>[], examine: () => Subject | Promise<Subject>): void {
  let subject: Promise<Subject> | undefined;
  for (const rule of rules) {
    it(
      `${rule.code}: ${rule.law}`,
      async () => {
        subject ??= Promise.resolve(examine());
        const messages = findingsOf(rule, await subject).map(({ message }) => message);
        expect(messages, rule.law).toEqual([]);
      },
      TIMEOUT_MS,
    );
  }
}

/** Register the tests of a neuron model. */
export function describeNeuron(model: NeuronModel): void {
  describe(`neuron ${model.id}`, () => {
    register(NEURON_RULES, () => tryNeuron(model));
  });
}

/** Register the tests of a synapse model. */
export function describeSynapse(model: SynapseModel): void {
  describe(`synapse ${model.id}`, () => {
    register(SYNAPSE_RULES, () => trySynapse(model));
  });
}

/** Register the tests of an interconnect model. */
export function describeInterconnect(model: InterconnectModel): void {
  describe(`interconnect ${model.id}`, () => {
    register(INTERCONNECT_RULES, () => tryInterconnect(model));
  });
}

/** Register the tests of a workload. */
export function describeWorkload(model: WorkloadModel): void {
  describe(`workload ${model.id}`, () => {
    register(WORKLOAD_RULES, () => tryWorkload(model));
  });
}

/**
 * Register the tests of an optimizer.
 *
 * @param isShort whether it thinks so long about a proposal that short searches must do
 */
export function describeOptimizer(model: OptimizerModel, isShort = false): void {
  describe(`optimizer ${model.id}`, () => {
    register(OPTIMIZER_RULES, () => tryOptimizer(model, isShort));
  });
}

function describeModel(model: Model, shortSearches: readonly string[]): void {
  if (model.role === "neuron") describeNeuron(model);
  else if (model.role === "synapse") describeSynapse(model);
  else if (model.role === "interconnect") describeInterconnect(model);
  else if (model.role === "workload") describeWorkload(model);
  else describeOptimizer(model, shortSearches.includes(model.id));
}

/**
 * Register the tests of a plugin and of every model it brings: one line in a plugin's `test/conformance.test.ts`.
 *
 * @param shortSearches ids of optimizers that think long about a proposal
 */
export function describePlugin(plugin: Plugin, shortSearches: readonly string[] = []): void {
  describe(`plugin ${plugin.id}`, () => {
    register(PLUGIN_RULES, () => plugin);
    for (const model of modelsOf(plugin)) describeModel(model, shortSearches);
  });
}
