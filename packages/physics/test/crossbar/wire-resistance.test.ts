import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  copperResistivity_ohm_m,
  copperShare,
  temperatureFactor,
  lineResistance_ohm_m,
} from "../../src/crossbar/wire-resistance.ts";

/** Wire table of NeuroSim 1.4: node, width and barrier in nm, aspect ratio, resistivity in nohm m, ohm/um, ohm per cell at pitch 2w. */
const table = [
  { node: 65, width: 105, aspectRatio: 1.7, barrier: 7, rho: 22.1, perLength: 1.42, perCell: 0.299 },
  { node: 45, width: 80, aspectRatio: 1.7, barrier: 5, rho: 23.7, perLength: 2.6, perCell: 0.416 },
  { node: 32, width: 56, aspectRatio: 1.8, barrier: 4, rho: 26.3, perLength: 5.7, perCell: 0.638 },
  { node: 22, width: 40, aspectRatio: 1.9, barrier: 2.5, rho: 29.7, perLength: 11.6, perCell: 0.928 },
  { node: 14, width: 32, aspectRatio: 2, barrier: 2.5, rho: 32.5, perLength: 19.72, perCell: 1.262 },
  { node: 10, width: 22, aspectRatio: 2, barrier: 2, rho: 39.5, perLength: 52.8, perCell: 2.32 },
  { node: 7, width: 20, aspectRatio: 2, barrier: 2, rho: 41.7, perLength: 69.5, perCell: 2.78 },
];

describe("copper lines", () => {
  it.each(table)("meets the resistivity of the $node nm node to 0.3 %", ({ width, aspectRatio, rho }) => {
    expect(Math.abs((copperResistivity_ohm_m(width * 1e-9, aspectRatio) * 1e9) / rho - 1)).toBeLessThan(0.003);
  });

  // 0.3 % of the resistivity and 0.3 % of rounding in the table.
  it.each(table)(
    "meets the resistance of the $node nm node to 0.6 %",
    ({ width, aspectRatio, barrier, perLength, perCell }) => {
      const found_ohm_m = lineResistance_ohm_m({ width_m: width * 1e-9, aspectRatio, barrier_m: barrier * 1e-9 });
      expect(Math.abs((found_ohm_m * 1e-6) / perLength - 1)).toBeLessThan(0.006);
      expect(Math.abs((found_ohm_m * 2 * width * 1e-9) / perCell - 1)).toBeLessThan(0.006);
    },
  );

  // Values of the law itself, printed to four digits.
  it.each([
    { width: 80, aspectRatio: 1.7, rho: 23.65 },
    { width: 40, aspectRatio: 1.9, rho: 29.67 },
    { width: 22, aspectRatio: 2, rho: 39.51 },
    { width: 10, aspectRatio: 2, rho: 66.04 },
  ])("has $rho nohm m at $width nm", ({ width, aspectRatio, rho }) => {
    expect(Math.abs(copperResistivity_ohm_m(width * 1e-9, aspectRatio) * 1e9 - rho)).toBeLessThan(0.005);
  });

  it("tends to bulk copper in wide lines and rises in narrow ones", () => {
    expect(copperResistivity_ohm_m(1e-4, 2) / 17.2e-9).toBeCloseTo(1, 3);
    const widths = fc.tuple(
      fc.double({ min: 5e-9, max: 5e-7, noNaN: true }),
      fc.double({ min: 1.01, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(widths, ([width_m, wider]) => {
        expect(copperResistivity_ohm_m(width_m * wider, 2)).toBeLessThan(copperResistivity_ohm_m(width_m, 2));
      }),
    );
  });

  it("leaves no copper when the barrier is as thick as the line", () => {
    expect(copperShare({ width_m: 50e-9, aspectRatio: 2, barrier_m: 0 })).toBe(1);
    expect(copperShare({ width_m: 10e-9, aspectRatio: 2, barrier_m: 4e-9 })).toBeCloseTo(0, 12);
  });

  it("follows the temperature of copper", () => {
    expect(temperatureFactor(300, 0.0039)).toBe(1);
    expect(temperatureFactor(400, 0.0039)).toBeCloseTo(1.39, 12);
  });
});
