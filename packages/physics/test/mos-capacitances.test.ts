import { expect, it } from "vitest";
import { mosCapacitances } from "../src/mos-capacitances.ts";
import { capacitances45nm } from "../src/ptm-45nm.ts";

it("gives the capacitances of 1 µm/90 nm by hand", () => {
  const { gateSource_F, gateDrain_F, drainBulk_F } = mosCapacitances(capacitances45nm, 1e-6, 90e-9);
  // 2/3 · 1 µm · 62.5 nm · 27.6 mF/m² = 1.15 fF, and 0.35 fF of overlap; rounding only.
  expect(gateSource_F).toBeCloseTo(1.5e-15, 24);
  expect(gateDrain_F).toBeCloseTo(0.35e-15, 24);
  expect(drainBulk_F).toBeCloseTo(0.5e-15, 24);
});
