import { defaultsOf, totalEnergy_J } from "@neurofront/core";
import type { NeuronCharacter, Violation } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";
import { sheMtjNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import type { SheMtjDesign } from "../src/parameters.ts";
import { operating } from "./operating-point.ts";
import { relativeError } from "./relative-error.ts";

const design = defaultsOf(parameters);

function characterOf(changes: Partial<SheMtjDesign> = {}): NeuronCharacter {
  const answer = sheMtjNeuron.characterize({ ...design, ...changes }, operating);
  if (answer.status !== "ok") throw new Error(answer.violations.map(({ message }) => message).join("; "));
  return answer;
}

const violationsOf = (changes: Partial<SheMtjDesign>): readonly Violation[] =>
  sheMtjNeuron.characterize({ ...design, ...changes }, operating).violations;

describe("default neuron", () => {
  const character = characterOf();

  it("breaks no rule, nor does any preset", () => {
    expect(character.violations).toEqual([]);
    for (const { values } of Object.values(sheMtjNeuron.presets!)) expect(characterOf(values).violations).toEqual([]);
  });

  it("drives the synapses while it evaluates only, and its phases follow each other", () => {
    expect(character.synapsesDriven_s).toBe(2e-9);
    expect(character.phases.map(({ phase }) => phase)).toEqual(["preset", "evaluate", "settle", "latch"]);
    expect(character.cycle_s).toBeCloseTo(6.7e-9, 15);
    expect(character.thresholdCurrent_A).toBe(0);
  });

  it("has an input of switch, junction and both halves of the strip", () => {
    // 233 / 0.6 + 2716.0 + 1176.8 / 4 + (0.35 V / 139.73 uA - 1176.8) / 4 ohm.
    expect(relativeError(character.inputResistance_ohm, 388.33 + 2716.0 + 294.2 + 332.0)).toBeLessThan(1e-3);
  });

  it.each([
    // Hand arithmetic with the default parameters, three digits.
    // 0.35 V * 307.1 uA / 2.1978 * 0.5 ns.
    ["preset", 24.45e-15],
    // 0.4 V * 70.99 uA * 0.2 ns.
    ["read", 5.679e-15],
    ["sense", 0.2e-15],
    // 2 fF at 1 V, and 1.25 fC/um of 3 * 0.3509 um of 0.6 um and of
    // 233 ohm um / 2817 ohm.
    ["clock", 4.169e-15],
    ["output-buffer", 1.76e-15],
    // 0.1 uA/um * 0.3509 um * 0.35 V * 6.7 ns.
    ["leakage", 0.0823e-15],
  ])("%s costs %d J", (line, expected_J) => {
    const entry = character.energy.find((found) => found.line === line)!;
    expect(relativeError(entry.energy_J, expected_J)).toBeLessThan(2e-3);
  });

  it("counts read and sense alone in the paper's accounting", () => {
    expect(relativeError(totalEnergy_J(character.energy, "paper"), 5.879e-15)).toBeLessThan(1e-3);
  });

  it("gives more spin per charge by the strip than by the junction, but across the easy axis", () => {
    const { spinPerCharge, junctionPolarisation } = character.quantities;
    expect(spinPerCharge).toBeCloseTo(2.198, 3);
    expect(junctionPolarisation).toBeCloseTo(0.612, 3);
  });
});

describe("rules", () => {
  it.each<[string, Partial<SheMtjDesign>]>([
    ["magnet-wider-than-strip", { stripWidth_m: 4e-8 }],
    ["magnet-longer-than-strip", { stripLength_m: 4e-8 }],
    ["preset-cannot-hold", { presetOverdrive: 1 }],
    ["preset-voltage", { presetVoltage_V: 0.1 }],
  ])("%s is impossible", (code, changes) => {
    const found = violationsOf(changes).filter((violation) => violation.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: "impossible" });
    expect(found[0]!.amount).toBeGreaterThan(0);
  });

  it.each<[string, Partial<SheMtjDesign>]>([
    ["not-single-domain", { magnetLength_m: 7e-8, magnetWidth_m: 7e-8, stripWidth_m: 8e-8 }],
    ["preset-stays-at-pole", { presetOverdrive: 40 }],
    ["anisotropy-not-available", { magnetThickness_m: 3e-9, saturationMagnetisation_A_m: 1.2e6 }],
    ["strip-current-density", { presetOverdrive: 55 }],
    ["preset-heating", { presetDuration_s: 0.7e-9 }],
    ["output-not-retained", { energyBarrier_J: 4.141947e-20, damping: 0.05, presetOverdrive: 12, fallTime_s: 1e-7 }],
    ["read-not-settled", { readNodeCapacitance_F: 1e-13 }],
    ["read-disturb", { readTime_s: 0.35e-9 }],
    ["barrier-voltage", { readVoltage_V: 1, halfTmrVoltage_V: 10, tunnelMagnetoresistance: 1.5 }],
    ["magnetoresistance-roll-off", { halfTmrVoltage_V: 0.15 }],
    ["evaluation-beyond-linear-range", { evaluation_s: 7e-9 }],
    ["not-uniaxial", { magnetLength_m: 5e-8, magnetWidth_m: 4e-8 }],
  ])("%s is invalid", (code, changes) => {
    const found = violationsOf(changes).filter((violation) => violation.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: "invalid" });
    expect(found[0]!.amount).toBeGreaterThan(0);
  });

  it("the synapses alone can break the barrier", () => {
    // 1 V * 2.716 / 3.716 = 0.73 V.
    const strong = { ...operating, inputVoltage_V: 1, columnConductance_S: 1e-3 };
    expect(sheMtjNeuron.characterize(design, strong).violations).toMatchObject([{ code: "barrier-voltage" }]);
  });

  it("warns of a barrier below 10 kT", () => {
    const hot = { ...operating, temperature_K: 620 };
    expect(sheMtjNeuron.characterize(design, hot).violations).toMatchObject([
      { kind: "warning", code: "low-barrier", amount: 0 },
    ]);
  });
});

it("ignores whether the output must switch", () => {
  const at = (mustSwitch: boolean): number =>
    sheMtjNeuron.errorProbability(design, operating, { netCurrent_A: 1e-5, mustSwitch });
  expect(at(false)).toBe(at(true));
});

it("cites only its own references", () => {
  const keys = new Set(plugin.references.map(({ key }) => key));
  const cited = [
    ...Object.values(parameters).map(({ source }) => source.reference),
    ...Object.values(sheMtjNeuron.presets!).map(({ source }) => source.reference),
    ...plugin.discrepancies!.map(({ reference }) => reference),
  ];
  expect(cited.filter((key) => key !== undefined && !keys.has(key))).toEqual([]);
});
