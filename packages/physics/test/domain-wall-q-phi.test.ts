import { describe, expect, it } from "vitest";
import { domainWallForce_N, domainWallForcePerField_N_m_A, domainWallFriction_kg_s } from "../src/domain-wall-force.ts";
import { endlessTrack, qPhiLaw, qPhiRate } from "../src/domain-wall-q-phi.ts";
import type { DomainWallTrack, QPhiDrive } from "../src/domain-wall-q-phi.ts";
import { domainWallMotion } from "../src/domain-wall-motion.ts";
import { rungeKutta4 } from "../src/ode.ts";
import { atDensity, filmOf } from "./domain-wall-films.ts";
import { relativeError } from "./relative-error.ts";

const filmA = filmOf("A");
const { wall, drive } = atDensity(filmA, 5e10);

function ratesAt(track: DomainWallTrack, current: QPhiDrive, q: number, phi: number): [number, number] {
  const rate = new Float64Array(2);
  qPhiRate(qPhiLaw(wall, track, current))(0, Float64Array.of(q, phi), rate);
  return [rate[0]!, rate[1]!];
}

/** The state after a time by Runge-Kutta steps of a length. */
function stateAfter(time_s: number, step_s: number): Float64Array {
  const state = new Float64Array(2);
  const count = Math.round(time_s / step_s);
  rungeKutta4(qPhiRate(qPhiLaw(wall, endlessTrack, drive)), state, { step_s: time_s / count, count });
  return state;
}

// Independent integration (Python), from (0, 0); five printed digits.
it.each([
  [0.05, 0.6901],
  [0.1, 2.2082],
  [0.2, 6.7582],
  [0.5, 24.9159],
  [1, 57.6501],
])("the trajectory at 5e10 A/m^2 passes q(%s ns) = %s nm", (time_ns, expected_nm) => {
  expect(relativeError(stateAfter(time_ns * 1e-9, 1e-12)[0]!, expected_nm * 1e-9)).toBeLessThan(1e-4);
});

it("the angle at 5e10 A/m^2 after 1 ns is 0.11801", () => {
  expect(relativeError(stateAfter(1e-9, 1e-12)[1]!, 0.11801)).toBeLessThan(1e-4);
});

it("halving the step from 10 ps changes the place after 1 ns by less than 1e-7 nm, with fourth order", () => {
  const change_m = (step_s: number): number =>
    Math.abs(stateAfter(1e-9, step_s)[0]! - stateAfter(1e-9, step_s / 2)[0]!);
  expect(change_m(1e-11)).toBeLessThan(1e-17 * 10);
  expect(change_m(2e-11) / change_m(1e-11)).toBeGreaterThan(12);
  expect(change_m(2e-11) / change_m(1e-11)).toBeLessThan(20);
});

it("starts with the speed of the closed form", () => {
  const [speed_m_s] = ratesAt(endlessTrack, drive, 0, 0);
  expect(relativeError(speed_m_s, domainWallMotion(wall, drive).initialSpeed_m_s)).toBeLessThan(1e-12);
});

describe("in a steady state, every force is taken up by friction", () => {
  const still = { drift_m_s: 0, spinHallField_A_m: 0 };
  // phi' = 0 means B = alpha A, and then q' = Delta B / alpha whatever the angle: the speed is the force over the friction.
  const speedOf = (track: DomainWallTrack, q: number): number => {
    const [, turn] = ratesAt(track, still, q, 0);
    return (turn * (1 + wall.damping ** 2) * wall.wallParameter_m) / wall.damping;
  };

  it("of an end wall", () => {
    const track = { ...endlessTrack, length_m: 60e-9, endStiffness_N_m: 2e-3 };
    const friction_kg_s = domainWallFriction_kg_s(wall);
    expect(relativeError(speedOf(track, -1e-9), (2e-3 * 1e-9) / friction_kg_s)).toBeLessThan(1e-12);
    expect(relativeError(speedOf(track, 61e-9), (-2e-3 * 1e-9) / friction_kg_s)).toBeLessThan(1e-9);
    expect(speedOf(track, 30e-9)).toBe(0);
  });

  it("of the pinning", () => {
    const pinning = { barrier_J: 4e-21, period_m: 20e-9 };
    const force_N = (-Math.PI * 4e-21) / 20e-9;
    expect(
      relativeError(speedOf({ ...endlessTrack, pinning }, 5e-9), force_N / domainWallFriction_kg_s(wall)),
    ).toBeLessThan(1e-12);
  });

  it("of an easy-axis field and of the current", () => {
    const easyAxisField_A_m = domainWallForce_N(wall, drive) / domainWallForcePerField_N_m_A(wall);
    const byField = ratesAt(endlessTrack, { ...still, easyAxisField_A_m }, 0, 0)[1];
    const [, byCurrent] = ratesAt(endlessTrack, drive, 0, 0);
    // The adiabatic torque turns the angle against the force.
    expect(
      relativeError(
        byField,
        byCurrent + (wall.damping * drive.drift_m_s) / wall.wallParameter_m / (1 + wall.damping ** 2),
      ),
    ).toBeLessThan(1e-12);
  });
});
