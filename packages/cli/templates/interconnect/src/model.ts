import type { ArrayLoad, ColumnLoad } from "@neurofront/core";
import { defineInterconnect, quantity } from "@neurofront/plugin-kit";

/** Supply of the row drivers. */
const SUPPLY_V = 1;

/** All synapses on a column; its wire has none here. */
function columnCapacitance_F({ inputCount, synapseCapacitance_F }: ColumnLoad): number {
  return 2 * inputCount * synapseCapacitance_F;
}

/** Sum of the conductances on each column. */
function columns_S({ conductance_S, outputCount }: ArrayLoad): Float64Array {
  const sums_S = new Float64Array(outputCount);
  for (const [at, value] of conductance_S.entries()) sums_S[at % outputCount]! += value;
  return sums_S;
}

/**
 * Share of the short-circuit current of a column that flows when the neuron and the column wire load it: a divider of the
 * column's conductance and the series resistance (Kirchhoff). A floating node takes no current and keeps all of its voltage.
 */
function share(column_S: number, series_ohm: number): number {
  return series_ohm === Infinity ? 1 : 1 / (1 + column_S * series_ohm);
}

/** Power of the rows into one column for one pattern: every synapse sees its row against the voltage of the column. */
function columnPower_W(load: ArrayLoad, pattern: number, output: number, column_S: number, series_ohm: number): number {
  let current_A = 0;
  let power_W = 0;
  for (let row = 0; row < 2 * load.inputCount; row++) {
    const level = load.patterns[pattern * load.inputCount + (row >> 1)]!;
    const voltage_V = (row % 2 === 0 ? 1 : -1) * load.inputVoltage_V * level;
    const conductance_S = load.conductance_S[row * load.outputCount + output]!;
    current_A += conductance_S * voltage_V;
    power_W += conductance_S * voltage_V ** 2;
  }
  const node_V = (current_A / column_S) * (series_ohm === Infinity ? 1 : 1 - share(column_S, series_ohm));
  return power_W - node_V * current_A;
}

/** An array whose rows are ideal and whose columns end in one resistance before the neuron. */
export const templateInterconnect = defineInterconnect({
  id: "template-interconnect",
  title: "Template interconnect",
  parameters: {
    columnResistance_ohm: quantity({
      unit: "ohm",
      meaning: "resistance of a column from its synapses to its neuron",
      source: { kind: "assumed", note: "a hundred cells of copper wire at 45 nm" },
      low: 0,
      high: 1e4,
      default: 50,
    }),
    driverCapacitance_F: quantity({
      unit: "F",
      meaning: "gate of the switch that drives a row",
      source: { kind: "assumed", note: "a transistor of half a micrometre at 45 nm" },
      low: 1e-17,
      high: 1e-14,
      default: 5e-16,
      scale: "log",
    }),
  },
  columnCapacitance_F: (_design, load) => columnCapacitance_F(load),
  solve({ columnResistance_ohm, driverCapacitance_F }, load) {
    const { inputCount, outputCount, patternCount } = load;
    const series_ohm = columnResistance_ohm + load.neuronInputResistance_ohm;
    const sums_S = columns_S(load);
    const shares = sums_S.map((column_S) => share(column_S, series_ohm));
    return {
      status: "ok",
      currentTransfer_S: load.conductance_S.map((value, at) => value * shares[at % outputCount]!),
      inputPower_W: Float64Array.from({ length: patternCount }, (_, pattern) =>
        sums_S.reduce(
          (power_W, column_S, output) => power_W + columnPower_W(load, pattern, output, column_S, series_ohm),
          0,
        ),
      ),
      // Elmore's delay of a lumped line to 95 %: 3 R C with the capacitance of all synapses on the column.
      settling_s: 3 * columnResistance_ohm * columnCapacitance_F(load),
      energy: [
        {
          line: "row-drivers",
          energy_J: (2 * inputCount * driverCapacitance_F * SUPPLY_V ** 2) / outputCount,
          formula: "2 * inputCount * driverCapacitance_F * supply_V^2 / outputCount",
          inputs: { inputCount, outputCount, driverCapacitance_F, supply_V: SUPPLY_V },
        },
      ],
      area: [
        {
          part: "synapses",
          area_m2: 2 * inputCount * load.synapsePitch_m ** 2,
          formula: "2 inputCount synapsePitch_m^2",
        },
      ],
      violations: [],
      quantities: { smallestShare: Math.min(...shares) },
    };
  },
});
