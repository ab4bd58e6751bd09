import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { lateralSpinValveNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import type { LsvDesign } from "../src/parameters.ts";
import { throughBarrier } from "../src/spin-transport.ts";
import { spinValveOf, transferEfficiency } from "../src/transfer.ts";
import { operating } from "./operating-point.ts";

const design = defaultsOf(parameters);
/** The contact of the reference: 60 x 20 nm^2 for both magnets. */
const reference: LsvDesign = { ...design, magnetLength_m: 60e-9, magnetWidth_m: 20e-9 };

const codesOf = (changes: Partial<LsvDesign>): string[] =>
  lateralSpinValveNeuron.characterize({ ...design, ...changes }, operating).violations.map(({ code }) => code);

describe("transport models of one design", () => {
  it.each([
    ["longitudinal", 50, 0.12004],
    ["longitudinal", 100, 0.0943],
    ["longitudinal", 400, 0.03426],
    ["transverse", 50, 0.14368],
    ["transverse", 100, 0.11048],
    ["transverse", 400, 0.0386],
  ] as const)("%s absorber at %d nm: %d by both", (absorption, nm, expected) => {
    for (const transport of ["closed-form", "nodal"] as const) {
      const found = transferEfficiency({ ...reference, injectorDetectorDistance_m: nm * 1e-9, transport }, absorption);
      expect(Math.abs(found / expected - 1)).toBeLessThan(1e-3);
    }
  });

  it.each<[string, Partial<LsvDesign>, number]>([
    // Without arms 0.12553; an arm at the injector only 0.10857.
    ["no arms", { injectorArm_m: 0, outputArm_m: 0 }, 0.12553],
    ["an arm at the injector only", { outputArm_m: 0 }, 0.10857],
  ])("%s: the circuit knows the channel's ends", (_name, changes, expected) => {
    const found = transferEfficiency({ ...reference, transport: "nodal", ...changes }, "longitudinal");
    expect(Math.abs(found / expected - 1)).toBeLessThan(1e-3);
  });

  it("a second injector and a spin sink cost efficiency, a tunnel barrier under the injector saves it from the sink", () => {
    const nodal: LsvDesign = { ...design, transport: "nodal" };
    const alone = transferEfficiency(nodal, "transverse");
    expect(transferEfficiency({ ...nodal, injectors: "pair" }, "transverse")).toBeLessThan(alone);
    const sunk = transferEfficiency({ ...nodal, groundLead: "spin-sink" }, "transverse");
    expect(sunk).toBeLessThan(0.7 * alone);
    const behindBarrier = transferEfficiency({ ...nodal, tunnelResistanceArea_ohm_m2: 1e-14 }, "transverse");
    expect(behindBarrier).toBeGreaterThan(alone);
  });

  it.each<[string, Partial<LsvDesign>]>([
    ["side-arms-not-long", { injectorArm_m: 1e-6 }],
    ["closed-form-of-pair", { injectors: "pair" }],
    ["closed-form-of-sink", { groundLead: "spin-sink" }],
  ])("%s: the closed form says where it does not hold, the circuit does hold", (code, changes) => {
    expect(codesOf(changes)).toContain(code);
    expect(codesOf({ ...changes, transport: "nodal" })).not.toContain(code);
  });
});

describe("magnet behind a tunnel barrier", () => {
  const magnet = { polarisation: 0.4, conductance_S: 0.84 / 1.0417 };

  it("is the magnet without one, and the barrier when that is all", () => {
    expect(throughBarrier(magnet, 0, 0.3)).toBe(magnet);
    const barrier = throughBarrier(magnet, 1e9, 0.3);
    expect(barrier.polarisation).toBeCloseTo(0.3, 6);
    expect(barrier.conductance_S * 1e9).toBeCloseTo(1 - 0.3 ** 2, 6);
  });

  it("gives the efficiency of Takahashi and Maekawa with r and p r replaced", () => {
    const tunnel: LsvDesign = { ...reference, tunnelResistanceArea_ohm_m2: 2.4e-15, tunnelPolarisation: 0.3 };
    // R_N 5.2222, R_F 1.0417, R_J 2 ohm: r1 = 0.23746 + (2 / 5.2222) / 0.91, p r1 likewise weighted.
    const barrier = 2 / 5.2222 / 0.91;
    const r1 = 0.23746 + barrier;
    const polarised = 0.4 * 0.23746 + 0.3 * barrier;
    const expected = (2 * polarised * Math.exp(-0.25)) / ((1 + 2 * r1) * (1 + 2 * 0.23746) - Math.exp(-0.5));
    expect(Math.abs(transferEfficiency(tunnel, "longitudinal") / expected - 1)).toBeLessThan(1e-4);
    expect(spinValveOf(tunnel, "longitudinal").polarisation).toBeCloseTo(polarised / r1, 4);
  });
});
