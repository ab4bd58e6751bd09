import { expect, it } from "vitest";
import { conversion } from "../../src/crossbar/partial-sum-converter.ts";

it("takes 24 uW for 6 ns with 5 bits at a column of 100 kohm: 0.14 pJ", () => {
  const { energy_J, duration_s } = conversion(5, 1e-5);
  expect(duration_s).toBeCloseTo(6e-9, 20);
  // Half a unit of the last printed digit.
  expect(Math.abs((energy_J / duration_s) * 1e6 - 24)).toBeLessThan(0.5);
  expect(Math.abs(energy_J * 1e12 - 0.14)).toBeLessThan(0.005);
});

it("costs more for every bit and for every siemens of the column", () => {
  for (let bits = 1; bits < 10; bits++)
    expect(conversion(bits + 1, 1e-4).energy_J).toBeGreaterThan(conversion(bits, 1e-4).energy_J);
  expect(conversion(5, 1e-3).energy_J).toBeGreaterThan(conversion(5, 1e-4).energy_J);
});
