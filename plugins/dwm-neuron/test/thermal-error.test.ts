import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearHalfProbability } from "../src/thermal-error.ts";
import { solvedNearHalf } from "./drift-diffusion.ts";

describe.each([-40, -6, -1, 0, 1, 3.7, 9, 20, 60])("Pe = %s", (peclet) => {
  it.each([0.004, 0.02, 0.1, 0.25, 1])(
    "agrees at T = %s with the Fokker-Planck equation solved directly",
    (reducedTime) => {
      for (const start of [0, 0.1, 0.45, 0.8]) {
        const process = { peclet, reducedTime, start };
        // Discretisation error of 800 cells and 800 steps, found by halving both.
        expect(Math.abs(nearHalfProbability(process) - solvedNearHalf(process))).toBeLessThan(1e-4);
      }
    },
  );
});

it.each([-30, 0, 5, 15, 60, 100])("the two forms meet at the border, Pe = %s", (peclet) => {
  for (const start of [0, 0.2, 0.5, 0.7, 1]) {
    const below = nearHalfProbability({ peclet, reducedTime: 0.008, start });
    const above = nearHalfProbability({ peclet, reducedTime: 0.008 * (1 + 1e-13), start });
    expect(Math.abs(below - above)).toBeLessThan(1e-11);
  }
});

it("is certain at the beginning and stationary at the end", () => {
  for (const peclet of [-1e6, -20, 0, 3, 20, 1e6]) {
    expect(nearHalfProbability({ peclet, reducedTime: 0, start: 0 })).toBe(1);
    const end = nearHalfProbability({ peclet, reducedTime: 50, start: 0 });
    expect(end).toBeCloseTo(1 / (1 + Math.exp(peclet / 2)), 12);
  }
});

const process = fc.record({
  peclet: fc.oneof(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: -1e7, max: 1e7, noNaN: true })),
  reducedTime: fc.oneof(fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 1e-12, max: 0.02, noNaN: true })),
  start: fc.double({ min: 0, max: 1, noNaN: true }),
});

it("is a probability that falls with the drive and with the start, for any magnitude", () => {
  fc.assert(
    fc.property(process, fc.double({ min: 0, max: 1, noNaN: true }), (one, step) => {
      const before = nearHalfProbability(one);
      expect(before).toBeGreaterThanOrEqual(0);
      expect(before).toBeLessThanOrEqual(1);
      const driven = nearHalfProbability({ ...one, peclet: one.peclet + step * (1 + Math.abs(one.peclet)) });
      const ahead = nearHalfProbability({ ...one, start: one.start + step * (1 - one.start) });
      // Where the two forms meet they differ by 1e-12; the modes cancel to 1e-12.
      expect(driven).toBeLessThanOrEqual(before + 1e-11);
      expect(ahead).toBeLessThanOrEqual(before + 1e-11);
    }),
    { numRuns: 3000 },
  );
});

it("falls with time from the start", () => {
  fc.assert(
    fc.property(process, fc.double({ min: 0, max: 1, noNaN: true }), (one, longer) => {
      const before = nearHalfProbability({ ...one, start: 0 });
      const after = nearHalfProbability({ ...one, start: 0, reducedTime: one.reducedTime + longer });
      expect(after).toBeLessThanOrEqual(before + 1e-11);
    }),
    { numRuns: 3000 },
  );
});

it("is its own mirror image", () => {
  fc.assert(
    fc.property(process, (one) => {
      const mirror = nearHalfProbability({ ...one, peclet: -one.peclet, start: 1 - one.start });
      fc.pre(Math.abs(one.start - 0.5) > 1e-6);
      expect(Math.abs(nearHalfProbability(one) + mirror - 1)).toBeLessThan(1e-11);
    }),
    { numRuns: 3000 },
  );
});
