import type { Model, Plugin } from "@neurofront/core";
import type { Topic } from "./guidance.ts";
import { INTERCONNECT_RULES } from "./interconnect.ts";
import { tryInterconnect } from "./interconnect-trials.ts";
import { modelsOf } from "./measured-devices.ts";
import { NEURON_RULES } from "./neuron.ts";
import { tryNeuron } from "./neuron-trials.ts";
import { OPTIMIZER_RULES } from "./optimizer.ts";
import { tryOptimizer } from "./optimizer-trials.ts";
import { PLUGIN_RULES } from "./plugin-data.ts";
import { findingsOf, guidanceOf } from "./rule.ts";
import type { Finding, Rule } from "./rule.ts";
import { SYNAPSE_RULES } from "./synapse.ts";
import { trySynapse } from "./synapse-trials.ts";
import { WORKLOAD_RULES } from "./workload.ts";
import { tryWorkload } from "./workload-trials.ts";

/** A rule with what a subject breaks of it. */
export interface JudgedRule {
  readonly code: string;
  readonly law: string;
  readonly topic: Topic;
  /** Empty when the law is kept. */
  readonly findings: readonly Finding[];
}

/** A plugin, or one of its models, with every rule of the kit for it. */
export interface Examined {
  readonly role: "plugin" | Model["role"];
  readonly id: string;
  readonly title: string;
  /** Designs, preparations or searches that were tried; 0 for the plugin itself. */
  readonly tried: number;
  readonly rules: readonly JudgedRule[];
}

function judged<Subject>(rules: readonly Rule<Subject>[], subject: Subject): JudgedRule[] {
  return rules.map((rule) => ({
    code: rule.code,
    law: rule.law,
    topic: guidanceOf(rule.code).topic,
    findings: findingsOf(rule, subject),
  }));
}

/** Judge a model by every rule of its role. */
async function examineModel(model: Model, shortSearches: boolean): Promise<Examined> {
  const { role, id, title } = model;
  const named = { role, id, title };
  if (model.role === "neuron") {
    const subject = tryNeuron(model);
    return { ...named, tried: subject.trials.length, rules: judged(NEURON_RULES, subject) };
  }
  if (model.role === "synapse") {
    const subject = trySynapse(model);
    return { ...named, tried: subject.trials.length, rules: judged(SYNAPSE_RULES, subject) };
  }
  if (model.role === "interconnect") {
    const subject = tryInterconnect(model);
    return { ...named, tried: subject.trials.length, rules: judged(INTERCONNECT_RULES, subject) };
  }
  if (model.role === "workload") {
    const subject = await tryWorkload(model);
    return { ...named, tried: subject.all.length, rules: judged(WORKLOAD_RULES, subject) };
  }
  const subject = tryOptimizer(model, shortSearches);
  return { ...named, tried: subject.searches.length, rules: judged(OPTIMIZER_RULES, subject) };
}

/**
 * Judge a plugin, then each of its models in their order. Needs no test runner.
 *
 * @param shortSearches whether short searches must do, for optimizers that think long about a proposal
 */
export async function* examinePlugin(plugin: Plugin, shortSearches = false): AsyncGenerator<Examined> {
  yield { role: "plugin", id: plugin.id, title: plugin.title, tried: 0, rules: judged(PLUGIN_RULES, plugin) };
  for (const model of modelsOf(plugin)) yield await examineModel(model, shortSearches);
}
