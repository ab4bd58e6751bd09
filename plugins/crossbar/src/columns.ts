import type { ColumnLoad, Design } from "@neurofront/core";
import { tiledColumns } from "@neurofront/physics";
import type { TiledColumns } from "@neurofront/physics";
import type { crossbarParameters } from "./parameters.ts";
import { cellsOf } from "./wires.ts";

/** The columns of a layer on one array or on tiles. */
export function columnsOf(design: Design<typeof crossbarParameters>, load: ColumnLoad): TiledColumns {
  const { cellCapacitance_F, wireCapacitance_F } = cellsOf(design, load);
  return tiledColumns(load, design, cellCapacitance_F, wireCapacitance_F);
}
