import { delay_s } from "@neurofront/core";
import { boltzmann_J_K } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cmosLatchNeuron } from "../src/model.ts";
import { characterOf, defaults, endToEnd, lineOf, operatingAt, relativeError } from "./operating.ts";

/** SPICE energies and delays are quoted to 10 %. */
const tolerance = 0.1;

describe("energy of the latch", () => {
  it.each([
    [0.7, 4.3],
    [0.8, 5.7],
    [0.9, 7.3],
    [1.0, 9.2],
    [1.1, 11.5],
  ])("of 1 um/45 nm at %s V", (supplyVoltage_V, energy_fJ) => {
    const found_J = lineOf({ ...defaults, pairWidth_m: 1e-6, pairLength_m: 45e-9, supplyVoltage_V }, "sense");
    expect(relativeError(found_J, energy_fJ * 1e-15)).toBeLessThan(tolerance);
  });

  it.each([
    [0.25, 45, 3.3],
    [0.5, 45, 5.3],
    [1, 45, 9.2],
    [2, 45, 17.0],
    [1, 90, 8.7],
    [2, 90, 16.0],
  ])("of %s um/%s nm at 1 V", (width_um, length_nm, energy_fJ) => {
    const found_J = lineOf({ ...defaults, pairWidth_m: width_um * 1e-6, pairLength_m: length_nm * 1e-9 }, "sense");
    expect(relativeError(found_J, energy_fJ * 1e-15)).toBeLessThan(tolerance);
  });
});

describe("offset", () => {
  it.each([
    [1, 45, 19.7, 14.1],
    [2, 90, 9.1, 7.1],
  ])("of %s um/%s nm", (width_um, length_nm, whole_mV, pair_mV) => {
    const { offsetSpread_V, quantities } = characterOf({
      ...defaults,
      pairWidth_m: width_um * 1e-6,
      pairLength_m: length_nm * 1e-9,
    });
    // Monte Carlo of 24 samples: the standard deviation is known to 15 %.
    expect(relativeError(offsetSpread_V, whole_mV * 1e-3)).toBeLessThan(0.15);
    expect(relativeError(quantities["pairOffset_V"]!, pair_mV * 1e-3)).toBeLessThan(0.01);
  });
});

