import { expect, it } from "vitest";
import { compareTechnologies } from "../../src/comparison.ts";
import { designPoints } from "../../src/figures/design-points.ts";
import { candidatesBySearch } from "../../src/report-input.ts";
import { syntheticInput } from "../synthetic-candidates.ts";
import { syntheticStudy } from "../synthetic-study.ts";

it("draws everything of a small study", () => {
  const input = syntheticInput();
  const [paper] = compareTechnologies(input).accountings;
  const { points, total, drawn } = designPoints(paper!, candidatesBySearch(input.candidates), input.study);
  expect(drawn).toEqual(total);
  expect(points).toHaveLength(total.front + total.dominated + total.infeasible);
  const impossible = paper!.technologies.reduce((sum, { counts }) => sum + counts.impossible, 0);
  expect(points).toHaveLength(5 * 300 - impossible);
  expect(points.filter(({ isBest }) => isBest)).toHaveLength(5);
});

it("thins a large study and keeps every best design", () => {
  const input = syntheticInput(syntheticStudy({ accounting: ["full"] }), 2000);
  const [full] = compareTechnologies(input).accountings;
  const { points, total, drawn } = designPoints(full!, candidatesBySearch(input.candidates), input.study);
  expect(total.dominated).toBeGreaterThan(1500);
  expect(drawn.dominated).toBeLessThanOrEqual(1500);
  expect(drawn.infeasible).toBeLessThanOrEqual(600);
  expect(drawn.front).toBe(total.front);
  expect(points.filter(({ isBest }) => isBest)).toHaveLength(5);
});

it("gives every technology an equal share of a limit, and keeps apart what it leaves out", () => {
  const input = syntheticInput(syntheticStudy({ accounting: ["full"] }), 2000);
  const [full] = compareTechnologies(input).accountings;
  const { points, rest, total } = designPoints(full!, candidatesBySearch(input.candidates), input.study);
  const dominated = points.filter(({ standing }) => standing === "dominated");
  for (let index = 0; index < 5; index++)
    expect(dominated.filter(({ technologyIndex }) => technologyIndex === index).length).toBeLessThanOrEqual(300);
  expect(points.length + rest.delay_s.length).toBe(total.front + total.dominated + total.infeasible);
  const places = new Set([
    ...points.map(({ delay_s, energy_J }) => `${delay_s} ${energy_J}`),
    ...rest.delay_s.map((delay_s, index) => `${delay_s} ${rest.energy_J[index]!}`),
  ]);
  expect(places.size).toBe(points.length + rest.delay_s.length);
});
