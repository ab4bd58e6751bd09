import { describe, expect, it } from "vitest";
import { dormandPrince } from "../src/ode-adaptive.ts";
import type { Rate } from "../src/ode.ts";

const oscillator: Rate = (_time_s, [x, v], rate) => {
  rate[0] = v!;
  rate[1] = -x!;
};
const turn_s = 2 * Math.PI;
const toleranceOf = (each: number): Float64Array => Float64Array.of(each, each);

function errorAfterOneTurn(each: number): { error: number; steps: number } {
  const state = Float64Array.of(1, 0);
  const { steps, reason } = dormandPrince(oscillator, state, {
    end_s: turn_s,
    firstStep_s: 0.01,
    tolerance: toleranceOf(each),
  });
  expect(reason).toBe("end");
  return { error: Math.hypot(state[0]! - 1, state[1]!), steps };
}

describe("dormandPrince", () => {
  it("keeps the error of a turn of the oscillator near the tolerance, with few steps", () => {
    for (const each of [1e-4, 1e-6, 1e-8]) {
      const { error, steps } = errorAfterOneTurn(each);
      // Errors of the steps add up; their estimate belongs to the lower order and is pessimistic.
      expect(error).toBeLessThan(5 * each);
      // Order 5: the step goes with the fifth root of the tolerance.
      expect(steps).toBeLessThan(12 * (1e-4 / each) ** 0.2 + 8);
    }
  });

  it("stops where the condition becomes zero", () => {
    const state = Float64Array.of(0, 1);
    const end = dormandPrince(oscillator, state, {
      end_s: 10,
      firstStep_s: 0.1,
      tolerance: toleranceOf(1e-9),
      until: ([x]) => x! - 0.5,
    });
    expect(end.reason).toBe("until");
    expect(end.time_s).toBeCloseTo(Math.PI / 6, 8);
    expect(state[0]).toBeCloseTo(0.5, 10);
  });

  it("follows a stiff decay to its end without overshoot of the tolerance", () => {
    const state = Float64Array.of(1, 0);
    const decay: Rate = (time_s, [y], rate) => {
      rate[0] = -1000 * (y! - Math.cos(time_s));
      rate[1] = 0;
    };
    const { steps } = dormandPrince(decay, state, { end_s: 1, firstStep_s: 1, tolerance: toleranceOf(1e-6) });
    expect(state[0]).toBeCloseTo(Math.cos(1), 2);
    // The stability bound 3.3 / 1000 of the explicit method sets the step.
    expect(steps).toBeGreaterThan(300);
    expect(steps).toBeLessThan(600);
  });

  it("continues where it stopped", () => {
    const atOnce = Float64Array.of(1, 0);
    const span = { firstStep_s: 0.1, tolerance: toleranceOf(1e-10) };
    dormandPrince(oscillator, atOnce, { ...span, end_s: 3 });
    const inParts = Float64Array.of(1, 0);
    const { time_s } = dormandPrince(oscillator, inParts, { ...span, end_s: 1.25 });
    expect(time_s).toBe(1.25);
    dormandPrince(oscillator, inParts, { ...span, start_s: time_s, end_s: 3 });
    expect(inParts[0]).toBeCloseTo(atOnce[0]!, 9);
  });

  it("gives up after the steps allowed, at the time reached", () => {
    const state = Float64Array.of(1, 0);
    const end = dormandPrince(oscillator, state, {
      end_s: 1e9,
      firstStep_s: 0.1,
      tolerance: toleranceOf(1e-6),
      mostSteps: 50,
    });
    expect(end.reason).toBe("steps");
    expect(state[0]).toBeCloseTo(Math.cos(end.time_s), 3);
  });

  it("does nothing when the end is the start", () => {
    const state = Float64Array.of(1, 0);
    expect(dormandPrince(oscillator, state, { end_s: 0, firstStep_s: 1, tolerance: toleranceOf(1e-6) }).steps).toBe(0);
    expect([...state]).toEqual([1, 0]);
  });
});
