import { drivenMemristor, stateTransit } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { positionRate_m_s, resistance_ohm, thresholdMemristor } from "../src/threshold-drift.ts";
import type { ThresholdDevice } from "../src/threshold-drift.ts";

const device: ThresholdDevice = {
  conduction: "linear",
  onResistance_ohm: 50,
  offResistance_ohm: 1000,
  length_m: 3e-9,
  onRate_m_s: 10,
  offRate_m_s: 5e-4,
  onExponent: 3,
  offExponent: 1,
  onThreshold_V: 0.2,
  offThreshold_V: 0.02,
  window: "none",
  windowExponent: 1,
  windowScale: 1,
};

describe("reference points", () => {
  // Point V1, exact; rounding.
  it.each([
    { voltage_V: 0.1, rate_m_s: 2e-3 },
    { voltage_V: -0.3, rate_m_s: -1.25 },
    { voltage_V: -0.4, rate_m_s: -10 },
    { voltage_V: 0.01, rate_m_s: 0 },
  ])("moves at $rate_m_s m/s at $voltage_V V", ({ voltage_V, rate_m_s }) => {
    expect(positionRate_m_s(device, 1.5e-9, voltage_V)).toBeCloseTo(rate_m_s, 12);
  });

  it.each([
    { voltage_V: 0.1, from: 0, to: 3e-9, duration_s: 1.5e-6 },
    { voltage_V: -0.3, from: 3e-9, to: 0, duration_s: 2.4e-9 },
  ])("crosses 3 nm in $duration_s s at $voltage_V V", ({ voltage_V, from, to, duration_s }) => {
    const found = stateTransit(thresholdMemristor(device), from, to, voltage_V)!;
    expect(found.duration_s / duration_s).toBeCloseTo(1, 9);
  });

  it.each([
    { conduction: "linear", reference_ohm: 525 },
    // Geometric mean of 50 and 1000 ohm, to the printed digits.
    { conduction: "exponential", reference_ohm: 223.6 },
  ] as const)("has $reference_ohm ohm half way with $conduction conduction", ({ conduction, reference_ohm }) => {
    expect(Math.abs(resistance_ohm({ ...device, conduction }, 1.5e-9) - reference_ohm)).toBeLessThan(0.05);
  });
});

describe("convergence", () => {
  it.each(["none", "joglekar", "biolek"] as const)(
    "with window %s, halving the tolerance of 1e-7 changes no position by more than 1e-6 of the range",
    (window) => {
      const range = { stateAtMin: 3e-9, stateAtMax: 0, setVoltage_V: -0.3, resetVoltage_V: 0.1 };
      const positions = (tolerance: number) =>
        drivenMemristor(thresholdMemristor({ ...device, window }), range).sinusoid({
          initialFraction: 0.5,
          amplitude_V: 0.25,
          frequency_Hz: 1e6,
          cycles: 2,
          tolerance,
          // So that the tolerance and not the samples sets the steps.
          pointsPerCycle: 16,
        }).state;
      const fine = positions(5e-8);
      const change_m = positions(1e-7).map((position_m, k) => Math.abs(position_m - fine[k]!));
      expect(Math.max(...change_m)).toBeGreaterThan(0);
      expect(Math.max(...change_m) / 3e-9).toBeLessThan(1e-6);
    },
  );
});

describe("laws", () => {
  const positions = fc.double({ min: 0, max: 3e-9, noNaN: true });

  it("rests between the thresholds", () => {
    fc.assert(
      fc.property(positions, fc.double({ min: -0.2, max: 0.02, noNaN: true }), (position_m, voltage_V) => {
        expect(positionRate_m_s(device, position_m, voltage_V)).toBe(0);
      }),
    );
  });

  it("has the end resistances with either conduction, and rises between", () => {
    for (const conduction of ["linear", "exponential"] as const) {
      const of = { ...device, conduction };
      expect(resistance_ohm(of, 0)).toBe(50);
      expect(resistance_ohm(of, 3e-9)).toBeCloseTo(1000, 9);
      fc.assert(
        fc.property(positions, positions, (a, b) => {
          expect(resistance_ohm(of, Math.max(a, b))).toBeGreaterThanOrEqual(resistance_ohm(of, Math.min(a, b)));
        }),
      );
    }
  });

  it("slows at the end ahead with a window", () => {
    const slowed = { ...device, window: "biolek" } as const;
    expect(positionRate_m_s(slowed, 3e-9, 0.1)).toBe(0);
    expect(positionRate_m_s(slowed, 0, 0.1)).toBeCloseTo(2e-3, 12);
    expect(positionRate_m_s(slowed, 3e-9, -0.3)).toBeCloseTo(-1.25, 12);
  });
});
