import { expect, it } from "vitest";
import { wiresTooCold, wiresTooHot } from "../src/wire-temperature.ts";

// 1 + 0.006 (T - 300 K) is a tenth at 150 K; with less of a coefficient 100 K are the limit.
it.each([
  [0.0039, 100, 0],
  [0.0039, 77, 0.23],
  [0.006, 150, 0],
  [0.006, 120, 0.2],
  [0, 100, 0],
  [0, 50, 0.5],
])("with %d 1/K at %d K wires are too cold by %d of the limit", (coefficient_K, temperature_K, amount) => {
  expect(wiresTooCold(temperature_K, coefficient_K)?.amount ?? 0).toBeCloseTo(amount, 12);
});

it("above 450 K they are too hot for the law", () => {
  expect(wiresTooHot(450)).toBeUndefined();
  expect(wiresTooHot(495)).toMatchObject({ kind: "invalid", code: "wires-too-hot" });
  expect(wiresTooHot(495)!.amount).toBeCloseTo(0.1, 12);
});
