import { describe, expect, it } from "vitest";
import { compareTechnologies } from "../src/comparison.ts";
import { convergenceCourses } from "../src/convergence-course.ts";
import { candidatesBySearch } from "../src/report-input.ts";
import { broken, record, violated } from "./records.ts";
import { syntheticStudy, technologies } from "./synthetic-study.ts";

const study = syntheticStudy({
  technologies: technologies.filter(({ name }) => name === "dwm" || name === "latch"),
  accounting: ["full"],
});
const candidates = [
  broken(record("dwm", "full", 0, { sense: 1 }, 1), violated("too-hot", 1)),
  record("dwm", "full", 1, { sense: 100 }, 10),
  record("dwm", "full", 2, { sense: 200 }, 20),
  record("dwm", "full", 3, { sense: 10 }, 1),
  record("latch", "full", 0, { sense: 10 }, 1),
];

describe("the course of a search", () => {
  const input = { study, candidates, verifications: [], notes: [] };
  const [full] = compareTechnologies(input).accountings;
  const [dwm, latch] = convergenceCourses(full!, candidatesBySearch(candidates), study);

  it("has a step where the best feasible design improves, and an end", () => {
    const steps = dwm!.best.map(({ evaluations, value }) => [evaluations, value]);
    expect(steps.map(([at]) => at)).toEqual([2, 4]);
    // 100 fJ in 10 ns, then 10 fJ in 1 ns.
    expect(steps[0]![1]).toBeCloseTo(1e-21, 30);
    expect(steps[1]![1]).toBeCloseTo(1e-23, 32);
    expect(latch!.best).toHaveLength(1);
  });

  it("has a hypervolume that never falls and ends at that of the front", () => {
    const shares = dwm!.volume.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBe(0);
    // Both technologies end at the same point, which is the whole front.
    expect(shares.at(-1)).toBeCloseTo(1, 12);
    expect(latch!.volume.at(-1)!.share).toBeCloseTo(1, 12);
  });

  it("is empty without a feasible design", () => {
    const [nothing] = convergenceCourses(
      compareTechnologies({ ...input, candidates: candidates.slice(0, 1) }).accountings[0]!,
      candidatesBySearch(candidates.slice(0, 1)),
      study,
    );
    expect([nothing!.best, nothing!.volume]).toEqual([[], []]);
  });
});
