import { expect, it } from "vitest";
import { memoryCell } from "../src/memory-cell.ts";

// 25 * 8.854e-12 F/m * (50 nm)^2 / 5 nm = 0.1107 fF whatever the cell; tolerance is the printed digits.
it.each([
  { cellFactor: 4, area_um2: 0.01, pitch_nm: 100 },
  { cellFactor: 12, area_um2: 0.03, pitch_nm: 173.2 },
])("a cell of $cellFactor F^2 at F = 50 nm", ({ cellFactor, area_um2, pitch_nm }) => {
  const cell = memoryCell({ featureSize_m: 50e-9, cellFactor, oxideThickness_m: 5e-9, relativePermittivity: 25 });
  expect(cell.area_m2 * 1e12).toBeCloseTo(area_um2, 12);
  expect(cell.pitch_m * 1e9).toBeCloseTo(pitch_nm, 1);
  expect(cell.capacitance_F * 1e15).toBeCloseTo(0.1107, 4);
});
