import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MtjDivider } from "../src/mtj-divider-read.ts";
import {
  antiparallelResistance_ohm,
  biasedMagnetoresistance,
  meanReadCurrent_A,
  mtjDividerState,
  mtjReadErrorProbability,
  parallelResistance_ohm,
  readErrorProbability,
  referenceResistance_ohm,
  risingNodeVoltage_V,
} from "../src/mtj-divider-read.ts";

/** 0.4 V and a mean current of 0.3 uA (Sharad, Fan, Roy 2013), magnetoresistance 1, no roll-off. */
const divider: MtjDivider = {
  parallelResistance_ohm: 0.4 / (2 * 0.3e-6) / Math.SQRT2,
  tunnelMagnetoresistance: 1,
  halfTmrVoltage_V: Infinity,
  readVoltage_V: 0.4,
  nodeCapacitance_F: 0.85e-15,
};
const parallel = mtjDividerState(divider, 1);
const antiparallel = mtjDividerState(divider, 0);

describe("MTJ divider at 0.4 V, 0.3 uA, magnetoresistance 1", () => {
  // Expected values are arithmetic of Ohm's law printed with 4 digits: half a digit of the last place.
  it.each([
    ["parallel resistance of 565.7 ohm um^2 on 60 x 20 nm^2", parallelResistance_ohm(565.7e-12, 1.2e-15), 471.4e3, 50],
    ["parallel resistance", divider.parallelResistance_ohm, 471.4e3, 50],
    ["reference", referenceResistance_ohm(divider), 666.7e3, 50],
    ["antiparallel resistance", antiparallelResistance_ohm(divider), 942.8e3, 50],
    ["parallel mid voltage", parallel.midVoltage_V, 0.1657, 5e-5],
    ["antiparallel mid voltage", antiparallel.midVoltage_V, 0.2343, 5e-5],
    ["swing", antiparallel.midVoltage_V - parallel.midVoltage_V, 68.6e-3, 5e-5],
    ["parallel current", parallel.readCurrent_A, 0.3515e-6, 5e-11],
    ["antiparallel current", antiparallel.readCurrent_A, 0.2485e-6, 5e-11],
    ["mean current", meanReadCurrent_A(divider), 0.3e-6, 1e-18],
    ["parallel source resistance", parallel.timeConstant_s / divider.nodeCapacitance_F, 276.1e3, 50],
    ["antiparallel source resistance", antiparallel.timeConstant_s / divider.nodeCapacitance_F, 390.5e3, 50],
    ["3 tau at 0.85 fF", 3 * antiparallel.timeConstant_s, 1e-9, 5e-12],
  ])("%s", (_name, found, expected, tolerance) => {
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance);
  });

  it("swings 90.1 mV at magnetoresistance 1.5", () => {
    const wider = { ...divider, tunnelMagnetoresistance: 1.5 };
    const swing_V = mtjDividerState(wider, 0).midVoltage_V - mtjDividerState(wider, 1).midVoltage_V;
    expect(Math.abs(swing_V - 90.1e-3)).toBeLessThanOrEqual(5e-5);
  });

  it("errs 1.1e-2 with a latch spread of 15 mV", () => {
    // 34.31 mV / 15 mV = 2.288 sigma, one-sided tail 1.108e-2.
    expect(mtjReadErrorProbability(divider, 1e-6, 15e-3)).toBeCloseTo(1.108e-2, 4);
    expect(readErrorProbability(34.31e-3, 15e-3)).toBeCloseTo(1.108e-2, 4);
  });

  it("loses 14 % of the magnetoresistance at 0.2 V with a half-value bias of 0.5 V", () => {
    expect(biasedMagnetoresistance(1, 0.2, 0.5)).toBeCloseTo(1 / 1.16, 12);
    const rolledOff = antiparallelResistance_ohm({ ...divider, halfTmrVoltage_V: 0.5 });
    expect(rolledOff).toBeCloseTo(divider.parallelResistance_ohm * (1 + 1 / 1.16), 6);
  });

  it("is a step for a latch without spread", () => {
    expect([-1e-3, 0, 1e-3].map((margin_V) => readErrorProbability(margin_V, 0))).toEqual([1, 0.5, 0]);
  });

  it("has 1 - 1/e of the voltage after one time constant", () => {
    expect(risingNodeVoltage_V(parallel, parallel.timeConstant_s)).toBeCloseTo(
      parallel.midVoltage_V * (1 - Math.exp(-1)),
      12,
    );
  });
});

const dividers = fc.record({
  parallelResistance_ohm: fc.double({ min: 1e3, max: 1e7, noNaN: true }),
  tunnelMagnetoresistance: fc.double({ min: 0.05, max: 5, noNaN: true }),
  halfTmrVoltage_V: fc.constantFrom(0.2, 0.5, Infinity),
  readVoltage_V: fc.double({ min: 0.01, max: 1, noNaN: true }),
  nodeCapacitance_F: fc.double({ min: 1e-17, max: 1e-14, noNaN: true }),
});

describe("any MTJ divider", () => {
  it("is symmetric about half of the read voltage", () => {
    fc.assert(
      fc.property(dividers, (any) => {
        const sum_V = mtjDividerState(any, 1).midVoltage_V + mtjDividerState(any, 0).midVoltage_V;
        expect(sum_V / any.readVoltage_V).toBeCloseTo(1, 12);
      }),
    );
  });

  it("has the mean read current of its two states", () => {
    fc.assert(
      fc.property(dividers, (any) => {
        const sum_A = mtjDividerState(any, 1).readCurrent_A + mtjDividerState(any, 0).readCurrent_A;
        expect(sum_A / 2 / meanReadCurrent_A(any)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("shows a lower voltage the more of the junction is parallel", () => {
    fc.assert(
      fc.property(dividers, fc.double({ min: 0, max: 0.99, noNaN: true }), (any, fraction) => {
        const voltage_V = (x: number): number => mtjDividerState(any, x).midVoltage_V;
        expect(voltage_V(fraction + 0.01)).toBeLessThan(voltage_V(fraction));
      }),
    );
  });

  it("never errs more after a longer read", () => {
    fc.assert(
      fc.property(
        dividers,
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 1e-3, max: 0.1, noNaN: true }),
        (any, constants, spread_V) => {
          const error = (x: number): number =>
            readErrorProbability(
              risingNodeVoltage_V(mtjDividerState(any, 0), x * mtjDividerState(any, 0).timeConstant_s) -
                any.readVoltage_V / 2,
              spread_V,
            );
          expect(error(constants * 1.5)).toBeLessThanOrEqual(error(constants));
          expect(error(1e3)).toBeCloseTo(
            readErrorProbability(mtjDividerState(any, 0).midVoltage_V - any.readVoltage_V / 2, spread_V),
            12,
          );
        },
      ),
    );
  });
});
