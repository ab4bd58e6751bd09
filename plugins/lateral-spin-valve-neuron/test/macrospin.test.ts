import { describe, expect, it } from "vitest";
import { integrate } from "./macrospin.ts";
import type { Macrospin, Moment } from "./macrospin.ts";

/** 60 x 20 x 1 nm^3, 20 kT at 300 K, damping 0.01; no temperature. */
const magnet: Macrospin = {
  saturationMagnetisation_A_m: 8e5,
  volume_m3: 1.2e-24,
  energyBarrier_J: 20 * 1.380649e-23 * 300,
  damping: 0.01,
  inPlaneField_A_m: 0,
  temperature_K: 0,
};
const switching_A = 5.034e-6;
const relaxation_s = 3.291e-9;
const tilt_rad = 0.02;
/** Near the lower pole; a positive signal pushes up. */
const nearPole: Moment = [Math.sin(tilt_rad), 0, -Math.cos(tilt_rad)];

/** Time from the tilt to the equator, exact for a uniaxial magnet: partial fractions of dx/dt = (1 - x^2)(i - x) / tau_D. */
function reversal_s(overdrive: number): number {
  const x = Math.cos(tilt_rad);
  return (
    relaxation_s *
    (Math.log((overdrive - x) / overdrive) / (overdrive ** 2 - 1) -
      Math.log(1 - x) / (2 * (overdrive - 1)) +
      Math.log(1 + x) / (2 * (overdrive + 1)))
  );
}

describe("the macrospin oracle itself", () => {
  it.each([
    [2, 13.635e-9],
    [5, 3.663e-9],
    [9, 1.861e-9],
  ])("overdrive %d reaches the equator in the exact time", (overdrive, expected_s) => {
    let crossed_s = Number.NaN;
    integrate(
      magnet,
      nearPole,
      { signal_A: overdrive * switching_A, preset_A: 0 },
      { duration_s: 2e-8, step_s: 2e-13 },
      undefined,
      ([, , mz], elapsed_s) => {
        crossed_s = elapsed_s;
        return mz >= 0;
      },
    );
    expect(Math.abs(reversal_s(overdrive) / expected_s - 1)).toBeLessThan(0.005);
    expect(Math.abs(crossed_s / reversal_s(overdrive) - 1)).toBeLessThan(0.005);
  });

  it("follows the reference trajectory at overdrive 5", () => {
    const expected = new Map([
      [1, 0.99774],
      [2, 0.97449],
      [3, 0.7301],
      [3.5, 0.2441],
    ]);
    for (const [time_ns, mz] of expected) {
      const found = integrate(
        magnet,
        nearPole,
        { signal_A: 5 * switching_A, preset_A: 0 },
        { duration_s: time_ns * 1e-9, step_s: 2e-13 },
        undefined,
      );
      // The reference step is coarser near the end, where m_z changes by 1 % in 2 ps.
      expect(Math.abs(-found[2] - mz)).toBeLessThan(0.002 * Math.max(mz, 0.5));
    }
  });

  it.each([
    ["perpendicular", 0, 5.034e-6, 0.98, 1.02],
    // In plane the hard axis adds half of its demagnetising field to the anisotropy field: 16.95 uA.
    ["in-plane", 6.5e5, 16.95e-6, 0.95, 1.05],
  ])("a %s magnet grows above its switching current only", (_name, inPlaneField_A_m, threshold_A, below, above) => {
    const tiltAfter = (signal_A: number): number => {
      let largest = 0;
      integrate(
        { ...magnet, inPlaneField_A_m },
        nearPole,
        { signal_A, preset_A: 0 },
        { duration_s: 2e-8, step_s: 2e-13 },
        undefined,
        ([, , mz], elapsed_s) => {
          if (elapsed_s > 1.9e-8) largest = Math.max(largest, Math.sqrt(1 - mz * mz));
          return false;
        },
      );
      return largest;
    };
    const start = tiltAfter(threshold_A);
    expect(tiltAfter(below * threshold_A)).toBeLessThan(start);
    expect(tiltAfter(above * threshold_A)).toBeGreaterThan(start);
  });
});