describe("the latch on the floating node", () => {
  it.each([
    { column_uS: 80, settle_ns: 0.875, decision_ns: 1.05, parts_fJ: [21, 21, 1.6, 0.5], edp_Js: 4.6e-23 },
    { column_uS: 300, settle_ns: 0.2333, decision_ns: 0.38, parts_fJ: [28.7, 20.5, 1.5, 1.9], edp_Js: 2.0e-23 },
  ])("reproduces the end-to-end runs at $column_uS uS", ({ column_uS, settle_ns, decision_ns, parts_fJ, edp_Js }) => {
    const [synapses_fJ, latch_fJ, clock_fJ, drivers_fJ] = parts_fJ as [number, number, number, number];
    const operating = operatingAt(column_uS * 1e-6);
    const character = characterOf(endToEnd, operating);
    const decision_s = delay_s(character.phases, "overlapped");
    const synapses_J = operating.columnConductance_S * 0.5 ** 2 * character.synapsesDriven_s;
    const latch_J = lineOf(endToEnd, "sense", operating);
    const clock_J = lineOf(endToEnd, "clock", operating);
    // n C / sumG: exact.
    expect(relativeError(character.phases[0]!.duration_s, settle_ns * 1e-9)).toBeLessThan(0.001);
    expect(relativeError(decision_s, decision_ns * 1e-9)).toBeLessThan(tolerance);
    expect(relativeError(synapses_J, synapses_fJ * 1e-15)).toBeLessThan(tolerance);
    expect(relativeError(latch_J, latch_fJ * 1e-15)).toBeLessThan(tolerance);
    expect(relativeError(clock_J, clock_fJ * 1e-15)).toBeLessThan(tolerance);
    // The row drivers are the interconnect's: taken as they were in the sum of the runs.
    const total_J = synapses_J + latch_J + clock_J + drivers_fJ * 1e-15;
    expect(relativeError(total_J * decision_s, edp_Js)).toBeLessThan(tolerance);
  });

  it("latches within the range of the runs from 5 % to 1 %", () => {
    const latch_ps = [0.05, 0.03, 0.02, 0.01].map(
      (resolution) => characterOf({ ...endToEnd, resolution }).phases[1]!.duration_s * 1e12,
    );
    // 130 ps to 190 ps in ngspice; a single pair of constants for all runs is good to 10 %.
    for (const delay_ps of latch_ps) {
      expect(delay_ps).toBeGreaterThan(130 * (1 - tolerance));
      expect(delay_ps).toBeLessThan(190 * (1 + tolerance));
    }
    expect(latch_ps).toEqual(latch_ps.toSorted((a, b) => a - b));
  });

  it("floats, has no violation, and keeps three sigmas of offset within 25 mV", () => {
    const { inputResistance_ohm, violations, offsetSpread_V } = characterOf(endToEnd);
    expect(inputResistance_ohm).toBe(Infinity);
    expect(violations).toEqual([]);
    // 25.1 mV: the width was rounded to 2.6 um.
    expect(relativeError(3 * offsetSpread_V, 25e-3)).toBeLessThan(0.01);
  });

  it.each([
    ["kickback-without-matched-reference", { matchedReference: "none" }, {}],
    ["inputs-beyond-supply", { supplyVoltage_V: 0.9 }, {}],
    ["signal-below-simulated", { resolution: 0.01 }, { inputVoltage_V: 0.05 }],
  ] as const)("is invalid with %s", (code, design, operating) => {
    const { violations } = characterOf({ ...endToEnd, ...design }, { ...operatingAt(80e-6), ...operating });
    expect(violations).toEqual([expect.objectContaining({ kind: "invalid", code })]);
    expect(violations[0]!.amount).toBeGreaterThan(0);
  });

  it.each([
    ["temperature-beyond-simulation", {}, { temperature_K: 410 }],
    ["corner-beyond-simulation", { processCorner: "SS", supplyVoltage_V: 0.7 }, { inputVoltage_V: 0.3 }],
    ["extrapolated-node", { node: "32nm", supplyVoltage_V: 0.9 }, { inputVoltage_V: 0.4 }],
  ] as const)("warns, and no more, of %s", (code, design, operating) => {
    const { violations } = characterOf({ ...endToEnd, ...design }, { ...operatingAt(80e-6), ...operating });
    expect(violations).toEqual([expect.objectContaining({ kind: "warning", code, amount: 0 })]);
  });

  it.each([
    ["supply-above-simulated", { node: "22nm", supplyVoltage_V: 1 }],
    ["supply-below-simulated", { node: "65nm", supplyVoltage_V: 0.7 }],
  ] as const)("is invalid with %s", (code, design) => {
    const { violations } = characterOf({ ...endToEnd, ...design }, { ...operatingAt(80e-6), inputVoltage_V: 0.3 });
    expect(violations).toEqual(expect.arrayContaining([expect.objectContaining({ kind: "invalid", code })]));
  });

  it("pays for the reference with the area of a column", () => {
    const area_m2 = (matchedReference: "dummy-column" | "none") =>
      characterOf({ ...endToEnd, matchedReference }).area.reduce((sum, entry) => sum + entry.area_m2, 0);
    expect(area_m2("dummy-column") - area_m2("none")).toBeCloseTo(50 * 1e-14, 20);
  });

  it("waits for its own precharge on a fast node", () => {
    const { phases } = characterOf(endToEnd, operatingAt(10e-3));
    expect(relativeError(phases[0]!.duration_s, 115e-12)).toBeLessThan(1e-9);
  });

  it("has kT/C noise on both sides", () => {
    const { quantities } = characterOf({ ...endToEnd, latchNoise_V: 0 });
    expect(relativeError(quantities["noise_V"]!, Math.sqrt((2 * boltzmann_J_K * 300.15) / 20e-15))).toBeLessThan(1e-9);
  });
});

describe("errorProbability of the latch", () => {
  const error = (node_V: number, mustSwitch: boolean, design = endToEnd) =>
    cmosLatchNeuron.errorProbability(design, operatingAt(80e-6), { netCurrent_A: node_V * 80e-6, mustSwitch });

  it("is even odds below the resolution and certain well above it", () => {
    expect(error(10e-3, true)).toBeCloseTo(0.5, 6);
    expect(error(40e-3, true)).toBeLessThan(1e-9);
    expect(error(-40e-3, true)).toBeCloseTo(1, 9);
  });

  it("leaves less undecided when it has more time", () => {
    const design = { ...endToEnd, resolution: 0.004 };
    expect(error(10e-3, true, design)).toBeLessThan(0.001);
    expect(characterOf(design).cycle_s).toBeGreaterThan(characterOf(endToEnd).cycle_s);
  });

  it("is symmetric: what must switch against what must hold", () => {
    const design = { ...endToEnd, resolution: 0.004 };
    fc.assert(
      fc.property(fc.double({ min: -50e-3, max: 50e-3, noNaN: true }), fc.boolean(), (node_V, mustSwitch) => {
        expect(error(node_V, mustSwitch, design) + error(-node_V, !mustSwitch, design)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("remembers less the longer the node settles", () => {
    const threshold_A = (settlingTimeConstants: number) =>
      characterOf({ ...endToEnd, settlingTimeConstants }).thresholdCurrent_A;
    expect(threshold_A(2)).toBeGreaterThan(threshold_A(4));
    // 2 mV remain of kickback.
    expect(relativeError(threshold_A(10), 2e-3 * 80e-6)).toBeLessThan(0.01);
  });
});
