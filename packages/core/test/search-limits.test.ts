import { expect, it } from "vitest";
import { beyondLimits } from "../src/search-limits.ts";
import type { SearchDemand } from "../src/search-limits.ts";

const demand = (own: Partial<SearchDemand> = {}): SearchDemand => ({
  objectives: 2,
  kinds: new Set(["real", "category"] as const),
  constrained: true,
  ...own,
});

it.each([
  ["no limits", {}, demand(), []],
  ["enough objectives", { objectives: 2 }, demand(), []],
  ["one objective", { objectives: 1 }, demand(), ["minimises at most 1 objective, and there are 2"]],
  ["two objectives", { objectives: 2 }, demand({ objectives: 3 }), ["minimises at most 2 objectives, and there are 3"]],
  ["reals", { kinds: ["real"] }, demand(), ["searches real parameters only, not choices"]],
  [
    "whole numbers and choices",
    { kinds: ["integer", "category"] },
    demand(),
    ["searches whole numbers and choices only, not real parameters"],
  ],
  ["all kinds", { kinds: ["real", "integer", "category"] }, demand(), []],
  ["no constraints", { constraints: false }, demand(), ["keeps no constraints"]],
  ["no constraints where there are none", { constraints: false }, demand({ constrained: false }), []],
  [
    "everything at once",
    { objectives: 1, kinds: ["integer"], constraints: false },
    demand(),
    [
      "minimises at most 1 objective, and there are 2",
      "searches whole numbers only, not real parameters or choices",
      "keeps no constraints",
    ],
  ],
] as const)("an optimizer with %s", (_what, limits, demanded, problems) => {
  expect(beyondLimits({ limits }, demanded).map(({ problem }) => problem)).toEqual(problems);
});
