import type { NeuronModel, ResolvedFidelity } from "@neurofront/core";
import { suggestion } from "./nearest.ts";
import { shownJson } from "./shown-json.ts";

/** A fidelity as a study writes it: its name, or its name with what an assessment costs. */
export type WrittenFidelity = string | { readonly fidelity: string; readonly cost: number };

/** The neuron's parameter that chooses among models of one device. */
export const FIDELITY_PARAMETER = "fidelity";

/** A fidelity that a study gives no cost costs this much more than the one below it. */
const COST_STEP = 10;

/** The largest cost that a study may declare. */
const LARGEST_COST = 1_000_000;

/** More fidelities no device has. */
const MOST_FIDELITIES = 20;

/** Whether a value is a list of fidelities, whatever neuron they are for. */
export function readFidelities(
  value: unknown,
): { readonly ok: true } | { readonly ok: false; readonly problem: string } {
  const legal = `legal: a list of two or more, lowest first, such as ["closed-form", "q-phi"] or ["closed-form", { "fidelity": "q-phi", "cost": 5 }]`;
  if (!Array.isArray(value) || value.length < 2) return { ok: false, problem: `is ${shownJson(value)}; ${legal}` };
  if (value.length > MOST_FIDELITIES)
    return { ok: false, problem: `lists ${value.length} fidelities; legal: at most ${MOST_FIDELITIES}` };
  for (const [index, item] of value.entries()) {
    const name: unknown = isObject(item) ? item["fidelity"] : item;
    const isSound = isObject(item) ? Object.keys(item).toSorted().join() === "cost,fidelity" : true;
    if (typeof name !== "string" || !isSound)
      return { ok: false, problem: `has ${shownJson(item)} as its number ${index + 1}; ${legal}` };
    if (value.slice(0, index).some((other) => (isObject(other) ? other["fidelity"] : other) === name))
      return { ok: false, problem: `has "${name}" twice; keep one of them` };
    if (!isObject(item)) continue;
    const cost = item["cost"];
    if (typeof cost !== "number" || !(cost >= 1 && cost <= LARGEST_COST))
      return {
        ok: false,
        problem: `gives "${name}" the cost ${shownJson(cost)}; legal: 1 to ${LARGEST_COST}, in assessments at the lowest fidelity`,
      };
    if (index === 0 && cost !== 1)
      return {
        ok: false,
        problem: `gives its lowest fidelity "${name}" the cost ${cost}; the lowest costs 1, the others are counted in it`,
      };
  }
  return { ok: true };
}

/** What is wrong with fidelities for a neuron; undefined when nothing is. */
export function problemWithFidelities(
  written: readonly WrittenFidelity[],
  neuron: NeuronModel,
  withFidelities: readonly string[],
): string | undefined {
  const parameter = neuron.parameters[FIDELITY_PARAMETER];
  if (parameter?.kind !== "choice")
    return `is given, but the neuron "${neuron.id}" has one fidelity only; remove it (neurons with several: ${withFidelities.join(", ") || "none"})`;
  const unknown = written.map(nameOf).find((name) => !parameter.options.includes(name));
  return unknown === undefined
    ? undefined
    : `has "${unknown}", which is no fidelity of "${neuron.id}"; ${suggestion(unknown, parameter.options)}`;
}

/** Fidelities with their costs. */
export function resolveFidelities(written: readonly WrittenFidelity[]): ResolvedFidelity[] {
  let cost = 1 / COST_STEP;
  return written.map((one) => {
    cost = typeof one === "string" ? cost * COST_STEP : one.cost;
    return { name: nameOf(one), cost };
  });
}

function nameOf(written: WrittenFidelity): string {
  return typeof written === "string" ? written : written.fidelity;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
