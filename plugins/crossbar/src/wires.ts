import { below } from "@neurofront/core";
import type { Design, Violation } from "@neurofront/core";
import { copperShare, lineResistance_ohm_m, temperatureFactor } from "@neurofront/physics";
import type { crossbarParameters } from "./parameters.ts";

/** The wires of the array, cell by cell; rows and columns are alike. */
export interface Wires {
  readonly cellPitch_m: number;
  readonly cellResistance_ohm: number;
  /** Of the wire alone. */
  readonly wireCapacitance_F: number;
  /** Wire and synapse. */
  readonly cellCapacitance_F: number;
}

/** The wires at a temperature between cells that are at least `synapsePitch_m` apart, or why such wires cannot be. */
export function wires(
  design: Design<typeof crossbarParameters>,
  load: { readonly temperature_K: number; readonly synapsePitch_m: number; readonly synapseCapacitance_F: number },
): Wires | Violation {
  const cellPitch_m = Math.max(load.synapsePitch_m, design.pitchFactor * design.wireWidth_m);
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
    cellResistance_ohm = lineResistance_ohm_m(line) * cellPitch_m;
  }
  return {
    cellPitch_m,
    cellResistance_ohm: cellResistance_ohm * temperatureFactor(load.temperature_K, design.wireTemperatureCoefficient_K),
    wireCapacitance_F: design.wireCapacitance_F_m * cellPitch_m,
    cellCapacitance_F: design.wireCapacitance_F_m * cellPitch_m + load.synapseCapacitance_F,
  };
}

/** Below this the cross-section of the copper is uncertain by more than itself. */
const smallestCopperShare = 0.05;
