import type { ArraySolution, NeuronCharacter, SynapseCharacter } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MappedLayer } from "../src/mapping.ts";
import { collectSignal, netContributions_A } from "../src/signal.ts";
import type { NoiseSources, Signal } from "../src/signal.ts";
import { noNoise, operatingPoint, tinyNeuron, tinySynapse } from "./tiny-technology.ts";
import type { TinyNeuron, TinySynapse } from "./tiny-technology.ts";

const everything: NoiseSources = noNoise;

/** One input, two outputs; columns of 4 mS and 1 mS. */
const layer: MappedLayer = {
  conductance_S: Float64Array.of(3e-3, 0.6e-3, 1e-3, 0.4e-3),
  zeroBias_S: Float64Array.of(3e-3, 0.6e-3, 1e-3, 0.4e-3),
  conductanceMin_S: 0.4e-3,
  conductanceMax_S: 3e-3,
  relativeSpread: Float64Array.of(0.1, 0.2, 0.3, 0.4),
  relativeReadNoise: Float64Array.of(0.01, 0.01, 0.02, 0.02),
  columnConductance_S: Float64Array.of(4e-3, 1e-3),
  meanColumnConductance_S: 2.5e-3,
};

const solution: ArraySolution = {
  currentTransfer_S: Float64Array.of(2e-3, 0.5e-3, 0.8e-3, 0.3e-3),
  inputPower_W: Float64Array.of(1e-6),
  settling_s: 0,
  energy: [],
  area: [],
  violations: [],
  quantities: {},
};

function neuronCharacter(settings: TinyNeuron): NeuronCharacter {
  const answer = tinyNeuron(settings).characterize({}, operatingPoint);
  if (answer.status !== "ok") throw new Error("the tiny neuron is always possible");
  return answer;
}

function synapseCharacter(settings: TinySynapse): SynapseCharacter {
  const answer = tinySynapse(settings).characterize({}, { inputVoltage_V: 0.01, temperature_K: 300 });
  if (answer.status !== "ok") throw new Error("the tiny synapse is always possible");
  return answer;
}

function collected(
  neuron: TinyNeuron = {},
  noise: Partial<NoiseSources> = {},
  synapse: TinySynapse = {},
  voltage_V = 0.01,
): Signal {
  return collectSignal(layer, solution, neuronCharacter(neuron), synapseCharacter(synapse), voltage_V, {
    ...everything,
    ...noise,
  });
}

const relativeError = (found: number, expected: number): number => Math.abs(found / expected - 1);
/** A handful of operations. */
const ROUNDING = 1e-13;

describe("contributions", () => {
  it("are transfer times level; the second row of a pair pulls the other way", () => {
    const { contribution_A, inputCount, outputCount } = collected();
    expect([inputCount, outputCount]).toStrictEqual([1, 2]);
    for (const [index, expected] of [20e-6, 5e-6, -8e-6, -3e-6].entries())
      expect(relativeError(contribution_A[index]!, expected)).toBeLessThan(ROUNDING);
  });

  it("add up over the pairs", () => {
    const net_A = netContributions_A(collected());
    for (const [index, expected] of [12e-6, 2e-6].entries()) expect(net_A[index]).toBeCloseTo(expected, 18);
  });

  it("scale with the input voltage", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1, noNaN: true }), (voltage_V) => {
        const { contribution_A } = collected({}, {}, {}, voltage_V);
        for (const [index, current_A] of collected({}, {}, {}, 1).contribution_A.entries())
          expect(relativeError(contribution_A[index]!, current_A * voltage_V)).toBeLessThan(ROUNDING);
      }),
    );
  });
});

describe("offsets of the neurons", () => {
  // 1 mV on 4 mS is 4 uA, on 1 mS 1 uA; with 60 ohm the loading is 1.24 and 1.06.
  it.each([
    ["a perfect ground", { offsetSpread_V: 1e-3 }, 4e-6, 1e-6],
    ["60 ohm", { offsetSpread_V: 1e-3, inputResistance_ohm: 60 }, 4e-6 / 1.24, 1e-6 / 1.06],
    ["a floating column", { offsetSpread_V: 1e-3, inputResistance_ohm: Infinity }, 4e-6, 1e-6],
    ["a current", { offsetSpread_A: 3e-6, inputResistance_ohm: 60 }, 3e-6, 3e-6],
    ["both, independent", { offsetSpread_V: 1e-3, offsetSpread_A: 3e-6 }, 5e-6, Math.sqrt(10) * 1e-6],
  ])("%s", (_case, neuron, first_A, second_A) => {
    const { offset_A } = collected(neuron);
    expect(relativeError(offset_A[0]!, first_A)).toBeLessThan(ROUNDING);
    expect(relativeError(offset_A[1]!, second_A)).toBeLessThan(ROUNDING);
  });
});

it("multiplies programming spread, offsets and driver spread by one factor, and nothing else", () => {
  const usual = collected({ offsetSpread_V: 1e-3 }, { referenceNoise_V: 1e-3 });
  const wide = collected({ offsetSpread_V: 1e-3 }, { referenceNoise_V: 1e-3, spreadFactor: 2 });
  for (const name of ["relativeSpread", "offset_A"] as const)
    for (const [index, value] of usual[name].entries()) {
      expect(value).toBeGreaterThan(0);
      expect(relativeError(wide[name][index]!, 2 * value)).toBeLessThan(ROUNDING);
    }
  for (const name of ["contribution_A", "cycleVariance_A2", "relativeReadNoise"] as const)
    expect(wide[name]).toEqual(usual[name]);
});

