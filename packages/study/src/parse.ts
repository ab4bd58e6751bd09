import { Ajv2020 } from "ajv/dist/2020.js";
import type { ErrorObject } from "ajv/dist/2020.js";
import type { SchemaValidateFunction } from "ajv/dist/types/index.js";
import { isEstimated, isQuantile, METRICS } from "@neurofront/core";
import type { MetricName, Parameter, Statistic, Unit } from "@neurofront/core";
import type { Catalog } from "./catalog.ts";
import { escapePointer, plainDocument, readDocument } from "./document.ts";
import type { StudyDocument } from "./document.ts";
import { nameList, suggestion } from "./nearest.ts";
import { StudyError } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { checkOptimizerLimits } from "./optimizer-limits.ts";
import { studySchema } from "./schema.ts";
import { shownJson } from "./shown-json.ts";
import { checkTrainings } from "./written-training.ts";
import type { StudyFile } from "./study-file.ts";
import { FIDELITY_PARAMETER, problemWithFidelities, readFidelities, resolveFidelities } from "./written-fidelities.ts";
import { readParameter, readQuantity, readQuantityInRange } from "./written-parameter.ts";

/** A study whose text is sound: structure, names, units and ranges. */
export interface ParsedStudy {
  readonly file: string;
  readonly study: StudyFile;
}

/**
 * Check the text of a study against the models of a catalog.
 *
 * @param file name shown in messages
 * @throws StudyError with every problem found, each at its line and column
 */
export function parseStudy(text: string, file: string, catalog: Catalog): ParsedStudy {
  return checkDocument(readDocument(text, file), catalog);
}

/** As {@link parseStudy}, for a value that is already JSON data; problems then have a pointer but no position. */
export function checkStudyValue(value: unknown, file: string, catalog: Catalog): ParsedStudy {
  return checkDocument(plainDocument(value, file), catalog);
}

function checkDocument(document: StudyDocument, catalog: Catalog): ParsedStudy {
  const validate = compile(catalog, document.value);
  if (!validate(document.value))
    throw new StudyError(document.file, distinct(describeErrors(validate.errors ?? [], document)));
  const study = document.value as StudyFile;
  const problems = [
    ...checkMeaning(study, document),
    ...checkFidelities(study, document, catalog),
    ...checkTrainings(study, document, catalog),
    ...checkOptimizerLimits(study, document, catalog),
  ];
  if (problems.length > 0) throw new StudyError(document.file, problems);
  return { file: document.file, study };
}

type Validate = ReturnType<Ajv2020["compile"]>;

/** By the models that studies name. */
const compiled = new WeakMap<Catalog, Map<string, Validate>>();
/** Of one catalog. */
const MOST_COMPILED = 40;

/** The check of a study. Compiling takes longer than anything else of it, so it is that of the models which the study names. */
function compile(catalog: Catalog, study: unknown): Validate {
  const known = compiled.get(catalog) ?? new Map<string, Validate>();
  compiled.set(catalog, known);
  const used = namedModels(study, catalog);
  const key = [...used].toSorted().join(" ");
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_COMPILED) known.clear();
  const validate = compileFor(catalog, used);
  known.set(key, validate);
  return validate;
}

/** Models of a catalog that are named as such anywhere in a study. */
function namedModels(study: unknown, catalog: Catalog): ReadonlySet<string> {
  const { neuron, synapse, interconnect, workload, optimizer } = catalog;
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { use } = value as { readonly use?: unknown };
    if (
      typeof use === "string" &&
      [neuron, synapse, interconnect, workload, optimizer].some((models) => models.has(use))
    )
      names.add(use);
    for (const part of Object.values(value)) look(part);
  };
  look(study);
  return names;
}

