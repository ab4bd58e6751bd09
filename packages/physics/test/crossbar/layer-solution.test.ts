import type { PairedRows } from "../../src/crossbar/paired-rows.ts";
import { describe, expect, it } from "vitest";
import { solveLayer } from "../../src/crossbar/layer-solution.ts";
import type { LayerSolution } from "../../src/crossbar/layer-solution.ts";
import { tileLayout } from "../../src/crossbar/tile-layout.ts";
import { eliminate, nodalSystem } from "./nodal-analysis.ts";

const inputs = 6;
const neurons = 5;

function loadWith(neuronInputResistance_ohm: number): PairedRows {
  return {
    inputCount: inputs,
    outputCount: neurons,
    conductance_S: Float64Array.from({ length: 2 * inputs * neurons }, (_, k) => 1e-5 * (1 + ((7 * k) % 23))),
    patterns: Float64Array.from({ length: 2 * inputs }, (_, k) => [1, 0, -1, 0.5][k % 4]!),
    patternCount: 2,
    inputVoltage_V: 0.1,
    neuronInputResistance_ohm,
  };
}

interface Cut {
  readonly rows: number;
  readonly columns: number;
  readonly joined: boolean;
}

function solved(
  load: PairedRows,
  { rows, columns, joined }: Cut,
  wires: "exact" | "certified" | "ideal",
  allowed = 0.01,
) {
  const solution = solveLayer(
    {
      load,
      layout: tileLayout(2 * inputs, neurons, rows, columns),
      columnsAreJoined: joined,
      driverResistance_ohm: 50,
      segmentResistance_ohm: 5,
    },
    wires,
    allowed,
  );
  if (solution === undefined) throw new Error("a column of the layer floats unconnected");
  return solution;
}

function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  const scale = Math.max(...Array.from(expected, Math.abs));
  return Math.max(...Array.from(expected, (value, k) => Math.abs(found[k]! - value))) / scale;
}

/**
 * Tiles joined at the neurons by nodal analysis of all of them at once: per volt on each row what arrives at the neurons, as
 * current or as voltage.
 */
function joinedByNodes(load: PairedRows, cut: Cut): Float64Array {
  const { rowStarts, columnStarts } = tileLayout(2 * inputs, neurons, cut.rows, cut.columns);
  const rowCount = 2 * inputs;
  const cells = rowCount * neurons;
  const neuron = (j: number): number => 2 * cells + j;
  const size = 2 * cells + neurons;
  const transfer = new Float64Array(cells);
  for (let source = 0; source < rowCount; source++) {
    const { matrix, connect } = nodalSystem(size);
    for (let i = 0; i < rowCount; i++) {
      for (let j = 0; j < neurons; j++) {
        const cell = i * neurons + j;
        connect(cell, cells + cell, load.conductance_S[cell]!);
        if (columnStarts.includes(j)) connect(cell, undefined, 1 / 55, i === source ? 1 : 0);
        else connect(cell, cell - 1, 1 / 5);
        if (rowStarts.includes(i + 1)) connect(cells + cell, neuron(j), 1 / (5 * (1 + rowCount - (i + 1))));
        else connect(cells + cell, cells + cell + neurons, 1 / 5);
      }
    }
    const isFloating = load.neuronInputResistance_ohm === Infinity;
    for (let j = 0; j < neurons; j++) connect(neuron(j), undefined, 1 / load.neuronInputResistance_ohm);
    const volt = eliminate(matrix);
    for (let j = 0; j < neurons; j++)
      transfer[source * neurons + j] = volt[neuron(j)]! / (isFloating ? 1 : load.neuronInputResistance_ohm);
  }
  return transfer;
}

describe("tiles joined at the neurons", () => {
  it.each([
    { rows: 4, columns: 0, neuron_ohm: 60 },
    { rows: 4, columns: 2, neuron_ohm: 60 },
    { rows: 2, columns: 1, neuron_ohm: 1e4 },
    { rows: 6, columns: 3, neuron_ohm: Infinity },
  ])("of $rows rows and $columns columns before neurons of $neuron_ohm ohm are one network", (row) => {
    const load = loadWith(row.neuron_ohm);
    const cut = { rows: row.rows, columns: row.columns, joined: true };
    const { columnTransfer } = solved(load, cut, "exact");
    // Elimination without regard to structure, resistances from 5 ohm to 100 kohm.
    expect(largestDifference(columnTransfer, joinedByNodes(load, cut))).toBeLessThan(1e-12);
  });

  it("have no bound when their wires are left out", () => {
    expect(solved(loadWith(60), { rows: 4, columns: 0, joined: true }, "ideal").errorBound_A).toBe(Infinity);
  });
});

