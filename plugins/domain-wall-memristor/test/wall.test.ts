import { domainWallMotion, domainWallOf } from "@neurofront/physics";
import type { DomainWall } from "@neurofront/physics";
import { describe, expect, it } from "vitest";
import { criticalCurrent_A, driveAt, noWallViolation, transit, wallOf } from "../src/wall.ts";
import { device } from "./device.ts";

/** The least barrier a study may set: a hundredth of kT, which nothing feels. */
const free = device({ pinningBarrier_J: 4e-23 });

/** Way from rest, v t - (v - v0) tau (1 - exp(-t / tau)). */
function way_m(current_A: number, time_s: number): number {
  const wall = wallOf(free, 300);
  const { speed_m_s, initialSpeed_m_s, relaxation_s } = domainWallMotion(wall, driveAt(free, wall, current_A));
  return speed_m_s * time_s + (speed_m_s - initialSpeed_m_s) * relaxation_s * Math.expm1(-time_s / relaxation_s);
}

describe("a wall that nothing pins, at 10 uA", () => {
  it("crosses 320 nm in 1.2 ns through 320 ohm, with 39 aJ", () => {
    const found = transit(free, wallOf(free, 300))!;
    // Printed digits: 292 m/s to 1.5 % for the closed form, 1.2 ns, 39 aJ.
    expect(found.trackResistance_ohm).toBeCloseTo(320, 9);
    expect(Math.abs(found.speed_m_s / 292.6 - 1)).toBeLessThan(0.015);
    expect(found.duration_s * 1e9).toBeCloseTo(1.2, 1);
    expect(Math.abs(found.energy_J / 39e-18 - 1)).toBeLessThan(0.02);
  });

  it("is a memristor of charge: equal charges move it equally once the time is long against its inertia", () => {
    // 1e10 and 2.5e10 A/m^2 in 40 nm^2 for 40 and 16 ns, against 0.13 ns of inertia.
    const [slow_m, fast_m] = [way_m(0.4e-6, 40e-9), way_m(1e-6, 16e-9)];
    expect(Math.abs(slow_m / fast_m - 1)).toBeLessThan(0.02);
  });
});

describe("pinning", () => {
  // V0 = p f J / pi; the density to two printed digits.
  it.each([
    [45, 20e-9, 5.7e12],
    [20, 20e-9, 2.5e12],
    [20, 60e-9, 8.4e11],
  ])("of %d kT with a pitch of %d m holds up to %d A/m^2", (barrier, pinningPitch_m, density_A_m2) => {
    const design = device({ pinningBarrier_J: barrier * 1.380649e-23 * 300, pinningPitch_m });
    expect(Math.abs(criticalCurrent_A(design, wallOf(design, 300)) / 40e-18 / density_A_m2 - 1)).toBeLessThan(0.02);
  });

  it("leaves no way while it holds the wall", () => {
    expect(transit(device(), wallOf(device(), 300))).toBeUndefined();
  });

  it("slows the wall just above its critical current", () => {
    const design = device({ pinningBarrier_J: 2e-21, pinningPitch_m: 60e-9 });
    const critical_A = criticalCurrent_A(design, wallOf(design, 300));
    const at = (factor: number) => transit({ ...design, writeCurrent_A: factor * critical_A }, wallOf(design, 300));
    expect(at(0.999)).toBeUndefined();
    // sqrt(1 - 1 / 1.01^2) = 0.14 and sqrt(1 - 1 / 16) = 0.97 of the free speed, itself proportional to the current.
    expect(at(1.01)!.speed_m_s / at(4)!.speed_m_s).toBeLessThan(0.05);
  });
});

it("has the film of its temperature: colder, a narrower wall that is harder to move", () => {
  const design = device();
  const [cold, room, warm] = [250, 300, 380].map((temperature_K) => wallOf(design, temperature_K)) as [
    DomainWall,
    DomainWall,
    DomainWall,
  ];
  expect(room).toEqual(domainWallOf(design));
  expect(cold.wallParameter_m).toBeLessThan(room.wallParameter_m);
  expect(warm.wallParameter_m).toBeGreaterThan(room.wallParameter_m);
  // Ms over Ms(300 K) at 380 K for a Curie temperature of 1100 K.
  expect(warm.saturationMagnetisation_A_m / room.saturationMagnetisation_A_m).toBeCloseTo(0.9293179, 6);
  expect(noWallViolation(design, 1200)).toMatchObject({ kind: "impossible", code: "not-magnetic" });
});
