import { defaultsOf } from "@neurofront/core";
import type { ArrayLoad, ArraySolution, Design } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { crossbar } from "../src/model.ts";
import { crossbarParameters } from "../src/parameters.ts";

/*
 * Two arrays solved independently, by sparse nodal analysis and by a circuit simulator, which agree to 1e-16 A. Tolerance:
 * half a unit of the last printed digit, which is 1e-6 relative or better for A and B.
 */
const lastDigit = (digits: number) => 0.5001 * 10 ** -digits;

function largestDeviation(found: ArrayLike<number>, printed: readonly number[]): number {
  return Math.max(...printed.map((value, k) => Math.abs(found[k]! - value)));
}

function solveFixed(
  load: ArrayLoad,
  resistances: { readonly wire_ohm: number; readonly driver_ohm: number },
): ArraySolution {
  const design: Design<typeof crossbarParameters> = {
    ...defaultsOf(crossbarParameters),
    wire: "fixed",
    wireResistance_ohm: resistances.wire_ohm,
    driver: "fixed",
    driverResistance_ohm: resistances.driver_ohm,
  };
  const answer = crossbar.solve(design, load);
  if (answer.status !== "ok") throw new Error(JSON.stringify(answer.violations));
  return answer;
}

/** Net currents in uA of one pattern by the contract: input k drives rows 2k and 2k + 1 with both signs. */
function currents_uA(solution: ArraySolution, load: ArrayLoad, pattern: number): number[] {
  const { inputCount, outputCount, patterns, inputVoltage_V } = load;
  return Array.from({ length: outputCount }, (_, j) => {
    let sum = 0;
    for (let k = 0; k < inputCount; k++) {
      const pair =
        solution.currentTransfer_S[2 * k * outputCount + j]! -
        solution.currentTransfer_S[(2 * k + 1) * outputCount + j]!;
      sum += patterns[pattern * inputCount + k]! * inputVoltage_V * pair;
    }
    return sum * 1e6;
  });
}

const common = { temperature_K: 300, synapsePitch_m: 100e-9, synapseCapacitance_F: 0.11e-15, cycle_s: 1e-9 };

describe("array A: 3 x 3, differential", () => {
  const positive = [300, 20, 150, 50, 250, 100, 200, 120, 10];
  const negative = [10, 200, 60, 180, 30, 280, 40, 90, 220];
  const rows = [0, 1, 2].flatMap((k) => [...positive.slice(3 * k, 3 * k + 3), ...negative.slice(3 * k, 3 * k + 3)]);
  const load: ArrayLoad = {
    ...common,
    inputCount: 3,
    outputCount: 3,
    conductance_S: Float64Array.from(rows, (value) => value * 1e-6),
    patterns: Float64Array.of(1, 1, 1, 1, 0, 1, 0, 1, 0),
    patternCount: 3,
    inputVoltage_V: 10e-3,
    neuronInputResistance_ohm: 60,
  };
  const solution = solveFixed(load, { wire_ohm: 2.5, driver_ohm: 100 });
  it.each([
    { pattern: 0, printed: [2.923685, 0.622331, -2.740802] },
    { pattern: 1, printed: [4.098513, -1.394464, -1.123392] },
    { pattern: 2, printed: [-1.174828, 2.016795, -1.61741] },
  ])("has the neuron currents of pattern $pattern", ({ pattern, printed }) => {
    expect(largestDeviation(currents_uA(solution, load, pattern), printed)).toBeLessThan(lastDigit(6));
  });

  it("has the input power", () => {
    expect(largestDeviation([solution.inputPower_W[0]! * 1e9], [220.5527])).toBeLessThan(lastDigit(4));
  });
});

