import type { Dimension } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { choosePlan } from "../src/choose.ts";
import type { Situation } from "../src/choose.ts";
import { reals } from "../src/problems/benchmark-problem.ts";

const categories: readonly Dimension[] = [{ kind: "category", count: 3 }, ...reals(3)];
const finite: readonly Dimension[] = [
  { kind: "category", count: 3 },
  { kind: "integer", count: 20 },
];
const conditional: readonly Dimension[] = [
  { kind: "category", count: 3 },
  { kind: "real", activeWhen: { dimension: 0, parts: [0] } },
  { kind: "real", activeWhen: { dimension: 0, parts: [1] } },
  { kind: "real", activeWhen: { dimension: 0, parts: [2] } },
  { kind: "real" },
];

function situation(
  dimensions: readonly Dimension[],
  objectiveCount: number,
  evaluations: number,
  more: Partial<Situation> = {},
): Situation {
  return { dimensions, objectiveCount, evaluations, isNoisy: false, ...more };
}

const planOf = (given: Situation): string[] =>
  choosePlan(given).stages.map(
    ({ algorithm, until }) => algorithm.model.id + (until === Infinity ? "" : ` to ${until}`),
  );

describe("the choice", () => {
  it.each([
    ["a finite space within the budget", situation(finite, 2, 60), ["enumeration"]],
    ["a finite space beyond it", situation(finite, 2, 59), ["gp"]],
    ["too few evaluations to learn", situation(reals(6), 2, 14), ["sobol-search"]],
    ["a small budget, two objectives", situation(reals(6), 2, 100), ["gp"]],
    ["the limit of the models", situation(reals(6), 2, 300), ["gp"]],
    ["beyond it, cheap", situation(reals(6), 2, 301), ["mix-ea"]],
    [
      "beyond it, an evaluation takes a minute",
      situation(reals(6), 2, 1000, { evaluation_s: 60 }),
      ["gp to 300", "mix-ea"],
    ],
    ["a large budget", situation(reals(30), 2, 25_000), ["mix-ea"]],
    ["few dimensions and a large budget", situation(reals(3), 2, 100_000), ["sobol-search to 20000", "mix-ea"]],
    ["many objectives", situation(reals(6), 4, 100), ["nsga3"]],
    ["a category among the dimensions", situation(categories, 2, 100), ["gp"]],
    ["mostly conditional dimensions", situation(conditional, 2, 100), ["tpe"]],
    ["mostly conditional dimensions, large", situation(conditional, 2, 2500), ["mix-ea"]],
    ["one objective", situation(reals(4), 1, 100), ["polish"]],
    ["one objective, estimates", situation(reals(4), 1, 100, { isNoisy: true }), ["gp"]],
    ["one objective, estimates, large", situation(reals(4), 1, 5000, { isNoisy: true }), ["gp to 250", "cma-es"]],
    ["one objective, up to 100 evaluations a dimension", situation(reals(5), 1, 500), ["polish"]],
    ["one objective, hundreds of evaluations a dimension", situation(reals(5), 1, 2000), ["cma-es to 1800", "polish"]],
    ["one objective, thousands of them", situation(reals(5), 1, 5000), ["l-shade to 4500", "polish"]],
    ["one objective, many dimensions", situation(reals(40), 1, 100_000), ["cma-es"]],
    [
      "one objective, categories, an evaluation takes a minute",
      situation(categories, 1, 5000, { evaluation_s: 60 }),
      ["mix-ea"],
    ],
    ["one objective with a category, large", situation(categories, 1, 10_000), ["mix-ea"]],
    ["one objective with a category", situation(categories, 1, 100), ["tpe"]],
    ["estimates beyond the limit", situation(reals(4), 2, 1000, { isNoisy: true }), ["gp to 300", "mix-ea"]],
    [
      "more patience than there is, three objectives",
      situation(reals(12), 3, 300),
      [expect.stringMatching(/^gp to (1|2)\d\d$/u), "mix-ea"],
    ],
  ])("for %s", (_, given, expected) => {
    expect(planOf(given)).toEqual(expected);
  });

  it("says why in one sentence with the numbers", () => {
    expect(choosePlan(situation(reals(6), 2, 100)).reason).toBe(
      "Gaussian processes with expected hypervolume improvement (gp): 100 evaluations of 2 objectives in 6 dimensions are few enough for a model.",
    );
  });
});
