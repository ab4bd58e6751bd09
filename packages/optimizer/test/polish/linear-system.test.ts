import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solverOf } from "../../src/polish/linear-system.ts";

describe("a linear system", () => {
  it("is solved so that the right side comes back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.nat(), (size, seed) => {
        const random = randomAt(seed);
        const matrix = Float64Array.from({ length: size * size }, () => random.normal());
        // A permutation of a dominant diagonal keeps the condition small and needs pivoting.
        for (let k = 0; k < size; k++) matrix[k * size + ((k + 1) % size)]! += 4 * size;
        const right = Float64Array.from({ length: size }, () => random.normal());
        const solution = solverOf(Float64Array.from(matrix), size)!(right);
        for (let i = 0; i < size; i++) {
          let sum = 0;
          for (let j = 0; j < size; j++) sum += matrix[i * size + j]! * solution[j]!;
          expect(Math.abs(sum - right[i]!)).toBeLessThan(1e-12 * size);
        }
      }),
    );
  });

  it("that is singular is refused", () => {
    expect(solverOf(Float64Array.of(1, 2, 2, 4), 2)).toBeUndefined();
    expect(solverOf(new Float64Array(9), 3)).toBeUndefined();
  });
});
