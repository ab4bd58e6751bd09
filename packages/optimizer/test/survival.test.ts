import type { EvaluatedPoint } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { compareCrowded, survivors } from "../src/survival.ts";

const evaluated = (id: number, ...objectives: number[]): EvaluatedPoint => ({
  coordinates: Float64Array.of(id),
  score: { id, status: "ok", objectives, violation: 0 },
});
const idsOf = (members: readonly EvaluatedPoint[]) => members.map(({ score }) => score.id).toSorted((a, b) => a - b);

describe("survival", () => {
  // A front of five, of which 2 and 3 stand close together, and one dominated point.
  const candidates = [
    evaluated(0, 0, 10),
    evaluated(1, 3, 6),
    evaluated(2, 5, 4),
    evaluated(3, 5.1, 3.9),
    evaluated(4, 10, 0),
    evaluated(5, 10, 10),
  ];

  it("keeps whole fronts, then the least crowded of the next", () => {
    expect(idsOf(survivors(candidates, 5))).toStrictEqual([0, 1, 2, 3, 4]);
    // Distances: 1 between 0 and 3, 2 between 1 and 3, 3 between 2 and 4, which is far.
    expect(idsOf(survivors(candidates, 4))).toStrictEqual([0, 1, 3, 4]);
    expect(idsOf(survivors(candidates, 2))).toStrictEqual([0, 4]);
  });

  it("prefers a better front, then a less crowded place", () => {
    const ranked = survivors(candidates, 6);
    const of = (id: number) => ranked.find(({ score }) => score.id === id)!;
    expect(compareCrowded(of(2), of(5))).toBeLessThan(0);
    expect(compareCrowded(of(2), of(1))).toBeGreaterThan(0);
    expect(compareCrowded(of(0), of(4))).toBe(0);
  });
});
