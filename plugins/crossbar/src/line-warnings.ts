import { above, violationsAmong } from "@neurofront/core";
import type { ArrayLoad, Design, Violation } from "@neurofront/core";
import type { LayerSolution } from "@neurofront/physics";
import { departureFromOhm_A } from "./operating-cells.ts";
import type { OperatingCells } from "./operating-cells.ts";
import type { crossbarParameters } from "./parameters.ts";

/** Above this a reader should know that the line, not the synapses, shapes the currents. */
const NOTABLE_LOADING = 0.1;

/** Above this part of the gate voltage a switch with its source at the input level has clearly less than the tabulated overdrive. */
const NOTABLE_SOURCE_LEVEL = 0.2;

/** What a reader should know of a solved design; nothing that an optimizer has to follow. */
export function lineWarnings(
  design: Design<typeof crossbarParameters>,
  load: ArrayLoad,
  rowLoading: number,
  columnLoading: number,
): Violation[] {
  const sourceLevel = load.inputVoltage_V / design.driverGateVoltage_V;
  return violationsAmong([
    above(
      "warning",
      "row-line-drop",
      rowLoading,
      NOTABLE_LOADING,
      `drivers and half of the row wires times the row's conductance are ${rowLoading.toFixed(2)}; inputs lose about this part`,
    ),
    above(
      "warning",
      "column-loading",
      columnLoading,
      NOTABLE_LOADING,
      `neuron and half of the column wire times the column's conductance are ${columnLoading.toFixed(2)}; the neuron gets about 1/(1 + this) of the current`,
    ),
    design.driver === "ideal"
      ? undefined
      : above(
          "warning",
          "driver-overdrive",
          sourceLevel,
          NOTABLE_SOURCE_LEVEL,
          `the input level is ${sourceLevel.toFixed(2)} of the drivers' gate voltage; the on-resistance was simulated near 0 V and is larger here for a positive level`,
        ),
  ]).map((violation) => ({ ...violation, amount: 0 }));
}

/** Above this part of the net currents a reader should know that no linear array stands for the cells. */
const NOTABLE_DEPARTURE = 0.03;

/** Kirchhoff's law is met far better wherever the search ends. */
const LARGEST_RESIDUAL = 1e-9;

/** Says when the law of the cells was not met, or when one conductance a cell does not stand for it. */
export function lawWarnings(load: ArrayLoad, cells: OperatingCells, solution: LayerSolution): Violation[] {
  const departure_A = departureFromOhm_A(load, cells, solution);
  return violationsAmong([
    above(
      "invalid",
      "cell-law-not-met",
      cells.residual,
      LARGEST_RESIDUAL,
      `the search for the cells' voltages ended with ${cells.residual.toExponential(1)} of the currents unaccounted for`,
    ),
    above(
      "warning",
      "cells-depart-from-ohm",
      departure_A,
      NOTABLE_DEPARTURE * solution.netCurrent_A,
      `net currents by the law of the cells differ by up to ${departure_A.toExponential(2)} A from those of one conductance a cell, their root mean square is ${solution.netCurrent_A.toExponential(2)} A`,
    ),
  ]);
}

/** Says when wires that are left out may change a net current by more than the design allows. */
export function wireWarnings(design: Design<typeof crossbarParameters>, solution: LayerSolution): Violation[] {
  const { errorBound_A, netCurrent_A } = solution;
  if (errorBound_A <= design.allowedWireError * netCurrent_A) return [];
  const message =
    errorBound_A === Infinity
      ? "wires are left out, and no bound of their effect is known for joined tiles"
      : `wires that are left out change net currents by up to ${errorBound_A.toExponential(2)} A, their root mean square is ${netCurrent_A.toExponential(2)} A`;
  return [{ kind: "warning", code: "wires-left-out", message, amount: 0 }];
}