describe("array C: 25 inputs, 26 neurons, 45 nm wires", () => {
  const cells = Array.from({ length: 25 * 26 }, (_, index) => [Math.floor(index / 26), index % 26] as const);
  const levels = cells.map(([i, j]) => ((11 * i + 7 * j + 3 * i * j) % 31) - 15);
  const inputs = Array.from({ length: 25 }, (_, i) => ((5 * i) % 3 === 0 ? 0 : 1));

  function arrayC(least_uS: number, largest_uS: number, inputVoltage_V: number, neuron_ohm: number): ArrayLoad {
    const conductance_S = new Float64Array(50 * 26);
    for (const [index, [i, j]] of cells.entries()) {
      const at = (part: number) => (least_uS + (Math.max(part, 0) / 15) * (largest_uS - least_uS)) * 1e-6;
      conductance_S[2 * i * 26 + j] = at(levels[index]!);
      conductance_S[(2 * i + 1) * 26 + j] = at(-levels[index]!);
    }
    return {
      ...common,
      inputCount: 25,
      outputCount: 26,
      conductance_S,
      patterns: Float64Array.from(inputs),
      patternCount: 1,
      inputVoltage_V,
      neuronInputResistance_ohm: neuron_ohm,
    };
  }

  /** Currents without any resistance. */
  function idealCurrents_uA(load: ArrayLoad): number[] {
    return Array.from({ length: 26 }, (_, j) =>
      inputs.reduce<number>(
        (sum, x, i) =>
          sum +
          x *
            load.inputVoltage_V *
            1e6 *
            (load.conductance_S[2 * i * 26 + j]! - load.conductance_S[(2 * i + 1) * 26 + j]!),
        0,
      ),
    );
  }

  const cases = [
    {
      name: "C1",
      range: [10, 300, 10e-3],
      driver_ohm: 1,
      neuron_ohm: 60,
      first: [6.21715, -1.89923, -1.0807, 4.46011, 0.71996, 1.54056],
      column17: 23.49813,
      gain: 0.709,
      screening: 0.735,
      flips: 0,
      power_uW: 7.045,
      powerDigits: 3,
    },
    {
      name: "C2",
      range: [10, 300, 10e-3],
      driver_ohm: 10,
      neuron_ohm: 60,
      first: [6.05648, -1.90898, -1.10331, 4.32963, 0.6833, 1.47919],
      column17: 23.02229,
      gain: 0.695,
      screening: 0.72,
      flips: 0,
      power_uW: 6.895,
      powerDigits: 3,
    },
    {
      name: "C3",
      range: [10, 300, 10e-3],
      driver_ohm: 100,
      neuron_ohm: 60,
      first: [4.85458, -1.86277, -1.16651, 3.38008, 0.47259, 1.077],
      column17: 19.19709,
      gain: 0.579,
      screening: 0.603,
      flips: 1,
      power_uW: 5.707,
      powerDigits: 3,
    },
    {
      name: "C4",
      range: [1, 30, 100e-3],
      driver_ohm: 100,
      neuron_ohm: 60,
      first: [7.8019, -2.45993, -1.36356, 5.43123, 0.86963, 1.94778],
      column17: 31.82924,
      gain: 0.939,
      screening: 0.945,
      flips: 0,
      power_uW: 70.64,
      powerDigits: 2,
    },
    {
      name: "C5",
      range: [0.2, 6, 0.5],
      driver_ohm: 700,
      neuron_ohm: 1,
      first: [7.94452, -2.54488, -1.4169, 5.50626, 0.87035, 1.97122],
      column17: 32.84868,
      gain: 0.965,
      screening: 0.968,
      flips: 0,
      power_uW: 350.8,
      powerDigits: 1,
    },
  ];

  it.each(cases)("$name: currents, gain, sign flips and input power", (expected) => {
    const load = arrayC(expected.range[0]!, expected.range[1]!, expected.range[2]!, expected.neuron_ohm);
    const solution = solveFixed(load, { wire_ohm: 0.668, driver_ohm: expected.driver_ohm });
    const found = currents_uA(solution, load, 0);
    const ideal = idealCurrents_uA(load);
    expect(largestDeviation(found, expected.first)).toBeLessThan(lastDigit(5));
    expect(largestDeviation([found[17]!], [expected.column17])).toBeLessThan(lastDigit(5));
    const slope =
      found.reduce((sum, value, j) => sum + value * ideal[j]!, 0) / ideal.reduce((sum, value) => sum + value ** 2, 0);
    expect(largestDeviation([slope], [expected.gain])).toBeLessThan(lastDigit(3));
    expect(found.filter((value, j) => value * ideal[j]! < 0).length).toBe(expected.flips);
    expect(largestDeviation([solution.inputPower_W[0]! * 1e6], [expected.power_uW])).toBeLessThan(
      lastDigit(expected.powerDigits),
    );
  });

  it.each(cases)("$name: the loading numbers give the screening estimate of the gain", (expected) => {
    const load = arrayC(expected.range[0]!, expected.range[1]!, expected.range[2]!, expected.neuron_ohm);
    const { quantities } = solveFixed(load, { wire_ohm: 0.668, driver_ohm: expected.driver_ohm });
    expect(
      largestDeviation(
        [1 / ((1 + quantities["rowLoading"]!) * (1 + quantities["columnLoading"]!))],
        [expected.screening],
      ),
    ).toBeLessThan(lastDigit(3));
  });

  it("has the ideal currents that the array was drawn for", () => {
    const ideal = idealCurrents_uA(arrayC(10, 300, 10e-3, 60));
    expect(
      largestDeviation([...ideal.slice(0, 6), ideal[17]!], [8.3133, -2.5133, -1.3533, 5.8, 0.9667, 2.1267, 34.0267]),
    ).toBeLessThan(lastDigit(4));
  });
});
