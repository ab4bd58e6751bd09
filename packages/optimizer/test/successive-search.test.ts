import type { Score } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { SuccessiveSearch } from "../src/successive-search.ts";
import type { Knowledge } from "../src/successive-search.ts";

const score = (id: number): Score => ({ id, status: "ok", objectives: [id], violation: 0 });

function searchWith(
  pendingProposals: number,
  known: Knowledge[] = [],
  recorded?: (id: number) => number[] | undefined,
): SuccessiveSearch {
  return new SuccessiveSearch(
    { dimensions: [{ kind: "real" }], objectiveCount: 1, evaluations: 20, seed: 1, ...(recorded && { recorded }) },
    {
      name: "test",
      first: [Float64Array.of(0.1), Float64Array.of(0.2)],
      pendingProposals,
      propose(knowledge) {
        known.push(knowledge);
        return Float64Array.of(0.3 + 0.01 * knowledge.id);
      },
      takeNotes: () => [],
    },
  );
}

describe("a search that proposes one by one", () => {
  it("gives the first points and waits for their scores", () => {
    const search = searchWith(1);
    expect(search.ask(5).map(({ id }) => id)).toEqual([0, 1]);
    expect(search.ask(5)).toEqual([]);
    search.tell([score(1)]);
    expect(search.ask(5)).toEqual([]);
    search.tell([score(0)]);
    expect(search.ask(5).map(({ id }) => id)).toEqual([2]);
  });

  it("with three pending looks at no score that might be missing", () => {
    const known: Knowledge[] = [];
    const search = searchWith(3, known);
    search.ask(2);
    search.tell([score(0), score(1)]);
    expect(search.ask(9).map(({ id }) => id)).toEqual([2, 3, 4]);
    search.tell([score(4), score(3)]);
    expect(search.ask(9)).toEqual([]);
    search.tell([score(2)]);
    search.ask(1);
    const seen = known.map(({ evaluated, pending }) => [evaluated.length, pending.length]);
    // Of the number of the proposal less three, and the places of the others.
    expect(seen).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
      [3, 2],
    ]);
  });

  it("takes what was recorded without thinking", () => {
    const known: Knowledge[] = [];
    const search = searchWith(1, known, (id) => (id < 4 ? [0.9 - 0.1 * id] : undefined));
    const points: number[] = [];
    for (let k = 0; k < 5; k++)
      for (const { id, coordinates } of search.ask(1)) {
        points.push(coordinates[0]!);
        search.tell([score(id)]);
      }
    expect(points[3]).toBeCloseTo(0.6, 12);
    expect(known.map(({ id }) => id)).toEqual([4]);
  });
});
