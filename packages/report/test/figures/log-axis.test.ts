import fc from "fast-check";
import { expect, it } from "vitest";
import { labelledTicks, logAxisAround, minorTicks, position_px } from "../../src/figures/log-axis.ts";

const magnitude = fc.integer({ min: -30, max: 30 }).map((exponent) => 10 ** exponent);

it("contains every value and at least one decade", () => {
  fc.assert(
    fc.property(fc.array(magnitude, { minLength: 1 }), (values) => {
      const axis = logAxisAround(values, 100);
      const inside = values.every((value) => position_px(axis, value) > 0 && position_px(axis, value) < 100);
      return inside && axis.high / axis.low > 9.99;
    }),
  );
});

it("places values by their logarithm", () => {
  const axis = { low: 1e-15, high: 1e-12, length_px: 300 };
  expect(position_px(axis, 1e-14)).toBeCloseTo(100, 9);
  expect(position_px(axis, 1e-12)).toBeCloseTo(300, 9);
});

it("numbers 1, 2, 5 on a short axis and decades on a long one, with exact values", () => {
  expect(labelledTicks({ low: 0.9e-15, high: 1.1e-14, length_px: 1 })).toEqual([1e-15, 2e-15, 5e-15, 1e-14]);
  expect(labelledTicks({ low: 0.5e-15, high: 2e-11, length_px: 1 })).toEqual([1e-15, 1e-14, 1e-13, 1e-12, 1e-11]);
  expect(labelledTicks({ low: 1e-30, high: 1, length_px: 1 }).length).toBeLessThan(10);
  expect(minorTicks({ low: 1, high: 10, length_px: 1 })).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it("has an axis when there is nothing to show", () => {
  const axis = logAxisAround([], 100);
  expect(axis.high / axis.low).toBeGreaterThanOrEqual(10);
});
