import { solveTridiagonal } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadConductance_S, spinVoltages_V } from "../src/spin-channel.ts";
import type { SpinChannel } from "../src/spin-channel.ts";
import {
  channelSpinResistance_ohm,
  longitudinalSpinConductance_S,
  spinTransferEfficiency,
  transverseSpinConductance_S,
} from "../src/spin-transport.ts";
import { absorbedPerInjected } from "./nodal-spin-circuit.ts";

/** Copper channel of 60 x 30 nm^2, Permalloy contacts of 60 x 20 nm^2. */
const spinResistance_ohm = channelSpinResistance_ohm(2.35e-8, 400e-9, 60e-9 * 30e-9);
const spinDiffusionLength_m = 400e-9;
const magnet_S = longitudinalSpinConductance_S(2.5e-7, 5e-9, 0.4, 1.2e-15);
const transverse_S = transverseSpinConductance_S(5e14, 1.2e-15);

const relativeError = (found: number, expected: number): number => Math.abs(found / expected - 1);

/** Injector of polarisation 0.4 with 1 A at 0, absorber at a distance. */
function valve(distance_m: number, ends_m: readonly [number, number], absorber_S = magnet_S): SpinChannel {
  return {
    spinResistance_ohm,
    spinDiffusionLength_m,
    ends_m,
    contacts: [
      { position_m: 0, conductance_S: magnet_S, source_A: 0.4 },
      { position_m: distance_m, conductance_S: absorber_S, source_A: 0 },
    ],
  };
}

const efficiencyOf = (channel: SpinChannel): number => spinVoltages_V(channel)[1]! * channel.contacts[1]!.conductance_S;

const infinite: readonly [number, number] = [Infinity, Infinity];
const distances_nm = [50, 100, 200, 400, 800];

describe("copper channel with Permalloy contacts", () => {
  // Reference values carry four or five digits: 0.1 %.
  it.each<[string, readonly [number, number], number, number[]]>([
    ["both side arms", infinite, magnet_S, [0.12004, 0.0943, 0.06375, 0.03426, 0.01192]],
    ["no side arms", [0, 0], magnet_S, [0.15545, 0.12553, 0.08746, 0.04811, 0.01691]],
    ["an arm at the injector only", [Infinity, 0], magnet_S, [0.13616, 0.10857, 0.07459, 0.04058, 0.01419]],
    ["transverse absorber", infinite, transverse_S, [0.14368, 0.11048, 0.07303, 0.0386, 0.01334]],
  ])("%s: efficiency at 50 to 800 nm", (_name, ends_m, absorber_S, expected) => {
    for (const [k, nm] of distances_nm.entries())
      expect(relativeError(efficiencyOf(valve(nm * 1e-9, ends_m, absorber_S)), expected[k]!)).toBeLessThan(1e-3);
  });

  it("non-local signal at 100 nm is 46.78 mohm", () => {
    expect(relativeError(0.4 * spinVoltages_V(valve(100e-9, infinite))[1]!, 46.78e-3)).toBeLessThan(1e-3);
  });

  it("tends to half of the polarisation for touching identical magnets without arms", () => {
    expect(efficiencyOf(valve(1e-15, [0, 0]))).toBeCloseTo(0.2, 6);
  });
});

const positive = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const channels = fc.record({
  spinResistance_ohm: positive(0.1, 100),
  reducedDistance: positive(0.01, 5),
  injector_S: positive(0.01, 10),
  absorber_S: positive(0.01, 10),
  ends: fc.tuple(positive(0, 4), positive(0, 4)),
});

