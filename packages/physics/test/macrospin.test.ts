import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boltzmann_J_K, elementaryCharge_C, fieldGyromagneticRatio_m_A_s } from "../src/constants.ts";
import { integrateMacrospin, macrospinEnergy_J, spinCount } from "../src/macrospin.ts";
import type { Macrospin, SpinCurrent, Vector } from "../src/macrospin.ts";
import { inPlaneMagnet, perpendicularMagnet } from "./magnets.ts";
import { relativeError } from "./relative-error.ts";
import { seededDraws } from "./seeded-draws.ts";

const magnet = perpendicularMagnet();
const switching_A = 5.034e-6;
const relaxation_s = 3.291e-9;
const tilt_rad = 0.02;
const nearPole = (axis: 0 | 2, angle_rad = tilt_rad): Float64Array =>
  axis === 2
    ? Float64Array.of(Math.sin(angle_rad), 0, Math.cos(angle_rad))
    : Float64Array.of(Math.cos(angle_rad), Math.sin(angle_rad), 0);
const along = (direction: Vector, current: number): SpinCurrent => ({ direction, current_A: () => current });
const directionOf = (moment: Float64Array): Vector => [moment[0]!, moment[1]!, moment[2]!];

/** Advances a copy for a time and returns it. */
function after(
  of: Macrospin,
  start: Float64Array,
  currents: readonly SpinCurrent[],
  duration_s: number,
  step_s: number,
): Float64Array {
  const moment = start.slice();
  const count = Math.round(duration_s / step_s);
  integrateMacrospin(of, moment, currents, { step_s: duration_s / count, count });
  return moment;
}

/** First time at which a condition holds, looked at every step. */
function firstTime_s(
  of: Macrospin,
  start: Float64Array,
  currents: readonly SpinCurrent[],
  step_s: number,
  holds: (moment: Float64Array) => boolean,
): number {
  const moment = start.slice();
  let time_s = 0;
  while (time_s < 2e-8) {
    time_s = integrateMacrospin(of, moment, currents, { start_s: time_s, step_s, count: 1 });
    if (holds(moment)) return time_s;
  }
  return Infinity;
}

/** Time from a tilt to the equator, exact for a uniaxial magnet: partial fractions of dx/dt = (1 - x^2)(i - x) / tau_D. */
function reversal_s(overdrive: number): number {
  const x = Math.cos(tilt_rad);
  return (
    relaxation_s *
    (Math.log((overdrive - x) / overdrive) / (overdrive ** 2 - 1) -
      Math.log(1 - x) / (2 * (overdrive - 1)) +
      Math.log(1 + x) / (2 * (overdrive + 1)))
  );
}

