import { describe, expect, it } from "vitest";
import { attainmentOf } from "../../src/compare/attainment.ts";
import { broken, violated } from "../records.ts";
import { design, entrant, run } from "./archives.ts";

const point = (delay_ns: number, energy_fJ: number) => ({
  delay_s: delay_ns * 1e-9,
  energy_J: energy_fJ * 1e-15,
});

describe("attainmentOf", () => {
  it("of one run is its own front in delay and energy, whatever else was wanted", () => {
    const only = run([design("a", 0, 10, 1), design("a", 1, 1, 10), design("a", 2, 11, 11)]);
    const expected = [point(1, 10), point(10, 1)];
    expect(attainmentOf(entrant("a", only))).toEqual({
      entrant: "a",
      runs: 1,
      best: expected,
      median: expected,
      worst: expected,
    });
  });

  it("of three runs lies between what one and what all attain", () => {
    const runs = [1, 2, 3].map((energy_fJ) => run([design("a", 0, energy_fJ, 1)]));
    const { best, median, worst } = attainmentOf(entrant("a", ...runs));
    expect([best, median, worst]).toEqual([[point(1, 1)], [point(1, 2)], [point(1, 3)]]);
  });

  it("has no worst surface where a run found nothing feasible", () => {
    const infeasible = run([broken(design("a", 0, 1, 1), violated("too-hot", 0.5))]);
    const { best, worst } = attainmentOf(entrant("a", run([design("a", 0, 2, 1)]), infeasible));
    expect([best, worst]).toEqual([[point(1, 2)], []]);
  });
});
