import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boltzmann_J_K } from "../src/constants.ts";
import { domainWallDiffusivity_m2_s, domainWallForce_N, domainWallFriction_kg_s } from "../src/domain-wall-force.ts";
import { domainWallMotion } from "../src/domain-wall-motion.ts";
import {
  depinningForce_N,
  domainWallRetention_s,
  kramersRate_Hz,
  pinningForce_N,
  tiltedBarrier_J,
  washboardSpeedFactor,
} from "../src/domain-wall-pinning.ts";
import { atDensity, filmOf } from "./domain-wall-films.ts";
import { relativeError } from "./relative-error.ts";

const thermal_J = boltzmann_J_K * 300;
const filmA = filmOf("A");
const { wall } = atDensity(filmA, 0);
const forceAt_N = (density_A_m2: number): number => domainWallForce_N(wall, atDensity(filmA, density_A_m2).drive);

describe("a critical current density of 3e10 A/m^2 with a period of 60 nm", () => {
  const period_m = 60e-9;
  const barrier_J = (period_m * forceAt_N(3e10)) / Math.PI;
  const pinning = { barrier_J, period_m };

  it("is a barrier of 0.715 kT", () => {
    // Printed digits.
    expect(relativeError(barrier_J / thermal_J, 0.715)).toBeLessThan(1e-3);
  });

  // The washboard law has no inertia: 9 to 15 % below the integrated equations at 5e10 A/m^2, less far above.
  it.each([
    [2.95e10, 0, 0],
    [5e10, 57.8, 0.15],
    [1e11, 128, 0.04],
  ])("at %s A/m^2 the integrated speed %s m/s is met from below", (density_A_m2, expected_m_s, share) => {
    const free_m_s = domainWallMotion(wall, atDensity(filmA, density_A_m2).drive).speed_m_s;
    const found_m_s = free_m_s * washboardSpeedFactor(pinning, forceAt_N(density_A_m2));
    expect(found_m_s).toBeLessThanOrEqual(expected_m_s);
    expect(found_m_s).toBeGreaterThanOrEqual(expected_m_s * (1 - share));
  });
});

// What a useful barrier costs: V0 = p f J_c / pi.
it.each([
  [60e-9, 8.4e11, 34e-6],
  [20e-9, 2.5e12, 101e-6],
])("20 kT with a period of %s m need %s A/m^2, %s A", (period_m, density_A_m2, current_A) => {
  const critical_A_m2 = depinningForce_N({ barrier_J: 20 * thermal_J, period_m }) / (forceAt_N(1e10) / 1e10);
  // Two printed digits.
  expect(relativeError(critical_A_m2, density_A_m2)).toBeLessThan(0.02);
  expect(relativeError(critical_A_m2 * 40e-18, current_A)).toBeLessThan(0.02);
});

it("45 kT with a period of 20 nm need 5.7e12 A/m^2", () => {
  const critical_A_m2 = depinningForce_N({ barrier_J: 45 * thermal_J, period_m: 20e-9 }) / (forceAt_N(1e10) / 1e10);
  expect(relativeError(critical_A_m2, 5.7e12)).toBeLessThan(0.01);
});

it("the pinning force is the slope of the energy, and largest at a quarter of the period", () => {
  const pinning = { barrier_J: 5 * thermal_J, period_m: 20e-9 };
  expect(pinningForce_N(pinning, 5e-9)).toBeCloseTo(-depinningForce_N(pinning), 25);
  fc.assert(
    fc.property(fc.double({ min: -1e-7, max: 1e-7, noNaN: true }), (position_m) => {
      const energyAt_J = (q: number): number => pinning.barrier_J * Math.sin((Math.PI * q) / pinning.period_m) ** 2;
      const slope_N = (energyAt_J(position_m + 1e-13) - energyAt_J(position_m - 1e-13)) / 2e-13;
      // Central difference of 1e-13 m: rounding 1e-16 V0 / 1e-13 m against the largest slope, 3e-6.
      expect(Math.abs(pinningForce_N(pinning, position_m) + slope_N)).toBeLessThan(1e-5 * depinningForce_N(pinning));
    }),
  );
});

