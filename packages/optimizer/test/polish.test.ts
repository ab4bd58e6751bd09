import { describe, expect, it } from "vitest";
import { polish } from "../src/polish.ts";
import { reals } from "../src/problems/benchmark-problem.ts";
import { search } from "./search.ts";

describe("local polish", () => {
  it("needs for a quadratic few evaluations more than it has coefficients", () => {
    for (const seed of [1, 2, 3]) {
      const told = search(polish, { dimensions: reals(5), objectiveCount: 1, evaluations: 110, seed }, (x) => {
        const z = Array.from(x, (v, k) => v - 0.25 - 0.12 * k);
        const cross = z.reduce((sum, v, k) => sum + v * (z[k + 1] ?? 0), 0);
        return { status: "ok", objectives: [z.reduce((sum, v, k) => sum + (1 + k) * v * v, 0) + cross], violation: 0 };
      });
      const bestOf = (count: number) => Math.min(...told.slice(0, count).map(({ objectives }) => objectives[0]!));
      // 21 coefficients; 2.2e-7 and 9.2e-15 at most were measured.
      expect(bestOf(60)).toBeLessThan(1e-6);
      expect(bestOf(110)).toBeLessThan(1e-13);
    }
  });

  it("walks over integers and categories to a design whose neighbours are worse", () => {
    const dimensions = [
      { kind: "integer", count: 50 },
      { kind: "category", count: 6 },
    ] as const;
    const told = search(polish, { dimensions, objectiveCount: 1, evaluations: 120, seed: 1 }, (x) => ({
      status: "ok",
      objectives: [Math.abs(x[0]! - 0.07) + (x[1]! > 0.8 ? 0 : 1)],
      violation: 0,
    }));
    expect(Math.min(...told.map(({ objectives }) => objectives[0]!))).toBeLessThan(0.02);
  });
});
