import { dominates, randomAt } from "@neurofront/core";
import type { Score } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { hypervolume } from "@neurofront/pareto";
import { hypervolumeSurvivors } from "../src/hypervolume-survival.ts";
import type { Placed } from "../src/hypervolume-survival.ts";

const candidate = (id: number, objectives: readonly number[], violation = 0): Placed => ({
  coordinates: Float64Array.of(id),
  score: { id, status: objectives.length === 0 ? "impossible" : "ok", objectives, violation },
  front: 0,
});

const idsOf = (some: readonly { readonly score: Score }[]): number[] =>
  some.map(({ score }) => score.id).toSorted((a, b) => a - b);

/** Points of one front near a sphere, its ends at the axes. */
function sphere(objectiveCount: number, count: number): Placed[] {
  const random = randomAt("survival", objectiveCount);
  return Array.from({ length: count }, (_, id) => {
    const direction = Array.from({ length: objectiveCount }, () => random.uniform() + 1e-3);
    const length = Math.hypot(...direction);
    return candidate(
      id,
      direction.map((value) => 2 - value / length),
    );
  });
}

describe("survival by hypervolume", () => {
  it("takes whole fronts first, feasible before infeasible before impossible", () => {
    const some = [
      candidate(0, [], 1),
      candidate(1, [0, 0], 0.5),
      candidate(2, [2, 2]),
      candidate(3, [1, 1]),
      candidate(4, [0, 3]),
      candidate(5, [0, 0], 0.1),
      candidate(6, [], 2),
    ];
    expect([2, 3, 4, 5, 6].map((size) => idsOf(hypervolumeSurvivors(some, size)))).toStrictEqual([
      [3, 4],
      [2, 3, 4],
      [2, 3, 4, 5],
      [1, 2, 3, 4, 5],
      [0, 1, 2, 3, 4, 5],
    ]);
    expect(hypervolumeSurvivors(some, 7).map(({ front }) => front)).toStrictEqual([0, 0, 1, 2, 3, 4, 5]);
  });

  it.each([2, 3, 4])("with %i objectives keeps as many of a front as wanted, and no one twice", (objectiveCount) => {
    const some = sphere(objectiveCount, 60);
    const ids = idsOf(hypervolumeSurvivors(some, 25));
    expect(ids).toHaveLength(25);
    expect(new Set(ids).size).toBe(25);
  });

  it("with two objectives keeps the ends, and drops the least contributor first", () => {
    const some = [
      [0, 10],
      [1, 5],
      [1.1, 4.9],
      [5, 1],
      [10, 0],
    ].map((objectives, id) => candidate(id, objectives));
    expect(idsOf(hypervolumeSurvivors(some, 4))).toStrictEqual([0, 1, 3, 4]);
    expect(idsOf(hypervolumeSurvivors(some, 2))).toStrictEqual([0, 4]);
  });

  it.each([2, 3])("with %i objectives keeps more volume than as many members at random", (objectiveCount) => {
    const some = sphere(objectiveCount, 80).filter(
      ({ score }, _, all) => !all.some((other) => dominates(other.score.objectives, score.objectives)),
    );
    const reference = Array.from({ length: objectiveCount }, () => 2.1);
    const volumeOf = (kept: readonly Placed[]): number =>
      hypervolume(
        kept.map(({ score }) => score.objectives),
        reference,
      );
    const size = Math.floor(some.length / 2);
    const kept = volumeOf(hypervolumeSurvivors(some, size));
    const random = randomAt("any half");
    for (let trial = 0; trial < 20; trial++) {
      const keys = some.map((member) => ({ member, key: random.uniform() }));
      const half = keys.toSorted((a, b) => a.key - b.key).slice(0, size);
      expect(kept).toBeGreaterThan(volumeOf(half.map(({ member }) => member)));
    }
  });
});
