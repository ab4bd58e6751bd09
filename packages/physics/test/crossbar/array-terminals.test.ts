import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArrayNetwork } from "../../src/crossbar/array-network.ts";
import { planFor, solveArrayNetwork } from "../../src/crossbar/array-terminals.ts";
import type { ArrayTerminals } from "../../src/crossbar/array-terminals.ts";
import { analyseNodes } from "./nodal-analysis.ts";

const siemens = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: -5, max: -3, noNaN: true }).map((power) => 10 ** power) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const ohm = fc.double({ min: -1, max: 2, noNaN: true }).map((power) => 10 ** power);

/** Arrays whose lines are alike. */
interface PlainArray extends ArrayNetwork {
  readonly driverResistance_ohm: number;
  readonly rowResistance_ohm: number;
  readonly columnResistance_ohm: number;
  readonly neuronInputResistance_ohm: number;
}

function arrays(neuron: fc.Arbitrary<number>): fc.Arbitrary<PlainArray> {
  return fc
    .record({ rowCount: fc.integer({ min: 1, max: 7 }), columnCount: fc.integer({ min: 1, max: 6 }) })
    .chain(({ rowCount, columnCount }) =>
      fc.record({
        rowCount: fc.constant(rowCount),
        columnCount: fc.constant(columnCount),
        rowsPerInput: fc.constant(1 as const),
        // The first row conducts everywhere, so that every column has a voltage when it floats.
        conductance_S: fc
          .array(siemens, { minLength: rowCount * columnCount, maxLength: rowCount * columnCount })
          .map((values) => Float64Array.from(values, (value, k) => (k < columnCount ? value + 1e-5 : value))),
        driverResistance_ohm: ohm,
        rowResistance_ohm: ohm,
        columnResistance_ohm: ohm,
        neuronInputResistance_ohm: neuron,
      }),
    );
}

function solved(network: ArrayNetwork): ArrayTerminals {
  const terminals = solveArrayNetwork(network);
  if (terminals === undefined) throw new Error("a column of the network floats unconnected");
  return terminals;
}

function arriving({ columnTransfer }: ArrayTerminals, columnCount: number, source_V: readonly number[]): number[] {
  return Array.from({ length: columnCount }, (_, j) =>
    source_V.reduce((sum, volt, i) => sum + volt * columnTransfer[i * columnCount + j]!, 0),
  );
}

function drawn({ inputAdmittance_S }: ArrayTerminals, source_V: readonly number[]): number[] {
  return source_V.map((_, i) =>
    source_V.reduce((sum, volt, k) => sum + volt * inputAdmittance_S[i * source_V.length + k]!, 0),
  );
}

/** Largest difference relative to the largest entry; infinite when the lengths differ or a number is missing. */
function deviation(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  const scale = Math.max(...Array.from(expected, Math.abs), Number.MIN_VALUE);
  const largest = Math.max(...Array.from(expected, (value, k) => Math.abs(found[k]! - value) / scale));
  return found.length === expected.length && !Number.isNaN(largest) ? largest : Infinity;
}

// Elimination without regard to structure keeps ten digits with resistances from 0.1 ohm to 100 kohm; hence 1e-9.
describe("against nodal analysis with every node an unknown", () => {
  const millivolts = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 7, maxLength: 7 });
  const voltages = millivolts.map((levels) => levels.map((level) => level / 1000));

  it("has the same neuron currents and driver currents", () => {
    fc.assert(
      fc.property(arrays(ohm), voltages, (network, levels) => {
        const source_V = levels.slice(0, network.rowCount);
        const nodes = analyseNodes(network, source_V);
        const terminals = solved(network);
        const neuron_A = nodes.neuron_V.map((volt) => volt / network.neuronInputResistance_ohm);
        const largest = Math.max(...nodes.driver_A.map(Math.abs), 1e-12);
        expect(
          deviation([...arriving(terminals, network.columnCount, source_V), largest], [...neuron_A, largest]),
        ).toBeLessThan(1e-9);
        expect(deviation(drawn(terminals, source_V), nodes.driver_A)).toBeLessThan(1e-9);
      }),
    );
  });

  it("has the same voltages on floating columns", () => {
    fc.assert(
      fc.property(arrays(fc.constant(Infinity)), voltages, (network, levels) => {
        const source_V = levels.slice(0, network.rowCount);
        const nodes = analyseNodes(network, source_V);
        expect(
          deviation([...arriving(solved(network), network.columnCount, source_V), 1], [...nodes.neuron_V, 1]),
        ).toBeLessThan(1e-9);
      }),
    );
  });

  it("draws the power that the resistors dissipate, and never less than none", () => {
    fc.assert(
      fc.property(arrays(fc.oneof(ohm, fc.constant(Infinity))), voltages, (network, levels) => {
        const source_V = levels.slice(0, network.rowCount);
        const power_W = drawn(solved(network), source_V).reduce((sum, ampere, i) => sum + ampere * source_V[i]!, 0);
        const gross_W = source_V.reduce((sum, volt) => sum + volt ** 2, 0) * 1e-2;
        expect(power_W).toBeGreaterThanOrEqual(-1e-12 * gross_W);
        expect(Math.abs(power_W - analyseNodes(network, source_V).dissipation_W)).toBeLessThanOrEqual(1e-9 * gross_W);
      }),
    );
  });
});

