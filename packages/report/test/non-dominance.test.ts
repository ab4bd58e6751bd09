import type { ResolvedStudy } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { nonDominanceProbabilities } from "../src/non-dominance.ts";
import { drawnCandidates } from "./chip-records.ts";
import type { Drawn } from "./chip-records.ts";
import { record } from "./records.ts";

const study: Pick<ResolvedStudy, "objectives" | "constraints" | "seed"> = {
  objectives: [
    { metric: "energy", statistic: "mean", goal: "minimize" },
    { metric: "testAccuracy", statistic: "mean", goal: "maximize" },
  ],
  constraints: [{ metric: "testAccuracy", statistic: "mean", atLeast: 0.8 }],
  seed: 1,
};

const chances = (drawn: readonly Drawn[]): Record<number, number> => {
  const { records, samples } = drawnCandidates(drawn);
  return Object.fromEntries(nonDominanceProbabilities(records, samples, study));
};

describe("the probability of belonging to the front", () => {
  it("is 1 where nothing is estimated", () => {
    const exact = { ...study, objectives: study.objectives.slice(0, 1), constraints: [] };
    expect([...nonDominanceProbabilities([record("dwm", "full", 4, { sense: 1 }, 1)], [], exact)]).toEqual([[4, 1]]);
  });

  it("is near 1 for what is best in something exact and keeps the constraint for sure", () => {
    const found = chances([
      { energy_fJ: 1, accuracy: 0.9 },
      { energy_fJ: 2, accuracy: 0.95 },
    ]);
    expect(found[0]).toBe(1);
    expect(found[1]).toBeGreaterThan(0.99);
  });

  it("sees through chips that are common to both", () => {
    // A hundredth apart where a chip scatters by a tenth: without pairing a coin.
    const paired = chances([
      { energy_fJ: 1, accuracy: 0.9 },
      { energy_fJ: 2, accuracy: 0.901 },
    ]);
    expect(paired[1]).toBe(1);
    // The second scatters by itself as well.
    const alone = chances([
      { energy_fJ: 1, accuracy: 0.9 },
      { energy_fJ: 2, accuracy: 0.905, own: 0.1 },
    ]);
    expect(alone[1]).toBeGreaterThan(0.5);
    expect(alone[1]).toBeLessThan(0.99);
  });

  it("is the chance of keeping the constraint for what lies on its limit", () => {
    const { records } = drawnCandidates([{ energy_fJ: 1, accuracy: 0.8 }]);
    // Standard error 0.1 / sqrt(12 * 50) = 0.0041.
    const offset = records[0]!.objectives[1]! + 0.8;
    const found = chances([{ energy_fJ: 1, accuracy: 0.8 + offset, standing: "undecided" }]);
    expect(Math.abs(found[0]! - 0.5)).toBeLessThan(0.15);
  });

  it("falls by an undecided design outside of the front that may be better", () => {
    const found = chances([
      { energy_fJ: 2, accuracy: 0.9 },
      { energy_fJ: 1, accuracy: 0.9, standing: "undecided", own: 0.1 },
      { energy_fJ: 1, accuracy: 0.5, standing: "broken" },
    ]);
    expect(found[1]).toBeGreaterThan(0.9);
    expect(found[2]).toBeUndefined();
  });

  it("is the same a second time", () => {
    const drawn = [
      { energy_fJ: 1, accuracy: 0.9, own: 0.1 },
      { energy_fJ: 2, accuracy: 0.905, own: 0.1 },
    ];
    expect(chances(drawn)).toEqual(chances(drawn));
  });
});