function compileFor(catalog: Catalog, used: ReadonlySet<string>): Validate {
  const ajv = new Ajv2020({
    allErrors: true,
    discriminator: true,
    verbose: true,
    strictTypes: false,
    // A study is checked once or twice: code that is compiled sooner serves better than code that runs faster. Optimizing it also tells
    // V8 of so many names of members that it has no room for more shapes: new literals of four members are dictionaries from then on,
    // several times as slow, in whatever is run afterwards.
    inlineRefs: false,
    code: { optimize: false },
  });
  ajv.addKeyword("models");
  const quantity = keyword((value, rule) => {
    const { unit, low, high } = rule as { readonly unit: Unit; readonly low: number; readonly high: number };
    return readQuantityInRange(value, unit, { low, high });
  });
  ajv.addKeyword({ keyword: "quantity", errors: "full", validate: quantity });
  ajv.addKeyword({
    keyword: "parameter",
    errors: "full",
    validate: keyword((value, parameter) => readParameter(value, parameter as Parameter)),
  });
  ajv.addKeyword({ keyword: "accounting", errors: "full", validate: keyword((value) => readAccounting(value)) });
  ajv.addKeyword({ keyword: "fidelities", errors: "full", validate: keyword((value) => readFidelities(value)) });
  return ajv.compile(studySchema(catalog, "check", used));
}

/** A keyword whose error message is the reading's own sentence. */
function keyword(
  read: (value: unknown, schema: unknown) => { readonly ok: true } | { readonly ok: false; readonly problem: string },
): SchemaValidateFunction {
  const validate: SchemaValidateFunction = (schema: unknown, value: unknown) => {
    const reading = read(value, schema);
    if (reading.ok) return true;
    validate.errors = [{ keyword: "reading", message: reading.problem, params: {} }];
    return false;
  };
  return validate;
}

function readAccounting(value: unknown): { readonly ok: true } | { readonly ok: false; readonly problem: string } {
  const list = Array.isArray(value) ? value : [value];
  const sound =
    list.length > 0 &&
    list.every((item, index) => (item === "paper" || item === "full") && list.indexOf(item) === index);
  return sound
    ? { ok: true }
    : {
        ok: false,
        problem: `is ${shownJson(value)}; legal: "paper", "full", or both in a list ["paper", "full"]`,
      };
}

/** Of so many errors the sentences are made, which look at the value and the text again; the rest waits for these to be mended. */
const MOST_DESCRIBED = 100;

function describeErrors(errors: readonly ErrorObject[], document: StudyDocument): Problem[] {
  const problems: Problem[] = [];
  const unnamed = new Set(
    errors.filter(({ keyword: name }) => name === "discriminator").map(({ instancePath }) => instancePath),
  );
  for (const error of errors.slice(0, MOST_DESCRIBED)) {
    // A missing "use" is told once, by the discriminator, with the legal names.
    if (error.keyword === "required" && unnamed.has(error.instancePath)) continue;
    if (error.keyword !== "propertyNames") problems.push(describeError(error, document));
  }
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function describeError(error: ErrorObject, document: StudyDocument): Problem {
  const { instancePath, params, data } = error;
  switch (error.keyword) {
    case "reading":
      return document.locate(instancePath, error.message ?? "is not legal");
    case "additionalProperties": {
      const key = String(params["additionalProperty"]);
      const properties = (error.parentSchema?.["properties"] ?? {}) as Record<string, { const?: unknown }>;
      const legal = Object.keys(properties).filter((name) => name !== "$schema");
      const model = properties["use"]?.const;
      const whole = typeof model === "string" ? `neurofront list parameters ${model}` : undefined;
      return document.locate(instancePath, `has the unknown key "${key}"; ${suggestion(key, legal, whole)}`, key);
    }
    case "required": {
      const key = String(params["missingProperty"]);
      const meaning = (error.parentSchema?.["properties"] as Record<string, { description?: string }> | undefined)?.[
        key
      ]?.description;
      return document.locate(instancePath, `lacks "${key}"${meaning === undefined ? "" : ` (${meaning})`}; add it`);
    }
    case "discriminator": {
      const tag = (data as { use?: unknown } | null)?.use;
      const variants = error.parentSchema!["oneOf"] as readonly { properties: { use: { const: string } } }[];
      const models = error.parentSchema!["models"] as readonly string[] | undefined;
      const legal = models ?? variants.map(({ properties }) => properties.use.const);
      if (typeof tag !== "string")
        return document.locate(
          instancePath,
          `lacks "use", the name of a model; legal: ${nameList(legal, legal, ALL_MODELS)}`,
        );
      return document.locate(
        `${instancePath}/use`,
        `names "${tag}", which no plugin brings; ${suggestion(tag, legal, ALL_MODELS)}${requirementOf(document)}`,
      );
    }
    case "enum": {
      const legal = (params["allowedValues"] as readonly unknown[]).map(String);
      return document.locate(
        instancePath,
        `is ${shownJson(data)}; ${typeof data === "string" ? suggestion(data, legal) : `legal: ${legal.join(", ")}`}`,
      );
    }
    case "type":
      return document.locate(
        instancePath,
        `is ${shownJson(data)}; legal: ${article([params["type"]].flat().map(String))}`,
      );
    case "minProperties": {
      const legal = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {});
      return document.locate(
        instancePath,
        `is ${shownJson(data)}; write at least one ${legal.length > 0 ? `of ${legal.join(", ")}` : "entry"}`,
      );
    }
    case "minItems": {
      const least = Number(params["limit"]);
      return document.locate(
        instancePath,
        `is ${shownJson(data)}; write at least ${least === 1 ? "one entry" : `${least} entries`}`,
      );
    }
    case "minimum":
    case "maximum":
      return document.locate(
        instancePath,
        `is ${shownJson(data)}; legal: ${String(error.parentSchema?.["minimum"])} to ${String(error.parentSchema?.["maximum"])}`,
      );
    case "pattern":
      return document.locate(
        instancePath,
        `has the name ${JSON.stringify(error.propertyName ?? data)}; legal: a letter, then letters, digits and hyphens, at most 40`,
        error.propertyName,
      );
    default:
      return document.locate(instancePath, `is ${shownJson(data)}: ${error.message ?? "not legal"}`);
  }
}

