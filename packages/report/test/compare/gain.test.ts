import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracyAt, chipCost } from "../../src/compare/chip-cost.ts";
import { gainsOf } from "../../src/compare/gain.ts";
import { chips, design, entrant, run } from "./archives.ts";

const runsOf = (
  name: string,
  edps: readonly number[],
  drawn = [undefined] as readonly (ReturnType<typeof chips> | undefined)[],
) => entrant(name, ...edps.map((edp, index) => run([design(name, 0, edp, 1)], drawn[index % drawn.length])));

describe("a chip's accuracy", () => {
  it.each([
    [0, 0.8],
    [0.05, 0.8],
    [0.275, 0.85],
    [0.5, 0.9],
    [0.725, 0.92],
    [0.95, 0.94],
    [1, 0.94],
  ])("at %s of the distribution", (share, accuracy) => {
    expect(accuracyAt(chips(0.8, 0.9, 0.94), share)).toBeCloseTo(accuracy, 12);
  });

  it.each([
    ["edp", 2e-24 / 0.9],
    ["energy", 2e-15 / 0.9],
    // Already per correct decision: the energy is divided once.
    ["energyPerCorrect", 2e-15 / 0.9],
    ["accuracy", 1 / 0.9],
    ["testAccuracy", 1 / 0.9],
  ] as const)("makes the cost of a correct decision in %s", (rank, cost) => {
    expect(chipCost(run([design("a", 0, 2, 1)], chips(0.8, 0.9, 0.94)), rank, 0.5)! / cost).toBeCloseTo(1, 12);
  });

  it("of zero has no cost", () => {
    expect(chipCost(run([design("a", 0, 2, 1)], chips(0, 0.9, 1)), "edp", 0)).toBeUndefined();
  });
});

describe("gainsOf", () => {
  it("is the ratio of the best designs, the better one first", () => {
    const [gain, ...others] = gainsOf([runsOf("worse", [10]), runsOf("better", [2])], "edp");
    expect(others).toEqual([]);
    expect(gain).toMatchObject({ of: "better", over: "worse", runs: { of: { all: 1, feasible: 1 } } });
    expect(gain!.factor).toBeCloseTo(5, 12);
    // One run each and no chips: nothing is uncertain, so nothing is said about it.
    expect(gain).not.toHaveProperty("overRuns");
    expect(gain).not.toHaveProperty("overChips");
    expect(gain).not.toHaveProperty("probability");
  });

  it("is that of geometric means over runs, with a bootstrap interval", () => {
    const [gain] = gainsOf([runsOf("a", [1, 4]), runsOf("b", [20, 20])], "edp");
    expect(gain!.factor).toBeCloseTo(10, 12);
    // Drawn again, a is 1, 2 or 4: the gain is 20, 10 or 5, and a quarter of the draws lies at each end.
    expect(gain!.overRuns!.low).toBeCloseTo(5, 12);
    expect(gain!.overRuns!.high).toBeCloseTo(20, 12);
    expect(gain!.probability).toBe(1);
  });

  it("counts which run beats which, and half of a tie", () => {
    const [gain] = gainsOf([runsOf("a", [1, 3]), runsOf("b", [2, 3])], "edp");
    // Pairs: 1 < 2, 1 < 3, 3 > 2, 3 = 3.
    expect(gain).toMatchObject({ of: "a", probability: 2.5 / 4 });
  });

  it("counts a run without a feasible design as beaten", () => {
    const [gain] = gainsOf([entrant("a", run([design("a", 0, 1, 1)]), run([])), runsOf("b", [2])], "edp");
    expect(gain).toMatchObject({ of: "a", probability: 0.5, runs: { of: { all: 2, feasible: 1 } } });
  });

  it("spans chips from the worst against the best to the opposite", () => {
    const [gain] = gainsOf([runsOf("a", [1], [chips(0.5, 0.8, 1)]), runsOf("b", [2], [chips(0.8, 0.9, 1)])], "edp");
    // a costs 1/0.5 to 1/1 per correct decision, b 2/0.8 to 2/1.
    expect(gain!.overChips!.low).toBeCloseTo(2 / 1 / 2, 12);
    expect(gain!.overChips!.high).toBeCloseTo(2 / 0.8 / 1, 12);
    // Level only where the 5 % worst chips of a meet the 5 % best of b; a tie counts half.
    expect(gain!.probability).toBeCloseTo(1 - (0.05 * 0.05) / 2, 12);
  });

  it("has a chance by chips where the distributions overlap", () => {
    const same = chips(0.5, 0.75, 1);
    const [gain] = gainsOf([runsOf("a", [1], [same]), runsOf("b", [1.2], [same])], "edp");
    expect(gain!.probability).toBeGreaterThan(0.5);
    expect(gain!.probability).toBeLessThan(1);
    const [even] = gainsOf([runsOf("a", [1], [same]), runsOf("b", [1], [same])], "edp");
    expect(even!.probability).toBeCloseTo(0.5, 12);
  });

  it("turns round for a rank that is better when larger", () => {
    const [gain] = gainsOf(
      [entrant("a", run([design("a", 0, 1, 1, 0.8)])), entrant("b", run([design("b", 0, 1, 1, 0.96)]))],
      "accuracy",
    );
    expect(gain).toMatchObject({ of: "b", over: "a" });
    expect(gain!.factor).toBeCloseTo(1.2, 12);
  });

  it("keeps its laws: factor at least 1, inside its interval's reach, the same every time", () => {
    const edps = fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(edps, edps, (first, second) => {
        const entrants = [runsOf("a", first), runsOf("b", second)];
        const [gain] = gainsOf(entrants, "edp");
        // Equal means may divide to a rounding below 1.
        expect(gain!.factor).toBeGreaterThan(1 - 1e-12);
        expect(gainsOf(entrants, "edp")[0]).toEqual(gain);
        if (gain!.overRuns === undefined) return;
        const [of, over] = gain!.of === "a" ? [first, second] : [second, first];
        expect(gain!.overRuns.low).toBeGreaterThan((Math.min(...over) / Math.max(...of)) * (1 - 1e-9));
        expect(gain!.overRuns.high).toBeLessThan((Math.max(...over) / Math.min(...of)) * (1 + 1e-9));
      }),
      { numRuns: 30 },
    );
  });
});
