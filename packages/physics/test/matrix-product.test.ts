import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multiplyInto } from "../src/matrix-product.ts";

describe("multiplyInto", () => {
  it("is the product of the matrices", () => {
    const size = fc.integer({ min: 1, max: 9 });
    const problem = fc.tuple(size, size, size).chain(([p, m, n]) => {
      const entries = (count: number): fc.Arbitrary<number[]> =>
        fc.array(fc.oneof(fc.constantFrom(0, 1, -1), fc.double({ min: -2, max: 2, noNaN: true })), {
          minLength: count,
          maxLength: count,
        });
      return fc.tuple(fc.constant([p, m, n] as const), entries(p * m), entries(m * n));
    });
    fc.assert(
      fc.property(problem, ([[p, m, n], x, w]) => {
        const product = new Float64Array(p * n);
        multiplyInto(product, Float64Array.from(x), p, Float64Array.from(w), m, n);
        for (let i = 0; i < p; i++)
          for (let j = 0; j < n; j++) {
            let sum = 0;
            for (let k = 0; k < m; k++) sum += x[i * m + k]! * w[k * n + j]!;
            expect(Math.abs(product[i * n + j]! - sum)).toBeLessThanOrEqual(1e-14 * m * 4);
          }
      }),
    );
  });
});
