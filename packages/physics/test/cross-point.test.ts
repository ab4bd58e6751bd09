import { expect, it } from "vitest";
import { crossPointCapacitance_F } from "../src/cross-point.ts";

// er e0 F^2 / t to the printed digits.
it.each([
  { featureSize_m: 50e-9, oxideThickness_m: 5e-9, relativePermittivity: 25, found_fF: 0.11068 },
  { featureSize_m: 100e-9, oxideThickness_m: 5e-9, relativePermittivity: 25, found_fF: 0.44271 },
  { featureSize_m: 50e-9, oxideThickness_m: 10e-9, relativePermittivity: 25, found_fF: 0.05534 },
  { featureSize_m: 50e-9, oxideThickness_m: 10e-9, relativePermittivity: 80, found_fF: 0.17708 },
])(
  "$relativePermittivity, $featureSize_m m wide, $oxideThickness_m m thick: $found_fF fF",
  ({ found_fF, ...crossing }) => {
    expect(crossPointCapacitance_F(crossing) * 1e15).toBeCloseTo(found_fF, 5);
  },
);
