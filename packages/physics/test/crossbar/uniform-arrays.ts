import fc from "fast-check";
import type { UniformArray } from "../../src/crossbar/ideal-lines.ts";

/** Small arrays in pairs of rows, with every cell between 1 uS and 1 mS. */
export function uniformArrays(neuron_ohm: fc.Arbitrary<number>): fc.Arbitrary<UniformArray> {
  return fc
    .record({ pairs: fc.integer({ min: 1, max: 5 }), columnCount: fc.integer({ min: 1, max: 6 }) })
    .chain(({ pairs, columnCount }) =>
      fc.record({
        rowCount: fc.constant(2 * pairs),
        columnCount: fc.constant(columnCount),
        rowsPerInput: fc.constant(2 as const),
        conductance_S: fc
          .array(fc.double({ min: -6, max: -3, noNaN: true }), {
            minLength: 2 * pairs * columnCount,
            maxLength: 2 * pairs * columnCount,
          })
          .map((powers) => Float64Array.from(powers, (power) => 10 ** power)),
        driverResistance_ohm: fc.constantFrom(0, 10, 1000),
        neuronInputResistance_ohm: neuron_ohm,
      }),
    );
}
