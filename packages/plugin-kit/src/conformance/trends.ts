import { randomAt } from "@neurofront/core";
import type { Design, Model, OperatingPoint, Parameter, Trend } from "@neurofront/core";
import { answerOf, declaredCircuit, quantityNamesOf, quantityOf } from "./declared-quantity.ts";
import { designAt, latinHypercube, namedDesigns, shareOf, valueAt } from "./design-sample.ts";
import type { TitledDesign } from "./design-sample.ts";
import type { Declared } from "./parameters.ts";
import type { Rule } from "./rule.ts";
import { where } from "./trial.ts";

/** Designs from which a parameter is swept, besides the defaults. */
const SAMPLES = 8;
/** Values of the parameter, evenly over its range on its own scale. */
const STEPS = 9;
/** Values to either side of the design's own, each a part of the range further: what is valid may be a small part of it. */
const NEAR_STEPS = 4;
const NEAR_SHARE = 0.02;
/** Rounding of a value that is computed in two ways, relative. */
const ROUNDING = 1e-9;

/** Whichever the role, its circuit is a part of a neuron's. */
type DeclaredTrend = Trend<string, OperatingPoint>;

/** Trends that a model of any role declares; none where its role has none. */
function trendsOf(model: Model): readonly DeclaredTrend[] {
  return "trends" in model && model.trends !== undefined ? (model.trends as readonly DeclaredTrend[]) : [];
}

/** Why a trend cannot be looked at, or undefined. */
function problemOf(
  { quantity, parameter, direction, because, operating }: DeclaredTrend,
  model: Model,
): string | undefined {
  const declared = Object.hasOwn(model.parameters, parameter) ? model.parameters[parameter] : undefined;
  if (declared === undefined || declared.kind === "choice")
    return `is over ${parameter}, which is ${declared === undefined ? "not a parameter" : "a choice"}; there are ${Object.keys(model.parameters).join(", ")}`;
  if (direction !== "rises" && direction !== "falls")
    return `has the direction "${String(direction)}"; legal is rises or falls`;
  if (!because?.trim()) return `has no reason; write the physics in one sentence under "because"`;
  const circuit = declaredCircuit(operating);
  const answered = answerOf(model, namedDesigns({ model })[0]!.design, circuit);
  if (answered.kind === "none" || quantityOf(answered.character, quantity, circuit) !== undefined) return undefined;
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

function titleOf({ quantity, direction, parameter }: DeclaredTrend): string {
  return `${quantity} ${direction} with ${parameter}`;
}

/** Where a parameter is swept from: the defaults, and a few of a Latin hypercube of all but the choices, which may be slow ways. */
function basesOf(model: Model): TitledDesign[] {
  const random = randomAt(0, "conformance-trends", model.id);
  const defaults = namedDesigns({ model })[0]!;
  const choices = Object.entries(defaults.design).filter(([name]) => model.parameters[name]!.kind === "choice");
  const cube = latinHypercube(SAMPLES, Object.keys(model.parameters).length, random);
  const sampled = cube.map((point) => ({ ...designAt({ model }, point), ...Object.fromEntries(choices) }));
  return [defaults, ...sampled.map((design) => ({ title: undefined, design }))];
}

/** Increasing values of a parameter: over its range, and around one of them. */
function sweepOf(parameter: Parameter, own: number): number[] {
  const shares = Array.from({ length: STEPS }, (_, k) => k / (STEPS - 1));
  const center = shareOf(parameter, own);
  for (let k = -NEAR_STEPS; k <= NEAR_STEPS; k++) shares.push(center + k * NEAR_SHARE);
  const values = shares.filter((share) => share >= 0 && share <= 1).map((share) => valueAt(parameter, share) as number);
  return [...new Set(values)].toSorted((a, b) => a - b);
}

/** The quantity where the design is possible and valid, in the order of the parameter. */
function sweptFrom(
  design: Design,
  trend: DeclaredTrend,
  model: Model,
): { readonly value: number; readonly found: number }[] {
  const parameter = model.parameters[trend.parameter]!;
  const circuit = declaredCircuit(trend.operating);
  return sweepOf(parameter, design[trend.parameter] as number).flatMap((value) => {
    const answered = answerOf(model, { ...design, [trend.parameter]: value }, circuit);
    if (answered.kind === "none" || !answered.isValid) return [];
    const found = quantityOf(answered.character, trend.quantity, circuit);
    return found === undefined || !Number.isFinite(found) ? [] : [{ value, found }];
  });
}

/** How the values go against the trend, or undefined. */
function againstTrend(
  { direction, quantity, parameter }: DeclaredTrend,
  swept: ReturnType<typeof sweptFrom>,
): string | undefined {
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
        if (problem !== undefined)
          yield `declared is "${titleOf(trend)}", but ${problem}, ${where({ ...base, circuit: {} })}`;
        else if (k === 0 && !(swept.length > 1 && swept.at(-1)!.found !== swept[0]!.found))
          yield `declared is "${titleOf(trend)}", but ${trend.quantity} ${swept.length > 1 ? `is ${swept[0]!.found} at all` : "is known at fewer than two"} values of ${trend.parameter} at the defaults`;
      }
    }
  },
};

/** What the trends of a model keep. */
export const TREND_RULES: readonly Rule<Declared>[] = [trendDeclared, trendHolds];
