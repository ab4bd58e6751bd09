import fc from "fast-check";
import { expect, it } from "vitest";
import { gateCharge_C_m, onResistanceTimesWidth_ohm_m } from "../src/switch-transistor.ts";

// Simulated values, which the table must return exactly at its own points.
it.each([
  [0.6, 399],
  [0.7, 303],
  [0.8, 265],
  [0.9, 245],
  [1, 233],
  [1.1, 225],
])("has the on-resistance at a gate voltage of %s V: %s ohm um", (gateVoltage_V, product_ohm_um) => {
  expect(onResistanceTimesWidth_ohm_m("hp", gateVoltage_V) * 1e6).toBeCloseTo(product_ohm_um, 9);
});

it("needs 2.91e-13 J ohm to switch one ohm at 1 V", () => {
  expect(gateCharge_C_m(1) * onResistanceTimesWidth_ohm_m("hp", 1) * 1).toBeCloseTo(2.9125e-13, 20);
});

it("conducts better with more gate voltage, without a gap", () => {
  const voltage = fc.double({ min: 0.5, max: 1.2, noNaN: true });
  fc.assert(
    fc.property(voltage, fc.double({ min: 0, max: 1e-3, noNaN: true }), (gateVoltage_V, more_V) => {
      const less = onResistanceTimesWidth_ohm_m("hp", gateVoltage_V + more_V);
      const most = onResistanceTimesWidth_ohm_m("hp", gateVoltage_V);
      expect(less).toBeLessThanOrEqual(most);
      // The steepest part falls by 96 ohm um in 0.1 V.
      expect(most - less).toBeLessThanOrEqual(961e-6 * more_V + 1e-18);
    }),
  );
});