/** Each resistance by itself, lines with terminals at one end or at both, some broken. */
const generalArrays: fc.Arbitrary<ArrayNetwork> = arrays(ohm).chain((plain) => {
  const { rowCount, columnCount } = plain;
  const each = (count: number, open: number) =>
    fc
      .array(fc.oneof({ weight: 10, arbitrary: ohm }, { weight: open, arbitrary: fc.constant(Infinity) }), {
        minLength: count,
        maxLength: count,
      })
      .map((values) => Float64Array.from(values));
  return fc
    .record({
      driverResistance_ohm: each(rowCount, 2),
      rowResistance_ohm: each(rowCount * columnCount, 1),
      columnResistance_ohm: each(rowCount * columnCount, 1),
      neuronInputResistance_ohm: each(columnCount, 0),
      rowEnd: fc.option(each(rowCount, 2), { nil: undefined }),
      columnStart: fc.option(each(columnCount, 2), { nil: undefined }),
    })
    .map(({ rowEnd, columnStart, ...resistances }) => ({
      ...plain,
      conductance_S: plain.conductance_S.map((value) => value + 1e-6),
      ...resistances,
      ...(rowEnd === undefined ? {} : { rowEndResistance_ohm: rowEnd }),
      ...(columnStart === undefined ? {} : { columnStartResistance_ohm: columnStart }),
    }));
});

describe("terminals at both ends, lines of their own resistances, broken lines", () => {
  it("has the currents of nodal analysis", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        generalArrays,
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 }),
        (network, levels) => {
          const source_V = levels.slice(0, network.rowCount);
          const nodes = analyseNodes(network, source_V);
          // Broken lines may cut off a part, whose voltages nodal analysis cannot give.
          const voltages = [...nodes.row_V, ...nodes.column_V, ...nodes.neuron_V];
          if (!voltages.every((volt) => Math.abs(volt) <= 1)) return;
          compared++;
          const terminals = solved(network);
          const scale = [1e-6];
          expect(
            deviation([...arriving(terminals, network.columnCount, source_V), ...scale], [...nodes.neuron_A, ...scale]),
          ).toBeLessThan(1e-9);
          expect(deviation([...drawn(terminals, source_V), ...scale], [...nodes.driver_A, ...scale])).toBeLessThan(
            1e-9,
          );
        },
      ),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it("does not mind in which order independent lines stand, when wires have no resistance", () => {
    fc.assert(
      fc.property(arrays(ohm), fc.array(fc.integer(), { minLength: 7, maxLength: 7 }), (plain, keys) => {
        const network = { ...plain, rowResistance_ohm: 0, columnResistance_ohm: 0 };
        const { rowCount, columnCount, conductance_S } = network;
        const order = Array.from({ length: rowCount }, (_, i) => i).toSorted((a, b) => keys[a]! - keys[b]! || a - b);
        const permuted = Float64Array.from(conductance_S, (_, index) => {
          const i = Math.floor(index / columnCount);
          return conductance_S[order[i]! * columnCount + (index % columnCount)]!;
        });
        const found = solved({ ...network, conductance_S: permuted }).columnTransfer;
        const expected = solved(network).columnTransfer;
        expect(
          deviation(
            found,
            Float64Array.from(
              found,
              (_, index) => expected[order[Math.floor(index / columnCount)]! * columnCount + (index % columnCount)]!,
            ),
          ),
        ).toBeLessThan(1e-13);
      }),
    );
  });

  it("delivers nothing through wires of infinite resistance, and less and less on the way there", () => {
    fc.assert(
      fc.property(arrays(ohm), (network) => {
        expect(Math.max(...solved({ ...network, rowResistance_ohm: Infinity }).columnTransfer)).toBe(0);
        expect(Math.max(...solved({ ...network, columnResistance_ohm: Infinity }).columnTransfer)).toBe(0);
        // One segment of 1e15 ohm in series leaves no cell of a column more than 1e-15 S.
        expect(Math.max(...solved({ ...network, columnResistance_ohm: 1e15 }).columnTransfer)).toBeLessThan(1.0001e-15);
      }),
    );
  });

  it("gives a broken row to the driver that still reaches it", () => {
    const broken: ArrayNetwork = {
      rowCount: 1,
      columnCount: 3,
      rowsPerInput: 1,
      conductance_S: Float64Array.of(1e-4, 2e-4, 3e-4),
      driverResistance_ohm: 0,
      rowResistance_ohm: Float64Array.of(0, Infinity, 0),
      columnResistance_ohm: 0,
      neuronInputResistance_ohm: 0,
    };
    expect(deviation(solved(broken).columnTransfer, [1e-4, 0, 0])).toBeLessThan(1e-15);
    expect(
      deviation(solved({ ...broken, rowEndResistance_ohm: 1e4 }).columnTransfer, [1e-4, 2e-4 / 6, 3e-4 / 6]),
    ).toBeLessThan(1e-15);
  });
});