describe("perpendicular magnet of 20 kT, damping 0.01, no temperature", () => {
  it.each([
    // Exact time and that of a coarser simulation; 0.5 %.
    [2, 13.635e-9, 13.656e-9],
    [5, 3.663e-9, 3.667e-9],
    [9, 1.861e-9, 1.863e-9],
  ])("overdrive %d against the pole reaches the equator in the exact time", (overdrive, exact_s, simulated_s) => {
    const found_s = firstTime_s(
      magnet,
      nearPole(2),
      [along([0, 0, -1], overdrive * switching_A)],
      2e-13,
      (moment) => moment[2]! <= 0,
    );
    expect(relativeError(reversal_s(overdrive), exact_s)).toBeLessThan(0.005);
    expect(relativeError(found_s, exact_s)).toBeLessThan(0.005);
    expect(relativeError(found_s, simulated_s)).toBeLessThan(0.005);
  });

  it.each([
    [1e-9, 0.99774],
    [2e-9, 0.97449],
    [3e-9, 0.7301],
    [3.5e-9, 0.2441],
  ])("overdrive 5: m_z after %d s", (time_s, expected) => {
    const found = after(magnet, nearPole(2), [along([0, 0, -1], 5 * switching_A)], time_s, 2e-13);
    // 0.2 %, and where m_z falls by 1 % in 2 ps, of 0.5.
    expect(Math.abs(found[2]! - expected)).toBeLessThan(0.002 * Math.max(expected, 0.5));
  });

  it.each<[string, Macrospin, 0 | 2, number, number, number]>([
    ["perpendicular", magnet, 2, switching_A, 0.98, 1.02],
    ["in-plane", inPlaneMagnet(), 0, 16.95e-6, 0.95, 1.05],
  ])("a %s magnet grows above its switching current only", (_name, of, axis, threshold_A, below, above) => {
    const direction: Vector = axis === 2 ? [0, 0, -1] : [-1, 0, 0];
    const tiltAfter = (current: number): number => {
      const moment = nearPole(axis);
      let time_s = integrateMacrospin(of, moment, [along(direction, current)], { step_s: 2e-13, count: 95_000 });
      let largest = 0;
      // An in-plane magnet precesses on an ellipse: the largest of the last nanosecond.
      for (let k = 0; k < 5000; k++) {
        time_s = integrateMacrospin(of, moment, [along(direction, current)], {
          start_s: time_s,
          step_s: 2e-13,
          count: 1,
        });
        largest = Math.max(largest, Math.sqrt(1 - moment[axis]! ** 2));
      }
      return largest;
    };
    const at = tiltAfter(threshold_A);
    expect(tiltAfter(below * threshold_A)).toBeLessThan(at);
    expect(tiltAfter(above * threshold_A)).toBeGreaterThan(at);
  });

  it.each([
    [239e-6, 0.36e-9],
    [264e-6, 0.29e-9],
    [378e-6, 0.15e-9],
  ])("a current of %d A across the easy axis brings it over in %d s", (current, expected_s) => {
    const found_s = firstTime_s(
      magnet,
      nearPole(2, 0.01),
      [along([0, 1, 0], current)],
      1e-13,
      (moment) => moment[1]! > 0.95,
    );
    // Two digits: 10 %.
    expect(relativeError(found_s, expected_s)).toBeLessThan(0.1);
  });

  it("201 uA across the easy axis do not", () => {
    const reaches = firstTime_s(
      magnet,
      nearPole(2, 0.01),
      [along([0, 1, 0], 201e-6)],
      2e-13,
      (moment) => moment[1]! > 0.95,
    );
    expect(reaches).toBe(Infinity);
  });

  it("errs as the square of the step, 1e-3 at 1 ps and 1e-5 at 0.1 ps", () => {
    const at = (step_s: number): number =>
      after(magnet, nearPole(2), [along([0, 0, -1], 5 * switching_A)], 3e-9, step_s)[2]!;
    const exact = at(1e-14);
    const coarse = Math.abs(at(1e-12) - exact);
    const half = Math.abs(at(5e-13) - exact);
    expect(coarse / half).toBeGreaterThan(3.5);
    expect(coarse / half).toBeLessThan(4.5);
    expect(coarse).toBeLessThan(4e-3);
    expect(Math.abs(at(1e-13) - exact)).toBeLessThan(4e-5);
  });
});

describe("conventions", () => {
  it("precesses at gamma0 H around an applied field, unit length kept", () => {
    const field_A_m = 1e5;
    const free: Macrospin = {
      ...magnet,
      damping: 0,
      anisotropyField_A_m: [0, 0, 0],
      appliedField_A_m: [0, 0, field_A_m],
    };
    const time_s = 1e-10;
    const moment = after(free, Float64Array.of(1, 0, 0), [], time_s, 1e-14);
    const angle_rad = fieldGyromagneticRatio_m_A_s * field_A_m * time_s;
    // dm/dt = -gamma0 m x H turns counter-clockwise around the field.
    expect(moment[0]).toBeCloseTo(Math.cos(angle_rad), 6);
    expect(moment[1]).toBeCloseTo(Math.sin(angle_rad), 6);
    expect(Math.hypot(...moment)).toBeCloseTo(1, 14);
  });

  it("a spin current alone turns m towards its direction at I / (e N_s)", () => {
    const isotropic: Macrospin = { ...magnet, damping: 0, anisotropyField_A_m: [0, 0, 0] };
    const current = 50e-6;
    const duration_s = 2e-10;
    const moment = after(isotropic, Float64Array.of(1, 0, 0), [along([0, 0, 1], current)], duration_s, 1e-14);
    // From the equator m_z = tanh(a t).
    const rate_Hz = current / (elementaryCharge_C * spinCount(isotropic));
    expect(moment[2]).toBeCloseTo(Math.tanh(rate_Hz * duration_s), 8);
    expect(spinCount(magnet)).toBeCloseTo(1.0352e5, -1);
  });

  it("a field-like torque is a field along the spin current", () => {
    const current = 30e-6;
    const ratio = 0.4;
    const rate_Hz = current / (elementaryCharge_C * spinCount(magnet));
    const field_A_m = (ratio * rate_Hz) / fieldGyromagneticRatio_m_A_s;
    const start = nearPole(2, 1);
    const torque = after(magnet, start, [{ ...along([0, 0.6, 0.8], current), fieldLikeRatio: ratio }], 3e-10, 1e-13);
    const field = after(
      { ...magnet, appliedField_A_m: [0, 0.6 * field_A_m, 0.8 * field_A_m] },
      start,
      [along([0, 0.6, 0.8], current)],
      3e-10,
      1e-13,
    );
    for (let k = 0; k < 3; k++) expect(torque[k]).toBeCloseTo(field[k]!, 12);
  });

  it("follows a current that changes with time, and continues where it stopped", () => {
    const ramp: SpinCurrent = { direction: [0, 0, -1], current_A: (time_s) => 2e4 * time_s };
    const atOnce = nearPole(2);
    integrateMacrospin(magnet, atOnce, [ramp], { step_s: 1e-13, count: 20_000 });
    const inParts = nearPole(2);
    const middle_s = integrateMacrospin(magnet, inParts, [ramp], { step_s: 1e-13, count: 8192 });
    integrateMacrospin(magnet, inParts, [ramp], { start_s: middle_s, step_s: 1e-13, count: 20_000 - 8192 });
    expect(inParts).toEqual(atOnce);
    const constant = nearPole(2);
    integrateMacrospin(magnet, constant, [along([0, 0, -1], 4e-5)], { step_s: 1e-13, count: 20_000 });
    expect(atOnce[2]).toBeGreaterThan(constant[2]! + 0.1);
  });

  it("wants a whole number of steps", () => {
    expect(() => integrateMacrospin(magnet, nearPole(2), [], { step_s: 1e-12, count: 1.5 })).toThrow(
      "integrateMacrospin: expected a whole number of steps, got 1.5",
    );
  });
});

