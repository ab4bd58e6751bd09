import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { factorise, inverse, solveLower, solveUpper } from "../../src/gaussian-process/cholesky.ts";

/** A well-conditioned positive definite matrix: B B^T / size plus one, row by row. */
function positiveDefinite(size: number): Float64Array {
  const random = randomAt("cholesky", size);
  const b = Float64Array.from({ length: size * size }, () => random.normal());
  const a = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < size; k++) sum += (b[i * size + k]! * b[j * size + k]!) / size;
      a[i * size + j] = sum;
    }
  return a;
}

// Around the panel of 48 and the tile of 4.
describe.each([1, 2, 5, 47, 48, 49, 51, 97, 150])("of a matrix of size %i", (size) => {
  const a = positiveDefinite(size);
  const factor = a.slice();
  const isFactored = factorise(factor, size);

  it("the factor times its transpose is the matrix", () => {
    expect(isFactored).toBe(true);
    let worst = 0;
    for (let i = 0; i < size; i++)
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let k = 0; k <= j; k++) sum += factor[i * size + k]! * factor[j * size + k]!;
        worst = Math.max(worst, Math.abs(sum - a[i * size + j]!));
      }
    // Rounding of sums of 150 products of numbers about 1.
    expect(worst).toBeLessThan(1e-13);
  });

  it("solving with it gives back what the matrix was multiplied with", () => {
    const x = Float64Array.from({ length: size }, (_, k) => Math.sin(k + 1));
    const b = x.map((_, i) => x.reduce((sum, value, j) => sum + a[i * size + j]! * value, 0));
    solveLower(factor, size, size, b);
    solveUpper(factor, size, size, b);
    for (let k = 0; k < size; k++) expect(Math.abs(b[k]! - x[k]!)).toBeLessThan(1e-12);
  });

  it("the inverse times the matrix is one", () => {
    const inverted = inverse(factor, size, size);
    for (let i = 0; i < size; i += 7) {
      for (let j = 0; j < size; j += 5) {
        let sum = 0;
        for (let k = 0; k < size; k++)
          sum += (k <= i ? inverted[i * size + k]! : inverted[k * size + i]!) * a[k * size + j]!;
        expect(Math.abs(sum - (i === j ? 1 : 0))).toBeLessThan(1e-12);
      }
    }
  });
});

it("uses rows that are further apart than the matrix is wide", () => {
  const wide = new Float64Array(60 * 70);
  const a = positiveDefinite(60);
  for (let i = 0; i < 60; i++) wide.set(a.subarray(i * 60, i * 60 + 60), i * 70);
  expect(factorise(wide, 60, 70)).toBe(true);
  factorise(a, 60);
  for (let i = 0; i < 60; i++) for (let j = 0; j <= i; j++) expect(wide[i * 70 + j]).toBe(a[i * 60 + j]);
});

it("says when a matrix is not positive definite", () => {
  expect(factorise(Float64Array.of(1, 0, 2, 1), 2)).toBe(false);
  expect(factorise(Float64Array.of(0), 1)).toBe(false);
});
