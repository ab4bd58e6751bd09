import { dominates, randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFrontArchive } from "../src/front-archive.ts";

/** Ids of what a plain list would keep: of equal points the first. */
function keptByList(points: readonly (readonly number[])[]): { ids: number[]; accepted: boolean[] } {
  let kept: number[] = [];
  const accepted = points.map((point, id) => {
    const isCovered = kept.some((other) => points[other]!.every((value, k) => value <= point[k]!));
    if (isCovered) return false;
    kept = kept.filter((other) => !dominates(point, points[other]!));
    kept.push(id);
    return true;
  });
  return { ids: kept, accepted };
}

const byNumber = (a: number, b: number): number => a - b;

describe.each([1, 2, 3, 4, 5])("with %i objectives", (objectiveCount) => {
  // Few values make many ties.
  const coarse = fc.array(
    fc.array(fc.integer({ min: 0, max: 7 }), { minLength: objectiveCount, maxLength: objectiveCount }),
    {
      maxLength: 400,
    },
  );
  const fine = fc.nat().map((seed) => {
    const random = randomAt(seed, "front-archive", objectiveCount);
    return Array.from({ length: 1500 }, () => {
      const radius = 1 + 0.1 * random.uniform();
      const direction = Array.from({ length: objectiveCount }, () => random.uniform() + 0.01);
      const length = Math.hypot(...direction);
      return direction.map((x) => (radius * x) / length);
    });
  });

  it.each([
    ["points with many ties", coarse, 200],
    ["points near a sphere", fine, 8],
  ] as const)("keeps what a list of all would keep: %s", (_title, points, numRuns) => {
    fc.assert(
      fc.property(points, (some) => {
        const archive = createFrontArchive(objectiveCount);
        const accepted = some.map((objectives, id) => archive.add(objectives, id));
        const expected = keptByList(some);
        expect(accepted).toStrictEqual(expected.accepted);
        expect(archive.ids().toSorted(byNumber)).toStrictEqual(expected.ids.toSorted(byNumber));
        expect(archive.size).toBe(expected.ids.length);
      }),
      { numRuns },
    );
  });
});
