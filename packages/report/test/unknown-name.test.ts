import type { ResolvedStudy } from "@neurofront/core";
import { expect, it } from "vitest";
import { unknownName } from "../src/unknown-name.ts";
import { syntheticStudy } from "./synthetic-study.ts";

const study = syntheticStudy();

it.each<[string, Partial<ResolvedStudy>, string | undefined]>([
  ["nothing unknown", {}, undefined],
  ["a rank of every object", { rank: "toString" as "edp" }, "toString"],
  ["an objective", { objectives: [{ metric: "beauty" as "edp", statistic: "mean", goal: "minimize" }] }, "beauty"],
  ["a constraint", { constraints: [{ metric: "luck" as "edp", statistic: "mean", atMost: 1 }] }, "luck"],
  ["an accounting", { held: { ...study.held, accounting: ["full", "../x" as "full"] } }, "../x"],
])("finds %s", (_case, change, found) => {
  expect(unknownName({ ...study, ...change })).toBe(found);
});
