import { describe, expect, it } from "vitest";
import { dasDennis, directionCount, referenceDirections } from "../../src/nsga3/reference-directions.ts";

describe("reference directions", () => {
  // Numbers of Deb and Jain 2014, tables I and II.
  it.each([
    { objectives: 2, partitions: 99, count: 100 },
    { objectives: 3, partitions: 12, count: 91 },
    { objectives: 5, partitions: 6, count: 210 },
    { objectives: 8, partitions: 3, count: 120 },
  ])("of $objectives objectives with $partitions partitions are $count", ({ objectives, partitions, count }) => {
    const directions = dasDennis(objectives, partitions);
    expect(directions).toHaveLength(count);
    expect(directionCount(objectives, partitions)).toBe(count);
    expect(new Set(directions.map((direction) => direction.join())).size).toBe(count);
    for (const direction of directions) expect(direction.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it.each([
    { objectives: 1, wanted: 92, count: 1 },
    { objectives: 2, wanted: 20, count: 20 },
    { objectives: 3, wanted: 92, count: 91 },
    // Two layers: 3 and 2 partitions of 8 objectives.
    { objectives: 8, wanted: 240, count: 156 },
    { objectives: 10, wanted: 12, count: 20 },
  ])("of $objectives objectives are $count when $wanted are wanted", ({ objectives, wanted, count }) => {
    const directions = referenceDirections(objectives, wanted);
    expect(directions).toHaveLength(count);
    for (const direction of directions) expect(direction.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("of many objectives are not all on the edge", () => {
    const inside = referenceDirections(8, 240).filter((direction) => direction.every((share) => share > 0));
    expect(inside).toHaveLength(36);
  });
});
