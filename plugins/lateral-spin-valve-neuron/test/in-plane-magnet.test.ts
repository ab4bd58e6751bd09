import { switchingSpinCurrent_A } from "@neurofront/physics";
import { describe, expect, it } from "vitest";
import {
  inPlaneRelaxationTime_s,
  inPlaneSwitchingSpinCurrent_A,
  saddleHoldingSpinCurrent_A,
  saddleRate_Hz,
} from "../src/in-plane-magnet.ts";

const magnet = {
  energyBarrier_J: 20 * 1.380649e-23 * 300,
  damping: 0.01,
  saturationMagnetisation_A_m: 8e5,
  volume_m3: 1.2e-24,
  demagnetisingField_A_m: 6.5e5,
};

describe("in-plane magnet of 60 x 20 x 1 nm^3, 20 kT, 6.5e5 A/m", () => {
  it.each([
    ["switching spin current", inPlaneSwitchingSpinCurrent_A(magnet), 16.95e-6, 2e-3],
    // Two digits.
    ["current that holds the saddle", saddleHoldingSpinCurrent_A(magnet), 1.1e-3, 0.05],
    // 2.21276e5 sqrt(1.3734e5 6.5e5), by hand.
    ["rate at the saddle", saddleRate_Hz(magnet), 6.611e10, 1e-3],
    // 2 (1 + 1e-4) / (0.01 2.21276e5 (2 1.3734e5 + 6.5e5)), by hand.
    ["relaxation time", inPlaneRelaxationTime_s(magnet), 0.9776e-9, 1e-3],
  ])("%s", (_name, found, expected, tolerance) => {
    expect(Math.abs(found / expected - 1)).toBeLessThan(tolerance);
  });

  it("without demagnetising field switches like a perpendicular one", () => {
    expect(inPlaneSwitchingSpinCurrent_A({ ...magnet, demagnetisingField_A_m: 0 })).toBe(
      switchingSpinCurrent_A(magnet),
    );
  });
});
