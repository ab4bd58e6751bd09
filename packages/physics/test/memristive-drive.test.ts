import { describe, expect, it } from "vitest";
import { drivenMemristor } from "../src/memristive-drive.ts";
import { constantRate, exponentialRate, range, withThreshold } from "./example-memristors.ts";

const drive = { initialFraction: 0.5, amplitude_V: 0.1, frequency_Hz: 2, cycles: 2 };

describe("sinusoid", () => {
  const found = drivenMemristor(constantRate, range).sinusoid(drive);

  it("samples 400 points of each cycle, peaks among them", () => {
    expect(found.time_s).toHaveLength(801);
    expect(found.time_s.at(-1)).toBe(1);
    expect(found.voltage_V[100]).toBeCloseTo(0.1, 15);
    expect(found.voltage_V[300]).toBeCloseTo(-0.1, 15);
  });

  it("moves the state by the flux and the current with both", () => {
    // x = 0.5 + (A / 2 pi f) (1 - cos 2 pi f t); 1e-9 a sample.
    for (const [k, time_s] of found.time_s.entries())
      expect(found.state[k]).toBeCloseTo(0.5 + (0.1 / (4 * Math.PI)) * (1 - Math.cos(4 * Math.PI * time_s)), 7);
    expect(found.current_A[100]).toBeCloseTo((1e-3 + 2e-3 * found.state[100]!) * 0.1, 12);
  });
});

describe("triangle", () => {
  const found = drivenMemristor(constantRate, range).triangle({ ...drive, pointsPerCycle: 8 });

  it("rises and falls in straight lines", () => {
    const cycle = [0, 0.05, 0.1, 0.05, 0, -0.05, -0.1, -0.05];
    for (const [k, voltage_V] of [...cycle, ...cycle, 0].entries())
      expect(found.voltage_V[k]).toBeCloseTo(voltage_V, 12);
  });

  it("moves the state by the flux", () => {
    // Half a period of a triangle holds half of its amplitude: 0.1 * 0.5 * 0.25 s.
    expect(found.state[4]).toBeCloseTo(0.5 + 0.0125, 8);
    expect(found.state[8]).toBeCloseTo(0.5, 8);
  });
});

describe("pulseConductances_S", () => {
  it("starts at the least conductance, up by set, down by reset pulses, within the bounds", () => {
    const driven = drivenMemristor(constantRate, range);
    const found = driven.pulseConductances_S({ pulses: 3, setPulse_s: 0.2, resetPulse_s: 0.1 });
    // 2 V move by 0.4 in 0.2 s: 0.1, 0.5, 0.9, 1 (bound), then 0.2 down each.
    const states = [0.1, 0.5, 0.9, 1, 0.8, 0.6, 0.4];
    expect(found).toHaveLength(7);
    for (const [k, state] of states.entries()) expect(found[k]! * 1e3).toBeCloseTo(1 + 2 * state, 8);
  });
});

describe("switchingTimes", () => {
  it("is distance over rate in each direction, and none below a threshold", () => {
    const found = drivenMemristor(withThreshold, range).switchingTimes(Float64Array.of(0.5, 2, 5));
    for (const times of [found.set_s, found.reset_s]) {
      expect(times[0]).toBeNaN();
      expect(times[1]).toBeCloseTo(0.8, 12);
      expect(times[2]).toBeCloseTo(0.2, 12);
    }
  });

  it("uses the signs of the write voltages", () => {
    const other = { ...range, stateAtMin: 0.9, stateAtMax: 0.1, setVoltage_V: -2, resetVoltage_V: 2 };
    const found = drivenMemristor(exponentialRate, other).switchingTimes(Float64Array.of(1));
    expect(found.set_s[0]).toBeCloseTo(Math.log(9), 8);
    expect(found.reset_s[0]).toBeCloseTo(Math.log(9), 8);
  });
});
