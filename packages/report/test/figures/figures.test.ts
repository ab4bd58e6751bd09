import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { compareTechnologies } from "../../src/comparison.ts";
import { markupText } from "../../src/escape.ts";
import { designPoints } from "../../src/figures/design-points.ts";
import { energyDelayAxes, energyDelayFigure } from "../../src/figures/energy-delay.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { ledgerBarsFigure } from "../../src/figures/ledger-bars.ts";
import { ratioStepsFigure } from "../../src/figures/ratio-steps.ts";
import { candidatesBySearch } from "../../src/report-input.ts";
import type { ReportInput } from "../../src/report-input.ts";
import { record } from "../records.ts";
import { syntheticInput } from "../synthetic-candidates.ts";
import { syntheticStudy, technologies } from "../synthetic-study.ts";

interface Drawing {
  count(selector: string): number;
  texts(selector: string): string[];
}

function read(figure: Figure | undefined): Drawing {
  const { document } = parseHTML(`<body>${markupText(figure!.svg)}</body>`);
  return {
    count: (selector) => document.querySelectorAll(selector).length,
    texts: (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent ?? ""),
  };
}

function energyDelay(input: ReportInput, index = 0): Figure {
  const comparison = compareTechnologies(input);
  const designs = designPoints(comparison.accountings[index]!, candidatesBySearch(input.candidates), input.study);
  const axes = energyDelayAxes([designs], input.study.publishedPoints);
  return energyDelayFigure(comparison.accountings[index]!, designs, axes, input.study);
}

describe("energy against delay", () => {
  const input = syntheticInput();
  const figure = energyDelay(input);
  const drawing = read(figure);
  const [paper] = compareTechnologies(input).accountings;

  it("marks every standing, one front line a technology, a ring a best design, a hollow mark a publication", () => {
    expect(drawing.count(".front-designs > *")).toBe(
      paper!.technologies.reduce((sum, { front }) => sum + front.length, 0),
    );
    expect(drawing.count(".front path, path.front")).toBe(5);
    expect(drawing.count(".best-designs > *")).toBe(5);
    expect(drawing.count(".published-points > *")).toBe(3);
    expect(drawing.count(".dominated-designs > *")).toBeGreaterThan(500);
    expect(drawing.count(".infeasible-designs > *")).toBeGreaterThan(50);
  });

  it("labels 1, 2 and 5 of each decade where there are few decades", () => {
    const axes = {
      delay: { low: 0.3e-9, high: 60e-9, length_px: 780 },
      energy: { low: 1e-15, high: 1e-12, length_px: 500 },
    };
    const [full] = compareTechnologies(input).accountings.slice(-1);
    const designs = designPoints(full!, candidatesBySearch(input.candidates), input.study);
    const texts = read(energyDelayFigure(full!, designs, axes, input.study)).texts("text");
    for (const label of ["500 ps", "1 ns", "2 ns", "5 ns", "10 ns", "20 ns", "50 ns"]) expect(texts).toContain(label);
  });

  it("shows every design where none is feasible", () => {
    const candidates = input.candidates.map((one) => ({ ...one, violation: one.violation + 1 }));
    expect(energyDelay({ ...input, candidates, verifications: [] }).notes.join(" ")).not.toContain("Outside the frame");
  });

  it("labels best designs with numbers, publications with citations, dashed lines with products", () => {
    const texts = drawing.texts("text");
    expect(texts.filter((text) => /^(?:dwm|lsv|opamp-paper|opamp|latch): \d/.test(text))).toHaveLength(5);
    expect(texts).toContain("DWM, 10 mV (Sharad et al. 2013)");
    expect(drawing.texts(".iso-edp-label text").length).toBeGreaterThanOrEqual(3);
    for (const label of drawing.texts(".iso-edp-label text")) expect(label).toMatch(/^1e-\d\d J s$/);
  });

  it("has SI prefixes on both axes", () => {
    const texts = drawing.texts("text");
    for (const tick of ["1 fJ", "10 fJ", "100 fJ", "1 ns", "10 ns"]) expect(texts).toContain(tick);
  });

  it("carries its data and says how much is drawn", () => {
    const rows = figure.csv.split("\n");
    expect(rows[0]).toBe("technology,candidate,standing,delay [s],energy [J],edp [J s]");
    expect(rows.filter((row) => row.includes(",best,"))).toHaveLength(5);
    expect(rows).toContain('"DWM, 10 mV",,published,1e-9,7.2e-16,7.2e-25');
    expect(figure.notes[0]).toMatch(
      /^Drawn: \d+ of \d+ designs of the fronts, \d+ of \d+ dominated and \d+ of \d+ infeasible/,
    );
  });

  it("names objectives it does not show", () => {
    const study = {
      ...input.study,
      objectives: [...input.study.objectives, { metric: "area", statistic: "mean", goal: "minimize" } as const],
    };
    expect(energyDelay({ ...input, study }).notes.join(" ")).toContain("all objectives (energy, delay, area)");
    expect(figure.notes.join(" ")).not.toContain("all objectives");
  });

  it("is drawn without any feasible or published point", () => {
    const study = {
      ...syntheticStudy({ technologies: technologies.slice(0, 1), accounting: ["paper"] }),
      publishedPoints: [],
    };
    const empty = read(energyDelay({ study, candidates: [], verifications: [], notes: [] }));
    expect(empty.count(".best-designs > *")).toBe(0);
    expect(empty.texts("text").some((text) => text.includes("no feasible design"))).toBe(true);
  });
});

describe("ledger bars", () => {
  it("stack the counted lines of each best design", () => {
    const lines = { "synapse-static": 0.4, read: 0.12, sense: 0.2, clock: 2, "row-drivers": 25 };
    const input = {
      study: syntheticStudy({ technologies: technologies.slice(0, 1) }),
      candidates: [record("dwm", "paper", 0, lines, 1), record("dwm", "full", 0, lines, 1)],
      verifications: [],
      notes: [],
    };
    const figure = ledgerBarsFigure(compareTechnologies(input));
    const drawing = read(figure);
    // Three lines counted by the paper, five by the full accounting.
    expect(drawing.count(".ledger-bars rect")).toBe(8);
    expect(drawing.texts("text")).toEqual(expect.arrayContaining(["0.72 fJ", "27.7 fJ", "row drivers"]));
    expect(drawing.texts("title")).toContain("row drivers: 25 fJ (90 %)");
    expect(figure?.csv).toContain("dwm,paper,0,clock,no,2e-15");
    expect(figure?.csv).toContain("dwm,full,0,clock,yes,2e-15");
  });

  it("are left out when there is no best design", () => {
    const study = syntheticStudy();
    expect(
      ledgerBarsFigure(compareTechnologies({ study, candidates: [], verifications: [], notes: [] })),
    ).toBeUndefined();
  });
});

describe("ratio steps", () => {
  it("lead each other technology from the paper's accounting to designs made again", () => {
    const drawing = read(ratioStepsFigure(compareTechnologies(syntheticInput())));
    expect(drawing.count(".ratio-walk path, path.ratio-walk")).toBe(4);
    const texts = drawing.texts("text");
    expect(texts).toEqual(expect.arrayContaining(["what the paper counts", "+ row drivers", "both designed again"]));
  });

  it("need two technologies", () => {
    const input = syntheticInput(syntheticStudy({ technologies: technologies.slice(0, 1) }));
    expect(ratioStepsFigure(compareTechnologies(input))).toBeUndefined();
  });
});
