import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NODE_SLOWDOWN, latchDelay_s, stiffLatchConstants } from "../src/latch-delay.ts";
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
