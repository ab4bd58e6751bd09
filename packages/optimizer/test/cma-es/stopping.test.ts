import type { Score } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { Stopping } from "../../src/cma-es/stopping.ts";

const generation = (best: number, spread: number, violation = 0): Score[] =>
  [0, 0.25, 0.5, 1].map((share, id) => ({
    id,
    status: "ok",
    objectives: [best + share * spread],
    violation: violation * (1 + share),
  }));
const value = (score: Score) => score.objectives[0]!;

/** Generations until a run is to end, and why. */
function endOf(generationAt: (index: number) => Score[]): {
  readonly after: number;
  readonly reason: string | undefined;
} {
  const stopping = new Stopping(5, 4);
  for (let index = 0; index < 5000; index++) {
    const reason = stopping.reason(generationAt(index), value);
    if (reason !== undefined) return { after: index + 1, reason };
  }
  return { after: Infinity, reason: undefined };
}

describe("a run ends", () => {
  it("when its values no longer differ, relative to where it started, on any scale", () => {
    const ends = [1, 1e-20, 1e20].map((scale) => endOf((k) => generation(scale * 0.5 ** k, scale * 0.5 ** k)));
    expect(ends[0]!.reason).toBe("values are equal");
    expect(ends[0]!.after).toBeGreaterThan(60);
    expect(ends.map(({ after }) => after)).toStrictEqual([ends[0]!.after, ends[0]!.after, ends[0]!.after]);
  });

  it("when all values are the same", () => {
    expect(endOf(() => generation(3, 0)).reason).toBe("values are equal");
  });

  it("when neither the best nor the median gets better for long", () => {
    expect(endOf((k) => generation(3 + 0.1 * Math.sin(k), 1)).reason).toBe("values stagnate");
    expect(endOf((k) => generation(-k, 1)).reason).toBeUndefined();
  });

  it("not when it has just become feasible", () => {
    const { after } = endOf((k) => (k < 1000 ? generation(0, 0, 2 ** -k) : generation(1, 0.5 ** (k - 1000))));
    expect(after).toBeLessThan(1000);
    const late = endOf((k) => (k < 40 ? generation(0, 0, 1) : generation(1, 0)));
    expect(late.after).toBeGreaterThan(40 + 40);
  });
});
