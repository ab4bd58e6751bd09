import { randomAt } from "@neurofront/core";
import type { Design, Model, Trend } from "@neurofront/core";
import { DECLARED_AT, answerOf, quantityNamesOf, quantityOf } from "./declared-quantity.ts";
import { designAt, latinHypercube, namedDesigns, valueAt } from "./design-sample.ts";
import type { TitledDesign } from "./design-sample.ts";
import type { Declared } from "./parameters.ts";
import type { Rule } from "./rule.ts";
import { where } from "./trial.ts";

/** Designs from which a parameter is swept, besides the defaults and the presets. */
const SAMPLES = 8;
/** Values of the parameter, evenly over its range on its own scale. */
const STEPS = 9;
/** Rounding of a value that is computed in two ways, relative. */
const ROUNDING = 1e-9;

/** Trends that a model of any role declares; none where its role has none. */
function trendsOf(model: Model): readonly Trend[] {
  return "trends" in model && model.trends !== undefined ? model.trends : [];
}

/** Why a trend cannot be looked at, or undefined. */
function problemOf({ quantity, parameter, direction, because }: Trend, model: Model): string | undefined {
  const declared = Object.hasOwn(model.parameters, parameter) ? model.parameters[parameter] : undefined;
  if (declared === undefined || declared.kind === "choice")
    return `is over ${parameter}, which is ${declared === undefined ? "not a parameter" : "a choice"}; there are ${Object.keys(model.parameters).join(", ")}`;
  if (direction !== "rises" && direction !== "falls")
    return `has the direction "${String(direction)}"; legal is rises or falls`;
  if (!because?.trim()) return `has no reason; write the physics in one sentence under "because"`;
  const answered = answerOf(model, namedDesigns({ model })[0]!.design, DECLARED_AT);
  if (answered.kind === "none" || quantityOf(answered.character, quantity, DECLARED_AT) !== undefined) return undefined;
  return `is of ${quantity}, which the model does not give; it gives ${quantityNamesOf(answered.character).join(", ")}`;
}

/** Fails when a trend names what there is not. */
const trendDeclared: Rule<Declared> = {
  code: "trend-declared",
  law: "A trend names a quantity of the model, a parameter that is a number, a direction, and the physics behind it.",
  *breaches({ model }) {
    for (const trend of trendsOf(model)) {
      const problem = problemOf(trend, model);
      if (problem !== undefined) yield `the trend "${titleOf(trend)}" ${problem}`;
    }
  },
};

function titleOf({ quantity, direction, parameter }: Trend): string {
  return `${quantity} ${direction} with ${parameter}`;
}

/** Where a parameter is swept from: named designs and a few of a Latin hypercube. */
function basesOf(model: Model): TitledDesign[] {
  const random = randomAt(0, "conformance-trends", model.id);
  const cube = latinHypercube(SAMPLES, Object.keys(model.parameters).length, random);
  return [...namedDesigns({ model }), ...cube.map((point) => ({ title: undefined, design: designAt({ model }, point) }))];
}

/** The quantity where the design is possible and valid, in the order of the parameter. */
function sweptFrom(design: Design, trend: Trend, model: Model): { readonly value: number; readonly found: number }[] {
  const parameter = model.parameters[trend.parameter]!;
  return Array.from({ length: STEPS }, (_, k) => valueAt(parameter, k / (STEPS - 1)) as number).flatMap((value) => {
    const answered = answerOf(model, { ...design, [trend.parameter]: value } as Design, DECLARED_AT);
    if (answered.kind === "none" || !answered.isValid) return [];
    const found = quantityOf(answered.character, trend.quantity, DECLARED_AT);
    return found === undefined || !Number.isFinite(found) ? [] : [{ value, found }];
  });
}

/** How the values go against the trend, or undefined. */
function againstTrend({ direction, quantity, parameter }: Trend, swept: ReturnType<typeof sweptFrom>): string | undefined {
  const sign = direction === "rises" ? 1 : -1;
  for (let k = 1; k < swept.length; k++) {
    const [before, after] = [swept[k - 1]!, swept[k]!];
    if (sign * (after.found - before.found) < -ROUNDING * Math.abs(before.found))
      return `${quantity} goes from ${before.found} at ${parameter} = ${before.value} to ${after.found} at ${after.value}`;
  }
  return undefined;
}

/** Fails when a model does not do what its author says of it. */
const trendHolds: Rule<Declared> = {
  code: "trend-holds",
  law: "A declared trend holds wherever the design is possible and valid, and the quantity moves over the parameter's range.",
  *breaches({ model }) {
    const bases = basesOf(model);
    for (const trend of trendsOf(model)) {
      if (problemOf(trend, model) !== undefined) continue;
      for (const [k, base] of bases.entries()) {
        const swept = sweptFrom(base.design, trend, model);
        const problem = againstTrend(trend, swept);
        if (problem !== undefined) yield `declared is "${titleOf(trend)}", but ${problem}, ${where({ ...base, circuit: {} })}`;
        else if (k === 0 && !(swept.length > 1 && swept.at(-1)!.found !== swept[0]!.found))
          yield `declared is "${titleOf(trend)}", but ${trend.quantity} ${swept.length > 1 ? `is ${swept[0]!.found} at all` : "is known at fewer than two"} values of ${trend.parameter} at the defaults`;
      }
    }
  },
};

/** What the trends of a model keep. */
export const TREND_RULES: readonly Rule<Declared>[] = [trendDeclared, trendHolds];
