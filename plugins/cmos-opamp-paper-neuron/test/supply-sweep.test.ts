import { defaultsOf } from "@neurofront/core";
import { expect, it } from "vitest";
import { supplySweep } from "../src/supply-sweep.ts";
import { calibrated, paperOperating, relativeError } from "./operating.ts";

it("draws the four curves of figure 2 with their optimum near 1.0 V", () => {
  const sweep = supplySweep.compute(calibrated, paperOperating, defaultsOf(supplySweep.settings));
  if (sweep.status !== "ok") throw new Error("every supply has an amplifier");
  expect(sweep.curves.map(({ name }) => name)).toEqual(["power_W", "delay_s", "energy_J", "edp_J_s"]);
  const { quantities } = sweep;
  // A step of the sweep and half of the last digit.
  expect(Math.abs(quantities["optimumSupply_V"]! - 1.006)).toBeLessThan(0.0015);
  expect(Math.abs(quantities["leastEnergySupply_V"]! - 0.835)).toBeLessThan(0.0015);
  // Reference values of three digits.
  expect(relativeError(quantities["optimumPower_W"]!, 72.4e-6)).toBeLessThan(0.01);
  expect(relativeError(quantities["optimumDelay_s"]!, 4.93e-9)).toBeLessThan(0.01);
  expect(relativeError(quantities["optimumEnergy_J"]!, 0.714e-12)).toBeLessThan(0.01);
  expect(relativeError(quantities["optimumEdp_J_s"]!, 3.52e-21)).toBeLessThan(0.01);
  const [power_W, delay_s] = sweep.curves.map(({ values }) => values);
  // More power and less delay all the way.
  expect(power_W).toEqual(power_W!.toSorted());
  expect(delay_s).toEqual(delay_s!.toSorted().toReversed());
});

it("doubles the delay when the study counts the whole period", () => {
  const settings = defaultsOf(supplySweep.settings);
  const delays = (["half-cycle", "cycle"] as const).map((cmosDelay) => {
    const operating = { ...paperOperating, conventions: { ...paperOperating.conventions, cmosDelay } };
    const sweep = supplySweep.compute(calibrated, operating, settings);
    return sweep.status === "ok" ? sweep.curves[1]!.values[0]! : Number.NaN;
  });
  expect(relativeError(delays[1]!, 2 * delays[0]!)).toBeLessThan(1e-12);
});
