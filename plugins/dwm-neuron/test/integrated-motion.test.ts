import { expect, it } from "vitest";
import { integratedMotionOf } from "../src/integrated-motion.ts";
import { driveAt } from "../src/wall-drive.ts";
import { deviceOf, relativeError, workingOperation } from "./device.ts";

const device = deviceOf("A", { fidelity: "q-phi" });

it("the default wall runs at 65.82 m/s, ends its write at 0.118 rad, and coasts 8.24 nm", () => {
  const operation = workingOperation(device);
  const motion = integratedMotionOf(operation, driveAt(operation.wall, operation.path, 2e-6));
  expect(relativeError(motion.speed_m_s, 65.82)).toBeLessThan(1e-3);
  // 0.11801 after 1 ns; steady from there.
  expect(relativeError(motion.angle_rad, 0.11801)).toBeLessThan(2e-3);
  expect(Math.abs(motion.coasting_m - 8.24e-9)).toBeLessThan(0.01e-9);
});

it("a well shortens the coasting", () => {
  const pinned = { ...device, pinning: "washboard" as const, pinningBarrier_J: 2e-21 };
  const operation = workingOperation(pinned);
  const motion = integratedMotionOf(operation, driveAt(operation.wall, operation.path, 2e-6));
  expect(motion.coasting_m).toBeLessThan(8.24e-9);
});