const ALL_MODELS = "neurofront list plugins";

/** What the study says it needs, for whoever has not let it in. */
function requirementOf({ value }: StudyDocument): string {
  const { plugins } = value as { readonly plugins?: unknown };
  return Array.isArray(plugins) && plugins.length > 0
    ? `; the study requires ${plugins.join(", ")}: let it in with --plugin`
    : "";
}

function article(types: readonly string[]): string {
  return types
    .map(
      (type) =>
        ({
          integer: "a whole number",
          number: "a number",
          string: "text in double quotes",
          boolean: "true or false",
          object: "an object { ... }",
          array: "a list [ ... ]",
        })[type] ?? type,
    )
    .join(" or ");
}

function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.pointer} ${problem.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Metrics whose p05, p50 and p95 over chips are known. */
const SPREAD_METRICS: ReadonlySet<MetricName> = new Set(["accuracy", "testAccuracy"]);

/** What the schema cannot say: one goal an objective, one bound a constraint, units of bounds, statistics that exist. */
function checkMeaning(study: StudyFile, document: StudyDocument): Problem[] {
  const problems: Problem[] = [];
  const report = (pointer: string, message: string): void => void problems.push(document.locate(pointer, message));
  const chips = study.variation?.chips ?? 200;
  const checkStatistic = (pointer: string, metric: MetricName, statistic: Statistic = "mean"): void => {
    if (statistic === "worst") {
      if (study.variation?.corners === undefined)
        report(
          `${pointer}/statistic`,
          `asks for the worst corner, but the study has no /variation/corners; name them there, or write "mean"`,
        );
      if (isEstimated({ metric, statistic }))
        report(
          `${pointer}/statistic`,
          `asks for the worst corner of ${metric}, but chips are not drawn at corners; legal: any other metric`,
        );
      return;
    }
    const needsChips = isEstimated({ metric, statistic });
    if (isQuantile(statistic) && !SPREAD_METRICS.has(metric))
      report(
        `${pointer}/statistic`,
        `asks for ${statistic} of ${metric}, which is known only as its mean; legal for p05, p50, p95: ${[...SPREAD_METRICS].join(", ")}`,
      );
    else if (needsChips && chips === 0)
      report(pointer, `needs Monte Carlo chips, but /variation/chips is 0; set it to 100 or more`);
  };
  for (const [index, objective] of study.objectives.entries()) {
    const pointer = `/objectives/${index}`;
    if ("minimize" in objective && "maximize" in objective)
      report(pointer, `has both "minimize" and "maximize"; keep one of them`);
    else if (!("minimize" in objective) && !("maximize" in objective))
      report(
        pointer,
        `lacks "minimize" or "maximize" with a metric; legal metrics: ${Object.keys(METRICS).join(", ")}`,
      );
    else
      checkStatistic(pointer, "minimize" in objective ? objective.minimize : objective.maximize, objective.statistic);
  }
  for (const [index, constraint] of (study.constraints ?? []).entries()) {
    const pointer = `/constraints/${index}`;
    const bounds = (["atMost", "atLeast"] as const).filter((key) => constraint[key] !== undefined);
    if (bounds.length !== 1)
      report(
        pointer,
        `has ${bounds.length === 0 ? "no bound" : "two bounds"}; write exactly one of "atMost", "atLeast"`,
      );
    for (const bound of bounds) {
      const reading = readQuantity(constraint[bound], METRICS[constraint.metric].unit);
      if (!reading.ok) report(`${pointer}/${bound}`, reading.problem);
    }
    checkStatistic(pointer, constraint.metric, constraint.statistic);
  }
  for (const name of Object.keys(study.technologies)) {
    const twin = Object.keys(study.technologies).find(
      (other) => other !== name && other.toLowerCase() === name.toLowerCase(),
    );
    if (twin !== undefined && name < twin)
      report(`/technologies/${escapePointer(name)}`, `differs from "${twin}" only in case; rename one of them`);
  }
  for (const [where, part] of [
    ["/held/workload", study.held.workload] as const,
    ["/optimizer", study.optimizer] as const,
  ]) {
    if (part === undefined) continue;
    for (const [key, value] of Object.entries(part))
      if (typeof value === "object")
        report(
          `${where}/${escapePointer(key)}`,
          `is to be searched; ${where.slice(1)} takes one fixed value for each parameter`,
        );
  }
  return problems;
}

/** What the schema cannot say of fidelities: whether the neuron has them, and whether the budget reaches the highest. */
function checkFidelities(study: StudyFile, document: StudyDocument, catalog: Catalog): Problem[] {
  const problems: Problem[] = [];
  const report = (pointer: string, message: string, key?: string): void =>
    void problems.push(document.locate(pointer, message, key));
  const withFidelities = [...catalog.neuron.values()].flatMap(({ model }) =>
    model.parameters[FIDELITY_PARAMETER]?.kind === "choice" ? [model.id] : [],
  );
  const technologies = Object.entries(study.technologies);
  for (const [name, { neuron, fidelities }] of technologies) {
    if (fidelities === undefined) continue;
    const pointer = `/technologies/${escapePointer(name)}`;
    const problem = problemWithFidelities(fidelities, catalog.neuron.get(neuron.use)!.model, withFidelities);
    if (problem !== undefined) report(`${pointer}/fidelities`, problem);
    else if (neuron[FIDELITY_PARAMETER] !== undefined)
      report(
        `${pointer}/neuron/${FIDELITY_PARAMETER}`,
        `is given beside "fidelities" of the technology; keep one of them`,
      );
    const cost = resolveFidelities(fidelities).reduce((sum, one) => sum + one.cost, 0);
    if (cost > study.budget.evaluations)
      report(
        `${pointer}/fidelities`,
        `cost ${cost} for one candidate at all of them, more than the ${study.budget.evaluations} of /budget/evaluations; raise the budget or name lower costs`,
      );
  }
  if (study.promotion === undefined) return problems;
  if (technologies.every(([, { fidelities }]) => fidelities === undefined))
    report("/promotion", `is given, but no technology has "fidelities"; remove it or name them`);
  if (study.promotion.rule === "front" && study.promotion.share !== undefined)
    report("/promotion/share", `is given with the rule "front"; write "rule": "share", or remove it`);
  return problems;
}
