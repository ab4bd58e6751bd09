import { defaultsOf } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  effectiveSpinHallAngle,
  heavyMetalShare,
  spinPerCharge,
  stripResistance_ohm,
} from "../src/heavy-metal-strip.ts";
import { parameters } from "../src/parameters.ts";
import { presets } from "../src/presets.ts";
import { relativeError } from "./relative-error.ts";

const design = defaultsOf(parameters);

describe("tungsten strip of 50 x 3 nm^2 under a magnet of 45 x 45 x 1 nm^3", () => {
  it.each([
    // 0.3 (1 - 1 / cosh 2), 1 / cosh 2 = 0.26580: hand arithmetic, four digits.
    ["effective spin Hall angle", effectiveSpinHallAngle(design), 0.22026, 1e-4],
    // 1.5e-16 / 2e-6 = 7.5e-11 against 4.5e-17 / 1.7e-6 = 2.647e-11 S m.
    ["share of the heavy metal", heavyMetalShare(design), 0.73913, 1e-4],
    // 0.22026 * 0.73913 * 2.025e-15 / 1.5e-16.
    ["spin per charge", spinPerCharge(design), 2.1978, 1e-4],
    // 55 nm / 7.5e-11 S m + 45 nm / 1.01471e-10 S m.
    ["resistance", stripResistance_ohm(design), 1176.8, 1e-3],
  ])("%s", (_name, found, expected, tolerance) => {
    expect(relativeError(found, expected)).toBeLessThan(tolerance);
  });
});

it.each([
  ["tungsten", 0.22026],
  // 0.15 (1 - sech(4 / 1.5)) and 0.07 (1 - sech(4 / 1.4)): hand arithmetic.
  ["tantalum", 0.12926],
  ["platinum", 0.06199],
])("%s injects with an angle of %d", (name, expected) => {
  const values = { ...design, ...presets[name]!.values };
  expect(relativeError(effectiveSpinHallAngle(values), expected)).toBeLessThan(1e-3);
});

describe("limits", () => {
  it("a thick strip has the angle of the bulk, a thin one half the square of its thickness", () => {
    const at = (ratio: number): number =>
      effectiveSpinHallAngle({ spinHallAngle: 0.3, heavyMetalThickness_m: ratio * 1e-9, spinDiffusionLength_m: 1e-9 });
    expect(at(40)).toBeCloseTo(0.3, 12);
    expect(relativeError(at(1e-3), 0.3 / 2e6)).toBeLessThan(1e-5);
  });

  it("without shunting, spin per charge is the angle times magnet area over strip section", () => {
    const insulating = { ...design, magnetResistivity_ohm_m: 1e6 };
    const ratio = (design.magnetLength_m * design.magnetWidth_m) / (design.stripWidth_m * 3e-9);
    expect(spinPerCharge(insulating)).toBeCloseTo(effectiveSpinHallAngle(design) * ratio, 10);
    expect(stripResistance_ohm(insulating)).toBeCloseTo((2e-6 * 1e-7) / 1.5e-16, 6);
  });

  it("a more conducting magnet takes spin and resistance away", () => {
    const resistivities = fc.double({ min: 1e-7, max: 1e-5, noNaN: true });
    fc.assert(
      fc.property(resistivities, (magnetResistivity_ohm_m) => {
        const worse = { ...design, magnetResistivity_ohm_m };
        const better = { ...design, magnetResistivity_ohm_m: 2 * magnetResistivity_ohm_m };
        expect(spinPerCharge(worse)).toBeLessThan(spinPerCharge(better));
        expect(stripResistance_ohm(worse)).toBeLessThan(stripResistance_ohm(better));
      }),
    );
  });
});
