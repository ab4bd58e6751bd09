import { describe, expect, it } from "vitest";
import { worstDisturb } from "../src/memristive-disturb.ts";
import { constantRate, exponentialRate, range, withThreshold } from "./example-memristors.ts";

describe("worstDisturb", () => {
  it("is rate times time over the range for a short pulse", () => {
    const { stateChange, conductanceChange } = worstDisturb(constantRate, range, [0.1, -0.1], 1e-9);
    expect(stateChange / (1e-10 / 0.8)).toBeCloseTo(1, 9);
    // Largest relative to the least conductance, 1.2 mS, of which 2 mS belong to a unit of state.
    expect(conductanceChange / ((2e-3 * 1e-10) / 1.2e-3)).toBeCloseTo(1, 6);
  });

  it("takes the state that moves most", () => {
    // x' = v x is fastest at 0.9.
    expect(worstDisturb(exponentialRate, range, [0.1], 1e-9).stateChange / (0.9e-10 / 0.8)).toBeCloseTo(1, 9);
  });

  it("goes with the motion to the end of a long pulse", () => {
    const { stateChange } = worstDisturb(constantRate, range, [1], 0.4);
    expect(stateChange).toBeCloseTo(0.5, 6);
    // From 0.1 to the bound at 1, beyond the programmed range.
    expect(worstDisturb(constantRate, range, [1], 1e9).stateChange).toBeCloseTo(0.9 / 0.8, 12);
  });

  it("joins short and long pulses", () => {
    const at = (duration_s: number) => worstDisturb(exponentialRate, range, [1], duration_s);
    // Either side of where rate times time gives way to the integration, at 1e-6 of the range: 0.9 t = 0.8e-6.
    const short = at(0.88e-6);
    const long = at(0.9e-6);
    expect(long.stateChange / short.stateChange).toBeCloseTo(0.9 / 0.88, 5);
    expect(long.conductanceChange / short.conductanceChange).toBeCloseTo(0.9 / 0.88, 5);
  });

  it("is exactly none below a threshold, for no time, and at the bound ahead", () => {
    expect(worstDisturb(withThreshold, range, [1, -1], 1e9)).toEqual({ stateChange: 0, conductanceChange: 0 });
    expect(worstDisturb(constantRate, range, [1], 0)).toEqual({ stateChange: 0, conductanceChange: 0 });
    const atTheTop = { ...range, stateAtMin: 1 - 1e-15, stateAtMax: 1 };
    expect(worstDisturb(constantRate, atTheTop, [1], 1e-30).stateChange).toBeLessThan(1e-14);
  });
});
