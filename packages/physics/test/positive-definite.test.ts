import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invertPositiveDefinite } from "../src/positive-definite.ts";

describe("invertPositiveDefinite", () => {
  it("inverts B·Bᵀ + 1 in the middle of an array, reading the lower triangle only", () => {
    const square = fc.integer({ min: 1, max: 12 }).chain((size) => {
      const entry = fc.double({ min: -1, max: 1, noNaN: true });
      return fc.array(entry, { minLength: size * size, maxLength: size * size }).map((entries) => ({ size, entries }));
    });
    fc.assert(
      fc.property(square, ({ size, entries }) => {
        const offset = 3;
        const matrix = new Float64Array(size * size);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            for (let k = 0; k < size; k++) matrix[i * size + j]! += entries[i * size + k]! * entries[j * size + k]!;
          }
          matrix[i * size + i]! += 1;
        }
        const storage = new Float64Array(offset + size * size + 2).fill(7);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j <= i; j++) storage[offset + i * size + j] = matrix[i * size + j]!;
        }
        expect(invertPositiveDefinite(storage, offset, size)).toBe(-1);
        expect([...storage.subarray(0, offset), ...storage.subarray(-2)]).toEqual([7, 7, 7, 7, 7]);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            let product = 0;
            for (let k = 0; k < size; k++) product += matrix[i * size + k]! * storage[offset + k * size + j]!;
            // Eigenvalues from 1 to at most 1 + 12²: a condition number of 145.
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-11);
          }
        }
      }),
    );
  });

  it.each([
    [[0], 0],
    [[NaN], 0],
    [[1, 0, 2, 1], 1],
    [[4, 0, 0, 1, 2, 0, 2, 2, 1], 2],
  ])("stops at the row of the pivot that is not positive: %j", (entries, row) => {
    expect(invertPositiveDefinite(Float64Array.from(entries), 0, Math.sqrt(entries.length))).toBe(row);
  });
});