describe("any channel with two contacts", () => {
  const channelOf = (
    { spinResistance_ohm: resistance, reducedDistance, injector_S, absorber_S }: Omit<SampledChannel, "ends">,
    ends_m: readonly [number, number],
  ): SpinChannel => ({
    spinResistance_ohm: resistance,
    spinDiffusionLength_m: 1,
    ends_m,
    contacts: [
      { position_m: 0, conductance_S: injector_S, source_A: 0.4 },
      { position_m: reducedDistance, conductance_S: absorber_S, source_A: 0 },
    ],
  });

  it("with infinite arms is the closed form", () => {
    fc.assert(
      fc.property(channels, (sample) => {
        const closed = spinTransferEfficiency({
          polarisation: 0.4,
          channelSpinResistance_ohm: sample.spinResistance_ohm,
          injectorConductance_S: sample.injector_S,
          absorberConductance_S: sample.absorber_S,
          reducedDistance: sample.reducedDistance,
        });
        expect(relativeError(efficiencyOf(channelOf(sample, infinite)), closed)).toBeLessThan(1e-9);
      }),
    );
  });

  it("with or without arms is the dense circuit", () => {
    fc.assert(
      fc.property(channels, fc.boolean(), fc.boolean(), (sample, before, behind) => {
        const dense = absorbedPerInjected({
          channelSpinResistance_ohm: sample.spinResistance_ohm,
          reducedDistance: sample.reducedDistance,
          injectorConductance_S: sample.injector_S,
          absorberConductance_S: sample.absorber_S,
          polarisation: 0.4,
          arms: [before, behind],
        });
        const ends: readonly [number, number] = [before ? Infinity : 0, behind ? Infinity : 0];
        expect(relativeError(efficiencyOf(channelOf(sample, ends)), dense)).toBeLessThan(1e-9);
      }),
    );
  });

  it("loses more spin the longer its ends, between none and infinite", () => {
    fc.assert(
      fc.property(channels, (sample) => {
        const at = (ends: readonly [number, number]): number => efficiencyOf(channelOf(sample, ends));
        const [before, behind] = sample.ends;
        expect(at([before, behind])).toBeLessThanOrEqual(at([0, 0]) * (1 + 1e-12));
        expect(at([before, behind])).toBeGreaterThanOrEqual(at(infinite) * (1 - 1e-12));
        expect(at([before + 0.1, behind + 0.1])).toBeLessThanOrEqual(at([before, behind]) * (1 + 1e-12));
      }),
    );
  });

  it("is reciprocal: the same voltage at the other contact whichever injects", () => {
    fc.assert(
      fc.property(channels, (sample) => {
        const channel = channelOf(sample, sample.ends);
        const [first, second] = channel.contacts as [SpinChannel["contacts"][0], SpinChannel["contacts"][0]];
        const swapped = {
          ...channel,
          contacts: [
            { ...first, source_A: 0 },
            { ...second, source_A: 0.4 },
          ],
        };
        expect(relativeError(spinVoltages_V(swapped)[0]!, spinVoltages_V(channel)[1]!)).toBeLessThan(1e-9);
      }),
    );
  });
});

interface SampledChannel {
  readonly spinResistance_ohm: number;
  readonly reducedDistance: number;
  readonly injector_S: number;
  readonly absorber_S: number;
  readonly ends: readonly [number, number];
}

describe("several contacts", () => {
  const contacts = [
    { position_m: 0, conductance_S: 0.5, source_A: 1 },
    { position_m: 120e-9, conductance_S: 1.2, source_A: 0 },
    { position_m: 300e-9, conductance_S: 0.3, source_A: -0.7 },
    { position_m: 350e-9, conductance_S: 0, source_A: 0.2 },
  ];
  const channel: SpinChannel = { spinResistance_ohm, spinDiffusionLength_m, ends_m: [60e-9, 1e-6], contacts };

  it("superpose", () => {
    const whole = spinVoltages_V(channel);
    const sum = new Float64Array(contacts.length);
    for (const [active, { source_A }] of contacts.entries()) {
      const alone = contacts.map((contact, k) => ({ ...contact, source_A: k === active ? source_A : 0 }));
      for (const [k, voltage_V] of spinVoltages_V({ ...channel, contacts: alone }).entries()) sum[k]! += voltage_V;
    }
    for (const [k, voltage_V] of whole.entries()) expect(sum[k]).toBeCloseTo(voltage_V, 12);
  });

  it("agree with finite differences of the diffusion equation", () => {
    // V'' = V / lambda^2 in steps of 0.5 nm, second order: 1e-5 of the voltages.
    const step_m = 0.5e-9;
    const begin_m = -60e-9;
    const size = Math.round((350e-9 + 1e-6 - begin_m) / step_m) + 1;
    const series_S = spinDiffusionLength_m / (spinResistance_ohm * step_m);
    const leak_S = step_m / (spinDiffusionLength_m * spinResistance_ohm);
    const diagonal = new Float64Array(size).fill(2 * series_S + leak_S);
    diagonal[0] = series_S + leak_S / 2;
    diagonal[size - 1] = series_S + leak_S / 2;
    const voltage_V = new Float64Array(size);
    const nodeOf = (position_m: number): number => Math.round((position_m - begin_m) / step_m);
    for (const { position_m, conductance_S, source_A } of contacts) {
      diagonal[nodeOf(position_m)]! += conductance_S;
      voltage_V[nodeOf(position_m)]! += source_A;
    }
    solveTridiagonal(diagonal, new Float64Array(size - 1).fill(-series_S), voltage_V);
    for (const [k, found_V] of spinVoltages_V(channel).entries())
      expect(relativeError(found_V, voltage_V[nodeOf(contacts[k]!.position_m)]!)).toBeLessThan(1e-4);
  });
});

it("a lead into a reservoir takes as much spin as an arm when long, as a resistor when short", () => {
  expect(leadConductance_S(spinResistance_ohm, 10)).toBeCloseTo(1 / spinResistance_ohm, 7);
  expect(leadConductance_S(spinResistance_ohm, 1e-3) * spinResistance_ohm).toBeCloseTo(1e3, 2);
});
