import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { singleObjectives } from "../../src/problems/single-objective.ts";

describe.each([4, 5, 10])("functions of %i dimensions with a known least value", (size) => {
  it("are 24 families, instances of which differ", () => {
    const all = singleObjectives(size, 2);
    expect(all).toHaveLength(48);
    const at = new Float64Array(size).fill(0.3);
    expect(new Set(all.map(({ evaluate, optimum }) => evaluate(at) - optimum)).size).toBe(48);
  });

  it("are nowhere below it", () => {
    const random = randomAt("single objectives", size);
    for (const { title, optimum, evaluate } of singleObjectives(size, 2))
      for (let k = 0; k < 200; k++) {
        const value = evaluate(Float64Array.from({ length: size }, () => random.uniform()));
        // Rounding where large terms cancel.
        expect(value, title).toBeGreaterThanOrEqual(optimum - 1e-9);
        expect(value, title).toBeLessThan(Infinity);
      }
  });
});