describe("tiles with inputs of their own", () => {
  const whole = { rows: 0, columns: 0, joined: false };

  it("each solve their rows and columns alone", () => {
    const load = loadWith(60);
    const { columnTransfer, inputAdmittance_S } = solved(load, { rows: 4, columns: 3, joined: false }, "exact");
    // The last tile: inputs 4 and 5, neurons 2 to 4.
    const part: PairedRows = {
      ...load,
      inputCount: 2,
      outputCount: 3,
      conductance_S: Float64Array.from(
        { length: 12 },
        (_, k) => load.conductance_S[(8 + Math.floor(k / 3)) * neurons + 2 + (k % 3)]!,
      ),
      patterns: new Float64Array(4),
    };
    const alone = solveLayer(
      {
        load: part,
        layout: tileLayout(4, 3, 0, 0),
        columnsAreJoined: false,
        driverResistance_ohm: 50,
        segmentResistance_ohm: 5,
      },
      "exact",
      0.01,
    )!;
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 3; j++)
        expect(columnTransfer[(8 + i) * neurons + 2 + j]).toBe(alone.columnTransfer[i * 3 + j]);
    }
    // Rows of different tiles do not see each other.
    expect(inputAdmittance_S[5]).toBe(0);
    expect(inputAdmittance_S[1]).not.toBe(0);
  });

  it("lose less in wires than one array does, and draw more", () => {
    const load = loadWith(0);
    const one = solved(load, whole, "exact");
    const tiled = solved(load, { rows: 2, columns: 1, joined: false }, "exact");
    for (const [index, transfer_S] of tiled.columnTransfer.entries())
      expect(transfer_S).toBeGreaterThan(one.columnTransfer[index]!);
  });
});

describe("certified wires", () => {
  const worst = (one: LayerSolution, other: LayerSolution, load: PairedRows): number => {
    let largest_A = 0;
    for (let pattern = 0; pattern < load.patternCount; pattern++) {
      for (let j = 0; j < neurons; j++) {
        let difference_A = 0;
        for (let i = 0; i < 2 * inputs; i++) {
          const level_V = (i % 2 === 0 ? 0.1 : -0.1) * load.patterns[pattern * inputs + (i >> 1)]!;
          difference_A +=
            level_V * (one.currentTransfer_S[i * neurons + j]! - other.currentTransfer_S[i * neurons + j]!);
        }
        largest_A = Math.max(largest_A, Math.abs(difference_A));
      }
    }
    return largest_A;
  };

  it.each([0, 60, Infinity])(
    "are within their bound, and the bound within what is allowed, before neurons of %f ohm",
    (neuron_ohm) => {
      const load = loadWith(neuron_ohm);
      for (const cut of [
        { rows: 0, columns: 0, joined: false },
        { rows: 4, columns: 3, joined: false },
      ]) {
        const exact = solved(load, cut, "exact");
        const certified = solved(load, cut, "certified", 0.1);
        expect(certified.errorBound_A).toBeGreaterThan(0);
        expect(certified.errorBound_A).toBeLessThanOrEqual(0.1 * certified.netCurrent_A);
        expect(worst(certified, exact, load)).toBeLessThanOrEqual(certified.errorBound_A);
        expect(worst(certified, exact, load)).toBeGreaterThan(0);
      }
    },
  );

  it("are exact where the bound is too large", () => {
    const load = loadWith(60);
    const cut = { rows: 0, columns: 0, joined: false };
    const certified = solved(load, cut, "certified", 1e-5);
    expect(certified.errorBound_A).toBe(0);
    expect(certified.columnTransfer).toEqual(solved(load, cut, "exact").columnTransfer);
  });

  it("are bounded also when left out", () => {
    const load = loadWith(60);
    const cut = { rows: 0, columns: 0, joined: false };
    const ideal = solved(load, cut, "ideal");
    expect(worst(ideal, solved(load, cut, "exact"), load)).toBeLessThanOrEqual(ideal.errorBound_A);
  });
});
