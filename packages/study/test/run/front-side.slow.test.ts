import { Archive } from "@neurofront/archive";
import { frontOf } from "@neurofront/core";
import type { ResolvedConstraint } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { assessor } from "../../src/run/assessor.ts";
import { searchesOf } from "../../src/search-start.ts";
import { noisyTechnologies, smallRunnable } from "./small-run.ts";
import { runSmall } from "./written-archive.ts";

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

/** Members of fronts. */
interface Tally {
  /** That the chips call met. */
  met: number;
  /** Of these, on the other side of the limit by 100 times as many chips. */
  wrong: number;
}

/** Fronts of several searches along a limit, each member against 100 times as many chips, which no run has seen. */
async function tally({ metric, statistic, atLeast }: ResolvedConstraint, chips: number): Promise<Tally> {
  const limit = atLeast!;
  const sum: Tally = { met: 0, wrong: 0 };
  for (const seed of SEEDS) {
    const runnable = await smallRunnable({
      held: { temperature: "300 K", workload: { use: "small-letters" }, accounting: "full" },
      technologies: noisyTechnologies,
      variation: { chips, eliteChips: 4 * chips },
      constraints: [{ metric, statistic, atLeast: limit }],
      budget: { evaluations: 200 },
      seed,
    });
    const written = await runSmall(runnable);
    const archive = Archive.open(written.path);
    const search = searchesOf(runnable.resolved)[0]!;
    const records = archive.candidates(search.name);
    archive.close();
    for (const { candidate, design, assessment } of frontOf(records)) {
      const { drawn, standings } = assessment.monteCarlo!.sampling!;
      if (standings[0] === "undecided") continue;
      const from = 1_000_000;
      const drawnAgain = assessor(runnable)({
        search: search.name,
        technology: search.technology.name,
        accounting: search.accounting,
        candidate,
        design,
        chips: { from, to: from + 100 * drawn },
      }).chips;
      const values = metric === "testAccuracy" ? drawnAgain.test : drawnAgain.clean;
      const truth =
        statistic === "mean"
          ? values.reduce((total, value) => total + value, 0) / values.length
          : values.toSorted()[Math.floor(0.05 * values.length)]!;
      sum.met++;
      if (truth < limit) sum.wrong++;
    }
  }
  return sum;
}

describe("which side of the limit a member of a front is on, at 95 % confidence, agrees with 100 times as many chips", () => {
  it.each<[string, ResolvedConstraint]>([
    // Measured over the 12 searches: 26 members met, none wrong, 9 undecided.
    ["the 5th percentile of the chips", { metric: "accuracy", statistic: "p05", atLeast: 0.6 }],
    // 32 members met, none wrong, 1 undecided.
    ["the mean on test patterns", { metric: "testAccuracy", statistic: "mean", atLeast: 0.75 }],
  ])("for %s", { timeout: 600_000 }, async (_what, constraint) => {
    const { met, wrong } = await tally(constraint, 200);
    expect(met).toBeGreaterThan(20);
    expect(wrong / met).toBeLessThan(0.05);
  });
});
