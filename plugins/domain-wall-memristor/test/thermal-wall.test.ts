import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reflectedPosition, thermalPosition_m } from "../src/thermal-wall.ts";

it("45 kT every 20 nm leave the wall 0.671 nm", () => {
  const thermal_J = 1.380649e-23 * 300;
  // Half a unit of the last digit; the closed form p / (pi sqrt(2 V0 / kT)) to rounding.
  const found_m = thermalPosition_m({ barrier_J: 45 * thermal_J, period_m: 20e-9 }, 300);
  expect(Math.abs(found_m * 1e9 - 0.671)).toBeLessThan(5e-4);
  expect(found_m / (20e-9 / (Math.PI * Math.sqrt(90)))).toBeCloseTo(1, 12);
});

describe("a walk between reflecting ends", () => {
  it.each([
    ["little, far from the ends", 0.5, 0.05, 0.5, 0.05],
    // |N(0, s)|: sqrt(2 / pi) s and s sqrt(1 - 2 / pi).
    ["little, from an end", 0, 0.05, 0.05 * Math.sqrt(2 / Math.PI), 0.05 * Math.sqrt(1 - 2 / Math.PI)],
    ["for long", 0.2, 1.9, 0.5, Math.sqrt(1 / 12)],
    ["for ever", 0.2, 1e6, 0.5, Math.sqrt(1 / 12)],
    ["not at all", 0.3, 0, 0.3, 0],
  ])("%s", (_what, start, spread, mean, deviation) => {
    const found = reflectedPosition(start, spread);
    // exp(-pi^2 1.9^2 / 2) = 2e-8 of the slowest mode is left, and the error function has 1e-7.
    expect(found.mean).toBeCloseTo(mean, 6);
    expect(found.spread).toBeCloseTo(deviation, 6);
  });

  it.each([
    [0.1, 0.3],
    [0.9, 0.6],
    [0.35, 1.2],
  ])("from %d with %d is that of 40 000 folded draws", (start, spread) => {
    const random = randomAt(7, "reflected");
    const draws = Array.from({ length: 40_000 }, () => {
      const y = Math.abs((((start + spread * random.normal()) % 2) + 2) % 2);
      return y > 1 ? 2 - y : y;
    });
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    const deviation = Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length);
    const found = reflectedPosition(start, spread);
    // Four standard errors: 0.29 / 200.
    expect(Math.abs(found.mean - mean)).toBeLessThan(6e-3);
    expect(Math.abs(found.spread - deviation)).toBeLessThan(6e-3);
  });

  it("is symmetric, and its mean goes to the middle", () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(shares, fc.double({ min: 1e-6, max: 3, noNaN: true }), (start, spread) => {
        const [one, other] = [reflectedPosition(start, spread), reflectedPosition(1 - start, spread)];
        expect(one.mean + other.mean).toBeCloseTo(1, 6);
        expect(one.spread).toBeCloseTo(other.spread, 6);
        expect(Math.abs(one.mean - 0.5)).toBeLessThanOrEqual(Math.abs(start - 0.5) + 1e-6);
      }),
    );
  });
});