describe("laws", () => {
  it("is reciprocal: neurons and drivers may change places", () => {
    fc.assert(
      fc.property(arrays(ohm), (network) => {
        const { rowCount, columnCount, conductance_S } = network;
        const exchanged = solved({
          rowCount: columnCount,
          columnCount: rowCount,
          rowsPerInput: 1,
          // Seen from the neurons: last row first, and columns in the order in which they end at the drivers.
          conductance_S: Float64Array.from(conductance_S, (_, index) => {
            const j = columnCount - 1 - Math.floor(index / rowCount);
            const i = rowCount - 1 - (index % rowCount);
            return conductance_S[i * columnCount + j]!;
          }),
          driverResistance_ohm: network.neuronInputResistance_ohm,
          rowResistance_ohm: network.columnResistance_ohm,
          columnResistance_ohm: network.rowResistance_ohm,
          neuronInputResistance_ohm: network.driverResistance_ohm,
        });
        const back = Float64Array.from(conductance_S, (_, index) => {
          const i = Math.floor(index / columnCount);
          const j = index % columnCount;
          return exchanged.columnTransfer[(columnCount - 1 - j) * rowCount + (rowCount - 1 - i)]!;
        });
        expect(deviation(solved(network).columnTransfer, back)).toBeLessThan(1e-12);
      }),
    );
  });

  it("conducts less into every row when any resistance grows (Rayleigh)", () => {
    const grows = fc.constantFrom(
      "driverResistance_ohm",
      "rowResistance_ohm",
      "columnResistance_ohm",
      "neuronInputResistance_ohm",
    );
    fc.assert(
      fc.property(arrays(ohm), grows, (network, name) => {
        const less = solved({ ...network, [name]: network[name] * 2 }).inputAdmittance_S;
        const more = solved(network).inputAdmittance_S;
        for (let i = 0; i < network.rowCount; i++) {
          const at = i * network.rowCount + i;
          expect(less[at]!).toBeLessThanOrEqual(more[at]! * (1 + 1e-12));
        }
      }),
    );
  });

  it("never gains: column currents add up to at most the source current", () => {
    fc.assert(
      fc.property(arrays(ohm), (network) => {
        const { rowCount, columnCount } = network;
        const { columnTransfer, inputAdmittance_S } = solved(network);
        for (let i = 0; i < rowCount; i++) {
          const row = columnTransfer.subarray(i * columnCount, (i + 1) * columnCount);
          for (const transfer of row) expect(transfer).toBeGreaterThanOrEqual(-1e-20);
          expect(row.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(
            inputAdmittance_S[i * rowCount + i]! * (1 + 1e-12),
          );
        }
      }),
    );
  });
});

describe("rows in pairs", () => {
  /** +1 for the even row of each pair and -1 for the odd one, as much as there are rows. */
  const signs = (rowCount: number): number[] => Array.from({ length: rowCount }, (_, row) => (row % 2 === 0 ? 1 : -1));

  it("draw the difference of the currents that the rows draw one by one", () => {
    fc.assert(
      fc.property(arrays(fc.oneof(ohm, fc.constant(0), fc.constant(Infinity))), (network) => {
        const single = solved(network);
        const paired = solved({ ...network, rowsPerInput: 2 });
        const sign = signs(network.rowCount);
        const inputCount = Math.ceil(network.rowCount / 2);
        const difference = new Float64Array(inputCount * inputCount);
        for (let i = 0; i < network.rowCount; i++) {
          for (let k = 0; k < network.rowCount; k++) {
            difference[(i >> 1) * inputCount + (k >> 1)]! +=
              sign[i]! * sign[k]! * single.inputAdmittance_S[i * network.rowCount + k]!;
          }
        }
        expect(deviation(paired.inputAdmittance_S, difference)).toBeLessThan(1e-13);
        expect(paired.columnTransfer).toStrictEqual(single.columnTransfer);
      }),
    );
  });
});

describe("resistances of zero", () => {
  const zeroes = { driverResistance_ohm: 0, rowResistance_ohm: 0, columnResistance_ohm: 0 };
  const some: ArrayNetwork = {
    rowCount: 3,
    columnCount: 2,
    rowsPerInput: 1,
    conductance_S: Float64Array.of(300e-6, 20e-6, 10e-6, 0, 50e-6, 120e-6),
    ...zeroes,
    neuronInputResistance_ohm: 60,
  };

  it("without any resistance delivers the conductances", () => {
    const { columnTransfer, inputAdmittance_S } = solved({ ...some, neuronInputResistance_ohm: 0 });
    expect(deviation(columnTransfer, some.conductance_S)).toBeLessThan(1e-15);
    expect(deviation(inputAdmittance_S, [320e-6, 0, 0, 0, 10e-6, 0, 0, 0, 170e-6])).toBeLessThan(1e-15);
  });

  it("with neurons only divides by 1 + R sum of G", () => {
    const { columnTransfer } = solved(some);
    expect(
      deviation(
        columnTransfer,
        some.conductance_S.map((value, index) => value / (1 + 60 * (index % 2 === 0 ? 360e-6 : 140e-6))),
      ),
    ).toBeLessThan(1e-14);
  });

  it("with floating columns gives the conductance-weighted mean of the row voltages", () => {
    const { columnTransfer } = solved({ ...some, neuronInputResistance_ohm: Infinity });
    expect(
      deviation(
        columnTransfer,
        some.conductance_S.map((value, index) => value / (index % 2 === 0 ? 360e-6 : 140e-6)),
      ),
    ).toBeLessThan(1e-14);
  });

  it("is the limit of small ones", () => {
    fc.assert(
      fc.property(
        arrays(ohm),
        fc.subarray(["driverResistance_ohm", "rowResistance_ohm", "columnResistance_ohm", "neuronInputResistance_ohm"]),
        (network, names) => {
          const exact = solved({ ...network, ...Object.fromEntries(names.map((name) => [name, 0])) });
          const small = solved({ ...network, ...Object.fromEntries(names.map((name) => [name, 1e-9])) });
          // 1e-9 ohm against 1e3 ohm and more of the synapses, up to 42 of them on a wire.
          expect(deviation(small.columnTransfer, exact.columnTransfer)).toBeLessThan(1e-9);
          expect(deviation(small.inputAdmittance_S, exact.inputAdmittance_S)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it("loses no digit to wires that conduct far better than the synapses", () => {
    fc.assert(
      fc.property(arrays(fc.constant(60)), fc.double({ min: -15, max: -9, noNaN: true }), (network, power) => {
        const exact = solved({ ...network, columnResistance_ohm: 0 });
        const nearly = solved({ ...network, columnResistance_ohm: 10 ** power });
        // 1e-9 ohm against 1e3 ohm of a synapse and 60 ohm of a neuron: at most 6 wires of 2e-11 of the neuron's resistance.
        expect(deviation(nearly.columnTransfer, exact.columnTransfer)).toBeLessThan(1e-9 * 10 ** (power + 9) + 1e-14);
      }),
    );
  });

  it("says when a floating column is not connected", () => {
    const unconnected = { ...some, conductance_S: Float64Array.of(1e-4, 0, 1e-4, 0, 1e-4, 0) };
    expect(solveArrayNetwork({ ...unconnected, neuronInputResistance_ohm: Infinity })).toBeUndefined();
    const { columnTransfer } = solved(unconnected);
    expect([...columnTransfer].map((transfer) => transfer > 0)).toEqual([true, false, true, false, true, false]);
  });
});

it("plans of the shapes that a search meets in turn are made once", () => {
  const ends = { rowStart: true, rowEnd: false, columnStart: false, columnEnd: true };
  const shapes = [3, 4, 5, 6].flatMap((rowCount) => [
    { ...ends, rowCount, columnCount: 2 },
    { ...ends, rowCount, columnCount: 2, columnEnd: false },
  ]);
  const plansOf = (): unknown[] => shapes.map((shape) => planFor({ ...shape }));
  const plans = plansOf();
  expect(new Set(plans).size).toBe(shapes.length);
  expect(shapes.map((shape) => planFor(shape).shape)).toStrictEqual(shapes);
  for (const [index, plan] of plansOf().entries()) expect(plan).toBe(plans[index]);
});
