import { boltzmann_J_K } from "@neurofront/physics";
import { expect, it } from "vitest";
import { lossRate_Hz } from "../src/retention.ts";
import { relativeError } from "./relative-error.ts";

it.each([
  // sqrt(s / pi) exp(-s) / 1 ns: 2.5231 * 2.0612e-9, 3.5682 * 4.2484e-18, 1.7841 * 4.5400e-5.
  [20, 5.2006],
  [40, 1.5159e-8],
  [10, 8.1e4],
])("%d kT and a relaxation of 1 ns lose %d outputs a second", (barrier_kT, expected_Hz) => {
  expect(relativeError(lossRate_Hz(barrier_kT * boltzmann_J_K * 300, 1e-9, 300), expected_Hz)).toBeLessThan(1e-3);
});

it("loses nothing at 0 K", () => {
  expect(lossRate_Hz(8e-20, 1e-9, 0)).toBe(0);
});
