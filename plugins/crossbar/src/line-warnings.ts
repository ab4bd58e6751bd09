import { above, violationsAmong } from "@neurofront/core";
import type { ArrayLoad, Design, Violation } from "@neurofront/core";
import type { LayerSolution } from "./layer-solution.ts";
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
