import { bracketedRoot } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballisticReversalTime_s, reversalTime_s, writeErrorProbability } from "../src/write-error.ts";

const relaxation_s = 3.291e-9;

describe("reversal of the 20 kT magnet from 0.02 rad at temperature 0", () => {
  it.each([
    // Exact 0.5 %; ballistic formula printed with three or four digits.
    [2, 13.635e-9, 14.36e-9],
    [5, 3.663e-9, 3.59e-9],
    [9, 1.861e-9, 1.795e-9],
  ])("overdrive %d takes %d s, by the ballistic formula %d s", (overdrive, exact_s, ballistic_s) => {
    expect(Math.abs(reversalTime_s(overdrive, 0.02, relaxation_s) / exact_s - 1)).toBeLessThan(0.005);
    expect(Math.abs(ballisticReversalTime_s(overdrive, 0.02, relaxation_s) / ballistic_s - 1)).toBeLessThan(0.002);
  });

  it("takes for ever below the switching current, and is smooth around it", () => {
    expect(reversalTime_s(0.98, 0.02, relaxation_s)).toBe(Infinity);
    expect(ballisticReversalTime_s(1, 0.02, relaxation_s)).toBe(Infinity);
    const [below, at, above] = [1 - 1e-5, 1, 1 + 1e-5].map((i) => reversalTime_s(i, 0.02, relaxation_s));
    expect(Math.abs(below! / at! - 1)).toBeLessThan(0.1);
    expect(Math.abs(above! / at! - 1)).toBeLessThan(0.1);
    expect(below!).toBeGreaterThan(above!);
  });
});

describe("write error of the 20 kT magnet from equilibrium", () => {
  it.each([
    // Printed with two or three digits.
    [1.5e-9, 0.645],
    [2e-9, 0.264],
    [2.5e-9, 0.087],
    [3e-9, 0.027],
  ])("overdrive 5 after %d s: %d", (time_s, expected) => {
    const found = writeErrorProbability(5, time_s / relaxation_s, 20);
    expect(Math.abs(found / expected - 1)).toBeLessThan(0.02);
  });

  it("1 % in 1 ns takes 74.9 uA, twenty times what a preset magnet takes", () => {
    const found_A = bracketedRoot((current) => writeErrorProbability(current / 5.034e-6, 1 / 3.291, 20) - 0.01, {
      low: 6e-6,
      high: 1e-3,
    });
    expect(Math.abs(found_A / 74.9e-6 - 1)).toBeLessThan(0.01);
    expect(found_A / 3.74e-6).toBeCloseTo(20, 0);
  });

  it("is a probability that falls with current and time", () => {
    const numbers = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(numbers(-5, 500), numbers(1e-3, 100), numbers(5, 60), (overdrive, growth, stability) => {
        const found = writeErrorProbability(overdrive, growth, stability);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(writeErrorProbability(overdrive + 0.01, growth, stability)).toBeLessThanOrEqual(found + 1e-12);
      }),
    );
    expect(writeErrorProbability(1, 0.3, 20)).toBeCloseTo(writeErrorProbability(1 + 1e-7, 0.3, 20), 6);
    expect(writeErrorProbability(1e9, 1, 20)).toBe(0);
  });
});