describe("energy", () => {
  const fields = fc.double({ min: -3e5, max: 3e5, noNaN: true });
  const components = fc.tuple(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: 0.05, max: 1, noNaN: true }),
  );

  it("is the barrier between pole and equator", () => {
    const barrier_J = macrospinEnergy_J(magnet, [1, 0, 0]) - macrospinEnergy_J(magnet, [0, 0, 1]);
    expect(relativeError(barrier_J, 20 * boltzmann_J_K * 300)).toBeLessThan(1e-12);
  });

  const anyMagnet = fc.tuple(fields, fields, fields);
  /** The scheme's own drift at a step of 10 fs: 1e-7 of the energy in a field of 1e5 A/m. */
  const drift_J = 1e-7 * 1e5 * 1.25663706e-6 * 8e5 * 1.2e-24;

  /** Energies every 0.5 ps from a direction. */
  function energies_J(anisotropyField_A_m: Vector, m: Vector, damping: number): number[] {
    const [a, b, c] = anisotropyField_A_m;
    const of: Macrospin = { ...magnet, damping, anisotropyField_A_m, appliedField_A_m: [b / 3, c / 3, a / 3] };
    const length = Math.hypot(...m);
    const moment = Float64Array.from(m, (part) => part / length);
    return Array.from({ length: 20 }, () => {
      const energy_J = macrospinEnergy_J(of, directionOf(moment));
      integrateMacrospin(of, moment, [], { step_s: 1e-14, count: 50 });
      return energy_J;
    });
  }

  it("never rises with damping, whatever the fields", () => {
    fc.assert(
      fc.property(anyMagnet, components, fc.double({ min: 0, max: 0.2, noNaN: true }), (a, m, damping) => {
        const found_J = energies_J(a, m, damping);
        expect(found_J.every((now_J, k) => k === 0 || now_J < found_J[k - 1]! + drift_J)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("is kept without damping", () => {
    fc.assert(
      fc.property(anyMagnet, components, (a, m) => {
        const found_J = energies_J(a, m, 0);
        expect(found_J.every((now_J) => Math.abs(now_J - found_J[0]!) < 20 * drift_J)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe("thermal field", () => {
  it("gives a 20 kT well its Boltzmann tilt", () => {
    // A damping of 0.1 holds ten times as many relaxation times in 2 us as 0.01: 6000, 2 % of statistical error.
    const of = perpendicularMagnet(20, 0.1);
    const thermal = { temperature_K: 300, normal: seededDraws(7).normal };
    const moment = nearPole(2);
    integrateMacrospin(of, moment, [], { step_s: 1e-12, count: 5000 }, thermal);
    let sum = 0;
    const count = 200_000;
    for (let k = 0; k < count; k++) {
      integrateMacrospin(of, moment, [], { step_s: 1e-12, count: 10 }, thermal);
      sum += (moment[0]! ** 2 + moment[1]! ** 2) / 2;
    }
    expect(relativeError(sum / count, 0.0257)).toBeLessThan(0.03);
  });
});
