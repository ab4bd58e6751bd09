import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symmetricEigen } from "../../src/cma-es/symmetric-eigen.ts";

describe("eigenvalues and eigenvectors of a symmetric matrix", () => {
  it("give the matrix back, with an orthogonal basis, also when eigenvalues are equal or 0", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.nat(), (size, rank, seed) => {
        const random = randomAt(seed);
        const matrix = new Float64Array(size * size);
        for (let term = 0; term < rank; term++) {
          const vector = Array.from({ length: size }, () => random.integer(4) - 1);
          const sign = random.uniform() < 0.5 ? -1 : 1;
          for (let i = 0; i < size; i++)
            for (let j = 0; j < size; j++) matrix[i * size + j]! += sign * vector[i]! * vector[j]!;
        }
        const { values, vectors } = symmetricEigen(matrix, size);
        const largest = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) {
            let again = 0;
            let product = 0;
            for (let k = 0; k < size; k++) {
              again += values[k]! * vectors[i * size + k]! * vectors[j * size + k]!;
              product += vectors[k * size + i]! * vectors[k * size + j]!;
            }
            // Rounding of a few operations a dimension.
            expect(Math.abs(again - matrix[i * size + j]!)).toBeLessThan(1e-13 * size * largest);
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-13 * size);
          }
      }),
      { numRuns: 300 },
    );
  });

  it("are those of the discrete Laplacian, 2 - 2 cos(k pi / (n + 1))", () => {
    const size = 200;
    const matrix = new Float64Array(size * size);
    for (let k = 0; k < size; k++) {
      matrix[k * size + k] = 2;
      if (k > 0) {
        matrix[k * size + k - 1] = -1;
        matrix[(k - 1) * size + k] = -1;
      }
    }
    const values = symmetricEigen(matrix, size).values.toSorted();
    for (const [k, value] of values.entries())
      expect(Math.abs(value - (2 - 2 * Math.cos(((k + 1) * Math.PI) / (size + 1))))).toBeLessThan(1e-12);
  });

  it("refuse what is no number", () => {
    expect(() => symmetricEigen(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2)).toThrow("not a finite number");
  });
});
