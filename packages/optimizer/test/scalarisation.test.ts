import type { Score } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { Scalarisation } from "../src/scalarisation.ts";

const ok = (objectives: number[], violation = 0): Score => ({ id: 0, status: "ok", objectives, violation });
const impossible = (violation: number): Score => ({ id: 0, status: "impossible", objectives: [], violation });
const evaluated = (score: Score) => ({ coordinates: new Float64Array(), score });

describe("what a search after one best design minimises", () => {
  it("orders by Deb's rule", () => {
    const scalarisation = new Scalarisation(1, 1);
    const ordered = [ok([-5]), ok([2]), ok([0], 0.1), ok([-9], 0.2), impossible(1), impossible(Infinity)];
    const sorted = ordered.toReversed().toSorted((a, b) => scalarisation.compare(a, b));
    expect(sorted).toStrictEqual(ordered);
    expect(scalarisation.compare(impossible(Infinity), impossible(Infinity))).toBe(0);
  });

  it("keeps the best design, of least violation while none is feasible", () => {
    const scalarisation = new Scalarisation(1, 1);
    expect(scalarisation.best()).toBeUndefined();
    scalarisation.observe([impossible(3), ok([1], 2), ok([1], 1)].map(evaluated));
    expect(scalarisation.best()?.score.violation).toBe(1);
    scalarisation.observe([ok([7]), ok([4]), ok([5])].map(evaluated));
    expect(scalarisation.best()?.score.objectives).toStrictEqual([4]);
  });

  it("prefers other parts of a front under other weights, whatever the scales of the objectives", () => {
    const scalarisation = new Scalarisation(2, 1);
    const front = Array.from({ length: 21 }, (_, k) => ok([1e-15 * (k / 20), 1e6 * (1 - k / 20) ** 2]));
    scalarisation.observe(front.map(evaluated));
    const chosen = new Set<number>();
    for (let turn = 0; turn < 20; turn++) {
      chosen.add(front.indexOf(scalarisation.best()!.score));
      scalarisation.turn();
    }
    expect(chosen.size).toBeGreaterThanOrEqual(8);
  });

  it("never prefers what is dominated", () => {
    const scalarisation = new Scalarisation(3, 2);
    scalarisation.observe([ok([1, 2, 3]), ok([3, 2, 1]), ok([2, 1, 2])].map(evaluated));
    for (let turn = 0; turn < 20; turn++) {
      expect(scalarisation.compare(ok([1, 2, 2.5]), ok([1, 2, 3]))).toBeLessThan(0);
      scalarisation.turn();
    }
  });
});
