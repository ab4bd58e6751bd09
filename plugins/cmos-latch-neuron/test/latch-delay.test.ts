import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NODE_SLOWDOWN, latchDelay_s, nodeLatchConstants, stiffLatchConstants } from "../src/latch-delay.ts";
import { relativeError } from "./operating.ts";

const stiff = (width_um: number, length_nm: number, supplyVoltage_V: number) =>
  stiffLatchConstants({ pairWidth_m: width_um * 1e-6, pairLength_m: length_nm * 1e-9, supplyVoltage_V });

describe("stiffLatchConstants", () => {
  it.each([
    [0.7, [489, 383, 271, 179]],
    [0.8, [205, 167, 125, 89]],
    [0.9, [109, 91, 73, 57]],
    [1.0, [73, 61, 51, 43]],
    [1.1, [57, 47, 41, 35]],
  ])("gives the simulated delays of 1 um/45 nm at %s V", (supply_V, delays_ps) => {
    const constants = stiff(1, 45, supply_V);
    [1, 5, 20, 50].forEach((input_mV, k) => {
      // Two constants for four runs: 4 % at worst, at the lowest supplies.
      expect(relativeError(latchDelay_s(constants, input_mV * 1e-3), delays_ps[k]! * 1e-12)).toBeLessThan(0.04);
    });
  });

  it.each([
    [1, 129],
    [2, 117],
  ])("gives the simulated delay of %s um/90 nm at 20 mV", (width_um, delay_ps) => {
    // Three digits were printed; the load width follows from these two.
    expect(relativeError(latchDelay_s(stiff(width_um, 90, 1), 20e-3), delay_ps * 1e-12)).toBeLessThan(0.005);
  });

  it("gives the fit of the end-to-end runs for 2.6 um/90 nm on the node", () => {
    const { delayAt50mV_s, regeneration_s } = stiff(2.6, 90, 1);
    expect(relativeError(NODE_SLOWDOWN * delayAt50mV_s, 115e-12)).toBeLessThan(1e-9);
    expect(relativeError(NODE_SLOWDOWN * regeneration_s, 20e-12)).toBeLessThan(1e-9);
    // 133 ps over 114 ps.
    expect(relativeError(NODE_SLOWDOWN, 133.3 / 114.2)).toBeLessThan(0.001);
  });

  it("is faster at a higher supply, with a wider and with a shorter pair", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, unit, unit, (a, b, c, d) => {
        fc.pre(Math.abs(a - b) > 1e-6);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const delay_s = (width: number, length: number, supply: number, input: number) =>
          latchDelay_s(stiff(0.25 * 80 ** width, 45 + 45 * length, 0.7 + 0.4 * supply), 1e-3 * 50 ** input);
        expect(delay_s(high, c, d, c)).toBeLessThan(delay_s(low, c, d, c));
        expect(delay_s(c, low, d, d)).toBeLessThan(delay_s(c, high, d, d));
        expect(delay_s(c, d, high, c)).toBeLessThan(delay_s(c, d, low, c));
        expect(delay_s(c, d, c, high)).toBeLessThan(delay_s(c, d, c, low));
      }),
    );
  });

  it("is never faster than at 50 mV", () => {
    const constants = stiff(1, 45, 1);
    expect(latchDelay_s(constants, 0.3)).toBe(constants.delayAt50mV_s);
  });
});

describe("nodeLatchConstants", () => {
  const latch = {
    pairWidth_m: 1e-6,
    pairLength_m: 45e-9,
    supplyVoltage_V: 1,
    processCorner: "TT",
    node: "45nm",
    layoutDerate: 1,
  } as const;
  const delay_s = (change: object, input_mV: number, temperature_K = 300.15): number =>
    latchDelay_s(nodeLatchConstants({ ...latch, ...change }, temperature_K), input_mV * 1e-3);

  it.each([
    // Supply, corner, ngspice delay at 1 mV and 20 mV (ps) of 1 um/45 nm on stiff inputs, thresholds moved by 30 mV.
    [1, "SS", 93.3, 64.3],
    [1, "FF", 59.9, 42.8],
    [1, "FS", 63.8, 44.4],
    [1, "SF", 87.3, 61.4],
    [0.8, "SS", 346.8, 202.3],
    [0.8, "FF", 132.9, 85.3],
    [0.8, "FS", 153.3, 90.9],
    [0.8, "SF", 303.4, 186.3],
  ] as const)("at %d V and %s is as slow as simulated", (supplyVoltage_V, processCorner, at1mV_ps, at20mV_ps) => {
    const typical_ps = supplyVoltage_V === 1 ? [72.8, 51.2] : [205.8, 125.8];
    [at1mV_ps, at20mV_ps].forEach((simulated_ps, k) => {
      const input_mV = [1, 20][k]!;
      const ratio = delay_s({ supplyVoltage_V, processCorner }, input_mV) / delay_s({ supplyVoltage_V }, input_mV);
      // A corner read as a supply: 13.4 % at worst, where the p-channel transistors work against the n-channel ones.
      expect(relativeError(ratio, simulated_ps / typical_ps[k]!)).toBeLessThan(0.14);
    });
  });

  it.each([
    [1, 233.15, 50.3, 38.4],
    [1, 358.15, 95.3, 64.3],
    [1, 398.15, 112.3, 74.3],
    [0.8, 233.15, 133.8, 86.9],
    [0.8, 358.15, 248.3, 149.8],
    [0.8, 398.15, 276.8, 165.3],
  ])("at %d V and %d K is as slow as simulated", (supplyVoltage_V, temperature_K, at1mV_ps, at20mV_ps) => {
    const typical_ps = supplyVoltage_V === 1 ? [72.8, 51.2] : [205.8, 125.8];
    [at1mV_ps, at20mV_ps].forEach((simulated_ps, k) => {
      const input_mV = [1, 20][k]!;
      const ratio = delay_s({ supplyVoltage_V }, input_mV, temperature_K) / delay_s({ supplyVoltage_V }, input_mV);
      // One exponent, 1.3, for exponents of 1.0 to 1.7.
      expect(relativeError(ratio, simulated_ps / typical_ps[k]!)).toBeLessThan(0.12);
    });
  });

  it("gets faster from node to node at nominal supply, and slower with layout", () => {
    const delays = (
      [
        ["65nm", 1.1],
        ["45nm", 1],
        ["32nm", 0.9],
        ["22nm", 0.85],
      ] as const
    ).map(([node, supplyVoltage_V]) => delay_s({ node, supplyVoltage_V, pairWidth_m: 1e-6 }, 20));
    expect(delays).toEqual(delays.toSorted((a, b) => b - a));
    expect(relativeError(delay_s({ layoutDerate: 1.4 }, 20), 1.4 * delay_s({}, 20))).toBeLessThan(1e-12);
  });

  it("holds its logarithm down to metastable inputs", () => {
    // ngspice at 1 V: 62.3, 78.3, 94.2, 110.2 ps at 1 mV, 100, 10, 1 uV, that is 6.9 ps per e; the fit of 1 to 50 mV gives 7.7.
    const { regeneration_s } = stiff(1, 45, 1);
    expect(relativeError(regeneration_s, 47.9e-12 / Math.log(1000))).toBeLessThan(0.12);
  });
});
