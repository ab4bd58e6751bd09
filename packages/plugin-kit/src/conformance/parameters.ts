import { isUnit, studyKey, unitSuffix } from "@neurofront/core";
import type { Model, Parameter, Provenance } from "@neurofront/core";
import type { Rule } from "./rule.ts";
import { isCoherent } from "./unit-in-name.ts";

/** A model whose declarations are looked at. */
export interface Declared {
  readonly model: Model;
}

const PROVENANCE_KINDS: readonly Provenance["kind"][] = [
  "paper",
  "literature",
  "recalled",
  "derived",
  "fitted",
  "simulated",
  "assumed",
];

const entries = ({ model }: Declared): [string, Parameter][] => Object.entries(model.parameters);

/** Why a value is not legal for a parameter, or undefined. */
export function problemOfValue(parameter: Parameter, value: unknown): string | undefined {
  if (parameter.kind === "choice") {
    if ((parameter.options as readonly unknown[]).includes(value)) return undefined;
    return `is ${JSON.stringify(value)}; legal is one of ${parameter.options.join(", ")}`;
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return `is ${String(value)}; legal is a finite number`;
  if (parameter.kind === "integer" && !Number.isInteger(value)) return `is ${value}; legal is a whole number`;
  if (value < parameter.low || value > parameter.high)
    return `is ${value}; legal is ${parameter.low} to ${parameter.high}`;
  return undefined;
}

const modelIdentity: Rule<Declared> = {
  code: "model-identity",
  law: "A model has a kebab-case id and a title.",
  *breaches({ model }) {
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(model.id)) yield `the id "${model.id}" is not kebab-case`;
    if (model.title.trim() === "") yield `the model "${model.id}" has no title`;
  },
};

const parameterUnit: Rule<Declared> = {
  code: "parameter-unit",
  law: "The unit of a parameter is known and SI without a prefix.",
  *breaches(subject) {
    for (const [name, parameter] of entries(subject)) {
      if (parameter.kind !== "quantity") continue;
      const { unit } = parameter;
      if (!isUnit(unit)) yield `the unit "${unit}" of ${name} is not known; write it like "A/m^2", or "1" for none`;
      else if (!isCoherent(unit)) yield `the unit "${unit}" of ${name} is not SI without a prefix, such as "m" or "J"`;
    }
  },
};

const parameterNameUnit: Rule<Declared> = {
  code: "parameter-name-unit",
  law: "The name of a parameter ends in its unit, and in no unit when it has none.",
  *breaches(subject) {
    for (const [name, parameter] of entries(subject)) {
      if (parameter.kind === "quantity" && !isUnit(parameter.unit)) continue;
      const suffix = parameter.kind === "quantity" ? unitSuffix(parameter.unit) : "";
      const stem = name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : undefined;
      if (stem === undefined)
        yield `${name} is in ${(parameter as { unit: string }).unit}, so its name must end in "${suffix}"`;
      else if (!/^[A-Za-z][A-Za-z0-9]*$/u.test(stem))
        yield `${name}: "${stem}" before the unit "${suffix}" is not one word in letters and digits`;
    }
  },
};

const parameterStudyKey: Rule<Declared> = {
  code: "parameter-study-key",
  law: "No two parameters have the same name without their units, for that is how a study writes them.",
  *breaches(subject) {
    const seen = new Map<string, string>();
    for (const [name, parameter] of entries(subject)) {
      const key = studyKey(name, parameter);
      const other = seen.get(key);
      if (other !== undefined) yield `${other} and ${name} are both written "${key}" in a study`;
      seen.set(key, name);
    }
  },
};

const parameterRange: Rule<Declared> = {
  code: "parameter-range",
  law: "Bounds are finite with low < high, and whole for integers; a choice has distinct options.",
  *breaches(subject) {
    for (const [name, parameter] of entries(subject)) {
      if (parameter.kind === "choice") {
        if (parameter.options.length === 0) yield `${name} has no options`;
        if (new Set(parameter.options).size !== parameter.options.length)
          yield `${name} has an option twice: ${parameter.options.join(", ")}`;
        continue;
      }
      const { low, high } = parameter;
      if (!(Number.isFinite(low) && Number.isFinite(high) && low < high))
        yield `${name} ranges from ${low} to ${high}; both must be finite and low < high`;
      else if (parameter.kind === "integer" && !(Number.isInteger(low) && Number.isInteger(high)))
        yield `${name} is a whole number, but ranges from ${low} to ${high}`;
    }
  },
};

