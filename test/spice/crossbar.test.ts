/**
 * The crossbar's netlist in ngspice against its solver: two independent ways from the same resistances to the currents.
 */
import { describe, expect, it } from "vitest";
import { bothWays, largestError, randomArray } from "./crossbar-both-ways.ts";
import type { CellArray, Resistances } from "./crossbar-both-ways.ts";
import { withoutNgspice } from "./ngspice.ts";

/**
 * Of the largest neuron current. Both are direct solutions in double precision; the solver's own rounding and that of ngspice's
 * sparse elimination leave 1e-13 to 1e-12.
 */
const tolerance = 1e-9;

const differential = (inputs: readonly number[], volt: number): number[] =>
  inputs.flatMap((x) => [x * volt, -x * volt]);

/** The arrays of the plugin's reference tests. */
const positive = [300, 20, 150, 50, 250, 100, 200, 120, 10];
const negative = [10, 200, 60, 180, 30, 280, 40, 90, 220];
const arrayA: CellArray = {
  rows: 6,
  columns: 3,
  conductance_S: Float64Array.from(
    [0, 1, 2].flatMap((k) => [...positive.slice(3 * k, 3 * k + 3), ...negative.slice(3 * k, 3 * k + 3)]),
    (value) => value * 1e-6,
  ),
  source_V: differential([1, 1, 1], 10e-3),
};
const arrayB = (source_V: readonly number[]): CellArray => ({
  rows: 8,
  columns: 8,
  conductance_S: Float64Array.from({ length: 64 }, (_, index) => {
    const [i, j] = [Math.floor(index / 8), index % 8];
    return 10e-6 + (290e-6 * ((7 * i + 3 * j + i * j) % 16)) / 15;
  }),
  source_V,
});
const arrayC = (least_uS: number, largest_uS: number, volt: number): CellArray => {
  const conductance_S = new Float64Array(50 * 26);
  for (let i = 0; i < 25; i++) {
    for (let j = 0; j < 26; j++) {
      const level = ((11 * i + 7 * j + 3 * i * j) % 31) - 15;
      const at = (part: number): number => (least_uS + (Math.max(part, 0) / 15) * (largest_uS - least_uS)) * 1e-6;
      conductance_S[2 * i * 26 + j] = at(level);
      conductance_S[(2 * i + 1) * 26 + j] = at(-level);
    }
  }
  const inputs = Array.from({ length: 25 }, (_, i) => ((5 * i) % 3 === 0 ? 0 : 1));
  return { rows: 50, columns: 26, conductance_S, source_V: differential(inputs, volt) };
};
const alternating = [10e-3, -10e-3, 10e-3, -10e-3, 10e-3, -10e-3, 10e-3, -10e-3];
const equal = Array.from({ length: 8 }, () => 0.1);

describe.skipIf(withoutNgspice)("the crossbar in ngspice", () => {
  it.each([
    { name: "A", array: arrayA, wire_ohm: 2.5, driver_ohm: 100, neuron_ohm: 60 },
    { name: "B1", array: arrayB(alternating), wire_ohm: 2.5, driver_ohm: 100, neuron_ohm: 60 },
    { name: "B2", array: arrayB(equal), wire_ohm: 5, driver_ohm: 1, neuron_ohm: 1 },
    { name: "B3", array: arrayB(equal), wire_ohm: 2.5, driver_ohm: 100, neuron_ohm: 60 },
    { name: "C1", array: arrayC(10, 300, 10e-3), wire_ohm: 0.668, driver_ohm: 1, neuron_ohm: 60 },
    { name: "C2", array: arrayC(10, 300, 10e-3), wire_ohm: 0.668, driver_ohm: 10, neuron_ohm: 60 },
    { name: "C3", array: arrayC(10, 300, 10e-3), wire_ohm: 0.668, driver_ohm: 100, neuron_ohm: 60 },
    { name: "C4", array: arrayC(1, 30, 100e-3), wire_ohm: 0.668, driver_ohm: 100, neuron_ohm: 60 },
    { name: "C5", array: arrayC(0.2, 6, 0.5), wire_ohm: 0.668, driver_ohm: 700, neuron_ohm: 1 },
  ])("has the neuron currents of reference array $name", async ({ array, ...resistances }) => {
    expect(largestError(await bothWays(array, resistances))).toBeLessThan(tolerance);
  });

  const shapes: readonly (readonly [inputs: number, columns: number])[] = [
    [1, 1],
    [1, 7],
    [5, 1],
    [3, 11],
    [13, 4],
    [16, 16],
  ];
  const terminals: readonly Resistances[] = [
    { wire_ohm: 2.5, driver_ohm: 100, neuron_ohm: 60 },
    { wire_ohm: 0, driver_ohm: 100, neuron_ohm: 60 },
    { wire_ohm: 2.5, driver_ohm: 0, neuron_ohm: 1e4 },
    { wire_ohm: 2.5, driver_ohm: "sized", neuron_ohm: 0 },
    { wire_ohm: 0.668, driver_ohm: 10, neuron_ohm: Infinity },
    { wire_ohm: 0, driver_ohm: 0, neuron_ohm: Infinity },
  ];
  it.each(shapes.flatMap(([inputs, columns]) => terminals.map((resistances) => ({ inputs, columns, ...resistances }))))(
    "has the currents of a random array of $inputs pairs of rows and $columns columns, wires $wire_ohm, drivers $driver_ohm, neurons $neuron_ohm ohm",
    async ({ inputs, columns, ...resistances }) => {
      const found = await bothWays(randomArray(inputs, columns), resistances);
      expect(largestError(found)).toBeLessThan(tolerance);
    },
  );
});
