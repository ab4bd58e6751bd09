import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveArrayNetwork } from "../../src/crossbar/array-terminals.ts";
import { solveIdealLines } from "../../src/crossbar/ideal-lines.ts";
import type { UniformArray } from "../../src/crossbar/ideal-lines.ts";
import { correctForWires, wireLoading } from "../../src/crossbar/wire-correction.ts";
import type { WireCorrection } from "../../src/crossbar/wire-correction.ts";
import { uniformArrays } from "./uniform-arrays.ts";

const neurons = fc.constantFrom(0, 60, 1e4, Infinity);

/** An array with wires for a given kappa. */
const wired = fc
  .record({ array: uniformArrays(neurons), power: fc.double({ min: -4, max: -0.01, noNaN: true }) })
  .map(({ array, power }) => ({ array, segment_ohm: 10 ** power / wireLoading(array, 1) }));

const levels = fc.array(fc.constantFrom(-1, -0.3, 0, 0.5, 1), { minLength: 5, maxLength: 5 });

function exactly(array: UniformArray, segment_ohm: number) {
  return solveArrayNetwork({ ...array, rowResistance_ohm: segment_ohm, columnResistance_ohm: segment_ohm })!;
}

function form(matrix: Float64Array, x: readonly number[]): number {
  const size = Math.sqrt(matrix.length);
  let sum = 0;
  for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) sum += x[a]! * matrix[a * size + b]! * x[b]!;
  return sum;
}

function net(transfer: Float64Array, { rowCount, columnCount }: UniformArray, x: readonly number[]): number[] {
  return Array.from({ length: columnCount }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < rowCount; i++) sum += (i % 2 === 0 ? 1 : -1) * x[i >> 1]! * transfer[i * columnCount + j]!;
    return sum;
  });
}

function corrected(array: UniformArray, segment_ohm: number): WireCorrection {
  return correctForWires(array, solveIdealLines(array)!, segment_ohm);
}

/** Rounding of the exact solution, relative to what goes in without any loss. */
const rounding = 1e-13;

describe("the bracket", () => {
  it("holds the power of every pattern: P0 - W <= P <= P0 - (1 - kappa) W", () => {
    fc.assert(
      fc.property(wired, levels, ({ array, segment_ohm }, x) => {
        const correction = corrected(array, segment_ohm);
        const middle_W = form(correction.terminals.inputAdmittance_S, x);
        const half_W = correction.relativeWidth * form(correction.inputLoss_S, x);
        const gross_W = form(exactly(array, 0).inputAdmittance_S, x);
        const found_W = form(exactly(array, segment_ohm).inputAdmittance_S, x);
        expect(Math.abs(found_W - middle_W)).toBeLessThanOrEqual(half_W + rounding * gross_W);
      }),
      { numRuns: 500 },
    );
  });

  it("bounds the net current of every neuron and pattern, of floating columns the voltage", () => {
    fc.assert(
      fc.property(wired, levels, ({ array, segment_ohm }, x) => {
        const correction = corrected(array, segment_ohm);
        const found = net(correction.terminals.columnTransfer, array, x);
        const exact = net(exactly(array, segment_ohm).columnTransfer, array, x);
        const gross = Math.max(...exactly(array, 0).columnTransfer);
        for (let j = 0; j < array.columnCount; j++) {
          const bound =
            correction.relativeWidth * Math.sqrt(form(correction.inputLoss_S, x) * correction.neuronLoss[j]!);
          expect(Math.abs(found[j]! - exact[j]!)).toBeLessThanOrEqual(bound + rounding * gross);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("bounds what wires take when they are left out, however resistive", () => {
    fc.assert(
      fc.property(uniformArrays(neurons), fc.constantFrom(0.1, 10, 1000), levels, (array, segment_ohm, x) => {
        const correction = corrected(array, segment_ohm);
        const ideal = net(exactly(array, 0).columnTransfer, array, x);
        const exact = net(exactly(array, segment_ohm).columnTransfer, array, x);
        const gross = Math.max(...exactly(array, 0).columnTransfer);
        for (let j = 0; j < array.columnCount; j++) {
          const bound = Math.sqrt(form(correction.inputLoss_S, x) * correction.neuronLoss[j]!);
          expect(Math.abs(ideal[j]! - exact[j]!)).toBeLessThanOrEqual(bound + rounding * gross);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it("is the first order: what is left falls with the square of the wires' resistance", () => {
  const array: UniformArray = {
    rowCount: 8,
    columnCount: 5,
    rowsPerInput: 2,
    conductance_S: Float64Array.from({ length: 40 }, (_, k) => 1e-5 * (1 + ((7 * k) % 13))),
    driverResistance_ohm: 100,
    neuronInputResistance_ohm: 60,
  };
  const left = (segment_ohm: number): number => {
    // Without the half width that moves the result to the middle of the bracket.
    const ideal = exactly(array, 0).columnTransfer;
    const { terminals, relativeWidth } = corrected(array, segment_ohm);
    const exact = exactly(array, segment_ohm).columnTransfer;
    return Math.max(
      ...Array.from(exact, (value, k) =>
        Math.abs(value - ideal[k]! - (terminals.columnTransfer[k]! - ideal[k]!) / (1 - relativeWidth)),
      ),
    );
  };
  expect(left(1) / left(0.5)).toBeCloseTo(4, 1);
  expect(left(0.1) / left(0.05)).toBeCloseTo(4, 2);
});

it("has the kappa of a small array by hand", () => {
  const array = {
    rowCount: 2,
    columnCount: 3,
    conductance_S: Float64Array.of(1e-3, 2e-3, 3e-3, 4e-3, 5e-3, 6e-3),
  };
  // Second row 4 + 2 * 5 + 3 * 6, third column 2 * 3 + 6, in mS.
  expect(wireLoading(array, 2)).toBeCloseTo(2 * (32e-3 + 12e-3), 15);
});
