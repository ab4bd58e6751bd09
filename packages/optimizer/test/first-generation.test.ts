import { expect, it } from "vitest";
import { firstGenerationSize } from "../src/first-generation.ts";

it("a first generation is four populations, at most a tenth of the budget, at least one population", () => {
  const rows = [
    [20, 2500],
    [20, 500],
    [20, 100],
    [40, 1600],
  ] as const;
  expect(rows.map(([population, evaluations]) => firstGenerationSize(population, evaluations))).toStrictEqual([
    80, 50, 20, 160,
  ]);
});