describe("noise from cycle to cycle", () => {
  // 2 k T = 8.283894e-21 J at 300 K; times 4 mS over 1 ns: (182.03 nA)^2.
  const johnson_A2 = 8.283894e-21 * 4e-3 * 1e9;
  it.each([
    ["none", {}, {}, 0],
    ["Johnson noise", {}, { thermalNoise: true }, johnson_A2],
    ["Johnson noise, twice as long", { driven_s: 2e-9 }, { thermalNoise: true }, johnson_A2 / 2],
    ["Johnson noise, twice as hot", {}, { thermalNoise: true, temperature_K: 600 }, johnson_A2 * 2],
    ["Johnson noise into 60 ohm", { inputResistance_ohm: 60 }, { thermalNoise: true }, johnson_A2 / 1.24 ** 2],
    [
      "Johnson noise of a floating column is the neuron's own",
      { inputResistance_ohm: Infinity },
      { thermalNoise: true },
      0,
    ],
    ["reference noise", {}, { referenceNoise_V: 1e-3 }, 16e-12],
    ["reference noise into 60 ohm", { inputResistance_ohm: 60 }, { referenceNoise_V: 1e-3 }, 16e-12 / 1.24 ** 2],
    ["reference noise of a floating column", { inputResistance_ohm: Infinity }, { referenceNoise_V: 1e-3 }, 16e-12],
    ["both", {}, { referenceNoise_V: 1e-3, thermalNoise: true }, 16e-12 + johnson_A2],
  ])("%s", (_case, neuron, noise, variance_A2) => {
    const found_A2 = collected(neuron, noise).cycleVariance_A2[0]!;
    // The constant is written with seven digits.
    expect(Math.abs(found_A2 - variance_A2)).toBeLessThanOrEqual(1e-7 * variance_A2);
  });

  it("is not a matter of device spread", () => {
    const noise = { thermalNoise: true, referenceNoise_V: 1e-3 };
    expect(collected({}, { ...noise, deviceSpread: false }).cycleVariance_A2).toStrictEqual(
      collected({}, noise).cycleVariance_A2,
    );
  });
});

describe("device spread", () => {
  const stuck = { stuckAtMin: 0.02, stuckAtMax: 0.09 };

  it("comes from the mapping; stuck devices multiply a contribution by the ratio of conductances", () => {
    const signal = collected({}, {}, stuck);
    expect(signal.relativeSpread).toStrictEqual(layer.relativeSpread);
    expect([...signal.relativeReadNoise]).toStrictEqual([...layer.relativeReadNoise]);
    expect([signal.stuck!.atMin, signal.stuck!.atMax]).toStrictEqual([0.02, 0.09]);
    for (const [index, conductance_S] of layer.conductance_S.entries()) {
      expect(relativeError(signal.stuck!.minFactor[index]! * conductance_S, 0.4e-3)).toBeLessThan(ROUNDING);
      expect(relativeError(signal.stuck!.maxFactor[index]! * conductance_S, 3e-3)).toBeLessThan(ROUNDING);
    }
  });

  it("switched off leaves the noise of the cycle only", () => {
    const signal = collected({ offsetSpread_V: 1e-3, offsetSpread_A: 1e-6 }, { deviceSpread: false }, stuck);
    expect([...signal.relativeSpread]).toStrictEqual([0, 0, 0, 0]);
    expect([...signal.offset_A]).toStrictEqual([0, 0]);
    expect(signal.stuck).toBeUndefined();
    expect([...signal.relativeReadNoise]).toStrictEqual([...layer.relativeReadNoise]);
  });

  it("stuck devices are drawn only where there are any", () => {
    expect(collected().stuck).toBeUndefined();
  });

  it("a device that does not conduct stays a number", () => {
    const open: MappedLayer = { ...layer, conductance_S: Float64Array.of(0, 1e-3, 0, 1e-3), conductanceMin_S: 0 };
    const signal = collectSignal(open, solution, neuronCharacter({}), synapseCharacter(stuck), 0.01, everything);
    expect([...signal.stuck!.minFactor, ...signal.stuck!.maxFactor].every(Number.isFinite)).toBe(true);
  });
});

describe("row drivers that differ", () => {
  // Rows of 3.6 and 1.4 mS for two neurons; a driver of 100 ohm leaves 1 / 1.36 and 1 / 1.14 of their levels.
  const driven = (neuronCount: number): ArraySolution => ({
    ...solution,
    rowDriver: { resistance_ohm: 100, neuronCount },
  });
  const spreadOf = (given: ArraySolution, driverSpread: number): Float64Array | undefined =>
    collectSignal(layer, given, neuronCharacter({}), synapseCharacter({}), 0.01, { ...everything, driverSpread })
      .rowSpread;

  it("change a row's level by what drops in them", () => {
    const found = spreadOf(driven(2), 0.2)!;
    expect(relativeError(found[0]!, (0.2 * 0.36) / 1.36)).toBeLessThan(ROUNDING);
    expect(relativeError(found[1]!, (0.2 * 0.14) / 1.14)).toBeLessThan(ROUNDING);
  });

  it("that drive half of the neurons drop about half", () => {
    expect(relativeError(spreadOf(driven(1), 0.2)![0]!, (0.2 * 0.18) / 1.18)).toBeLessThan(ROUNDING);
  });

  it("are none without drivers or without spread", () => {
    expect(spreadOf(solution, 0.2)).toBeUndefined();
    expect(spreadOf(driven(2), 0)).toBeUndefined();
  });
});
