import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confinedState } from "../src/confined-ode.ts";
import type { StateRate } from "../src/confined-ode.ts";
import { relativeError } from "./relative-error.ts";

const wide = { low: -100, high: 100 };

/** A rate that counts how often it is asked. */
function counted(rate: StateRate) {
  const count = { asked: 0 };
  const asking: StateRate = (time_s, state) => {
    count.asked++;
    return rate(time_s, state);
  };
  return { count, asking };
}

describe("a smooth rate", () => {
  // Riccati equation y' = (1 + 2 t) y^2 with y(0) = -1: y = -1 / (1 + t + t^2); the rate depends on both.
  const riccati: StateRate = (time_s, state) => (1 + 2 * time_s) * state ** 2;
  const after2s = (tolerance: number) => {
    const { count, asking } = counted(riccati);
    const error = Math.abs(confinedState(asking, -1, { duration_s: 2, low: -1, high: 0, tolerance }) + 1 / 7);
    return { error, asked: count.asked };
  };

  it.each([1e-4, 1e-6, 1e-8, 1e-10])("stays within ten times the tolerance of %d", (tolerance) => {
    expect(after2s(tolerance).error).toBeLessThan(10 * tolerance);
  });

  it("takes steps of fourth order", () => {
    // 1e4 times the exactness costs 10 times the work at order 4; 100 times at order 2.
    expect(after2s(1e-11).asked / after2s(1e-7).asked).toBeLessThan(14);
    expect(after2s(1e-11).error).toBeLessThan(1e-10);
  });

  it("changes by less than the tolerance when the tolerance is halved", () => {
    const at = (tolerance: number) => confinedState(riccati, -1, { duration_s: 2, low: -1, high: 0, tolerance });
    expect(Math.abs(at(1e-7) - at(5e-8))).toBeLessThan(1e-7);
  });

  it("goes on from where it stopped", () => {
    const middle = confinedState(riccati, -1, { duration_s: 0.7, low: -1, high: 0 });
    const end = confinedState(riccati, middle, { start_s: 0.7, duration_s: 1.3, low: -1, high: 0 });
    expect(end).toBeCloseTo(-1 / 7, 8);
  });

  it("is where it was after no time", () => {
    expect(confinedState(riccati, -0.3, { duration_s: 0, low: -1, high: 0 })).toBe(-0.3);
  });
});

describe("a stiff rate", () => {
  // y' = -L (y - cos t), L = 1e8: after the transient y = (L^2 cos t + L sin t) / (L^2 + 1), next to cos t.
  it("is followed with steps far longer than its time constant", () => {
    const { count, asking } = counted((time_s, state) => -1e8 * (state - Math.cos(time_s)));
    const found = confinedState(asking, 0, { duration_s: 2, ...wide, tolerance: 1e-9 });
    expect(found).toBeCloseTo(Math.cos(2), 7);
    // An explicit method is stable up to 2.8 time constants: 7e7 steps.
    expect(count.asked).toBeLessThan(5000);
  });

  it("follows a runaway that grows by e in every part of a step", () => {
    // y' = k (1 + y^2), y = tan(k t): the slope grows without bound towards the pole.
    const found = confinedState((_time_s, y) => 1e3 * (1 + y * y), 0, {
      duration_s: 1.5e-3,
      ...wide,
      tolerance: 1e-11,
    });
    expect(relativeError(found, Math.tan(1.5))).toBeLessThan(1e-6);
  });
});

describe("an interval", () => {
  it("is never left, and the rate is never asked outside of it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 1e3, noNaN: true }),
        (initial, speed, duration_s) => {
          const rate: StateRate = (time_s, state) => {
            expect(state).toBeGreaterThanOrEqual(0);
            expect(state).toBeLessThanOrEqual(1);
            return speed * Math.cos(time_s);
          };
          const found = confinedState(rate, initial, {
            duration_s: duration_s / 100,
            low: 0,
            high: 1,
            tolerance: 1e-6,
          });
          expect(found).toBeGreaterThanOrEqual(0);
          expect(found).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("is stopped at and left again when the rate turns", () => {
    // Moves up by sin(t) from 0.5, rests at 1 from t = pi/6 on, leaves when the rate turns at pi/2: 1 + sin(t) - 1.
    const at = (duration_s: number) =>
      confinedState((time_s) => Math.cos(time_s), 0.5, { duration_s, low: 0, high: 1 });
    expect(at(0.5)).toBeCloseTo(0.5 + Math.sin(0.5), 8);
    expect(at(1.2)).toBe(1);
    expect(at(2.5)).toBeCloseTo(Math.sin(2.5), 6);
  });

  it("is left within the step that reached it", () => {
    // One span from inside over the rest at the end and back: the same law.
    const found = confinedState((time_s) => 10 * Math.cos(time_s), 0.5, { duration_s: 3, low: 0, high: 1 });
    expect(found).toBe(0);
  });
});

describe("a rate that jumps", () => {
  // 1 up to half way, then 100: 0.5 s and the rest at 100. What the step over the jump errs in the state, the time to make up for
  // it multiplies by 100; measured errors are up to 11 times that.
  it.each([1e-5, 1e-7, 1e-9, 1e-11])("is passed within its ratio and the tolerance of %d", (tolerance) => {
    const rate: StateRate = (_time_s, state) => (state < 0.5 ? 1 : 100);
    const found = confinedState(rate, 0, { duration_s: 0.503, low: 0, high: 1, tolerance });
    expect(Math.abs(found - 0.8)).toBeLessThan(20 * 100 * tolerance);
  });

  it("stops a state where it falls to 0", () => {
    const found = confinedState((_time_s, state) => (state < 0.5 ? 1 : 0), 0, { duration_s: 9, low: 0, high: 1 });
    expect(Math.abs(found - 0.5)).toBeLessThan(1e-6);
  });

  it("moves to the end at once when it is beyond all bounds", () => {
    expect(confinedState(() => 1e300, 0, { duration_s: 1e-9, low: 0, high: 1 })).toBe(1);
    expect(confinedState(() => -Infinity, 1, { duration_s: 1e-9, low: 0, high: 1 })).toBe(0);
  });
});

it("refuses a rate that is not a number", () => {
  expect(() => confinedState(() => NaN, 0.5, { duration_s: 1, low: 0, high: 1 })).toThrow(
    "at 0.5 after 0 s is not a number",
  );
});