const parameterDefault: Rule<Declared> = {
  code: "parameter-default",
  law: "The default of a parameter is a legal value of it.",
  *breaches(subject) {
    for (const [name, parameter] of entries(subject)) {
      const problem = problemOfValue(parameter, parameter.default);
      if (problem !== undefined) yield `the default of ${name} ${problem}`;
    }
  },
};

const parameterLogScale: Rule<Declared> = {
  code: "parameter-log-scale",
  law: "A parameter on a logarithmic scale has low > 0.",
  *breaches(subject) {
    for (const [name, parameter] of entries(subject))
      if (parameter.kind === "quantity" && parameter.scale === "log" && !(parameter.low > 0))
        yield `${name} is searched on a logarithmic scale from low = ${parameter.low}; low must be > 0`;
  },
};

const parameterMeaning: Rule<Declared> = {
  code: "parameter-meaning",
  law: "Every parameter says what it means.",
  *breaches(subject) {
    for (const [name, parameter] of entries(subject))
      if (!parameter.meaning?.trim()) yield `${name} has no meaning; write a phrase that a physicist understands`;
  },
};

/** Why a source says too little, or undefined. */
export function problemOfSource(source: Provenance | undefined): string | undefined {
  if (source === undefined) return "has no source";
  if (!PROVENANCE_KINDS.includes(source.kind))
    return `has a source of kind "${source.kind}"; legal is one of ${PROVENANCE_KINDS.join(", ")}`;
  return source.note?.trim() ? undefined : "has a source without a note; say how the number came about";
}

const parameterSource: Rule<Declared> = {
  code: "parameter-source",
  law: "Every parameter says where its default comes from.",
  *breaches(subject) {
    for (const [name, parameter] of entries(subject)) {
      const problem = problemOfSource(parameter.source);
      if (problem !== undefined) yield `${name} ${problem}`;
    }
  },
};

const presetValues: Rule<Declared> = {
  code: "preset-values",
  law: "A preset gives legal values to declared parameters only.",
  *breaches({ model }) {
    for (const [preset, { values }] of Object.entries(presetsOf(model))) {
      for (const [name, value] of Object.entries(values)) {
        const parameter = Object.hasOwn(model.parameters, name) ? model.parameters[name] : undefined;
        if (parameter === undefined) {
          yield `preset "${preset}" sets ${name}, which is not a parameter; there are ${Object.keys(model.parameters).join(", ")}`;
          continue;
        }
        const problem = problemOfValue(parameter, value);
        if (problem !== undefined) yield `${name} of preset "${preset}" ${problem}`;
      }
    }
  },
};

const presetSource: Rule<Declared> = {
  code: "preset-source",
  law: "A preset has a title and says where its values come from.",
  *breaches({ model }) {
    for (const [name, preset] of Object.entries(presetsOf(model))) {
      if (!preset.title?.trim()) yield `preset "${name}" has no title`;
      const problem = problemOfSource(preset.source);
      if (problem !== undefined) yield `preset "${name}" ${problem}`;
    }
  },
};

/** Presets of a model of any role; none where the role has no presets. */
export function presetsOf(
  model: Model,
): Readonly<Record<string, { title: string; source: Provenance; values: Readonly<Record<string, unknown>> }>> {
  return "presets" in model && model.presets !== undefined ? model.presets : {};
}

/** What the declarations of every model keep, whatever its role. */
export const DECLARATION_RULES: readonly Rule<Declared>[] = [
  modelIdentity,
  parameterUnit,
  parameterNameUnit,
  parameterStudyKey,
  parameterRange,
  parameterDefault,
  parameterLogScale,
  parameterMeaning,
  parameterSource,
];

/** What the presets of a model keep. */
export const PRESET_RULES: readonly Rule<Declared>[] = [presetValues, presetSource];
