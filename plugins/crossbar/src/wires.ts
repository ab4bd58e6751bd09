import { below } from "@neurofront/core";
import type { Design, Violation } from "@neurofront/core";
import { copperShare, lineResistance_ohm_m, temperatureFactor } from "@neurofront/physics";
import { wiresTooCold } from "@neurofront/plugin-kit";
import type { crossbarParameters } from "./parameters.ts";

/** The cells of the array; along rows and columns they are alike. */
export interface Cells {
  readonly cellPitch_m: number;
  /** Of the wire alone. */
  readonly wireCapacitance_F: number;
  /** Wire and synapse. */
  readonly cellCapacitance_F: number;
}

/** The wires of the array, cell by cell. */
export interface Wires extends Cells {
  readonly cellResistance_ohm: number;
}

/** Cells between wires that are at least `synapsePitch_m` apart. */
export function cellsOf(
  { pitchFactor, wireWidth_m, wireCapacitance_F_m }: Design<typeof crossbarParameters>,
  { synapsePitch_m, synapseCapacitance_F }: { readonly synapsePitch_m: number; readonly synapseCapacitance_F: number },
): Cells {
  const cellPitch_m = Math.max(synapsePitch_m, pitchFactor * wireWidth_m);
  const wireCapacitance_F = wireCapacitance_F_m * cellPitch_m;
  return { cellPitch_m, wireCapacitance_F, cellCapacitance_F: wireCapacitance_F + synapseCapacitance_F };
}

/** The wires at a temperature between cells that are at least `synapsePitch_m` apart, or why such wires cannot be. */
export function wires(
  design: Design<typeof crossbarParameters>,
  load: { readonly temperature_K: number; readonly synapsePitch_m: number; readonly synapseCapacitance_F: number },
): Wires | Violation {
  const cells = cellsOf(design, load);
  let cellResistance_ohm = design.wireResistance_ohm;
  if (design.wire === "from-geometry") {
    const line = {
      width_m: design.wireWidth_m,
      aspectRatio: design.wireAspectRatio,
      barrier_m: design.wireBarrier_m,
    };
    const share = copperShare(line);
    const filled = below(
      "impossible",
      "wire-without-copper",
      share,
      smallestCopperShare,
      `the barrier leaves ${share.toFixed(3)} of the wire for copper, at least ${smallestCopperShare} is needed`,
    );
    if (filled !== undefined) return filled;
    cellResistance_ohm = lineResistance_ohm_m(line) * cells.cellPitch_m;
  }
  const tooCold =
    cellResistance_ohm > 0 ? wiresTooCold(load.temperature_K, design.wireTemperatureCoefficient_K) : undefined;
  if (tooCold !== undefined) return tooCold;
  return {
    ...cells,
    cellResistance_ohm: cellResistance_ohm * temperatureFactor(load.temperature_K, design.wireTemperatureCoefficient_K),
  };
}

/** Below this the cross-section of the copper is uncertain by more than itself. */
const smallestCopperShare = 0.05;
