import fc from "fast-check";
import { expect, it } from "vitest";
import { tabulatePair } from "../src/error-table-pair.ts";
import { tabulateError } from "../src/error-table.ts";
import type { ErrorTable } from "../src/error-table.ts";
import { CURVES, LIMIT } from "./error-curves.ts";
import type { Curve } from "./error-curves.ts";

/** A curve, and the currents it was asked for. */
function watched(curve: Curve): { readonly curve: Curve; readonly asked: number[] } {
  const asked: number[] = [];
  return { curve: (x) => (asked.push(x), curve(x)), asked };
}

const alone = (curve: Curve, scale: number): { readonly table: ErrorTable; readonly asked: number[] } => {
  const own = watched(curve);
  return { table: tabulateError(own.curve, LIMIT, scale), asked: own.asked };
};

const anyCurve = fc.constantFrom(...Object.values(CURVES));
const anyScale = fc.constantFrom(0, 1, 1.3);

it("one curve has one table, that of its own refinement", () => {
  fc.assert(
    fc.property(anyCurve, anyScale, (curve, scale) => {
      const [first, second] = [watched(curve), watched((x) => curve(x))];
      const tables = tabulatePair(first.curve, second.curve, LIMIT, scale);
      const own = alone(curve, scale);
      expect(tables[1]).toBe(tables[0]);
      expect(tables[0]).toStrictEqual(own.table);
      expect([first.asked, second.asked]).toStrictEqual([own.asked, own.asked]);
    }),
  );
});

it("two curves have the tables of their own refinements, and are asked for nothing else", () => {
  fc.assert(
    fc.property(anyCurve, anyCurve, anyScale, (curve, other, scale) => {
      const [first, second] = [watched(curve), watched(other)];
      const tables = tabulatePair(first.curve, second.curve, LIMIT, scale);
      const own = [alone(curve, scale), alone(other, scale)];
      expect(tables).toStrictEqual(own.map(({ table }) => table));
      expect([first.asked, second.asked]).toStrictEqual(own.map(({ asked }) => asked));
    }),
  );
});

it("a curve that differs at one knot, by the last digit, has a table of its own", () => {
  fc.assert(
    fc.property(anyCurve, anyScale, fc.nat(), (curve, scale, number) => {
      const { current_A, probability } = alone(curve, scale).table;
      const knot = number % current_A.length;
      const almost: Curve = (x) => {
        const p = curve(x);
        return x === current_A[knot] ? (p > 0 ? p * (1 - Number.EPSILON) : Number.EPSILON) : p;
      };
      const second = watched(almost);
      const tables = tabulatePair(curve, second.curve, LIMIT, scale);
      const own = alone(almost, scale);
      expect(tables[0].probability).toStrictEqual(probability);
      expect(tables[1]).not.toBe(tables[0]);
      expect(tables[1]).toStrictEqual(own.table);
      expect(second.asked).toStrictEqual(own.asked);
      expect(tables[1].probability[tables[1].current_A.indexOf(current_A[knot]!)]).not.toBe(probability[knot]);
    }),
  );
});
