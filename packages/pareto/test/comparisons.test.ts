import { describe, expect, it } from "vitest";
import { additiveEpsilon } from "../src/additive-epsilon.ts";
import { coverage } from "../src/coverage.ts";
import { igdPlus } from "../src/igd-plus.ts";

const front = [
  [0, 2],
  [1, 1],
  [2, 0],
];
const behind = front.map(([x, y]) => [x! + 0.5, y! + 0.25]);

describe("comparisons of two sets", () => {
  it("additive epsilon is how far one must move to be as good as the other", () => {
    expect(additiveEpsilon(front, front)).toBe(0);
    expect(additiveEpsilon(behind, front)).toBe(0.5);
    expect(additiveEpsilon(front, behind)).toBe(-0.25);
    expect(additiveEpsilon([[1, 1]], front)).toBe(1);
    expect(additiveEpsilon([], front)).toBe(Infinity);
  });

  it("coverage is the share of the other that is dominated or met", () => {
    expect(coverage(front, front)).toBe(1);
    expect(coverage(front, behind)).toBe(1);
    expect(coverage(behind, front)).toBe(0);
    expect(coverage([[0, 2]], behind)).toBeCloseTo(1 / 3, 12);
    expect(coverage(front, [])).toBe(0);
  });

  it("inverted generational distance counts only what is worse", () => {
    expect(igdPlus(front, front)).toBe(0);
    expect(igdPlus([[-1, -1]], front)).toBe(0);
    expect(igdPlus(behind, front)).toBeCloseTo(Math.hypot(0.5, 0.25), 12);
    // To (0, 2) it is worse by 1 in the first, to (2, 0) by 1 in the second.
    expect(igdPlus([[1, 1]], front)).toBeCloseTo(2 / 3, 12);
  });
});
