import { defaultsOf } from "@neurofront/core";
import { drivenMemristor } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yakopcicMemristor } from "../src/model.ts";
import { presets } from "../src/parameters.ts";
import { current_A, drive_Hz, slowing, stateRate_Hz, yakopcicDevice } from "../src/state-equation.ts";

const deviceOf = (preset: string) => ({ ...defaultsOf(yakopcicMemristor.parameters), ...presets[preset]!.values });
const range = { stateAtMin: 0, stateAtMax: 1, setVoltage_V: 0.45, resetVoltage_V: -0.45 };

function sine(accuracy: { tolerance?: number; pointsPerCycle?: number } = {}) {
  const drive = { initialFraction: 0.11, amplitude_V: 0.45, frequency_Hz: 100, cycles: 1, ...accuracy };
  return drivenMemristor(yakopcicDevice(deviceOf("boise-state-sine")), range).sinusoid(drive);
}

describe("reference points", () => {
  // Point Y1, evaluated from the definitions; its own tolerance is 0.1 %.
  it.each([
    { preset: "silver-amorphous-silicon", state: 0.5, voltage_V: 0.1, reference_A: 12.961e-9 },
    { preset: "titanium-dioxide", state: 0.5, voltage_V: 0.1, reference_A: 11.519e-6 },
  ])("$preset conducts $reference_A A at $voltage_V V", ({ preset, state, voltage_V, reference_A }) => {
    expect(Math.abs(current_A(deviceOf(preset), state, voltage_V) / reference_A - 1)).toBeLessThan(1e-3);
  });

  it.each([
    { preset: "silver-amorphous-silicon", voltage_V: 2, state: 0.1, reference_Hz: 1.4537e-2 },
    { preset: "silver-amorphous-silicon", voltage_V: 2, state: 0.9, reference_Hz: 7.845e-4 },
    { preset: "silver-amorphous-silicon", voltage_V: -1, state: 0.1, reference_Hz: -5.154e-3 },
    { preset: "titanium-dioxide", voltage_V: 2, state: 0.9, reference_Hz: 3.047 },
  ])("$preset moves at $reference_Hz /s at $voltage_V V from $state", ({ preset, voltage_V, state, reference_Hz }) => {
    expect(Math.abs(stateRate_Hz(deviceOf(preset), state, voltage_V) / reference_Hz - 1)).toBeLessThan(1e-3);
  });

  // Point Y2, ngspice and Euler steps of 1 us; its own tolerance is 0.5 %.
  it.each([
    { at: "2.5 ms", sample: 100, column: "state", reference: 0.871 },
    { at: "2.5 ms", sample: 100, column: "current_A", reference: 3.33e-3 },
    { at: "5 ms", sample: 200, column: "state", reference: 0.9697 },
    { at: "7.5 ms", sample: 300, column: "state", reference: 0.173 },
    { at: "7.5 ms", sample: 300, column: "current_A", reference: -0.661e-3 },
    { at: "10 ms", sample: 400, column: "state", reference: 0.0929 },
  ] as const)(
    "Boise State under 0.45 V at 100 Hz has a $column of $reference at $at",
    ({ sample, column, reference }) => {
      expect(Math.abs(sine()[column][sample]! / reference - 1)).toBeLessThan(5e-3);
    },
  );
});

describe("convergence", () => {
  it("halving the tolerance of 1e-7 changes no state by more than 1e-6", () => {
    // Eight samples a period, so that the tolerance and not the samples sets the steps.
    const states = (tolerance: number) => sine({ tolerance, pointsPerCycle: 8 }).state;
    const fine = states(5e-8);
    const largestChange = Math.max(...states(1e-7).map((state, k) => Math.abs(state - fine[k]!)));
    expect(largestChange).toBeGreaterThan(0);
    expect(largestChange).toBeLessThan(1e-6);
  });
});

describe("laws", () => {
  const anyPreset = fc.constantFrom(...Object.keys(presets)).map(deviceOf);
  const states = fc.double({ min: 0, max: 1, noNaN: true });

  it("rests between the thresholds and moves with the voltage beyond", () => {
    fc.assert(
      fc.property(anyPreset, fc.double({ min: 0, max: 3, noNaN: true }), (device, voltage_V) => {
        expect(Math.sign(drive_Hz(device, voltage_V))).toBe(voltage_V > device.positiveThreshold_V ? 1 : 0);
        expect(Math.sign(drive_Hz(device, -voltage_V))).toBe(voltage_V > device.negativeThreshold_V ? -1 : 0);
      }),
    );
  });

  it("slows from 1 to 0 at the end ahead, without a jump at the onset", () => {
    fc.assert(
      fc.property(anyPreset, states, fc.boolean(), (device, state, isRising) => {
        const factor = slowing(device, state, isRising);
        expect(factor).toBeGreaterThanOrEqual(0);
        expect(factor).toBeLessThanOrEqual(1);
        expect(slowing(device, isRising ? 1 : 0, isRising)).toBeCloseTo(0, 12);
        const onset = isRising ? device.positiveOnset : 1 - device.negativeOnset;
        expect(slowing(device, onset, isRising)).toBeCloseTo(1, 12);
        expect(slowing(device, onset + 1e-9, isRising)).toBeCloseTo(slowing(device, onset - 1e-9, isRising), 6);
      }),
    );
  });
});
