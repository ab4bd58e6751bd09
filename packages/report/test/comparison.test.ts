import { totalEnergy_J } from "@neurofront/core";
import type { Accounting, CandidateRecord } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { compareTechnologies } from "../src/comparison.ts";
import { broken, record, violated } from "./records.ts";
import { syntheticInput } from "./synthetic-candidates.ts";
import { syntheticStudy, technologies } from "./synthetic-study.ts";

const only = (...names: readonly string[]): typeof technologies =>
  technologies.filter(({ name }) => names.includes(name));

function compare(
  candidates: readonly CandidateRecord[],
  names: readonly string[],
  accounting: readonly Accounting[] = ["paper"],
  rank: "edp" | "accuracy" | "energy" = "edp",
): ReturnType<typeof compareTechnologies> {
  const study = syntheticStudy({ technologies: only(...names), accounting, rank });
  return compareTechnologies({ study, candidates, verifications: [], notes: [] });
}

/** 0.72 fJ in 1 ns against 0.7 pJ in 5 ns: the two designs of Sharad, Fan, Roy 2013. */
const published = [
  record("dwm", "paper", 0, { "synapse-static": 0.4, read: 0.12, sense: 0.2 }, 1),
  record("opamp-paper", "paper", 0, { "neuron-static": 700 }, 5),
];

describe("the published designs", () => {
  const [paper] = compare(published, ["dwm", "opamp-paper"]).accountings;

  it("are won by the spin neuron", () => {
    expect(paper?.winner?.technology).toBe("dwm");
    expect(paper?.winner?.best?.assessment.metrics.edp).toBeCloseTo(7.2e-25, 30);
  });

  it("differ by 972 in energy, 5 in delay and 4861 in their product", () => {
    const ratio = paper?.ratios.find(({ of, to }) => of === "opamp-paper" && to === "dwm")?.ratios;
    expect(ratio?.energy).toBeCloseTo(700 / 0.72, 9);
    expect(ratio?.delay).toBeCloseTo(5, 12);
    expect(ratio?.edp).toBeCloseTo(3500 / 0.72, 8);
  });

  it("differ by the inverse the other way round", () => {
    const [there, back] = [
      ["opamp-paper", "dwm"],
      ["dwm", "opamp-paper"],
    ].map(([of, to]) => paper?.ratios.find((ratio) => ratio.of === of && ratio.to === to)?.ratios.edp);
    expect(there! * back!).toBeCloseTo(1, 12);
  });
});

describe("best and front", () => {
  // energy, delay, product: 0 (4, 1, 4), 1 (1, 3, 3), 2 (2, 2, 4) on the front; 3 (5, 2) dominated; 4 infeasible; 5 impossible.
  const candidates = [
    record("dwm", "paper", 0, { sense: 4 }, 1),
    record("dwm", "paper", 1, { sense: 1 }, 3),
    record("dwm", "paper", 2, { sense: 2 }, 2),
    record("dwm", "paper", 3, { sense: 5 }, 2),
    broken(record("dwm", "paper", 4, { sense: 0.1 }, 0.1), violated("walker-breakdown", 0.5)),
    broken(record("dwm", "paper", 5, {}, 1), violated("no-wall", 2, "impossible")),
  ];
  const [paper] = compare(candidates, ["dwm"]).accountings;
  const [dwm] = paper!.technologies;

  it("keeps the feasible candidates that none dominates", () => {
    expect(dwm?.front.map(({ candidate }) => candidate)).toEqual([0, 1, 2]);
  });

  it("ranks by the study's metric among the feasible", () => {
    expect(dwm?.best?.candidate).toBe(1);
    expect(compare(candidates, ["dwm"], ["paper"], "energy").accountings[0]?.winner?.best?.candidate).toBe(1);
  });

  it("counts every candidate once", () => {
    expect(dwm?.counts).toEqual({ assessed: 6, impossible: 1, infeasible: 1, feasible: 4 });
  });

  it("prefers more where more is better", () => {
    const accurate = [
      record("dwm", "paper", 0, { sense: 1 }, 1, 0.97),
      record("dwm", "paper", 1, { sense: 9 }, 9, 0.99),
    ];
    expect(compare(accurate, ["dwm"], ["paper"], "accuracy").accountings[0]?.winner?.best?.candidate).toBe(1);
  });
});

describe("a technology without a feasible design", () => {
  const nothing = broken(
    record("opamp", "paper", 0, { sense: 1 }, 1),
    violated("accuracy-at-least", 0.1, "constraint"),
  );

  it("has no best, no ratio, and the reason", () => {
    const [paper] = compare([published[0]!, nothing], ["dwm", "opamp"]).accountings;
    const opamp = paper?.technologies[1];
    expect(opamp?.best).toBeUndefined();
    expect(opamp?.violations).toEqual([
      { code: "accuracy-at-least", count: 1, share: 1, closest: "accuracy-at-least by 0.1" },
    ]);
    expect(paper?.ratios).toEqual([]);
    expect(paper?.winner?.technology).toBe("dwm");
  });

  it("leaves no winner when it is alone", () => {
    const comparison = compare([nothing], ["opamp"]);
    expect(comparison.accountings[0]?.winner).toBeUndefined();
    expect(comparison.ledgerWalks).toEqual([]);
    expect(comparison.ratioWalks).toEqual([]);
  });

  it("may have no candidate at all", () => {
    const [paper] = compare([], ["opamp"]).accountings;
    expect(paper?.technologies[0]?.counts).toEqual({ assessed: 0, impossible: 0, infeasible: 0, feasible: 0 });
  });
});

describe("made-up searches of five technologies", () => {
  const input = syntheticInput();
  const comparison = compareTechnologies(input);

  it("add up: every walk ends at the full ledger of its design, every best energy is its counted ledger", () => {
    expect(comparison.ledgerWalks).toHaveLength(10);
    for (const walk of comparison.ledgerWalks) {
      const design = input.candidates.find(
        ({ search, candidate }) => search === `${walk.technology}/${walk.designedFor}` && candidate === walk.candidate,
      )!;
      const { ledger, metrics } = design.assessment;
      expect(walk.steps.at(-1)!.cumulative_J / totalEnergy_J(ledger, "full")).toBeCloseTo(1, 12);
      expect((walk.designedFor === "paper" ? walk.paper_J : walk.full_J) / metrics.energy!).toBeCloseTo(1, 12);
    }
  });

  it("have no feasible candidate that a front design is not at least as good as in both objectives", () => {
    for (const { technologies: results } of comparison.accountings) {
      for (const { search, front } of results) {
        const feasible = input.candidates.filter((known) => known.search === search && known.violation === 0);
        const uncovered = feasible.filter(
          ({ objectives }) => !front.some((member) => member.objectives.every((value, k) => value <= objectives[k]!)),
        );
        expect(uncovered).toEqual([]);
      }
    }
  });

  it("give each technology a ratio to each other", () => {
    for (const { ratios } of comparison.accountings) expect(ratios).toHaveLength(5 * 4);
  });
});
