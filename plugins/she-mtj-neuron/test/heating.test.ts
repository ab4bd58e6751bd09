import { defaultsOf } from "@neurofront/core";
import { expect, it } from "vitest";
import { presetHeating_K } from "../src/heating.ts";
import { parameters } from "../src/parameters.ts";
import { relativeError } from "./relative-error.ts";

const design = defaultsOf(parameters);

it.each([
  // 1e12 A/m^2 in 2e-6 ohm m are 2e18 W/m^3: by conduction 2 * 6e9 * sqrt(5e-10 / (pi * 1.4 * 1.6e6)) K.
  ["0.5 ns, into the oxide", 0.5e-9, 101.2],
  // For so short a time the strip takes less: 2e18 * 1e-11 / 2.5e6 K.
  ["10 ps, adiabatic", 1e-11, 8],
])("%s", (_name, presetDuration_s, expected_K) => {
  expect(relativeError(presetHeating_K({ ...design, presetDuration_s }, 150e-6), expected_K)).toBeLessThan(1e-3);
});

it("grows with the square of the current", () => {
  expect(presetHeating_K(design, 2e-4) / presetHeating_K(design, 1e-4)).toBeCloseTo(4, 12);
});
