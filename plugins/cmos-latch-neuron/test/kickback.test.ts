import { describe, expect, it } from "vitest";
import { kickback_V } from "../src/kickback.ts";
import { nodeLatchConstants } from "../src/latch-delay.ts";
import { cmosLatchNeuron } from "../src/model.ts";
import type { LatchDesign } from "../src/parameters.ts";
import { characterOf, endToEnd, operatingAt, relativeError } from "./operating.ts";

const kick_V = (change: Partial<LatchDesign>, node_fF: number, column_uS: number): number => {
  const design: LatchDesign = { ...endToEnd, ...change };
  const { delayAt50mV_s } = nodeLatchConstants(design, 300.15);
  return kickback_V(design, node_fF * 1e-15, column_uS * 1e-6, delayAt50mV_s);
};

describe("kickback_V", () => {
  it.each([
    // Change of 2.6 um/90 nm at 1 V, node (fF), column (uS), smallest node voltage decided against the kick in ngspice (mV).
    [{}, 20, 20, 36],
    [{}, 20, 80, 30.8],
    [{}, 20, 300, 22],
    [{}, 20, 1000, 10.8],
    [{ pairWidth_m: 1.3e-6 }, 20, 80, 16.1],
    [{ pairWidth_m: 1.3e-6 }, 20, 300, 10.8],
    [{ pairWidth_m: 5.2e-6 }, 20, 80, 56.5],
    [{ pairWidth_m: 5.2e-6 }, 20, 300, 41.3],
    [{}, 40, 80, 17.9],
    [{}, 40, 300, 13.8],
    [{}, 10, 80, 48.9],
    [{}, 10, 300, 29.6],
    [{ pairLength_m: 45e-9 }, 20, 80, 41.9],
    [{ pairLength_m: 45e-9 }, 20, 300, 37.2],
  ])("with %o on %d fF and %d uS is %d mV", (change, node_fF, column_uS, simulated_mV) => {
    // One charge and one time for all: 10 %; the loading by the width changes the time of narrow latches, 12 %.
    expect(relativeError(kick_V(change, node_fF, column_uS), simulated_mV * 1e-3)).toBeLessThan(0.12);
  });

  it.each([
    [80, 13.8],
    [300, 5.4],
  ])("at 0.8 V and %d uS is about %d mV", (column_uS, simulated_mV) => {
    // The charge falls with the supply by a rounded power: 35 %.
    expect(relativeError(kick_V({ supplyVoltage_V: 0.8 }, 20, column_uS), simulated_mV * 1e-3)).toBeLessThan(0.35);
  });
});

describe("without a matched reference", () => {
  const design = { ...endToEnd, matchedReference: "none", resolution: 0.002 } as const;
  const error = (column_uS: number, netShare: number, from: LatchDesign = design): number =>
    cmosLatchNeuron.errorProbability(from, operatingAt(column_uS * 1e-6), {
      netCurrent_A: netShare * 0.5 * column_uS * 1e-6,
      mustSwitch: true,
    });

  it.each([
    // All decisions wrong at up to 5 % of 80 uS and up to 3 % of 300 uS, end to end in ngspice.
    [80, 0.05],
    [80, 0.03],
    [80, 0.01],
    [300, 0.03],
    [300, 0.01],
  ])("decisions on %d uS at a net current of %d are wrong", (column_uS, netShare) => {
    expect(error(column_uS, netShare)).toBeGreaterThan(0.99);
  });

  it.each([
    [80, 0.1],
    [300, 0.07],
  ])("but on %d uS at %d right again", (column_uS, netShare) => {
    expect(error(column_uS, netShare)).toBeLessThan(0.01);
  });

  it.each([
    [80, 0.01],
    [80, 0.05],
    [300, 0.01],
    [300, 0.03],
  ])("while a dummy column makes all of them right, on %d uS at %d", (column_uS, netShare) => {
    // The runs alternate the sign and have no noise; here kT/C takes up to 2 % of the smallest decisions.
    const matched = { ...design, matchedReference: "dummy-column", previousLevel: netShare } as const;
    expect(error(column_uS, netShare, matched)).toBeLessThan(0.02);
  });

  it("is valid only for what it can resolve over the kick", () => {
    const codes = (resolution: number) =>
      characterOf({ ...endToEnd, matchedReference: "none", resolution }).violations.map(({ code }) => code);
    expect(codes(0.05)).toEqual(["kickback-without-matched-reference"]);
    expect(codes(0.1)).toEqual([]);
  });
});
