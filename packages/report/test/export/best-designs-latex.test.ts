import { describe, expect, it } from "vitest";
import { bestDesignsLatex } from "../../src/export/best-designs-latex.ts";
import { referencesBib } from "../../src/export/references-bib.ts";
import { record } from "../records.ts";
import { syntheticInput } from "../synthetic-candidates.ts";
import { syntheticStudy, technologies } from "../synthetic-study.ts";

const two = technologies.filter(({ name }) => name === "dwm" || name === "latch");
const study = syntheticStudy({ technologies: two, accounting: ["full"], title: "50 % more & \\input{x}" });
const dwm = record("dwm", "full", 0, { "synapse-static": 1.5 }, 2, 0.9625);
const drawn = { chips: 200, mean: 0.961, low: 0.95, high: 0.972, p05: 0.9, p50: 0.96, p95: 0.99 };
const text = bestDesignsLatex({
  study,
  candidates: [dwm],
  notes: [],
  verifications: [
    { search: "dwm/full", candidate: 0, assessment: { ...dwm.assessment, monteCarlo: { clean: drawn, test: drawn } } },
  ],
});

describe("the best designs in LaTeX", () => {
  it("have units in the head, three digits, the interval, and dashes where nothing is feasible", () => {
    expect(text).toContain(
      "Technology & {Energy (\\unit{\\femto\\joule})} & {Delay (\\unit{\\nano\\second})} & {Energy-delay product (\\unit{\\joule\\second})}",
    );
    expect(text).toContain(
      "Domain-wall neuron & 1.50 & 2.00 & 3.00e-24 & 1 & 96.3 & 10.0 & \\num{96.1} [\\numrange{95.0}{97.2}] \\\\",
    );
    expect(text).toContain("StrongARM latch neuron & {--} & {--} & {--} & {--} & {--} & {--} & -- \\\\");
    expect(text).toContain(
      "{l S[table-format=1.2] S[table-format=1.2] S[table-format=1.2e-2] S[table-format=1.0] S[table-format=2.1] S[table-format=2.1] r}",
    );
  });

  it("print text of the study as text", () => {
    expect(text).toContain("50 \\% more \\& \\textbackslash{}input\\textbraceleft{}x\\textbraceright{}");
    expect(text).not.toContain("\\input{");
  });

  it.each(["table", "tabular"])("open and close every %s", (name) => {
    const whole = bestDesignsLatex(syntheticInput());
    expect(whole.split(`\\begin{${name}}`).length).toBe(3);
    expect(whole.split(`\\end{${name}}`).length).toBe(3);
    const rows = whole.split("\n").filter((line) => line.endsWith("\\\\"));
    for (const row of rows) expect(row.split(/(?<!\\)&/u)).toHaveLength(8);
  });
});

it("references of a study are one BibTeX file", () => {
  const bib = referencesBib(syntheticStudy());
  expect(bib.match(/^@\w+\{/gmu)).toEqual(["@article{", "@article{"]);
  expect(bib).toMatch(/\}\n$/u);
  expect(referencesBib({ ...syntheticStudy(), references: [] })).toBe("");
});
