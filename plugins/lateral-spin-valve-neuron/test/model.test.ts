import { defaultsOf, delay_s, totalEnergy_J } from "@neurofront/core";
import type { NeuronCharacter, Violation } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";
import { lateralSpinValveNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import type { LsvDesign } from "../src/parameters.ts";
import { operating } from "./operating-point.ts";

const design = defaultsOf(parameters);

function characterOf(changes: Partial<LsvDesign> = {}): NeuronCharacter {
  const answer = lateralSpinValveNeuron.characterize({ ...design, ...changes }, operating);
  if (answer.status !== "ok") throw new Error(answer.violations.map(({ message }) => message).join("; "));
  return answer;
}

function violationsOf(changes: Partial<LsvDesign>): readonly Violation[] {
  return lateralSpinValveNeuron.characterize({ ...design, ...changes }, operating).violations;
}

function errorAt(netCurrent_A: number, changes: Partial<LsvDesign> = {}, temperature_K = 300): number {
  return lateralSpinValveNeuron.errorProbability(
    { ...design, ...changes },
    { ...operating, temperature_K },
    { netCurrent_A, mustSwitch: true },
  );
}

describe("default neuron", () => {
  const character = characterOf();

  it("breaks no rule", () => {
    expect(character.violations).toEqual([]);
  });

  it("drives the synapses while it evaluates only", () => {
    expect(character.synapsesDriven_s).toBe(1e-9);
    expect(character.cycle_s).toBeCloseTo(5.3e-9, 15);
  });

  it("takes as long under either read timing: the next preset destroys what is read", () => {
    expect(delay_s(character.phases, "overlapped")).toBeCloseTo(5.3e-9, 15);
    expect(delay_s(character.phases, "sequential")).toBe(delay_s(character.phases, "overlapped"));
  });

  it("has an input of magnet, interface and lead in series", () => {
    // 2.5e-7 * 10e-9 / 1.2e-15 + 5e-16 / 1.2e-15 + 2.35e-8 * 100e-9 / 1.8e-15
    expect(character.inputResistance_ohm).toBeCloseTo(2.0833 + 0.4167 + 1.3056, 3);
  });

  it.each([
    // Hand arithmetic of the formulas with the default parameters, three digits.
    ["preset", 7.25e-15],
    ["read", 0.12e-15],
    ["sense", 0.2e-15],
    // 2 fF at 1 V, and 1.25 fC/um of a switch of 233 ohm um / (20 mV / 1.208 mA - 2.14 ohm) = 16.2 um.
    ["clock", 22.2e-15],
    ["output-buffer", 1.76e-15],
  ])("%s costs %d J", (line, expected_J) => {
    const entry = character.energy.find((found) => found.line === line)!;
    expect(Math.abs(entry.energy_J / expected_J - 1)).toBeLessThan(0.005);
  });

  it("counts read and sense alone in the paper's accounting", () => {
    expect(totalEnergy_J(character.energy, "paper")).toBeCloseTo(0.32e-15, 17);
  });
});

describe("rules", () => {
  it.each<[string, Partial<LsvDesign>]>([
    ["injector-overlaps-output", { injectorDetectorDistance_m: 40e-9, injectorLength_m: 60e-9 }],
    ["output-wider-than-channel", { channelWidth_m: 30e-9 }],
    ["preset-cannot-hold", { presetOverdrive: 1 }],
    ["preset-voltage", { presetVoltage_V: 2e-3 }],
    ["preset-outlasts-evaluation", { presetFallTime_s: 1e-9, evaluation_s: 0.5e-9 }],
    ["in-plane-needs-macrospin", { magnet: "in-plane" }],
    ["simulation-too-long", { dynamics: "macrospin", runs: 20_000 }],
  ])("%s is impossible", (code, changes) => {
    const found = violationsOf(changes).filter((violation) => violation.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: "impossible" });
    expect(found[0]!.amount).toBeGreaterThan(0);
  });

  it.each<[string, Partial<LsvDesign>]>([
    ["not-single-domain", { magnetLength_m: 80e-9, magnetWidth_m: 80e-9, channelWidth_m: 100e-9 }],
    ["evaluation-beyond-linear-range", { evaluation_s: 5.1e-9 }],
    ["preset-stays-at-pole", { presetOverdrive: 49 }],
    ["anisotropy-not-available", { magnetThickness_m: 3e-9, saturationMagnetisation_A_m: 1.2e6 }],
    ["not-uniaxial", { magnetLength_m: 60e-9, magnetWidth_m: 20e-9 }],
    ["injector-current-density", { injectorLength_m: 10e-9, channelWidth_m: 40e-9 }],
    ["ground-lead-current-density", { groundLeadThickness_m: 10e-9, channelWidth_m: 40e-9 }],
    ["preset-magnet-current-density", { presetContactArea_m2: 1.2e-15 }],
    ["preset-lead-current-density", { groundLeadThickness_m: 15e-9 }],
    ["read-not-settled", { readTime_s: 2e-10 }],
    ["read-disturb", { resistanceArea_ohm_m2: 5e-11 }],
  ])("%s is invalid", (code, changes) => {
    const found = violationsOf(changes).filter((violation) => violation.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: "invalid" });
    expect(found[0]!.amount).toBeGreaterThan(0);
  });

  it("a simulation asks for a well", () => {
    const hot = { ...operating, temperature_K: 1600 };
    const { violations } = lateralSpinValveNeuron.characterize({ ...design, dynamics: "macrospin" }, hot);
    expect(violations).toMatchObject([{ kind: "impossible", code: "no-well" }]);
  });

  it("what a simulation covers is no rule for it", () => {
    const closedForm = violationsOf({ magnetLength_m: 60e-9, magnetWidth_m: 20e-9, presetOverdrive: 49 });
    expect(closedForm.map(({ code }) => code)).toEqual(["preset-stays-at-pole", "not-uniaxial"]);
    const simulated = { dynamics: "macrospin", runs: 50 } as const;
    expect(violationsOf({ magnetLength_m: 60e-9, magnetWidth_m: 20e-9, presetOverdrive: 49, ...simulated })).toEqual(
      [],
    );
  });

  it("warns of a barrier below 10 kT", () => {
    const hot = { ...operating, temperature_K: 620 };
    const { violations } = lateralSpinValveNeuron.characterize(design, hot);
    expect(violations).toMatchObject([{ kind: "warning", code: "low-barrier", amount: 0 }]);
  });
});

