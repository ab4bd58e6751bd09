import type { MosTransistor } from "./mos-ekv.ts";
import type { MosPolarity } from "./mos-temperature.ts";

/** Process corners: first letter the n-channel, second the p-channel transistors; typical, fast, slow. */
export const processCorners = ["TT", "FF", "SS", "FS", "SF"] as const;

/** The name of a process corner. */
export type ProcessCorner = (typeof processCorners)[number];

/** Three sigmas of the spread from chip to chip; engineering values for planar 45 nm. */
const GLOBAL_THRESHOLD_V = 30e-3;
const GLOBAL_SPECIFIC_CURRENT = 0.1;

/** +1 for a slow, -1 for a fast, 0 for a typical transistor. */
function slowness(corner: ProcessCorner, polarity: MosPolarity): number {
  const letter = corner[polarity === "n" ? 0 : 1];
  return letter === "T" ? 0 : letter === "S" ? 1 : -1;
}

/** How far the magnitude of the threshold lies above typical: 30 mV slow, -30 mV fast. */
export function cornerThresholdShift_V(corner: ProcessCorner, polarity: MosPolarity): number {
  return slowness(corner, polarity) * GLOBAL_THRESHOLD_V;
}

/** A typical transistor at a corner: slow has a threshold higher by 30 mV and a specific current lower by 10 %. */
export function atCorner(typical: MosTransistor, polarity: MosPolarity, corner: ProcessCorner): MosTransistor {
  return {
    ...typical,
    thresholdVoltage_V: typical.thresholdVoltage_V + cornerThresholdShift_V(corner, polarity),
    specificCurrent_A: typical.specificCurrent_A * (1 - slowness(corner, polarity) * GLOBAL_SPECIFIC_CURRENT),
  };
}
