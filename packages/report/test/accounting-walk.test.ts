import type { Accounting, CandidateRecord } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { compareTechnologies } from "../src/comparison.ts";
import type { Comparison } from "../src/comparison.ts";
import { record } from "./records.ts";
import { syntheticStudy, technologies } from "./synthetic-study.ts";

const two = technologies.filter(({ name }) => name === "dwm" || name === "opamp");

function compare(candidates: readonly CandidateRecord[], accounting: readonly Accounting[]): Comparison {
  return compareTechnologies({
    study: syntheticStudy({ technologies: two, accounting }),
    candidates,
    verifications: [],
    notes: [],
  });
}

// dwm: 1 fJ counted by the paper, 2 fJ clock, 17 fJ row drivers, 1 ns. opamp: 100 fJ counted by the paper, 20 fJ row drivers, 2 ns.
const dwm = record("dwm", "paper", 0, { "synapse-static": 0.4, sense: 0.6, clock: 2, "row-drivers": 17 }, 1);
const opamp = record("opamp", "paper", 0, { "neuron-static": 100, "row-drivers": 20 }, 2);
// Designed again: dwm 8 fJ in 1 ns, opamp 80 fJ in 0.5 ns.
const dwmAgain = record("dwm", "full", 0, { "synapse-static": 4, clock: 2, "row-drivers": 2 }, 1);
const opampAgain = record("opamp", "full", 0, { "neuron-static": 70, "row-drivers": 10 }, 0.5);

describe("ledger walk", () => {
  const [walk] = compare([dwm, opamp], ["paper"]).ledgerWalks;

  it("takes the paper's lines first, then each further line up to the full ledger", () => {
    const charged = walk!.steps.filter(({ added_J }) => added_J > 0);
    expect(charged.map(({ line }) => line)).toEqual(["synapse-static", "sense", "clock", "row-drivers"]);
    expect(charged.map(({ cumulative_J }) => Number((cumulative_J * 1e15).toPrecision(6)))).toEqual([0.4, 1, 3, 20]);
    expect(walk!.paper_J).toBeCloseTo(1e-15, 25);
    expect(walk!.full_J).toBeCloseTo(20e-15, 25);
  });
});

describe("ratio walk", () => {
  it("adds one line after the other to both sides, then designs again", () => {
    const { ratioWalks } = compare([dwm, opamp, dwmAgain, opampAgain], ["paper", "full"]);
    expect(ratioWalks).toHaveLength(1);
    const [walk] = ratioWalks;
    expect([walk!.of, walk!.to, walk!.designedFor]).toEqual(["opamp", "dwm", "paper"]);
    expect(walk!.steps.map(({ step }) => step)).toEqual(["paper", "clock", "row-drivers", "designed-again"]);
    // 100/1, 100/3, 120/20, 80/8; times the delays 2/1, at last 0.5/1.
    const rounded = (value: number | undefined): number => Number(value!.toPrecision(9));
    expect(walk!.steps.map(({ energy }) => rounded(energy))).toEqual([100, 33.3333333, 6, 10]);
    expect(walk!.steps.map(({ edp }) => rounded(edp))).toEqual([200, 66.6666667, 12, 5]);
  });

  it("works from the full designs alone", () => {
    const [walk] = compare([dwmAgain, opampAgain], ["full"]).ratioWalks;
    // By product the winner is the spin neuron: 8 against 40. Counting the paper's lines alone: 70/4.
    expect(walk!.designedFor).toBe("full");
    expect(walk!.steps.map(({ step }) => step)).toEqual(["paper", "clock", "row-drivers"]);
    expect(walk!.steps[0]!.energy).toBeCloseTo(17.5, 9);
    expect(walk!.steps.at(-1)!.energy).toBeCloseTo(10, 9);
  });

  it("starts from the full designs when no design for the paper's accounting is feasible", () => {
    const [walk] = compare([dwmAgain, opampAgain], ["paper", "full"]).ratioWalks;
    expect(walk!.designedFor).toBe("full");
  });

  it("ends without designing again when one side has no full design", () => {
    const [walk] = compare([dwm, opamp, dwmAgain], ["paper", "full"]).ratioWalks;
    expect(walk!.steps.at(-1)!.step).toBe("row-drivers");
  });

  it("leaves out a ratio to nothing", () => {
    const free = record("dwm", "paper", 0, {}, 1);
    const [walk] = compare([free, opamp], ["paper"]).ratioWalks;
    expect(walk!.steps[0]).toEqual({ step: "paper" });
  });
});