const currents = fc.double({ min: -3e-4, max: 3e-4, noNaN: true });
const falls = fc.constantFrom("finite" as const, "complete" as const);

describe("decision error", () => {
  it("falls with the net current, and mirrors with its sign", () => {
    fc.assert(
      fc.property(currents, falls, (current_A, fall) => {
        expect(errorAt(current_A + 1e-6, { fall })).toBeLessThanOrEqual(errorAt(current_A, { fall }) + 1e-12);
        expect(errorAt(current_A, { fall }) + errorAt(-current_A, { fall })).toBeCloseTo(1, 10);
      }),
    );
  });

  it("is never less for a falling magnet than for a fallen one", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3e-4, noNaN: true }), (current_A) => {
        expect(errorAt(current_A)).toBeGreaterThanOrEqual(errorAt(current_A, { fall: "complete" }) - 1e-9);
      }),
    );
  });

  it("is a step without temperature, but for the rest of the old output that the preset leaves", () => {
    const ideal = { senseThresholdSpread_V: 0, fall: "complete", presetDuration_s: 2e-9 } as const;
    expect([-1e-6, 0, 1e-6].map((current_A) => errorAt(current_A, ideal, 0))).toEqual([1, 0.5, 0]);
    // A short preset leaves 0.09: half of the previous outputs win against a small current.
    expect(errorAt(1e-6, { ...ideal, presetDuration_s: 0.2e-9 }, 0)).toBe(0.5);
  });

  it("ignores whether the output must switch", () => {
    const decision = { netCurrent_A: 2e-5, mustSwitch: false };
    expect(lateralSpinValveNeuron.errorProbability(design, operating, decision)).toBe(errorAt(2e-5));
  });

  it.each([
    // Hand arithmetic: i = 0.1105 I / 5.034 uA, mean 0.3551 i -+ 0.0217, spread 0.1472, read error 0.0200.
    [40e-6, 0.0374],
    [3e-6, 0.4401],
  ])("of the fallen magnet is the composition of sign and read at %d A", (current_A, expected) => {
    expect(Math.abs(errorAt(current_A, { fall: "complete" }) - expected)).toBeLessThan(5e-4);
  });
});

