import { randomAt } from "@neurofront/core";
import type { ResolvedObjective } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { isCertainlyDominated } from "../../src/run/race.ts";
import type { Racer } from "../../src/run/race.ts";

const energy: ResolvedObjective = { metric: "energy", statistic: "mean", goal: "minimize" };
const delay: ResolvedObjective = { metric: "delay", statistic: "mean", goal: "minimize" };
const test: ResolvedObjective = { metric: "testAccuracy", statistic: "mean", goal: "maximize" };
const median: ResolvedObjective = { metric: "accuracy", statistic: "p50", goal: "maximize" };

/** A racer whose chips scatter by 0.02, common to all, and by `own` of its own. */
function racer(exact: readonly number[], mean: number, chips: number, run: number, own = 0.002): Racer {
  const common = randomAt(1, "common", run);
  const alone = randomAt(1, "own", run, mean);
  const values = Float64Array.from(
    { length: chips },
    () => mean + 0.02 * (common.uniform() - 0.5) + own * (alone.uniform() - 0.5),
  );
  return { objectives: [...exact, -mean], chips: { clean: values, test: values } };
}

const exactly = (...objectives: number[]): Racer => ({
  objectives,
  chips: { clean: new Float64Array(), test: new Float64Array() },
});

describe("exact objectives", () => {
  it.each<[string, Racer, Racer, boolean]>([
    ["better in one, equal in the other", exactly(1, 1), exactly(1, 2), true],
    ["equal", exactly(1, 1), exactly(1, 1), false],
    ["better in one, worse in the other", exactly(1, 3), exactly(2, 2), false],
  ])("a rival that is %s: %s", (_what, rival, loser, expected) => {
    expect(isCertainlyDominated(loser, [rival], [energy, delay], 0.05)).toBe(expected);
  });

  it("nobody is dominated without rivals", () => {
    expect(isCertainlyDominated(exactly(1), [], [energy], 0.05)).toBe(false);
  });
});

describe("estimated objectives", () => {
  it("eight common chips show a difference of a twentieth of their scatter", () => {
    expect(isCertainlyDominated(racer([1], 0.9, 8, 0), [racer([1], 0.902, 8, 0)], [energy, test], 0.01)).toBe(true);
    // Not when the rival needs more energy.
    expect(isCertainlyDominated(racer([1], 0.9, 8, 0), [racer([2], 0.902, 8, 0)], [energy, test], 0.01)).toBe(false);
  });

  it("a design as good as its rivals is dropped in at most the stated share of races", () => {
    let dropped = 0;
    for (let run = 0; run < 1000; run++) {
      const rivals = [1, 2, 3].map((k) => racer([1], 0.9 + k * 1e-12, 12, run));
      if (isCertainlyDominated(racer([1], 0.9, 12, run), rivals, [energy, test], 0.05)) dropped++;
    }
    // Four standard errors of 1 000 coins of 5 %; Bonferroni's bound is not reached, the rivals share chips.
    expect(dropped / 1000).toBeLessThan(0.05 + 0.028);
  });

  it("medians are compared by intervals that do not overlap", () => {
    const low = racer([1], 0.9, 60, 0);
    expect(isCertainlyDominated(low, [racer([1], 0.95, 60, 0)], [energy, median], 0.05)).toBe(true);
    expect(isCertainlyDominated(low, [racer([1], 0.902, 60, 0)], [energy, median], 0.05)).toBe(false);
  });
});
