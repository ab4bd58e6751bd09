import { describe, expect, it } from "vitest";
import { rungeKutta4 } from "../src/ode.ts";

describe("rungeKutta4", () => {
  const oscillator = (_time_s: number, [x, v]: Float64Array, rate: Float64Array) => {
    rate[0] = v!;
    rate[1] = -x!;
  };
  const errorAfterOneTurn = (count: number) => {
    const state = Float64Array.of(1, 0);
    rungeKutta4(oscillator, state, { step_s: (2 * Math.PI) / count, count });
    return Math.hypot(state[0]! - 1, state[1]!);
  };

  it("follows a harmonic oscillator with an error of fourth order", () => {
    // Phase error step⁴/120 over 2π: 2.5e-8 for 200 steps of 0.0314 s, plus the smaller damping.
    expect(errorAfterOneTurn(200)).toBeLessThan(6e-8);
    expect(errorAfterOneTurn(100) / errorAfterOneTurn(200)).toBeCloseTo(16, 0);
  });

  it("uses the time, from a start that is not 0", () => {
    // A cubic in time is integrated exactly by Simpson's rule, which the method becomes.
    const state = Float64Array.of(16);
    const reached_s = rungeKutta4((time_s, _state, rate) => (rate[0] = 4 * time_s ** 3), state, {
      start_s: 2,
      step_s: 0.5,
      count: 2,
    });
    expect(reached_s).toBe(3);
    expect(state[0]).toBeCloseTo(81, 12);
  });

  it("continues where it stopped", () => {
    const atOnce = Float64Array.of(1, 0);
    rungeKutta4(oscillator, atOnce, { step_s: 0.125, count: 8 });
    const inParts = Float64Array.of(1, 0);
    const middle_s = rungeKutta4(oscillator, inParts, { step_s: 0.125, count: 3 });
    rungeKutta4(oscillator, inParts, { start_s: middle_s, step_s: 0.125, count: 5 });
    expect(inParts).toEqual(atOnce);
  });

  it.each([-1, 1.5, NaN])("refuses %d steps", (count) => {
    expect(() => rungeKutta4(oscillator, Float64Array.of(1, 0), { step_s: 1, count })).toThrow(`got ${count}`);
  });
});
