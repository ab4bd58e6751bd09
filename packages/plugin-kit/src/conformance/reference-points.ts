import { defaultsOf } from "@neurofront/core";
import type { Design, Model, OperatingPoint, Parameters, ReferencePoint } from "@neurofront/core";
import { answerOf, declaredCircuit, quantityNamesOf, quantityOf } from "./declared-quantity.ts";
import { presetsOf, problemOfSource, problemOfValue } from "./parameters.ts";
import type { Declared } from "./parameters.ts";
import type { Rule } from "./rule.ts";

/** Whichever the role, its circuit is a part of a neuron's. */
type Point = ReferencePoint<Parameters, OperatingPoint>;

/** Points that a model of any role declares; none where its role has none. */
export function referencePointsOf(model: Model): readonly Point[] {
  return "referencePoints" in model && model.referencePoints !== undefined
    ? (model.referencePoints as readonly Point[])
    : [];
}

/** Why a point cannot be looked at, or undefined. */
function problemOf({ title, preset, design, expected, tolerance, source }: Point, model: Model): string | undefined {
  if (!title?.trim()) return "has no title";
  if (preset !== undefined && !Object.hasOwn(presetsOf(model), preset))
    return `starts from the preset "${preset}"; there are ${Object.keys(presetsOf(model)).join(", ") || "none"}`;
  for (const [name, value] of Object.entries(design ?? {})) {
    const parameter = Object.hasOwn(model.parameters, name) ? model.parameters[name] : undefined;
    if (parameter === undefined)
      return `sets ${name}, which is not a parameter; there are ${Object.keys(model.parameters).join(", ")}`;
    const problem = problemOfValue(parameter, value);
    if (problem !== undefined) return `has a ${name} that ${problem}`;
  }
  if (!(Number.isFinite(expected) && expected !== 0))
    return `expects ${expected}; legal is a finite number other than 0`;
  if (!(tolerance > 0 && tolerance < 1))
    return `has the tolerance ${tolerance}; legal is > 0 and < 1, relative to what is expected`;
  return problemOfSource(source);
}

/** Fails when a reference point is none. */
const pointDeclared: Rule<Declared> = {
  code: "reference-point-declared",
  law: "A reference point has a title, a legal design, an expected number, a relative tolerance, and a source.",
  *breaches({ model }) {
    for (const point of referencePointsOf(model)) {
      const problem = problemOf(point, model);
      if (problem !== undefined) yield `the reference point "${point.title}" ${problem}`;
    }
  },
};

/** What a model gives where a reference point expects a number, or why it gives none. */
export function foundAt(point: Point, model: Model): { readonly value: number } | { readonly problem: string } {
  const values = point.preset === undefined ? {} : presetsOf(model)[point.preset]!.values;
  const operating = declaredCircuit(point.operating);
  const answered = answerOf(
    model,
    { ...defaultsOf(model.parameters), ...values, ...point.design } as Design,
    operating,
  );
  if (answered.kind === "none") return { problem: `has no answer: ${answered.why}` };
  const value = quantityOf(answered.character, point.quantity, operating);
  if (value !== undefined) return { value };
  return {
    problem: `is of ${point.quantity}, which the model does not give; it gives ${quantityNamesOf(answered.character).join(", ")}`,
  };
}

function missOf(point: Point, model: Model): string | undefined {
  const found = foundAt(point, model);
  if ("problem" in found) return found.problem;
  const deviation = Math.abs(found.value - point.expected) / Math.abs(point.expected);
  if (deviation <= point.tolerance) return undefined;
  return `expects ${point.quantity} = ${point.expected} within ${100 * point.tolerance} %, and the model gives ${found.value}, ${(100 * deviation).toPrecision(3)} % off`;
}

/** Fails when a model misses a number of others that its author says it meets. */
const pointMet: Rule<Declared> = {
  code: "reference-point-met",
  law: "The model gives the number of each reference point within its tolerance.",
  *breaches({ model }) {
    for (const point of referencePointsOf(model)) {
      if (problemOf(point, model) !== undefined) continue;
      const miss = missOf(point, model);
      if (miss !== undefined) yield `the reference point "${point.title}" ${miss}`;
    }
  },
};

/** What the reference points of a model keep. */
export const REFERENCE_POINT_RULES: readonly Rule<Declared>[] = [pointDeclared, pointMet];
