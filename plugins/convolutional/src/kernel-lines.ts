import type { ArrayLoad, ColumnLoad, Design } from "@neurofront/core";
import { halfSwingDelay_s, temperatureFactor } from "@neurofront/physics";
import type { RowSwitch } from "@neurofront/physics";
import type { convolutionalParameters } from "./parameters.ts";

/** The cells of a kernel array; along rows and columns they are alike. */
export interface KernelCells {
  readonly pitch_m: number;
  /** Of the wire alone. */
  readonly wire_F: number;
  /** Wire and synapse. */
  readonly cell_F: number;
}

/** Cells between wires that are at least a synapse apart. */
export function kernelCells(
  { wirePitch_m, wireCapacitance_F_m }: Design<typeof convolutionalParameters>,
  { synapsePitch_m, synapseCapacitance_F }: Pick<ColumnLoad, "synapsePitch_m" | "synapseCapacitance_F">,
): KernelCells {
  const pitch_m = Math.max(synapsePitch_m, wirePitch_m);
  const wire_F = wireCapacitance_F_m * pitch_m;
  return { pitch_m, wire_F, cell_F: wire_F + synapseCapacitance_F };
}

/** Resistance of the wire from one cell to the next. */
export function segmentResistance_ohm(
  { wireResistance_ohm_m, wireTemperatureCoefficient_K }: Design<typeof convolutionalParameters>,
  { temperature_K }: Pick<ArrayLoad, "temperature_K">,
  { pitch_m }: KernelCells,
): number {
  return wireResistance_ohm_m * pitch_m * temperatureFactor(temperature_K, wireTemperatureCoefficient_K);
}

/** Half swing of a row of cells behind its driver. */
export function rowDelay_s(
  { resistance_ohm }: RowSwitch,
  { cell_F }: KernelCells,
  segment_ohm: number,
  cells: number,
): number {
  return halfSwingDelay_s({
    driverResistance_ohm: resistance_ohm,
    lineResistance_ohm: cells * segment_ohm,
    lineCapacitance_F: cells * cell_F,
    loadCapacitance_F: 0,
  });
}
