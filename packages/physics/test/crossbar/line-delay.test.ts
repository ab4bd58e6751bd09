import { expect, it } from "vitest";
import { halfSwingDelay_s } from "../../src/crossbar/line-delay.ts";

/** Lines of N cells in a circuit simulator; the formula is meant to be within 3 % of it, and was worked out beside it. */
it.each([
  { cells: 64, cell_ohm: 0.668, cell_fF: 0.12, driver_ohm: 1000, load_fF: 1, simulated_ps: 6.18, formula_ps: 6.14 },
  { cells: 256, cell_ohm: 2.46, cell_fF: 0.1, driver_ohm: 500, load_fF: 5, simulated_ps: 19.4, formula_ps: 18.86 },
  { cells: 1024, cell_ohm: 2.46, cell_fF: 0.1, driver_ohm: 200, load_fF: 5, simulated_ps: 123.3, formula_ps: 121.5 },
])("is within 3 % of the simulated delay of $cells cells", (line) => {
  const found_ps =
    1e12 *
    halfSwingDelay_s({
      driverResistance_ohm: line.driver_ohm,
      lineResistance_ohm: line.cells * line.cell_ohm,
      lineCapacitance_F: line.cells * line.cell_fF * 1e-15,
      loadCapacitance_F: line.load_fF * 1e-15,
    });
  expect(Math.abs(found_ps / line.simulated_ps - 1)).toBeLessThan(0.03);
  // Half a unit of the last digit of 6.14 is 0.08 %.
  expect(Math.abs(found_ps / line.formula_ps - 1)).toBeLessThan(0.001);
});
