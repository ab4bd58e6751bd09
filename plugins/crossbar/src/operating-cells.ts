import type { ArrayLoad } from "@neurofront/core";
import { cellStates, timesColumnConductance_S } from "@neurofront/physics";
import type { LayerSolution, NonlinearArray } from "@neurofront/physics";

/** Synapses at the voltages they have in the array. */
export interface OperatingCells {
  /** Conductance that fits each synapse's currents best over all patterns: sum of I V over sum of V^2. */
  readonly conductance_S: Float64Array;
  /** Delivered by all row sources, for each pattern. */
  readonly inputPower_W: Float64Array;
  /** Net currents of the law, patterns x N; for floating columns, where they vanish, voltage times conductance. */
  readonly netCurrent_A: Float64Array;
  /** The worst of the patterns: part of the currents by which Kirchhoff's law is missed. */
  readonly residual: number;
}

/** Solves the array for every pattern with the law of its cells. */
export function operatingCells(
  load: ArrayLoad,
  cellCurrent_A: NonlinearArray["cellCurrent_A"],
  driverResistance_ohm: number,
  segmentResistance_ohm: number,
): OperatingCells {
  const { inputCount, outputCount, patterns, patternCount, inputVoltage_V } = load;
  const rowCount = 2 * inputCount;
  const array: NonlinearArray = {
    rowCount,
    columnCount: outputCount,
    conductance_S: load.conductance_S,
    neuronInputResistance_ohm: load.neuronInputResistance_ohm,
    driverResistance_ohm,
    rowResistance_ohm: segmentResistance_ohm,
    columnResistance_ohm: segmentResistance_ohm,
    cellCurrent_A,
  };
  const product_W = new Float64Array(rowCount * outputCount);
  const square_V2 = new Float64Array(rowCount * outputCount);
  const inputPower_W = new Float64Array(patternCount);
  const netCurrent_A = new Float64Array(patternCount * outputCount);
  const columnEnd_V = new Float64Array(patternCount * outputCount);
  let residual = 0;
  for (let pattern = 0; pattern < patternCount; pattern++) {
    const row_V = Float64Array.from({ length: rowCount }, (_, i) => {
      const level_V = patterns[pattern * inputCount + (i >> 1)]! * inputVoltage_V;
      return i % 2 === 0 ? level_V : -level_V;
    });
    const state = cellStates(array, row_V);
    residual = Math.max(residual, state.residual);
    columnEnd_V.set(state.columnEnd_V, pattern * outputCount);
    for (let index = 0; index < product_W.length; index++) {
      const volt = state.cell_V[index]!;
      const ampere = state.cell_A[index]!;
      product_W[index]! += ampere * volt;
      square_V2[index]! += volt ** 2;
      inputPower_W[pattern]! += ampere * row_V[Math.floor(index / outputCount)]!;
      netCurrent_A[pattern * outputCount + (index % outputCount)]! += ampere;
    }
  }
  const conductance_S = product_W.map((watt, k) => (square_V2[k]! > 0 ? watt / square_V2[k]! : load.conductance_S[k]!));
  const isFloating = load.neuronInputResistance_ohm === Infinity;
  return {
    conductance_S,
    inputPower_W: inputPower_W.map((watt) => Math.max(watt, 0)),
    netCurrent_A: isFloating ? timesColumnConductance_S(columnEnd_V, conductance_S, outputCount) : netCurrent_A,
    residual,
  };
}

/** Largest difference of any net current between the law of the cells and the linear array that stands for it. */
export function departureFromOhm_A(load: ArrayLoad, cells: OperatingCells, solution: LayerSolution): number {
  const { inputCount, outputCount, patterns, patternCount, inputVoltage_V } = load;
  let largest_A = 0;
  for (let pattern = 0; pattern < patternCount; pattern++) {
    const linear_A = new Float64Array(outputCount);
    for (let i = 0; i < inputCount; i++) {
      const level_V = patterns[pattern * inputCount + i]! * inputVoltage_V;
      for (let j = 0; j < outputCount; j++) {
        const plus = 2 * i * outputCount + j;
        linear_A[j]! += level_V * (solution.currentTransfer_S[plus]! - solution.currentTransfer_S[plus + outputCount]!);
      }
    }
    for (let j = 0; j < outputCount; j++)
      largest_A = Math.max(largest_A, Math.abs(linear_A[j]! - cells.netCurrent_A[pattern * outputCount + j]!));
  }
  return largest_A;
}
