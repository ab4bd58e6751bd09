import { compareTechnologies } from "@neurofront/report";
import { failedAnswer } from "@neurofront/study";
import { expect, it } from "vitest";
import { syntheticInput } from "../../report/test/synthetic-candidates.ts";
import { syntheticStudy, technologies } from "../../report/test/synthetic-study.ts";
import { comparisonText, failuresText, searchText } from "../src/summary.ts";

const input = syntheticInput();
const comparison = compareTechnologies(input);

it("tells for each accounting the headline, and a row for each technology", () => {
  const text = comparisonText(comparison, input);
  for (const { accounting, headline } of comparison.accountings) {
    expect(text).toContain(headline);
    expect(text).toContain(`${accounting} accounting`);
  }
  const [paper] = comparison.accountings;
  const winner = new RegExp(String.raw`^${paper!.winner!.technology} .* 1  \d+\.\d %`, "mu");
  expect(text).toMatch(winner);
  // Accuracy of the estimate, then of the chips that verified the design.
  expect(text).toMatch(/\d+\.\d % \(\d+ chips: \d+\.\d %\)/u);
});

it("names the rule most often broken where nothing is feasible", () => {
  const study = syntheticStudy({ technologies: technologies.slice(0, 1), accounting: ["paper"] });
  const empty = { study, candidates: [], verifications: [], notes: [] };
  expect(comparisonText(compareTechnologies(empty), empty)).toMatch(/no feasible design +of 0; mostly none assessed/u);
});

it.each([60, 90])("wraps the headline at %d characters", (width) => {
  const headline = comparisonText(comparison, input, width).split("\n\n")[0]!;
  expect(headline.split("\n").length).toBeGreaterThan(1);
  expect(headline.split("\n").every((line) => line.length <= width)).toBe(true);
  expect(headline.replaceAll("\n", " ")).toBe(comparison.accountings[0]!.headline);
});

it("tells what would be searched", () => {
  const text = searchText(syntheticStudy());
  const [first] = technologies;
  expect(text).toContain(first!.name);
  expect(text).toMatch(/\d+ searches of \d+ evaluations with \S+, seed \d+; hash /u);
});

it("tells on how many candidates models failed, and how it began", () => {
  expect(failuresText(input)).toBe("");
  const { assessment } = failedAnswer("no gap");
  const [first, second, ...others] = input.candidates;
  const candidates = [
    first!,
    ...[second!, others[0]!].map((record) => ({ ...record, assessment })),
    ...others.slice(1),
  ];
  const all = candidates.filter(({ search }) => search === second!.search);
  expect(failuresText({ candidates })).toBe(
    `A model failed on 2 of ${all.length} candidates of ${second!.search}; the first is ${second!.search}/${second!.candidate}: no gap\n`,
  );
});
