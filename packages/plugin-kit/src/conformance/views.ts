import { defaultsOf } from "@neurofront/core";
import type { Answer, Model, View, ViewColumn, ViewData } from "@neurofront/core";
import { namedDesigns } from "./design-sample.ts";
import { DECLARATION_RULES } from "./parameters.ts";
import type { Rule } from "./rule.ts";
import type { Tried } from "./trial.ts";
import { problemOfName } from "./unit-in-name.ts";

type Subject = Tried<object, object, unknown>;

/** Views of a model of any role; none where it has none. */
function viewsOf(model: Model): readonly View[] {
  return "views" in model && model.views !== undefined ? (model.views as readonly View[]) : [];
}

/** Fails when the settings of a view are not declared as parameters must be. */
const viewDeclarations: Rule<Subject> = {
  code: "view-declarations",
  law: "A view has a kebab-case id of its own, a title and a meaning, and its settings are declared as parameters are.",
  *breaches({ model }) {
    const seen = new Set<string>();
    for (const { id, title, meaning, settings } of viewsOf(model)) {
      if (seen.has(id)) yield `two views have the id "${id}"`;
      seen.add(id);
      if (!meaning?.trim()) yield `the view "${id}" has no meaning`;
      const declared = { model: { ...model, id, title, parameters: settings } };
      for (const rule of DECLARATION_RULES)
        for (const problem of rule.breaches(declared)) yield `view "${id}": ${problem}`;
    }
  },
};

/** Fails when a view cannot be drawn. */
const viewData: Rule<Subject> = {
  code: "view-data",
  law: "A view gives, at the defaults and each preset, a finite increasing axis and curves of the same length, positive where they are logarithmic.",
  *breaches(subject) {
    for (const view of viewsOf(subject.model)) {
      for (const { title, design } of namedDesigns(subject)) {
        const circuit = subject.trials.find((trial) => trial.title === title)!.circuit;
        let answer: Answer<ViewData>;
        try {
          answer = view.compute(design, circuit, defaultsOf(view.settings));
        } catch (error) {
          yield `view "${view.id}" threw ${String(error)} at ${title}`;
          continue;
        }
        const problem = answer.status === "ok" ? problemOfData(answer) : undefined;
        if (problem !== undefined) yield `view "${view.id}": ${problem} at ${title}`;
      }
    }
  },
};

function problemOfData({ axis, curves, axisScale, curveScale, quantities }: ViewData): string | undefined {
  const points = axis.values.length;
  if (points === 0) return "the axis has no points";
  if (!axis.values.every((value, k) => Number.isFinite(value) && (k === 0 || value > axis.values[k - 1]!)))
    return `the axis ${axis.name} is not finite and increasing`;
  if (axisScale === "log" && axis.values[0]! <= 0)
    return `the logarithmic axis ${axis.name} begins at ${axis.values[0]}`;
  const names = new Set([axis.name]);
  for (const curve of curves) {
    if (names.has(curve.name)) return `two columns are called ${curve.name}`;
    names.add(curve.name);
    const problem = problemOfCurve(curve, points, curveScale);
    if (problem !== undefined) return problem;
  }
  for (const name of [...names, ...Object.keys(quantities)]) {
    const problem = problemOfName(name);
    if (problem !== undefined) return `the name "${name}" ${problem}`;
  }
  const unfinished = Object.entries(quantities).find(([, value]) => !Number.isFinite(value));
  return unfinished === undefined ? undefined : `${unfinished[0]} is ${unfinished[1]}`;
}

function problemOfCurve({ name, values }: ViewColumn, points: number, scale: "linear" | "log"): string | undefined {
  if (values.length !== points) return `${name} has ${values.length} values, the axis ${points}`;
  if (values.every((value) => Number.isNaN(value))) return `${name} has no value`;
  const bad = values.find((value) => Math.abs(value) === Infinity || (scale === "log" && value <= 0));
  return bad === undefined ? undefined : `${name} is ${bad} on a ${scale} scale`;
}

/** What the views of a model keep. */
export const VIEW_RULES: readonly Rule<Subject>[] = [viewDeclarations, viewData];
