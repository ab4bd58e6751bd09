import fc from "fast-check";
import { expect, it } from "vitest";
import { solveArrayNetwork } from "../../src/crossbar/array-terminals.ts";
import { solveIdealLines } from "../../src/crossbar/ideal-lines.ts";
import { uniformArrays } from "./uniform-arrays.ts";

const neurons = fc.constantFrom(0, 60, 1e5, Infinity);

function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  const scale = Math.max(...Array.from(expected, Math.abs));
  return Math.max(...Array.from(expected, (value, k) => Math.abs(found[k]! - value))) / scale;
}

it("is the array with wires of zero resistance", () => {
  fc.assert(
    fc.property(uniformArrays(neurons), fc.constantFrom<1 | 2>(1, 2), (pairs, rowsPerInput) => {
      const array = { ...pairs, rowsPerInput };
      const { terminals } = solveIdealLines(array)!;
      const exact = solveArrayNetwork({ ...array, rowResistance_ohm: 0, columnResistance_ohm: 0 })!;
      // Two ways through the same sums of positive numbers; the admittance of pairs is a difference of them.
      expect(largestDifference(terminals.columnTransfer, exact.columnTransfer)).toBeLessThan(1e-13);
      expect(largestDifference(terminals.inputAdmittance_S, exact.inputAdmittance_S)).toBeLessThan(1e-12);
    }),
  );
});

it("has the voltages of the columns that its transfer says", () => {
  fc.assert(
    fc.property(uniformArrays(fc.constantFrom(60, 1e5)), (array) => {
      const { terminals, columnPerRow } = solveIdealLines(array)!;
      for (const [index, volt] of columnPerRow.entries())
        expect(Math.abs(terminals.columnTransfer[index]! * array.neuronInputResistance_ohm - volt)).toBeLessThan(1e-15);
    }),
  );
});

it("says when a floating column is not connected", () => {
  const array = {
    rowCount: 2,
    columnCount: 2,
    rowsPerInput: 2 as const,
    conductance_S: Float64Array.of(1e-4, 0, 1e-4, 0),
    driverResistance_ohm: 10,
    neuronInputResistance_ohm: Infinity,
  };
  expect(solveIdealLines(array)).toBeUndefined();
  const { columnPerRow } = solveIdealLines({ ...array, neuronInputResistance_ohm: 60 })!;
  expect([...columnPerRow].map((volt) => volt > 0)).toEqual([true, false, true, false]);
});
