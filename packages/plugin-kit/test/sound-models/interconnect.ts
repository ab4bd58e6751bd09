import type { InterconnectModel } from "@neurofront/core";
import { defineInterconnect, quantity } from "../../src/define.ts";

const source = { kind: "assumed", note: "an example" } as const;

/** Ideal drivers and rows; each column ends in its wire and its neuron: a voltage divider solved by hand. */
export const soundInterconnect: InterconnectModel = defineInterconnect({
  id: "sound-interconnect",
  title: "Sound interconnect",
  parameters: {
    columnResistance_ohm: quantity({ unit: "ohm", meaning: "of a column", source, low: 0, high: 1e4, default: 20 }),
    gateCapacitance_F: quantity({ unit: "F", meaning: "of a driver", source, low: 1e-17, high: 1e-14, default: 1e-16 }),
  },
  columnCapacitance_F: (_design, { inputCount, synapseCapacitance_F }) => 2 * inputCount * synapseCapacitance_F,
  solve({ columnResistance_ohm, gateCapacitance_F }, load) {
    const { inputCount, outputCount, conductance_S, patterns, patternCount, inputVoltage_V } = load;
    const floats = load.neuronInputResistance_ohm === Infinity;
    const series_ohm = columnResistance_ohm + load.neuronInputResistance_ohm;
    const column_S = new Float64Array(outputCount);
    for (const [at, value] of conductance_S.entries()) column_S[at % outputCount]! += value;
    // A floating node is at the mean voltage of its rows, weighted with their conductances.
    const loss = column_S.map((column) => (floats ? 1 : 1 / (1 + column * series_ohm)));
    const inputPower_W = new Float64Array(patternCount);
    for (let pattern = 0; pattern < patternCount; pattern++) {
      for (let output = 0; output < outputCount; output++) {
        let current_A = 0;
        let power_W = 0;
        for (let row = 0; row < 2 * inputCount; row++) {
          const voltage_V = inputVoltage_V * patterns[pattern * inputCount + (row >> 1)]! * (row % 2 === 0 ? 1 : -1);
          current_A += conductance_S[row * outputCount + output]! * voltage_V;
          power_W += conductance_S[row * outputCount + output]! * voltage_V ** 2;
        }
        const node_V = (current_A / column_S[output]!) * (floats ? 1 : 1 - loss[output]!);
        inputPower_W[pattern]! += power_W - node_V * current_A;
      }
    }
    return {
      status: "ok",
      currentTransfer_S: conductance_S.map((value, at) => value * loss[at % outputCount]!),
      inputPower_W,
      settling_s: 2.2 * load.synapseCapacitance_F * 2 * inputCount * columnResistance_ohm,
      energy: [
        {
          line: "row-drivers",
          energy_J: (2 * inputCount * gateCapacitance_F * 0.8 ** 2) / outputCount,
          formula: "2 * inputCount * gateCapacitance_F * supply_V^2 / outputCount",
          inputs: { inputCount, outputCount, gateCapacitance_F, supply_V: 0.8 },
        },
      ],
      area: [{ part: "cells", area_m2: 2 * inputCount * load.synapsePitch_m ** 2, formula: "2 inputs x pitch^2" }],
      violations: [],
      quantities: { worstLoss: 1 - Math.min(...loss) },
    };
  },
  spice({ columnResistance_ohm }, { inputCount, outputCount }, cells) {
    const rows = Array.from({ length: 2 * inputCount }, (_, row) => `r${row}`);
    const columns = Array.from({ length: outputCount }, (_, column) => `c${column}`);
    return {
      status: "ok",
      name: "sound_interconnect",
      ports: [...rows, ...columns],
      parameters: {},
      lines: columns.flatMap((column, j) => [
        ...rows.map(
          (row, i) => `Xs${i}_${j} ${row} b${j} ${cells.subcircuit} g=${cells.conductance_S[i * outputCount + j]}`,
        ),
        `Rb${j} b${j} ${column} ${columnResistance_ohm}`,
      ]),
      notes: ["Ideal rows, one resistance a column."],
    };
  },
});
