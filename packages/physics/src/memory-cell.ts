import { crossPointCapacitance_F } from "./cross-point.ts";
import type { CrossPoint } from "./cross-point.ts";

/** A cell of a memory array on crossing wires. */
export interface MemoryCellLayout extends CrossPoint {
  /** Area of the square cell in units of F^2, its transistor included where it has one. */
  readonly cellFactor: number;
}

/** What a cell occupies, and the capacitance of its device to the crossing wires. */
export interface MemoryCell {
  readonly area_m2: number;
  /** Side of the cell, along both wires. */
  readonly pitch_m: number;
  readonly capacitance_F: number;
}

/** A square cell of `cellFactor` F^2 with a device as large as the crossing of its wires, F by F. */
export function memoryCell(layout: MemoryCellLayout): MemoryCell {
  const area_m2 = layout.cellFactor * layout.featureSize_m ** 2;
  return { area_m2, pitch_m: Math.sqrt(area_m2), capacitance_F: crossPointCapacitance_F(layout) };
}
