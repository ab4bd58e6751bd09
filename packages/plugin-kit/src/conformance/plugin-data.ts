import { API_VERSION, isUnit } from "@neurofront/core";
import type { Discrepancy, Plugin } from "@neurofront/core";
import { measuredExample } from "./measured-devices.ts";
import { presetsOf } from "./parameters.ts";
import { referencePointsOf } from "./reference-points.ts";
import type { Rule } from "./rule.ts";

const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;
/** Semantic versioning 2.0.0, without the fine print. */
const VERSION = /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/u;
/** Keys that BibTeX takes. */
const KEY = /^[A-Za-z][\w:.-]*$/u;

const pluginIdentity: Rule<Plugin> = {
  code: "plugin-identity",
  law: "A plugin has a kebab-case id, a title, a semantic version and the current apiVersion.",
  *breaches({ id, title, version, apiVersion }) {
    if (!KEBAB_CASE.test(id)) yield `the id "${id}" is not kebab-case`;
    if (!title?.trim()) yield `the plugin "${id}" has no title`;
    if (!VERSION.test(version)) yield `the version "${version}" is not semantic, such as 0.1.0`;
    if (apiVersion !== API_VERSION) yield `the apiVersion is ${apiVersion}; this kit tests ${API_VERSION}`;
  },
};

const pluginModels: Rule<Plugin> = {
  code: "plugin-models",
  law: "A plugin brings at least one model or measured device, and no two models of a role with the same id.",
  *breaches({ id, models, measured = [] }) {
    if (models.length + measured.length === 0) yield `the plugin "${id}" brings no model`;
    const names = models.map((model) => `${model.role} "${model.id}"`);
    const twice = names.find((name, k) => names.indexOf(name) !== k);
    if (twice !== undefined) yield `the plugin "${id}" brings the ${twice} twice`;
  },
};

const references: Rule<Plugin> = {
  code: "reference-complete",
  law: "A reference has a key that BibTeX takes, its own in the plugin, an author, a title and a year.",
  *breaches(plugin) {
    const seen = new Set<string>();
    for (const { key, author, title, year } of plugin.references) {
      if (!KEY.test(key)) yield `the key "${key}" of a reference is not letters, digits and : . _ -`;
      if (seen.has(key)) yield `the key "${key}" stands for two references`;
      seen.add(key);
      if (!author?.trim()) yield `the reference "${key}" has no author`;
      if (!title?.trim()) yield `the reference "${key}" has no title`;
      if (!(Number.isInteger(year) && year > 1600 && year < 2200))
        yield `the reference "${key}" is of the year ${year}`;
    }
  },
};

/** Who cites which key. */
function* citations(plugin: Plugin): Generator<readonly [string, string]> {
  for (const model of plugin.models) {
    for (const [name, { source }] of Object.entries(model.parameters))
      if (source?.reference !== undefined) yield [`${name} of ${model.id}`, source.reference];
    for (const [name, { source }] of Object.entries(presetsOf(model)))
      if (source?.reference !== undefined) yield [`preset "${name}" of ${model.id}`, source.reference];
    for (const { title, source } of referencePointsOf(model))
      if (source?.reference !== undefined) yield [`reference point "${title}" of ${model.id}`, source.reference];
  }
  for (const { id, reference } of plugin.discrepancies ?? []) yield [`discrepancy "${id}"`, reference];
  for (const { id, reference } of plugin.publishedPoints ?? []) yield [`published point "${id}"`, reference];
}

const referenceKnown: Rule<Plugin> = {
  code: "reference-known",
  law: "Every key that a parameter, preset, reference point, discrepancy or published point cites is a reference of the plugin.",
  *breaches(plugin) {
    const keys = plugin.references.map(({ key }) => key);
    for (const [who, key] of citations(plugin))
      if (!keys.includes(key)) yield `${who} cites "${key}"; the references are ${keys.join(", ") || "none"}`;
  },
};

function problemOfDiscrepancy(discrepancy: Discrepancy): string | undefined {
  const { id, statement, problem, treatment } = discrepancy;
  if (!/^[A-Za-z0-9][\w-]*$/u.test(id)) return `the id "${id}" of a discrepancy is not letters, digits and - _`;
  if (!(statement?.trim() && problem?.trim() && treatment?.trim()))
    return `the discrepancy "${id}" lacks its statement, problem or treatment`;
  try {
    const strange = discrepancy
      .check?.()
      .find(({ unit, stated, found }) => !isUnit(unit) || !Number.isFinite(stated) || !Number.isFinite(found));
    return (
      strange &&
      `the discrepancy "${id}" finds ${strange.found} for ${strange.quantity}, stated ${strange.stated}, in "${strange.unit}"; legal are finite numbers and a known unit`
    );
  } catch (error) {
    return `the check of the discrepancy "${id}" throws "${String(error)}"`;
  }
}

const discrepancies: Rule<Plugin> = {
  code: "discrepancy-checked",
  law: "A discrepancy says what is stated, what is wrong and what is done, and its check gives finite numbers with units.",
  *breaches(plugin) {
    for (const discrepancy of plugin.discrepancies ?? []) {
      const problem = problemOfDiscrepancy(discrepancy);
      if (problem !== undefined) yield problem;
    }
  },
};

const publishedPoints: Rule<Plugin> = {
  code: "published-point-positive",
  law: "A published point has an id, a title, and a finite energy and delay > 0.",
  *breaches(plugin) {
    for (const { id, title, energy_J, delay_s } of plugin.publishedPoints ?? []) {
      if (!KEBAB_CASE.test(id) || !title?.trim()) yield `the published point "${id}" has no kebab-case id or no title`;
      if (!(energy_J > 0 && delay_s > 0 && Number.isFinite(energy_J * delay_s)))
        yield `the published point "${id}" has ${energy_J} J and ${delay_s} s; legal is finite and > 0`;
    }
  },
};

/** What a plugin keeps besides its models. */
export const PLUGIN_RULES: readonly Rule<Plugin>[] = [
  pluginIdentity,
  pluginModels,
  references,
  referenceKnown,
  discrepancies,
  publishedPoints,
  measuredExample,
];
