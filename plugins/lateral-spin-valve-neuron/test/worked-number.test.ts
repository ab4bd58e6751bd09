import { defaultsOf, totalEnergy_J } from "@neurofront/core";
import {
  fallenTilt,
  heldVariance,
  switchingSpinCurrent_A,
  thermalVariance,
  tiltBelowProbability,
} from "@neurofront/physics";
import { describe, expect, it } from "vitest";
import { outputMagnetOf, scalesOf } from "../src/device.ts";
import { energyOf } from "../src/energy.ts";
import { parameters } from "../src/parameters.ts";
import { transferEfficiency } from "../src/transfer.ts";

/**
 * The estimate behind "95 % less power than CMOS": 1 % wrong signs in 1 ns, held at ten times the switching current with the
 * signal on, spin absorbed as at a pole, 7.5 % of the column current net, 20 mV.
 */
describe("energy estimate of the default chain", () => {
  const design = defaultsOf(parameters);
  const efficiency = transferEfficiency(design, "longitudinal");
  const netCurrent_A = 3.74e-6 / efficiency;
  const columnCurrent_A = netCurrent_A / 0.075;
  const synapses_J = 0.02 * columnCurrent_A * 1e-9;
  const line = (name: string): number =>
    totalEnergy_J(
      energyOf(design).filter((entry) => entry.line === name),
      "full",
    );

  // 1 %: the reference is printed with three digits.
  it.each([
    ["net current", netCurrent_A, 39.6e-6],
    ["column current", columnCurrent_A, 528e-6],
    ["evaluation energy", synapses_J, 10.6e-15],
    ["preset spin current", scalesOf(design).presetSpinCurrent_A, 302e-6],
    ["read and sense energy", line("read") + line("sense"), 0.32e-15],
  ])("%s", (_name, found, expected) => {
    expect(Math.abs(found / expected - 1)).toBeLessThan(0.01);
  });

  it("presets with 6 to 9 fJ at efficiencies of 0.3 to 0.2", () => {
    const preset = (presetEfficiency: number): number =>
      energyOf({ ...design, presetEfficiency }).find((entry) => entry.line === "preset")!.energy_J;
    expect(Math.abs(preset(0.3) / 6e-15 - 1)).toBeLessThan(0.05);
    expect(Math.abs(preset(0.2) / 9e-15 - 1)).toBeLessThan(0.05);
  });

  it("totals 17 to 20 fJ without preset switch and buffer, 35 to 41 times below 0.7 pJ", () => {
    const total_J = synapses_J + line("preset") + line("read") + line("sense");
    expect(total_J).toBeGreaterThan(17e-15);
    expect(total_J).toBeLessThan(20e-15);
    expect(0.7e-12 / total_J).toBeGreaterThan(35);
    expect(0.7e-12 / total_J).toBeLessThan(41);
  });

  it("errs 43 % of the time at the 3 uA of a domain-wall neuron", () => {
    const noise = thermalVariance(design.energyBarrier_J, 300);
    const overdrive = (efficiency * 3e-6) / switchingSpinCurrent_A(outputMagnetOf(design));
    const start = { mean: overdrive / 9, variance: heldVariance(10, noise) };
    const wrong = tiltBelowProbability(fallenTilt(start, overdrive, 1e-9 / scalesOf(design).relaxation_s, noise));
    // Two digits.
    expect(Math.abs(wrong - 0.43)).toBeLessThan(0.005);
  });
});
