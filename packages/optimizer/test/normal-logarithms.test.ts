import { describe, expect, it } from "vitest";
import { normalLogarithms } from "../src/normal-logarithms.ts";

const found = (z: number): { density: number; integral: number; secondIntegral: number } => {
  const into = { density: 0, integral: 0, secondIntegral: 0 };
  normalLogarithms(z, into);
  return into;
};

describe("logarithms of the normal distribution", () => {
  // Abramowitz and Stegun, table 26.1 and 26.2; beyond, the asymptotic series 26.2.12 with four terms.
  it.each([
    [0, Math.log(0.5)],
    [1, Math.log(0.841_344_746_068_543)],
    [-1, Math.log(0.158_655_253_931_457)],
    [-3, Math.log(0.001_349_898_031_630_1)],
    [2, Math.log(0.977_249_868_051_821)],
    [-5, Math.log(2.866_515_718_791_94e-7)],
  ])("of the integral at %f", (z, expected) => {
    expect(found(z).integral).toBeCloseTo(expected, 12);
  });

  it("reach where the numbers themselves underflow", () => {
    const z = -60;
    const series = 1 - 1 / z ** 2 + 3 / z ** 4 - 15 / z ** 6;
    expect(found(z).integral).toBeCloseTo(found(z).density + Math.log(series / -z), 9);
    const second = 1 - 3 / z ** 2 + 15 / z ** 4 - 105 / z ** 6;
    expect(found(z).secondIntegral).toBeCloseTo(found(z).density + Math.log(second / z ** 2), 8);
  });

  it("pass from one formula to the other without a step", () => {
    for (const at of [-2.5, 2.5, -8]) {
      const below = found(at - 1e-9);
      const above = found(at + 1e-9);
      expect(above.integral - below.integral).toBeCloseTo(2e-9 * Math.exp(below.density - below.integral), 12);
      expect(above.secondIntegral - below.secondIntegral).toBeCloseTo(
        2e-9 * Math.exp(below.integral - below.secondIntegral),
        12,
      );
    }
  });
});
