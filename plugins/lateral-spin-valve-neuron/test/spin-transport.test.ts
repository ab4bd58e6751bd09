import { solveTridiagonal } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  channelSpinResistance_ohm,
  longitudinalSpinConductance_S,
  nonLocalResistance_ohm,
  spinTransferEfficiency,
  transverseSpinConductance_S,
} from "../src/spin-transport.ts";
import type { NonLocalSpinValve } from "../src/spin-transport.ts";
import { absorbedPerInjected } from "./nodal-spin-circuit.ts";

/** Copper channel of 60 x 30 nm^2, Permalloy contacts of 60 x 20 nm^2. */
const channel_ohm = channelSpinResistance_ohm(2.35e-8, 400e-9, 60e-9 * 30e-9);
const magnet_S = longitudinalSpinConductance_S(2.5e-7, 5e-9, 0.4, 1.2e-15);
const transverse_S = transverseSpinConductance_S(5e14, 1.2e-15);

function valveAt(distance_m: number, absorberConductance_S = magnet_S): NonLocalSpinValve {
  return {
    polarisation: 0.4,
    channelSpinResistance_ohm: channel_ohm,
    injectorConductance_S: magnet_S,
    absorberConductance_S,
    reducedDistance: distance_m / 400e-9,
  };
}

const distances_nm = [50, 100, 200, 400, 800];
/** Reference values carry four or five digits: half a digit of the last place is up to 0.05 %. */
const tolerance = 1e-3;

const relativeError = (found: number, expected: number): number => Math.abs(found / expected - 1);

describe("copper channel with Permalloy contacts", () => {
  it("has the spin resistances of the reference", () => {
    expect(channel_ohm).toBeCloseTo(5.2222, 4);
    expect((1 - 0.4 ** 2) / magnet_S).toBeCloseTo(1.0417, 4);
    expect(1 / (channel_ohm * magnet_S)).toBeCloseTo(0.23746, 5);
    expect(1 / (channel_ohm * transverse_S)).toBeCloseTo(0.1596, 4);
  });

  it.each([
    ["identical magnets", magnet_S, [0.12004, 0.0943, 0.06375, 0.03426, 0.01192]],
    ["transverse absorber", transverse_S, [0.14368, 0.11048, 0.07303, 0.0386, 0.01334]],
  ])("%s: efficiency at 50 to 800 nm", (_name, absorber_S, expected) => {
    for (const [k, nm] of distances_nm.entries())
      expect(relativeError(spinTransferEfficiency(valveAt(nm * 1e-9, absorber_S)), expected[k]!)).toBeLessThan(
        tolerance,
      );
  });

  it("gives a non-local resistance of 46.78 mohm at 100 nm", () => {
    const efficiency = spinTransferEfficiency(valveAt(100e-9));
    const found_ohm = nonLocalResistance_ohm({ polarisation: 0.4, efficiency, conductance_S: magnet_S });
    expect(relativeError(found_ohm, 46.78e-3)).toBeLessThan(tolerance);
  });
});

describe("nodal analysis", () => {
  it.each<[string, readonly [boolean, boolean], number[]]>([
    ["both side arms", [true, true], [0.12004, 0.0943, 0.06375, 0.03426, 0.01192]],
    ["no side arms", [false, false], [0.15545, 0.12553, 0.08746, 0.04811, 0.01691]],
    ["a side arm at the injector only", [true, false], [0.13616, 0.10857, 0.07459, 0.04058, 0.01419]],
  ])("%s: efficiency at 50 to 800 nm", (_name, arms, expected) => {
    for (const [k, nm] of distances_nm.entries())
      expect(relativeError(absorbedPerInjected({ ...valveAt(nm * 1e-9), arms }), expected[k]!)).toBeLessThan(tolerance);
  });

  it("tends to half of the polarisation for touching identical magnets without arms", () => {
    expect(absorbedPerInjected({ ...valveAt(1e-15), arms: [false, false] })).toBeCloseTo(0.2, 6);
  });

  it("agrees with the closed form for any valve with both arms", () => {
    fc.assert(
      fc.property(valves, (valve) => {
        const nodal = absorbedPerInjected({ ...valve, arms: [true, true] });
        expect(relativeError(spinTransferEfficiency(valve), nodal)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("finite-difference diffusion", () => {
  it("agrees with the closed form at 100 nm", () => {
    // V'' = V / lambda^2 on a line of 10 lambda beyond each contact, second order in a step of lambda / 400.
    const perLambda = 400;
    const step = 1 / perLambda;
    const size = 20 * perLambda + perLambda / 4 + 1;
    const injector = 10 * perLambda;
    const absorber = injector + perLambda / 4;
    const series_S = 1 / (channel_ohm * step);
    const diagonal = new Float64Array(size).fill(2 * series_S + step / channel_ohm);
    diagonal[injector]! += magnet_S;
    diagonal[absorber]! += magnet_S;
    const voltage_V = new Float64Array(size);
    voltage_V[injector] = 0.4;
    solveTridiagonal(diagonal, new Float64Array(size - 1).fill(-series_S), voltage_V);
    // 1e-5: the square of the step.
    expect(relativeError(magnet_S * voltage_V[absorber]!, spinTransferEfficiency(valveAt(100e-9)))).toBeLessThan(1e-5);
  });
});

const valves = fc.record({
  polarisation: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  channelSpinResistance_ohm: fc.double({ min: 0.1, max: 100, noNaN: true }),
  injectorConductance_S: fc.double({ min: 0.01, max: 10, noNaN: true }),
  absorberConductance_S: fc.double({ min: 0.01, max: 10, noNaN: true }),
  reducedDistance: fc.double({ min: 0.01, max: 5, noNaN: true }),
});

describe("any spin valve", () => {
  it("absorbs a part of the injected polarisation", () => {
    fc.assert(
      fc.property(valves, (valve) => {
        const efficiency = spinTransferEfficiency(valve);
        expect(efficiency).toBeGreaterThan(0);
        expect(efficiency).toBeLessThan(valve.polarisation);
      }),
    );
  });

  it("absorbs less the farther the absorber", () => {
    fc.assert(
      fc.property(valves, (valve) => {
        const farther = { ...valve, reducedDistance: valve.reducedDistance * 1.1 };
        expect(spinTransferEfficiency(farther)).toBeLessThan(spinTransferEfficiency(valve));
      }),
    );
  });

  it("tends to p / (1 + r2 / r1 + 2 r2) for a short channel", () => {
    fc.assert(
      fc.property(valves, (valve) => {
        const r1 = 1 / (valve.channelSpinResistance_ohm * valve.injectorConductance_S);
        const r2 = 1 / (valve.channelSpinResistance_ohm * valve.absorberConductance_S);
        const limit = valve.polarisation / (1 + r2 / r1 + 2 * r2);
        expect(relativeError(spinTransferEfficiency({ ...valve, reducedDistance: 1e-9 }), limit)).toBeLessThan(1e-5);
      }),
    );
  });
});
