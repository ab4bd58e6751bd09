import { randomAt } from "@neurofront/core";
import type { Dimension } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differentialChild } from "../../src/operators/differential.ts";
import { snap } from "../../src/space.ts";

const dimensions: readonly Dimension[] = [
  { kind: "real" },
  { kind: "real" },
  { kind: "integer", count: 5 },
  { kind: "category", count: 4 },
];
const coordinate = fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true });
const point = fc
  .tuple(coordinate, coordinate, coordinate, coordinate)
  .map((values) => Float64Array.from(values, (value, k) => snap(dimensions[k]!, value)));

describe("differential variation", () => {
  it("stays in the cube, integers and categories in the middle of their part", () => {
    fc.assert(
      fc.property(point, point, point, point, fc.nat(), (current, base, plus, minus, seed) => {
        const child = differentialChild(dimensions, current, [base, plus, minus], randomAt(seed));
        for (const [k, value] of child.entries()) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(1);
          expect(value).toBe(snap(dimensions[k]!, value));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("takes a category from one of the two it is between", () => {
    fc.assert(
      fc.property(point, point, point, point, fc.nat(), (current, base, plus, minus, seed) => {
        const child = differentialChild(dimensions, current, [base, plus, minus], randomAt(seed));
        expect([current[3], base[3]]).toContain(child[3]);
      }),
    );
  });

  it("does not move a population that has come to one point", () => {
    fc.assert(
      fc.property(point, fc.nat(), (only, seed) => {
        const child = differentialChild(dimensions, only, [only, only, only], randomAt(seed));
        // Reals move by the rounding of u + t (u - u) at most, which is nothing.
        expect([...child]).toEqual([...only]);
      }),
    );
  });

  it("moves along the line on which the population lies", () => {
    const line: readonly Dimension[] = [{ kind: "real" }, { kind: "real" }];
    const on = (t: number): Float64Array => Float64Array.of(0.3 + 0.1 * t, 0.4 - 0.2 * t);
    const moved = Array.from({ length: 400 }, (_, seed) =>
      differentialChild(line, on(0), [on(0.5), on(1), on(0.2)], randomAt(seed)),
    );
    // Where both coordinates take part (0.9^2 of the children) the child is on the line, to rounding.
    const onLine = moved.filter((child) => Math.abs((child[0]! - 0.3) / 0.1 + (child[1]! - 0.4) / 0.2) < 1e-9);
    expect(onLine.length).toBeGreaterThan(0.7 * moved.length);
  });
});
