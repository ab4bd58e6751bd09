import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invertSymmetric } from "../src/symmetric-inverse.ts";

describe("invertSymmetric", () => {
  it("inverts B B' + 1, reading the lower triangle only", () => {
    const square = fc.constantFrom(2, 4, 6, 12).chain((size) => {
      const entry = fc.double({ min: -1, max: 1, noNaN: true });
      return fc.array(entry, { minLength: size * size, maxLength: size * size }).map((entries) => ({ size, entries }));
    });
    fc.assert(
      fc.property(square, ({ size, entries }) => {
        const matrix = new Float64Array(size * size);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            for (let k = 0; k < size; k++) matrix[i * size + j]! += entries[i * size + k]! * entries[j * size + k]!;
          }
          matrix[i * size + i]! += 1;
        }
        const inverse = matrix.map((value, index) => (index % size <= Math.floor(index / size) ? value : 7));
        expect(invertSymmetric(inverse, size, new Float64Array(size))).toBe(true);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            let product = 0;
            for (let k = 0; k < size; k++) product += matrix[i * size + k]! * inverse[k * size + j]!;
            // Eigenvalues from 1 to at most 1 + 12^2: a condition number of 145.
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-12);
            expect(inverse[i * size + j]).toBe(inverse[j * size + i]);
          }
        }
      }),
    );
  });

  it.each([
    { name: "zero", entries: [0, 0, 0, 1] },
    { name: "indefinite", entries: [1, 2, 2, 1] },
    { name: "singular", entries: [1, 1, 1, 1] },
    { name: "no number", entries: [1, 0, NaN, 1] },
  ])("refuses a matrix that is $name", ({ entries }) => {
    expect(invertSymmetric(Float64Array.from(entries), 2, new Float64Array(2))).toBe(false);
  });
});
