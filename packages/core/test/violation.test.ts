import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { above, below, violationsAmong } from "../src/violation.ts";

describe("amounts", () => {
  it.each([
    // found, bound, amount above, amount below; the amount is the distance relative to the bound.
    [3, 2, 0.5, undefined],
    [2, 2, undefined, undefined],
    [1, 2, undefined, 0.5],
    [-1, -2, 0.5, undefined],
    [-3, -2, undefined, 0.5],
    // A bound of zero has no relative distance: the absolute one is taken.
    [0.25, 0, 0.25, undefined],
    [-0.25, 0, undefined, 0.25],
    [Infinity, 2, Number.MAX_VALUE, undefined],
    [-Infinity, 2, undefined, Number.MAX_VALUE],
  ])("of %d against %d", (found, bound, amountAbove, amountBelow) => {
    expect(above("invalid", "a-code", found, bound, "message")?.amount).toBe(amountAbove);
    expect(below("invalid", "a-code", found, bound, "message")?.amount).toBe(amountBelow);
  });

  it("a value that is not a number is a violation, never a silent pass", () => {
    expect(above("invalid", "a-code", Number.NaN, 2, "message")?.amount).toBe(Number.MAX_VALUE);
    expect(below("invalid", "a-code", Number.NaN, 2, "message")?.amount).toBe(Number.MAX_VALUE);
  });

  it("a warning has no amount: nothing is to be mended", () => {
    expect(above("warning", "a-code", 3, 2, "message")).toStrictEqual({
      kind: "warning",
      code: "a-code",
      message: "message",
      amount: 0,
    });
    expect(below("warning", "a-code", 1, 2, "message")?.amount).toBe(0);
    expect(above("warning", "a-code", 2, 2, "message")).toBeUndefined();
  });

  it("are finite, positive beyond the bound, and grow with the distance", () => {
    const number = fc.double({ noNaN: true });
    const bound = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, bound, (x, y, limit) => {
        const amounts = [Math.min(x, y), Math.max(x, y)].map(
          (found) => above("invalid", "c", found, limit, "")?.amount ?? 0,
        );
        expect(amounts.every((amount) => Number.isFinite(amount) && amount >= 0)).toBe(true);
        expect(amounts[0]).toBeLessThanOrEqual(amounts[1]!);
        const mirrored = below("invalid", "c", -x, -limit, "")?.amount ?? 0;
        expect(mirrored).toBe(above("invalid", "c", x, limit, "")?.amount ?? 0);
      }),
    );
  });
});

it("carries kind, code and message", () => {
  expect(above("impossible", "no-headroom", 3, 2, "3 V is above 2 V")).toStrictEqual({
    kind: "impossible",
    code: "no-headroom",
    message: "3 V is above 2 V",
    amount: 0.5,
  });
});

it("only the violations that hold remain, in their order", () => {
  const [first, second] = [above("invalid", "first", 2, 1, ""), below("warning", "second", 1, 2, "")];
  expect(violationsAmong([undefined, first, undefined, second])).toStrictEqual([first, second]);
  expect(violationsAmong([])).toStrictEqual([]);
});
