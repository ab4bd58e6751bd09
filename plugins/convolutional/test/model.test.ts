import { BIAS, defaultsOf } from "@neurofront/core";
import type { ArrayLoad, ArraySolution, LedgerLine } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { convolutional } from "../src/model.ts";
import { convolutionalParameters } from "../src/parameters.ts";

type Design = Parameters<typeof convolutional.solve>[0];

/** Three kernels of 2 x 2 and a bias over 3 x 3 activations. */
const load: ArrayLoad = {
  inputCount: 5,
  outputCount: 3,
  conductance_S: Float64Array.from({ length: 30 }, (_, k) => 1e-5 * (1 + ((7 * k) % 5))),
  windows: {
    positions: 4,
    gather: Int32Array.of(0, 1, 3, 4, BIAS, 1, 2, 4, 5, BIAS, 3, 4, 6, 7, BIAS, 4, 5, 7, 8, BIAS),
  },
  patterns: Float64Array.from({ length: 40 }, (_, k) => [1, -1, 1, 1][k % 4]!),
  patternCount: 8,
  inputVoltage_V: 0.1,
  neuronInputResistance_ohm: 60,
  temperature_K: 300,
  synapsePitch_m: 100e-9,
  synapseCapacitance_F: 0.11e-15,
  cycle_s: 1e-9,
};

function solved(design: Partial<Design> = {}, own: ArrayLoad = load): ArraySolution {
  const answer = convolutional.solve({ ...defaultsOf(convolutionalParameters), ...design }, own);
  if (answer.status !== "ok") throw new Error(answer.violations[0]!.message);
  return answer;
}

const energy_J = ({ energy }: ArraySolution, name: LedgerLine): number =>
  energy.filter(({ line }) => line === name).reduce((sum, entry) => sum + entry.energy_J, 0);
const area_m2 = ({ area }: ArraySolution, name: string): number =>
  area.filter(({ part }) => part === name).reduce((sum, entry) => sum + entry.area_m2, 0);

describe("copies of a kernel array", () => {
  it.each([
    [1, 1, 4],
    [2, 2, 2],
    [9, 4, 1],
  ])("%d wanted: %d work, in %d rounds", (copies, working, rounds) => {
    const solution = solved({ copies });
    expect([solution.copies, solution.quantities["rounds"]]).toEqual([working, rounds]);
  });

  it("solve the same array, whose currents they do not change", () => {
    expect(solved({ copies: 4 }).currentTransfer_S).toEqual(solved().currentTransfer_S);
  });

  // By hand: (5 registers x 3.5 fJ + (fetched + 3 written) x 7 fJ) / 3 kernels.
  it.each([
    [{ copies: 1 }, 11 / 4],
    [{ copies: 4 }, 4],
    [{ copies: 1, windowFetch: "all" } as const, 4],
  ])("fetch what their windows do not share: %j", (design, fetched) => {
    const expected_J = (5 * 3.5e-15 + (fetched + 3) * 7e-15) / 3;
    expect(energy_J(solved(design), "input-latch") / expected_J).toBeCloseTo(1, 12);
  });

  it("share the buffer of nine activations, and have registers of their own", () => {
    const [one, four] = [solved({ copies: 1 }), solved({ copies: 4 })];
    expect(area_m2(one, "activation buffer") / (3 * 4.5e-12)).toBeCloseTo(1, 12);
    expect(area_m2(four, "activation buffer") / ((3 / 4) * 4.5e-12)).toBeCloseTo(1, 12);
    expect(area_m2(four, "window registers")).toBe(area_m2(one, "window registers"));
  });

  it("are farther from the buffer, the more there are: half of the edge of the square of all", () => {
    const bus_m = [1, 2, 4].map((copies) => {
      const { area, quantities } = solved({ copies });
      const all_m2 = 3 * copies * area.reduce((sum, part) => sum + part.area_m2, 0);
      expect(quantities["busLength_m"]! / (Math.sqrt(all_m2) / 2)).toBeCloseTo(1, 12);
      return quantities["busLength_m"]!;
    });
    expect(bus_m).toEqual(bus_m.toSorted((a, b) => a - b));
  });
});

describe("kernels larger than a tile", () => {
  const tiled = { tileRows: 6 } as const;

  it("are summed on the neuron's node: one column, and a wire past the tile below", () => {
    const cell_F = 0.11e-15 + 0.02e-15;
    // Two pairs of rows in the first tile, three in the second: its columns pass six cells.
    const expected_F = 10 * cell_F + 6 * 0.02e-15;
    const columnCapacitance_F = convolutional.columnCapacitance_F(
      { ...defaultsOf(convolutionalParameters), ...tiled },
      load,
    );
    expect(columnCapacitance_F / expected_F).toBeCloseTo(1, 12);
    expect(energy_J(solved(tiled), "sense")).toBe(0);
  });

  it("are converted, held and added where partial sums are digital", () => {
    const solution = solved({ ...tiled, partialSums: "digital" });
    const registers = solution.energy.at(-1)!;
    // Two converters of five bits, 3.5 fJ a register.
    expect(registers.energy_J / (10 * 3.5e-15)).toBeCloseTo(1, 12);
    expect(area_m2(solution, "partial sum registers") / (10 * 4.5e-12)).toBeCloseTo(1, 12);
    expect(energy_J(solution, "sense")).toBeGreaterThan(registers.energy_J);
    // Six steps of 1 ns.
    expect(solution.settling_s - solved(tiled).settling_s).toBeGreaterThan(5.9e-9);
  });
});

it("waits for registers, row and column, for the column only where the neuron does not", () => {
  const solution = solved();
  const { rowSettling_s, columnTimeConstant_s } = solution.quantities;
  expect(solution.settling_s / (100e-12 + rowSettling_s! + columnTimeConstant_s!)).toBeCloseTo(1, 12);
  const settled = solved({}, { ...load, neuronSettlesColumn: true });
  expect(solution.settling_s - settled.settling_s).toBeCloseTo(columnTimeConstant_s!, 18);
});

it("is impossible where a floating column has no synapse that conducts", () => {
  const dead = { ...load, conductance_S: new Float64Array(30), neuronInputResistance_ohm: Infinity };
  const answer = convolutional.solve(defaultsOf(convolutionalParameters), dead);
  expect(answer).toMatchObject({ status: "impossible", violations: [{ code: "not-connected", amount: 1 }] });
});

it.each([
  ["wires-too-cold", "impossible", 77],
  ["wires-too-hot", "invalid", 500],
])("says %s", (code, kind, temperature_K) => {
  const { violations } = convolutional.solve(defaultsOf(convolutionalParameters), { ...load, temperature_K });
  expect(violations).toMatchObject([{ code, kind }]);
});
