import { expect, it } from "vitest";
import { compareTechnologies } from "../../src/comparison.ts";
import { designPoints } from "../../src/figures/design-points.ts";
import { candidatesBySearch } from "../../src/report-input.ts";
import { syntheticInput } from "../synthetic-candidates.ts";
import { syntheticStudy } from "../synthetic-study.ts";

it("draws everything of a small study", () => {
  const input = syntheticInput();
  const [paper] = compareTechnologies(input).accountings;
  const { points, total, drawn } = designPoints(paper!, candidatesBySearch(input.candidates));
  expect(drawn).toEqual(total);
  expect(points).toHaveLength(total.front + total.dominated + total.infeasible);
  const impossible = paper!.technologies.reduce((sum, { counts }) => sum + counts.impossible, 0);
  expect(points).toHaveLength(5 * 300 - impossible);
  expect(points.filter(({ isBest }) => isBest)).toHaveLength(5);
});

it("thins a large study and keeps every best design", () => {
  const input = syntheticInput(syntheticStudy({ accounting: ["full"] }), 2000);
  const [full] = compareTechnologies(input).accountings;
  const { points, total, drawn } = designPoints(full!, candidatesBySearch(input.candidates));
  expect(total.dominated).toBeGreaterThan(1500);
  expect(drawn.dominated).toBeLessThanOrEqual(1500);
  expect(drawn.infeasible).toBeLessThanOrEqual(600);
  expect(drawn.front).toBe(total.front);
  expect(points.filter(({ isBest }) => isBest)).toHaveLength(5);
});

it("says in the tooltip what a point is and why it is not feasible", () => {
  const input = syntheticInput();
  const [paper] = compareTechnologies(input).accountings;
  const { points } = designPoints(paper!, candidatesBySearch(input.candidates));
  expect(points.find(({ isBest }) => isBest)?.tooltip).toMatch(
    /^\w+, candidate \d+\n.*J, .*s, .* J s\ninputs .*V, accuracy/,
  );
  expect(points.find(({ standing }) => standing === "infeasible")?.tooltip).toMatch(/not feasible: [a-z-]+/);
});
