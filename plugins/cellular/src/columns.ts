import { neighbourhoods } from "@neurofront/core";
import type { ColumnLoad, Design, Neighbour } from "@neurofront/core";
import type { cellularParameters } from "./parameters.ts";

/** The neighbourhoods of a layer on the grid of the design. */
export function neighbourhoodsOf(
  { biasInputs, gridWidth, radius }: Design<typeof cellularParameters>,
  { inputCount, outputCount }: Pick<ColumnLoad, "inputCount" | "outputCount">,
): Neighbour[][] {
  const sourceCount = sourcesOf(inputCount, biasInputs);
  return neighbourhoods({ sourceCount, inputCount, outputCount, gridWidth, radius });
}

/** Inputs that have a place on the grid. */
export function sourcesOf(inputCount: number, biasInputs: number): number {
  return Math.max(0, inputCount - biasInputs);
}

/** Pitch of synapses along the wires. */
export function cellPitchOf_m(
  { wirePitch_m }: Design<typeof cellularParameters>,
  { synapsePitch_m }: Pick<ColumnLoad, "synapsePitch_m">,
): number {
  return Math.max(synapsePitch_m, wirePitch_m);
}

/** Capacitance of the column of one neuron, mean over the layer: a pitch of wire for each of its synapses. */
export function columnCapacitance_F(
  design: Design<typeof cellularParameters>,
  load: ColumnLoad,
  near: readonly (readonly Neighbour[])[],
): number {
  const synapses = 2 * near.reduce((sum, neighbours) => sum + neighbours.length, 0);
  const cell_F = load.synapseCapacitance_F + design.wireCapacitance_F_m * cellPitchOf_m(design, load);
  return (synapses / load.outputCount) * cell_F;
}
