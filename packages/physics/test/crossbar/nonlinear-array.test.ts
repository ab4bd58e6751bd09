import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveArrayNetwork } from "../../src/crossbar/array-terminals.ts";
import { cellStates } from "../../src/crossbar/nonlinear-array.ts";
import type { NonlinearArray } from "../../src/crossbar/nonlinear-array.ts";
import { eliminate, nodalSystem } from "./nodal-analysis.ts";

const rowCount = 4;
const columnCount = 3;
const cells = rowCount * columnCount;
const conductance_S = Float64Array.from({ length: cells }, (_, k) => 1e-5 * (1 + ((7 * k) % 11)));

/** Hyperbolic sine of a scale of its own for every cell: nothing is separable. */
const sinhLaw =
  (sharpness: number) =>
  (index: number, volt: number): number => {
    const scale_V = (0.3 + 0.1 * (index % 3)) / sharpness;
    return conductance_S[index]! * scale_V * Math.sinh(volt / scale_V);
  };

function arrayWith(law: NonlinearArray["cellCurrent_A"], neuron_ohm: number): NonlinearArray {
  return {
    rowCount,
    columnCount,
    conductance_S,
    driverResistance_ohm: 200,
    rowResistance_ohm: 30,
    columnResistance_ohm: 40,
    neuronInputResistance_ohm: neuron_ohm,
    cellCurrent_A: law,
  };
}

/** All nodes as unknowns, the law linearised at every cell, small steps at the beginning: cell currents by brute force. */
function bruteForce(law: NonlinearArray["cellCurrent_A"], neuron_ohm: number, row_V: readonly number[]): Float64Array {
  const size = 2 * cells;
  let voltage = new Float64Array(size);
  for (let part = 1; part <= 60; part++) {
    const drive = Math.min(part / 40, 1);
    const { matrix, connect } = nodalSystem(size);
    for (let i = 0; i < rowCount; i++) {
      for (let j = 0; j < columnCount; j++) {
        const cell = i * columnCount + j;
        if (j === 0) connect(cell, undefined, 1 / 230, drive * row_V[i]!);
        else connect(cell, cell - 1, 1 / 30);
        if (i + 1 < rowCount) connect(cells + cell, cells + cell + columnCount, 1 / 40);
        else connect(cells + cell, undefined, 1 / (40 + neuron_ohm));
        const volt = voltage[cell]! - voltage[cells + cell]!;
        const slope_S = (law(cell, volt + 1e-6) - law(cell, volt - 1e-6)) / 2e-6;
        const beside_A = law(cell, volt) - slope_S * volt;
        connect(cell, cells + cell, slope_S);
        matrix[cell]![size]! -= beside_A;
        matrix[cells + cell]![size]! += beside_A;
      }
    }
    voltage = eliminate(matrix) as Float64Array<ArrayBuffer>;
  }
  return Float64Array.from({ length: cells }, (_, cell) => law(cell, voltage[cell]! - voltage[cells + cell]!));
}

const largest = (values: ArrayLike<number>): number => Math.max(...Array.from(values, Math.abs));

describe("cells with a law", () => {
  // Sharpness 5: a hyperbolic sine of up to about 5, 15 times the ohmic current.
  it.each([
    { sharpness: 0.1, neuron_ohm: 60 },
    { sharpness: 1, neuron_ohm: 60 },
    { sharpness: 5, neuron_ohm: 60 },
    { sharpness: 1, neuron_ohm: 1e5 },
    { sharpness: 5, neuron_ohm: Infinity },
  ])(
    "have the currents of brute force, sharpness $sharpness, neurons of $neuron_ohm ohm",
    ({ sharpness, neuron_ohm }) => {
      const law = sinhLaw(sharpness);
      const row_V = [0.5, -0.5, 0.5, -0.3];
      const state = cellStates(arrayWith(law, neuron_ohm), Float64Array.from(row_V));
      const expected = bruteForce(law, neuron_ohm, row_V);
      expect(state.residual).toBeLessThan(1e-11);
      // Brute force ends where its differences of 1 uV let it.
      expect(largest(state.cell_A.map((ampere, k) => ampere - expected[k]!)) / largest(expected)).toBeLessThan(1e-9);
    },
  );

  it("are a linear array when the law is Ohm's", () => {
    const row_V = Float64Array.of(0.1, -0.2, 0.3, 0);
    const array = arrayWith((index, volt) => conductance_S[index]! * volt, 60);
    const { cell_A } = cellStates(array, row_V);
    const { columnTransfer } = solveArrayNetwork({ ...array, rowsPerInput: 1 })!;
    for (let j = 0; j < columnCount; j++) {
      let law_A = 0;
      let linear_A = 0;
      for (let i = 0; i < rowCount; i++) {
        law_A += cell_A[i * columnCount + j]!;
        linear_A += row_V[i]! * columnTransfer[i * columnCount + j]!;
      }
      expect(Math.abs(law_A - linear_A)).toBeLessThan(1e-13 * largest(cell_A));
    }
  });

  it("meet Kirchhoff's law: no current leaves a floating column", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: rowCount, maxLength: rowCount }),
        (sharpness, row_V) => {
          const { cell_A } = cellStates(arrayWith(sinhLaw(sharpness), Infinity), Float64Array.from(row_V));
          for (let j = 0; j < columnCount; j++) {
            let sum_A = 0;
            for (let i = 0; i < rowCount; i++) sum_A += cell_A[i * columnCount + j]!;
            expect(Math.abs(sum_A)).toBeLessThanOrEqual(1e-11 * largest(cell_A));
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("do nothing without voltage", () => {
    const state = cellStates(arrayWith(sinhLaw(1), 60), new Float64Array(rowCount));
    expect(largest(state.cell_A)).toBe(0);
    expect(state.residual).toBe(0);
  });
});
