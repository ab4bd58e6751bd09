import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elmoreDelay_s, simulatedHalfSwing_s } from "../../src/crossbar/line-transient.ts";
import type { CellLine } from "../../src/crossbar/line-transient.ts";

const line: CellLine = {
  driverResistance_ohm: 1000,
  cellResistance_ohm: 0.668,
  cellCapacitance_F: 0.12e-15,
  cellCount: 64,
  cellConductance_S: 0,
  loadCapacitance_F: 1e-15,
};

describe("half swing of a line of cells", () => {
  // Simulated with ngspice and printed to 0.05 %; the trapezoidal rule of 400 steps a delay is closer than that.
  it.each([
    { cells: 64, cell_ohm: 0.668, cell_fF: 0.12, driver_ohm: 1000, load_fF: 1, simulated_ps: 6.18 },
    { cells: 256, cell_ohm: 2.46, cell_fF: 0.1, driver_ohm: 500, load_fF: 5, simulated_ps: 19.4 },
    { cells: 1024, cell_ohm: 2.46, cell_fF: 0.1, driver_ohm: 200, load_fF: 5, simulated_ps: 123.3 },
  ])("of $cells cells is that of a circuit simulator, and ln 2 times Elmore's delay within 9 %", (row) => {
    const cells: CellLine = {
      driverResistance_ohm: row.driver_ohm,
      cellResistance_ohm: row.cell_ohm,
      cellCapacitance_F: row.cell_fF * 1e-15,
      cellCount: row.cells,
      cellConductance_S: 0,
      loadCapacitance_F: row.load_fF * 1e-15,
    };
    expect(Math.abs((simulatedHalfSwing_s(cells) * 1e12) / row.simulated_ps - 1)).toBeLessThan(0.0006);
    expect(Math.abs((Math.LN2 * elmoreDelay_s(cells) * 1e12) / row.simulated_ps - 1)).toBeLessThan(0.09);
  });

  it("of one cell is ln 2 RC, with the synapse in parallel to the driver", () => {
    const one = { ...line, cellCount: 1, loadCapacitance_F: 0, cellConductance_S: 1e-3 };
    const time_s = 0.12e-15 / (1 / 1000.668 + 1e-3);
    expect(elmoreDelay_s(one) / time_s).toBeCloseTo(1, 12);
    // The trapezoidal rule is off by (step/time)^2 / 12 in the rate, with 400 steps less than 1e-5.
    expect(simulatedHalfSwing_s(one) / (Math.LN2 * time_s)).toBeCloseTo(1, 5);
  });
});

describe("Elmore's delay", () => {
  it("is the sum of resistances times the capacitance behind them, without synapses", () => {
    let sum_s = 0;
    for (let k = 0; k < 64; k++) sum_s += (1000 + 0.668 * (k + 1)) * 0.12e-15;
    sum_s += (1000 + 0.668 * 64) * 1e-15;
    // Segments conduct 1e5 times better than the line as a whole: five of sixteen digits.
    expect(elmoreDelay_s(line) / sum_s).toBeCloseTo(1, 10);
  });

  it("shortens with every synapse and bounds the half swing from above", () => {
    const lines = fc.record({
      driverResistance_ohm: fc.double({ min: 1, max: 1e4, noNaN: true }),
      cellResistance_ohm: fc.double({ min: 0.1, max: 10, noNaN: true }),
      cellConductance_S: fc.double({ min: 0, max: 1e-3, noNaN: true }),
      cellCount: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(lines, (some) => {
        const loaded = { ...line, ...some };
        expect(elmoreDelay_s({ ...loaded, cellConductance_S: loaded.cellConductance_S + 1e-5 })).toBeLessThan(
          elmoreDelay_s(loaded),
        );
        // The rise of the far end is skewed to late times, so that its median is before its mean.
        expect(simulatedHalfSwing_s(loaded)).toBeLessThan(elmoreDelay_s(loaded));
      }),
      { numRuns: 40 },
    );
  });
});
