import { expect, it } from "vitest";
import { offCurrentRatio } from "../src/off-current.ts";
import { relativeError } from "./relative-error.ts";

it.each([
  // ngspice, 1 um/45 nm n-channel at V_DS = 1 V: 3.41, 21.0, 65.7, 121 nA; p-channel 1.27, 5.22, 16.3, 30.8 nA. Mean of the ratios.
  [233.15, 0.203],
  [300.15, 1],
  [358.15, 3.125],
  [398.15, 5.834],
])("follows the simulated off-current at %d K", (temperature_K, ratio) => {
  // One activation temperature for both polarities: worst at -40 degrees Celsius, where junction leakage holds the p-channel up.
  expect(relativeError(offCurrentRatio(temperature_K, "TT"), ratio)).toBeLessThan(temperature_K < 250 ? 0.4 : 0.05);
});

it.each([
  // Thresholds higher by 30 mV: n 9.16 of 21.0 nA and p 2.59 of 5.22 nA at 27, n 62.0 of 121 and p 15.6 of 30.8 nA at 125 degrees Celsius.
  [300.15, 0.466],
  [398.15, 0.509],
])("falls at the slow corner as simulated at %d K", (temperature_K, ratio) => {
  const found = offCurrentRatio(temperature_K, "SS") / offCurrentRatio(temperature_K, "TT");
  // One slope factor for both polarities.
  expect(relativeError(found, ratio)).toBeLessThan(0.08);
  expect(offCurrentRatio(temperature_K, "FF")).toBeGreaterThan(offCurrentRatio(temperature_K, "FS"));
});
