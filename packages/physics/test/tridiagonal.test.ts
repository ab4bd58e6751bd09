import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invertTridiagonal, solveTridiagonal } from "../src/tridiagonal.ts";
import { denseSolve } from "./dense-solve.ts";

function dense(diagonal: Float64Array, offDiagonal: Float64Array): Float64Array {
  const size = diagonal.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] = diagonal[i]!;
    if (i > 0) matrix[i * size + i - 1] = matrix[(i - 1) * size + i] = offDiagonal[i - 1]!;
  }
  return matrix;
}

/** A resistor line: conductances along it, of either sign of coupling, and to ground. */
const line = fc
  .integer({ min: 1, max: 30 })
  .chain((size) =>
    fc.record({
      ground: fc.array(fc.double({ min: 0.05, max: 2, noNaN: true }), { minLength: size, maxLength: size }),
      along: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size - 1, maxLength: size - 1 }),
      load: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size }),
    }),
  )
  .map(({ ground, along, load }) => ({
    diagonal: Float64Array.from(ground, (value, i) => value + Math.abs(along[i - 1] ?? 0) + Math.abs(along[i] ?? 0)),
    offDiagonal: Float64Array.from(along),
    load: Float64Array.from(load),
  }));

describe("solveTridiagonal", () => {
  it("agrees with dense elimination", () => {
    fc.assert(
      fc.property(line, ({ diagonal, offDiagonal, load }) => {
        const expected = denseSolve(dense(diagonal, offDiagonal), load);
        const solution = load.slice();
        solveTridiagonal(diagonal, offDiagonal, solution);
        // Condition number at most 14/0.05 on solutions of at most 20.
        for (const [i, value] of solution.entries()) expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-11);
      }),
    );
  });

  it("refuses sizes that do not fit", () => {
    expect(() => solveTridiagonal(Float64Array.of(1, 1), Float64Array.of(0), Float64Array.of(1))).toThrow(
      "expected 2 right-hand sides, got 1",
    );
    expect(() => solveTridiagonal(Float64Array.of(1), Float64Array.of(0), Float64Array.of(1))).toThrow(
      "expected 0 off-diagonal entries, got 1",
    );
  });
});

describe("invertTridiagonal", () => {
  it("gives an inverse, exactly symmetric", () => {
    fc.assert(
      fc.property(line, ({ diagonal, offDiagonal }) => {
        const size = diagonal.length;
        const inverse = invertTridiagonal(diagonal, offDiagonal);
        const matrix = dense(diagonal, offDiagonal);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            expect(inverse[i * size + j]).toBe(inverse[j * size + i]);
            let product = 0;
            for (let k = 0; k < size; k++) product += matrix[i * size + k]! * inverse[k * size + j]!;
            // Terms of at most 14·20 cancel.
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-11);
          }
        }
      }),
    );
  });

  it("has the closed form of a uniform line", () => {
    // tridiag(-1, 2, -1) of size n: entry (i, j) is (i + 1)(n - j)/(n + 1) for i <= j.
    const size = 300;
    const inverse = invertTridiagonal(new Float64Array(size).fill(2), new Float64Array(size - 1).fill(-1));
    for (let i = 0; i < size; i += 13) {
      for (let j = i; j < size; j += 17) {
        const expected = ((i + 1) * (size - j)) / (size + 1);
        // The condition number grows as (2·size/π)², to 4e4.
        expect(Math.abs(inverse[i * size + j]! / expected - 1)).toBeLessThan(1e-11);
      }
    }
  });

  it("decays to nothing along a long strongly grounded line without overflow", () => {
    const size = 400;
    const inverse = invertTridiagonal(new Float64Array(size).fill(1e6), new Float64Array(size - 1).fill(-1));
    expect(inverse.every(Number.isFinite)).toBe(true);
    expect(inverse[size - 1]).toBe(0);
    expect(inverse[0]).toBeCloseTo(1e-6, 15);
  });

  it("writes into the array given", () => {
    const room = new Float64Array(4);
    expect(invertTridiagonal(Float64Array.of(2, 2), Float64Array.of(-1), room)).toBe(room);
    // A 2 × 2 inverse by hand: 1/3 · [2 1; 1 2].
    for (const [i, value] of [2 / 3, 1 / 3, 1 / 3, 2 / 3].entries()) expect(room[i]).toBeCloseTo(value, 14);
    expect(() => invertTridiagonal(Float64Array.of(2, 2), Float64Array.of(-1), new Float64Array(3))).toThrow(
      "expected room for 4 entries, got 3",
    );
  });

  it("names the row where the matrix fails to be positive definite", () => {
    expect(() => invertTridiagonal(Float64Array.of(1, 1, 1), Float64Array.of(0.5, -2))).toThrow(
      "invertTridiagonal: the matrix is not positive definite: pivot -4.333333333333333 in row 2",
    );
    expect(() => invertTridiagonal(Float64Array.of(1, NaN), Float64Array.of(0))).toThrow("pivot NaN in row 1");
  });
});
