import { defaultsOf } from "@neurofront/core";
import { expect, it } from "vitest";
import { firstPopulation, shade } from "../src/shade.ts";
import { reals } from "../src/problems/benchmark-problem.ts";

it("the population of L-SHADE follows dimensions and budget", () => {
  expect(firstPopulation(5, 5000)).toBe(40);
  expect(firstPopulation(5, 1e6)).toBe(90);
  expect(firstPopulation(5, 1)).toBe(8);
});

it("the population of L-SHADE shrinks to four by the end of the budget, and stays so", () => {
  const problem = { dimensions: reals(5), objectiveCount: 1, evaluations: 2000, seed: 1 };
  const optimizer = shade.create({ ...defaultsOf(shade.parameters), population: 50 }, problem);
  const sizes: number[] = [];
  for (let done = 0; done < 2200; done += sizes.at(-1)!) {
    const batch = optimizer.ask(10_000);
    sizes.push(batch.length);
    optimizer.tell(
      batch.map(({ id, coordinates }) => ({ id, status: "ok", objectives: [coordinates[0]!], violation: 0 })),
    );
  }
  expect(sizes[0]).toBe(50);
  expect(sizes.toSorted((a, b) => b - a)).toStrictEqual(sizes);
  expect(sizes.at(-1)).toBe(4);
});
