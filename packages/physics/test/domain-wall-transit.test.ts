import { describe, expect, it } from "vitest";
import { boltzmann_J_K } from "../src/constants.ts";
import { domainWallForce_N } from "../src/domain-wall-force.ts";
import { domainWallMotion } from "../src/domain-wall-motion.ts";
import { endlessTrack, qPhiLaw, qPhiRate } from "../src/domain-wall-q-phi.ts";
import {
  domainWallAfter,
  domainWallSteadySpeed_m_s,
  domainWallTransit_s,
  restingWall,
} from "../src/domain-wall-transit.ts";
import { rungeKutta4 } from "../src/ode.ts";
import { atCurrent, atDensity, filmOf } from "./domain-wall-films.ts";
import { relativeError } from "./relative-error.ts";

const filmA = filmOf("A");
const still = { drift_m_s: 0, spinHallField_A_m: 0 };
const track = { length_m: 60e-9, endStiffness_N_m: 2e-3, pinning: { barrier_J: 0, period_m: 60e-9 } };
const { wall } = atDensity(filmA, 0);

/** Time at which Runge-Kutta steps of 0.5 ps first pass 60 nm, linear within the step. */
function finelySteppedCrossing_s(drive: typeof still): number {
  const rate = qPhiRate(qPhiLaw(wall, track, drive));
  const state = new Float64Array(2);
  const step_s = 5e-13;
  for (let time_s = 0; ;) {
    const before_m = state[0]!;
    time_s = rungeKutta4(rate, state, { start_s: time_s, step_s, count: 1 });
    if (state[0]! >= 60e-9) return time_s - (step_s * (state[0]! - 60e-9)) / (state[0]! - before_m);
  }
}

it.each([0.5, 2, 10, 40])("crosses at %s uA when fixed steps of 0.5 ps do, within 3e-5", (current_uA) => {
  const { drive } = atCurrent(filmA, current_uA * 1e-6);
  expect(relativeError(domainWallTransit_s(wall, track, drive), finelySteppedCrossing_s(drive))).toBeLessThan(3e-5);
});

it("is where fixed steps of 1 ps lead", () => {
  const { drive } = atDensity(filmA, 5e10);
  const state = new Float64Array(2);
  rungeKutta4(qPhiRate(qPhiLaw(wall, track, drive)), state, { step_s: 1e-12, count: 1000 });
  const found = domainWallAfter(wall, track, drive, 1e-9);
  expect(relativeError(found.position_m, state[0]!)).toBeLessThan(1e-5);
  expect(relativeError(found.angle_rad, state[1]!)).toBeLessThan(1e-5);
});

it("coasts 8.24 nm after the pulse that has just brought it across at 2 uA", () => {
  const { drive } = atCurrent(filmA, 2e-6);
  const moving = domainWallAfter(wall, endlessTrack, drive, 1.0357e-9);
  const stopped = domainWallAfter(wall, endlessTrack, still, 3e-9, moving);
  // Printed digits.
  expect(Math.abs(stopped.position_m - moving.position_m - 8.24e-9)).toBeLessThan(0.01e-9);
});

it("end walls bring it back into the free domain", () => {
  const { drive } = atCurrent(filmA, 5e-6);
  const pushed = domainWallAfter(wall, track, drive, 5e-9);
  // The spring holds the force of the current, 0.65 pN over 2e-3 N/m.
  expect(relativeError(pushed.position_m - 60e-9, domainWallForce_N(wall, drive) / 2e-3)).toBeLessThan(0.02);
  const released = domainWallAfter(wall, track, still, 5e-9, pushed);
  expect(released.position_m).toBeLessThan(60e-9 + 1e-12);
});

describe("a wall in a washboard with a critical current density of 3e10 A/m^2 and a period of 60 nm", () => {
  const force_N = domainWallForce_N(wall, atDensity(filmA, 3e10).drive);
  const pinning = { barrier_J: (60e-9 * force_N) / Math.PI, period_m: 60e-9 };

  it.each([
    [2.95e10, 0],
    [5e10, 57.8],
    [1e11, 128],
  ])("at %s A/m^2 runs at %s m/s", (density_A_m2, expected_m_s) => {
    const found_m_s = domainWallSteadySpeed_m_s(wall, atDensity(filmA, density_A_m2).drive, pinning);
    expect(Math.abs(found_m_s - expected_m_s)).toBeLessThanOrEqual(0.02 * expected_m_s);
  });

  it("crosses above the critical current and stops on the way below it", () => {
    const pinned = { ...track, pinning };
    expect(domainWallTransit_s(wall, pinned, atDensity(filmA, 2.9e10).drive)).toBe(Infinity);
    const free_s = domainWallTransit_s(wall, track, atDensity(filmA, 5e10).drive);
    const found_s = domainWallTransit_s(wall, pinned, atDensity(filmA, 5e10).drive);
    expect(found_s).toBeGreaterThan(free_s);
    expect(found_s).toBeLessThan(2 * free_s);
  });
});

it("inertia carries a wall over short periods that hold it at rest", () => {
  // 20 nm: up to three times the washboard law near the critical current.
  const force_N = domainWallForce_N(wall, atDensity(filmA, 5e10).drive);
  const pinning = { barrier_J: (20e-9 * force_N) / Math.PI / 1.05, period_m: 20e-9 };
  const free_m_s = domainWallMotion(wall, atDensity(filmA, 5e10).drive).speed_m_s;
  const found_m_s = domainWallSteadySpeed_m_s(wall, atDensity(filmA, 5e10).drive, pinning);
  const washboard_m_s = free_m_s * Math.sqrt(1 - 1 / 1.05 ** 2);
  expect(found_m_s).toBeGreaterThan(1.5 * washboard_m_s);
  expect(found_m_s).toBeLessThan(3.5 * washboard_m_s);
});

it("a very weak current still crosses, by its steady speed", () => {
  const { drive } = atCurrent(filmA, 1e-10);
  const speed_m_s = domainWallMotion(wall, drive).speed_m_s;
  expect(relativeError(domainWallTransit_s(wall, track, drive), 60e-9 / speed_m_s)).toBeLessThan(1e-3);
});

it("never arrives without a push, or with one backwards", () => {
  expect(domainWallTransit_s(wall, track, still)).toBe(Infinity);
  const back = atCurrent(filmOf("A", { spinHallAngle: -0.2 }), 2e-6).drive;
  expect(domainWallTransit_s(wall, track, back)).toBe(Infinity);
});

it("a wall in a deep well stays", () => {
  const pinning = { barrier_J: 20 * boltzmann_J_K * 300, period_m: 20e-9 };
  expect(domainWallSteadySpeed_m_s(wall, atDensity(filmA, 5e10).drive, pinning)).toBe(0);
  const held = domainWallAfter(wall, { ...track, pinning }, still, 10e-9, { ...restingWall, position_m: 22e-9 });
  expect(Math.abs(held.position_m - 20e-9)).toBeLessThan(1e-13);
});