it("a force lowers the barrier until nothing is left", () => {
  const pinning = { barrier_J: 20 * thermal_J, period_m: 60e-9 };
  const critical_N = depinningForce_N(pinning);
  const barriers = [0, 0.25, 0.5, 0.75, 1, 2].map((share) => tiltedBarrier_J(pinning, share * critical_N));
  expect(barriers[0]).toBe(pinning.barrier_J);
  expect(barriers).toEqual(barriers.toSorted((a, b) => b - a));
  expect(barriers.slice(4)).toEqual([0, 0]);
});

describe("Kramers' rate", () => {
  it("tends to the overdamped rate for a wall almost without mass", () => {
    // A hundredth of the mass: w0 / g is 0.09, and the rate a hundredth of w0^2 / g^2 = 0.8 % below the limit.
    const light = { ...wall, dmiField_A_m: 1e4 * wall.dmiField_A_m };
    const pinning = { barrier_J: 10 * thermal_J, period_m: 20e-9 };
    const overdamped_Hz =
      ((Math.PI * pinning.barrier_J) / (pinning.period_m ** 2 * domainWallFriction_kg_s(wall))) * Math.exp(-10);
    expect(relativeError(kramersRate_Hz(light, pinning, 300), overdamped_Hz)).toBeLessThan(0.01);
  });

  // The overdamped prefactor is 2.7 to 9 times too fast in film A.
  it.each([
    [5, 60e-9, 2.7],
    [4, 20e-9, 9],
  ])("of %s kT and %s m is below the overdamped one", (height, period_m, atMost) => {
    const pinning = { barrier_J: height * thermal_J, period_m };
    const overdamped_Hz =
      ((Math.PI * pinning.barrier_J) / (period_m ** 2 * domainWallFriction_kg_s(wall))) * Math.exp(-height);
    const ratio = overdamped_Hz / kramersRate_Hz(wall, pinning, 300);
    expect(ratio).toBeGreaterThan(1);
    expect(ratio).toBeLessThan(atMost * 1.1);
  });

  it("is zero at 0 K and grows with the force", () => {
    const pinning = { barrier_J: 20 * thermal_J, period_m: 60e-9 };
    expect(kramersRate_Hz(wall, pinning, 0)).toBe(0);
    const rates = [0, 0.3, 0.6].map((share) => kramersRate_Hz(wall, pinning, 300, share * depinningForce_N(pinning)));
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
  });

  it("of a 45 kT barrier keeps a wall for ten years", () => {
    const rate_Hz = kramersRate_Hz(wall, { barrier_J: 45 * thermal_J, period_m: 20e-9 }, 300);
    expect(1 / rate_Hz).toBeGreaterThan(10 * 365.25 * 24 * 3600);
  });
});

describe("retention", () => {
  it("of a free wall is the time of diffusion, d^2 / (2 D)", () => {
    const diffusion_s = 30e-9 ** 2 / (2 * domainWallDiffusivity_m2_s(wall, 300));
    for (const barrier_J of [0, 1e-6 * thermal_J]) {
      const found_s = domainWallRetention_s(wall, { barrier_J, period_m: 60e-9 }, 30e-9, 300);
      // A barrier of a millionth of kT changes it by about as much, the quadrature by 1 / 400^2.
      expect(relativeError(found_s, diffusion_s)).toBeLessThan(1e-5);
    }
  });

  it.each([15, 30, 60])(
    "over one barrier of %s kT is half of the inverse rate, for half a well holds the wall",
    (height) => {
      const pinning = { barrier_J: height * thermal_J, period_m: 60e-9 };
      // From the end well to the next: across the top at 30 nm.
      const found_s = domainWallRetention_s(wall, pinning, 60e-9, 300);
      // Corrections of the next order in kT / V0: about 1 / (2 V0 / kT) each at well and top; beyond the top few return.
      expect(relativeError(found_s, 1 / (2 * kramersRate_Hz(wall, pinning, 300)))).toBeLessThan(0.7 / height);
    },
  );

  it("grows with the barrier", () => {
    const times = [0, 1, 2, 5, 10, 20].map((height) =>
      domainWallRetention_s(wall, { barrier_J: height * thermal_J, period_m: 60e-9 }, 30e-9, 300),
    );
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});