describe("without a preset", () => {
  const unclocked = { clocking: "none", evaluation_s: 3e-9 } as const;
  const character = characterOf(unclocked);

  it("has neither phase nor energy nor switch for one", () => {
    expect(character.phases.map(({ phase }) => phase)).toEqual(["evaluate", "settle", "latch"]);
    expect(character.energy.map(({ line }) => line)).toEqual(["read", "read-node", "sense", "clock", "output-buffer"]);
    expect(character.energy.find(({ line }) => line === "clock")!.energy_J).toBeCloseTo(2e-15, 20);
    expect(character.area.map(({ part }) => part)).not.toContain("preset switch");
    expect(character.offsetSpread_A).toBe(0);
  });

  it("has a threshold at which half of the reversals fail, and holds what it has", () => {
    const { thresholdCurrent_A } = character;
    expect(errorAt(thresholdCurrent_A, unclocked)).toBeCloseTo(0.5, 9);
    const held = (netCurrent_A: number): number =>
      lateralSpinValveNeuron.errorProbability({ ...design, ...unclocked }, operating, {
        netCurrent_A,
        mustSwitch: false,
      });
    // The read alone errs 2 %.
    expect(held(0)).toBeCloseTo(0.02, 3);
    expect(held(-thresholdCurrent_A)).toBeCloseTo(0.5, 9);
  });
});

describe("clocking", () => {
  it("a preset that falls slowly costs half of its fall", () => {
    const line = (changes: Partial<LsvDesign>): number =>
      characterOf(changes).energy.find((entry) => entry.line === "preset")!.energy_J;
    expect(line({ presetFallTime_s: 0.2e-9 }) / line({})).toBeCloseTo(0.4 / 0.3, 12);
  });

  it("rows driven with the preset cost its time and give 1 / (i_h - 1) more signal", () => {
    const early = { rowsDriven: "preset-and-evaluation" } as const;
    expect(characterOf(early).synapsesDriven_s).toBeCloseTo(1.3e-9, 15);
    expect(errorAt(40e-6, early)).toBeLessThan(errorAt(40e-6));
  });
});

describe("simulated neuron", () => {
  it("states its error with an interval and what it cannot resolve", () => {
    const { quantities } = characterOf({ dynamics: "macrospin", runs: 100 });
    expect(quantities["probeCurrent_A"]).toBeCloseTo(39.6e-6, 9);
    expect(quantities["probeErrorLow"]).toBeLessThan(quantities["probeError"]!);
    expect(quantities["probeErrorHigh"]).toBeGreaterThan(quantities["probeError"]!);
    expect(quantities["leastResolvedError"]).toBeCloseTo(0.5 / 101, 12);
  });
});

describe("plugin", () => {
  it("has discrepancies whose numbers come from the model", () => {
    const found = Object.fromEntries(
      plugin.discrepancies!.flatMap((discrepancy) => discrepancy.check!().map((row) => [row.quantity, row.found])),
    );
    expect(found["net current for 1 % wrong signs after 1 ns"]).toBeCloseTo(44e-6, 7);
    expect(Object.values(found).every(Number.isFinite)).toBe(true);
  });

  it("cites only its own references", () => {
    const keys = new Set(plugin.references.map(({ key }) => key));
    const cited = [
      ...Object.values(parameters).map(({ source }) => source.reference),
      ...plugin.discrepancies!.map(({ reference }) => reference),
    ];
    expect(cited.filter((key) => key !== undefined && !keys.has(key))).toEqual([]);
  });
});
