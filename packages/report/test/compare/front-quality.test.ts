import { describe, expect, it } from "vitest";
import { frontRelations, frontVolume, pooledFront } from "../../src/compare/front-quality.ts";
import { objectiveAxis } from "../../src/compare/objective-axis.ts";
import { design, entrant, run } from "./archives.ts";

const axes = [
  objectiveAxis({ metric: "energy", statistic: "mean", goal: "minimize" }),
  objectiveAxis({ metric: "delay", statistic: "mean", goal: "minimize" }),
];
// 1 pJ and 1 us: points at 1 fJ and 1 ns lie three decades below in both.
const reference = [-12, -6];
const one = entrant("one", run([design("one", 0, 1, 1)]));
const two = entrant("two", run([design("two", 0, 10, 1), design("two", 1, 1, 10)]));

describe("the volume of fronts", () => {
  it.each([
    ["one point, 3 x 3 decades", one, 9],
    // Two rectangles of 2 x 3 decades, 2 x 2 of it shared.
    ["two points", two, 8],
  ])("of %s", (_case, of, volume) => {
    // Rounding of logarithms.
    expect(frontVolume(of, axes, reference).ofAllRuns).toBeCloseTo(volume, 9);
  });

  it("over runs is told by lowest, median and highest, and all together dominate more", () => {
    const runs = entrant(
      "three",
      run([design("a", 0, 10, 1)]),
      run([design("a", 0, 1, 10)]),
      run([design("a", 0, 100, 100)]),
    );
    const volume = frontVolume(runs, axes, reference);
    expect(volume.byRun.map((each) => Math.round(each * 1e9) / 1e9)).toEqual([6, 6, 1]);
    expect([volume.lowest, volume.median, volume.highest].map((each) => Math.round(each))).toEqual([1, 6, 6]);
    expect(volume.ofAllRuns).toBeCloseTo(8, 9);
    expect(pooledFront(runs)).toHaveLength(2);
  });

  it("counts points beyond the reference", () => {
    const { ofAllRuns, beyondReference, points } = frontVolume(two, axes, [-14, -6]);
    expect([points, beyondReference]).toEqual([2, 1]);
    // One decade in energy, two in delay.
    expect(ofAllRuns).toBeCloseTo(2, 9);
  });

  it("of nothing is nothing", () => {
    expect(frontVolume(entrant("none", run([])), axes, reference)).toMatchObject({ ofAllRuns: 0, points: 0 });
  });
});

describe("relations of fronts", () => {
  const relations = frontRelations([one, two, entrant("none", run([]))], axes);

  it("are those of the entrants that have fronts", () => {
    expect(relations.map(({ of, to }) => `${of} ${to}`)).toEqual(["one two", "two one"]);
  });

  it.each([
    // The single point equals one objective of each and is ahead in the other: no step, full coverage.
    ["one", 0, 1, 1],
    // Each of the two is a decade behind in one objective.
    ["two", 1, 10, 0],
  ])("of %s", (name, epsilon, factor, coverage) => {
    const found = relations.find(({ of }) => of === name)!;
    expect(found.epsilon).toBeCloseTo(epsilon, 9);
    expect(found.epsilonFactor).toBeCloseTo(factor, 8);
    expect(found.coverage).toBe(coverage);
  });

  it("have no common factor where an objective is not a cost", () => {
    const withAccuracy = [axes[0]!, objectiveAxis({ metric: "accuracy", statistic: "mean", goal: "maximize" })];
    expect(frontRelations([one, two], withAccuracy).every(({ epsilonFactor }) => epsilonFactor === undefined)).toBe(
      true,
    );
  });
});
