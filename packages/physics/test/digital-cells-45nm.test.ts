import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digitalSupply45nm_V, fanoutOf4Inverter45nm } from "../src/digital-cells-45nm.ts";
import { relativeError } from "./relative-error.ts";

describe("fanoutOf4Inverter45nm", () => {
  it.each([
    [0.6, 44.5e-12, 0.59e-15],
    [0.7, 24.5e-12, 0.82e-15],
    [0.8, 17.2e-12, 1.09e-15],
    [0.9, 13.6e-12, 1.41e-15],
    [1.0, 11.5e-12, 1.76e-15],
    [1.1, 10.1e-12, 2.18e-15],
  ])("gives the simulated cell at %s V", (supply_V, delay_s, energy_J) => {
    const cell = fanoutOf4Inverter45nm(supply_V);
    // Interpolation passes through the simulated points: rounding only.
    expect(relativeError(cell.delay_s, delay_s)).toBeLessThan(1e-12);
    expect(relativeError(cell.energyPerCycle_J, energy_J)).toBeLessThan(1e-12);
  });

  it("spends more and waits less at a higher supply", () => {
    const supply = fc.double({ min: digitalSupply45nm_V.low, max: digitalSupply45nm_V.high, noNaN: true });
    fc.assert(
      fc.property(supply, supply, (a, b) => {
        fc.pre(Math.abs(a - b) > 1e-9);
        const [low, high] = [fanoutOf4Inverter45nm(Math.min(a, b)), fanoutOf4Inverter45nm(Math.max(a, b))];
        expect(high.energyPerCycle_J).toBeGreaterThan(low.energyPerCycle_J);
        expect(high.delay_s).toBeLessThan(low.delay_s);
      }),
    );
  });

  it("follows CV^2 within 8 % from 0.7 V: the fit of a charge to all supplies, the rest is short-circuit current", () => {
    for (const supply_V of [0.7, 0.75, 0.8, 0.9, 1, 1.1]) {
      const capacitance_F = fanoutOf4Inverter45nm(supply_V).energyPerCycle_J / supply_V ** 2;
      expect(relativeError(capacitance_F, 1.73e-15)).toBeLessThan(0.08);
    }
  });

  it.each([0.599, 1.101, Number.NaN])("refuses a supply of %s V", (supply_V) => {
    expect(() => fanoutOf4Inverter45nm(supply_V)).toThrow(RangeError);
  });
});
