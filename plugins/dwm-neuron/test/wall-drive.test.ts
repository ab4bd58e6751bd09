import { expect, it } from "vitest";
import { criticalCurrent_A, driveAt, motionAt } from "../src/wall-drive.ts";
import { deviceOf, relativeError, workingOperation } from "./device.ts";

const { wall, path, track } = workingOperation(deviceOf("A"));
/** 0.715 kT at 300 K: 3e10 A/m^2, 1.2 uA through the default cross-section. */
const pinning = { barrier_J: 0.715 * 4.1419e-21, period_m: 60e-9 };

it("the drive is proportional to the current, and turns with it", () => {
  const one = driveAt(wall, path, 1e-6);
  const back = driveAt(wall, path, -2e-6);
  expect(back.drift_m_s).toBeCloseTo(-2 * one.drift_m_s, 12);
  expect(back.spinHallField_A_m).toBeCloseTo(-2 * one.spinHallField_A_m, 9);
});

it("the critical current is that of the depinning force, none without pinning, endless without push", () => {
  const depinning_N = (Math.PI * pinning.barrier_J) / pinning.period_m;
  expect(relativeError(criticalCurrent_A(wall, path, depinning_N), 1.2e-6)).toBeLessThan(1e-3);
  expect(criticalCurrent_A(wall, path, 0)).toBe(0);
  expect(criticalCurrent_A(wall, { ...path, spinHallAngle: -0.2 }, depinning_N)).toBe(Infinity);
});

it("a washboard slows the closed form by sqrt(1 - (Ic / I)^2), and holds it below", () => {
  const free = motionAt(wall, path, track, 2e-6);
  const slowed = motionAt(wall, path, { ...track, pinning }, 2e-6);
  // 0.12 % between the force and the speed times friction.
  expect(relativeError(slowed.speed_m_s / free.speed_m_s, Math.sqrt(1 - 0.6 ** 2))).toBeLessThan(2e-3);
  expect(slowed.relaxation_s).toBe(free.relaxation_s);
  expect(motionAt(wall, path, { ...track, pinning }, 1.1e-6).speed_m_s).toBe(0);
});

it("a washboard slows a wall that runs back too", () => {
  const back = motionAt(wall, { ...path, spinHallAngle: -0.2 }, { ...track, pinning }, 2e-6);
  expect(Number.isFinite(back.speed_m_s)).toBe(true);
  expect(back.speed_m_s).toBeLessThanOrEqual(0);
});
