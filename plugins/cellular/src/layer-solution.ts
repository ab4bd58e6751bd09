import type { ArrayLoad, Neighbour } from "@neurofront/core";
import { ladderVoltages_V, reduceLadder } from "./column-ladder.ts";

/** Resistances of the lines of a layer. */
export interface LayerLines {
  readonly driverResistance_ohm: number;
  /** From the source of a neighbour to the synapse, as a function of its distance in spacings of the grid. */
  readonly rowResistance_ohm: (distance: number) => number;
  /** Of the column from one synapse to the next. */
  readonly segmentResistance_ohm: number;
}

/** All neurons of a layer, solved one by one: with drivers and lines of their own they do not see each other. */
export interface LayerSolution {
  /** As in the contract; zero where there is no connection. */
  readonly currentTransfer_S: Float64Array;
  readonly inputPower_W: Float64Array;
  /** Over all taps, neurons and patterns. */
  readonly columnVoltageSquare_V2: number;
  /** Sum of the synapses that are connected. */
  readonly builtConductance_S: number;
}

/** @returns undefined when a column floats and none of its synapses conducts */
export function solveNeighbourhoods(
  load: ArrayLoad,
  near: readonly (readonly Neighbour[])[],
  lines: LayerLines,
): LayerSolution | undefined {
  const { inputCount, outputCount, conductance_S, patterns, patternCount, inputVoltage_V } = load;
  const { neuronInputResistance_ohm } = load;
  const currentTransfer_S = new Float64Array(conductance_S.length);
  const inputPower_W = new Float64Array(patternCount);
  let square_V2 = 0;
  let taps = 0;
  let builtConductance_S = 0;
  for (const [neuron, neighbours] of near.entries()) {
    const count = 2 * neighbours.length;
    const branch_S = new Float64Array(count);
    let columnConductance_S = 0;
    for (const [at, { input, distance }] of neighbours.entries()) {
      const series_ohm = lines.driverResistance_ohm + lines.rowResistance_ohm(distance);
      for (const side of [0, 1]) {
        const cell_S = conductance_S[(2 * input + side) * outputCount + neuron]!;
        columnConductance_S += cell_S;
        branch_S[2 * at + side] = cell_S / (1 + series_ohm * cell_S);
      }
    }
    const ladder = { branch_S, segmentResistance_ohm: lines.segmentResistance_ohm, neuronInputResistance_ohm };
    const reduced = reduceLadder(ladder);
    if (reduced === undefined) return undefined;
    const perTransfer_S = neuronInputResistance_ohm === Infinity ? columnConductance_S : 1;
    for (const [at, { input }] of neighbours.entries())
      for (const side of [0, 1])
        currentTransfer_S[(2 * input + side) * outputCount + neuron] = reduced.transfer[2 * at + side]! * perTransfer_S;
    const source_V = new Float64Array(count);
    const node_V = new Float64Array(count);
    for (let pattern = 0; pattern < patternCount; pattern++) {
      for (const [at, { input }] of neighbours.entries()) {
        const level_V = inputVoltage_V * patterns[pattern * inputCount + input]!;
        source_V[2 * at] = level_V;
        source_V[2 * at + 1] = -level_V;
      }
      ladderVoltages_V(ladder, reduced, source_V, node_V);
      for (let k = 0; k < count; k++) {
        inputPower_W[pattern]! += branch_S[k]! * source_V[k]! * (source_V[k]! - node_V[k]!);
        square_V2 += node_V[k]! ** 2;
      }
    }
    taps += count;
    builtConductance_S += columnConductance_S;
  }
  const samples = taps * patternCount;
  return {
    currentTransfer_S,
    inputPower_W,
    columnVoltageSquare_V2: samples > 0 ? square_V2 / samples : 0,
    builtConductance_S,
  };
}
