import type { SearchProblem } from "@neurofront/core";
import { expect, it } from "vitest";
import { firstDesigns } from "../src/model-search.ts";
import { zdt6 } from "../src/problems/zdt.ts";
import { problemOf } from "./search.ts";

const problem = problemOf(zdt6, 100, 1);
const before = (count: number): NonNullable<SearchProblem["evaluatedBefore"]> =>
  Array.from({ length: count }, (_, id) => ({
    coordinates: new Float64Array(10).fill(0.5),
    score: { id, status: "ok", objectives: [1, 1], violation: 0 },
  }));

it.each([
  ["twice the dimensions plus two where nothing was asked for", 0, 0, 22],
  ["what was asked for", 20, 0, 20],
  ["what earlier evaluations leave missing", 20, 15, 5],
  ["none where enough is known", 20, 25, 0],
])("the first designs are %s", (_what, initial, known, count) => {
  const designs = firstDesigns("gp", { initial, pendingProposals: 1 }, { ...problem, evaluatedBefore: before(known) });
  expect(designs).toHaveLength(count);
});
