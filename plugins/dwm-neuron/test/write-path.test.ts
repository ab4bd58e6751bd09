import { describe, expect, it } from "vitest";
import { writePathOf } from "../src/write-path.ts";
import { deviceOf, relativeError, workingOperation } from "./device.ts";

it("the paper's path is 60 ohm at 5e10 A/m^2 in both layers at 2 uA", () => {
  const path = writePathOf(deviceOf("A"));
  expect(relativeError(path.resistance_ohm, 60)).toBeLessThan(1e-12);
  expect(relativeError(path.magnetDensity_A_m2_A * 2e-6, 5e10)).toBeLessThan(1e-12);
  expect(path.heavyMetalDensity_A_m2_A).toBe(path.magnetDensity_A_m2_A);
  expect(path.spinHallAngle).toBe(0.2);
});

// Worked by hand from the resistors in parallel; the tolerances are the printed digits, 0.5 % for the crossing times.
describe.each([
  ["beta tungsten", 200e-8, 3.846e10, 7.692e9, 461.5, 16.16, 3.83],
  ["platinum-like", 30e-8, 1.667e10, 2.222e10, 200, 21.68, 2.89],
])(
  "bilayer with 3 nm %s at 2 uA",
  (_metal, resistivity, magnet, heavyMetal, resistance_ohm, speed_m_s, crossing_ns) => {
    const device = deviceOf("A", { writePath: "physical", heavyMetalResistivity_ohm_m: resistivity });
    const { path, motion, write_s } = workingOperation(device);
    it.each([
      ["density in the magnet", path.magnetDensity_A_m2_A * 2e-6, magnet, 5e-4],
      ["density in the heavy metal", path.heavyMetalDensity_A_m2_A * 2e-6, heavyMetal, 5e-4],
      ["resistance", path.resistance_ohm, resistance_ohm, 5e-4],
      ["speed", motion.speed_m_s, speed_m_s, 2e-3],
      ["crossing time", write_s, crossing_ns * 1e-9, 5e-3],
    ])("%s", (_quantity, found, expected, tolerance) => {
      expect(relativeError(found, expected)).toBeLessThan(tolerance);
    });
  },
);

it("the layers carry the whole current between them", () => {
  const device = deviceOf("A", { writePath: "physical" });
  const path = writePathOf(device);
  const carried =
    device.width_m *
    (path.magnetDensity_A_m2_A * device.thickness_m + path.heavyMetalDensity_A_m2_A * device.heavyMetalThickness_m);
  expect(carried).toBeCloseTo(1, 12);
});

it("a thick heavy metal delivers its whole spin Hall angle, a thin one almost none", () => {
  const angle = (heavyMetalThickness_m: number): number =>
    writePathOf(deviceOf("A", { writePath: "physical", heavyMetalThickness_m })).spinHallAngle;
  expect(angle(20e-9)).toBeCloseTo(0.2, 5);
  expect(angle(0.5e-9)).toBeLessThan(0.02);
});

it("the contacts add to the resistance of either path", () => {
  for (const writePath of ["paper", "physical"] as const) {
    const bare = writePathOf(deviceOf("A", { writePath })).resistance_ohm;
    expect(writePathOf(deviceOf("A", { writePath, contactResistance_ohm: 100 })).resistance_ohm).toBeCloseTo(
      bare + 100,
      9,
    );
  }
});
