import fc from "fast-check";
import { expect, it } from "vitest";
import { resistorConductances_S } from "../../src/crossbar/array-network.ts";
import type { ArrayNetwork } from "../../src/crossbar/array-network.ts";
import { numbering, resistorNumbering } from "../../src/crossbar/array-numbering.ts";
import { dissect } from "../../src/crossbar/dissection-plan.ts";
import { innerVoltages, reduceArray } from "../../src/crossbar/nested-reduction.ts";
import { analyseNodes } from "./nodal-analysis.ts";
import { exactReduction } from "./rational-network.ts";

const ends = { rowStart: true, rowEnd: true, columnStart: true, columnEnd: true };

it("has every conductance between terminals to 1e-13, for resistances from 1e-18 to 1e18 ohm in one array", () => {
  const arrays = fc
    .record({ rowCount: fc.integer({ min: 1, max: 5 }), columnCount: fc.integer({ min: 1, max: 4 }) })
    .chain((size) => {
      const count = resistorNumbering(size).count;
      return fc.record({
        size: fc.constant(size),
        exponents: fc.array(fc.integer({ min: -60, max: 60 }), { minLength: count, maxLength: count }),
      });
    });
  fc.assert(
    fc.property(arrays, ({ size, exponents }) => {
      const { rowCount, columnCount } = size;
      const node = numbering(size);
      const resistor = resistorNumbering(size);
      const branches: { from: number; to: number; exponent: number }[] = [];
      const add = (from: number, to: number, which: number): void => {
        branches.push({ from, to, exponent: exponents[which]! });
      };
      for (let i = 0; i < rowCount; i++) {
        for (let j = 0; j < columnCount; j++) {
          add(node.rowNode(i, j), node.columnNode(i, j), resistor.cell(i, j));
          add(j === 0 ? node.rowTerminal(i) : node.rowNode(i, j - 1), node.rowNode(i, j), resistor.rowSegment(i, j));
          const below = i + 1 < rowCount ? node.columnNode(i + 1, j) : node.columnTerminal(j);
          add(node.columnNode(i, j), below, resistor.columnSegment(i, j));
        }
        add(node.rowNode(i, columnCount - 1), node.rowTerminal(i), resistor.rowEnd(i));
      }
      for (let j = 0; j < columnCount; j++) add(node.columnNode(0, j), node.columnTerminal(j), resistor.columnStart(j));
      const exact = exactReduction(node.nodeCount, 2 * rowCount * columnCount, branches);
      const found = reduceArray(
        dissect({ ...size, ...ends }),
        Float64Array.from(exponents, (exponent) => 2 ** exponent),
      );
      const terminals = rowCount + columnCount;
      for (const [a, row] of exact.entries()) {
        for (const [b, siemens] of row.entries())
          expect(Math.abs(found[a * terminals + b]! / siemens - 1)).toBeLessThan(1e-13);
      }
    }),
    { numRuns: 60 },
  );
});

it("gives the voltages inside, with and without currents into nodes", () => {
  const network: ArrayNetwork = {
    rowCount: 5,
    columnCount: 7,
    rowsPerInput: 1,
    conductance_S: Float64Array.from({ length: 35 }, (_, k) => 1e-5 * (1 + ((7 * k) % 13))),
    driverResistance_ohm: 100,
    rowResistance_ohm: 20,
    columnResistance_ohm: 30,
    neuronInputResistance_ohm: 60,
  };
  const source_V = [0.1, -0.1, 0.2, 0, -0.3];
  const plan = dissect({
    rowCount: 5,
    columnCount: 7,
    rowStart: true,
    rowEnd: false,
    columnStart: false,
    columnEnd: true,
  });
  const factors = new Float64Array(plan.factorSize);
  reduceArray(plan, resistorConductances_S(network), factors);
  const node = numbering(network);
  const terminal_V = (): Float64Array => {
    const volt = new Float64Array(node.nodeCount);
    for (const [i, level] of source_V.entries()) volt[node.rowTerminal(i)] = level;
    return volt;
  };
  const plain = terminal_V();
  innerVoltages(plan, factors, plain);
  const expected = analyseNodes(network, source_V);
  // Volts of order 0.1 against elimination without regard to structure.
  for (let cell = 0; cell < 35; cell++) {
    expect(Math.abs(plain[cell]! - expected.row_V[cell]!)).toBeLessThan(1e-13);
    expect(Math.abs(plain[35 + cell]! - expected.column_V[cell]!)).toBeLessThan(1e-13);
  }
  // A cell's conductance may be replaced by the current that flows in it.
  const replaced = 17;
  const cell_A = network.conductance_S[replaced]! * (plain[replaced]! - plain[35 + replaced]!);
  const without = { ...network, conductance_S: network.conductance_S.map((value, k) => (k === replaced ? 0 : value)) };
  reduceArray(plan, resistorConductances_S(without), factors);
  const node_A = new Float64Array(node.nodeCount);
  node_A[replaced] = -cell_A;
  node_A[35 + replaced] = cell_A;
  const again = terminal_V();
  innerVoltages(plan, factors, again, node_A);
  for (let k = 0; k < 70; k++) expect(Math.abs(again[k]! - plain[k]!)).toBeLessThan(1e-14);
});
