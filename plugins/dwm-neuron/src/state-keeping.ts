import { domainWallRetention_s, meanReadCurrent_A } from "@neurofront/physics";
import type { Operation } from "./operation.ts";
import type { DwmDesign } from "./parameters.ts";
import { dividerOf, readDuration_s } from "./read-path.ts";
import { crossingErrorProbability } from "./write-error.ts";

/**
 * How long the neuron keeps its output without current: mean time until a wall that rests at its end first reaches the middle
 * of the free domain. Without pinning it is the time of diffusion, with high barriers Kramers' time; `undefined` at 0 K, where
 * it is for ever, and where the barrier makes it longer than numbers reach.
 */
export function retention_s({ wall, track }: Operation, temperature_K: number): number | undefined {
  if (temperature_K === 0) return undefined;
  const time_s = domainWallRetention_s(wall, track.pinning, track.length_m / 2, temperature_K);
  return Number.isFinite(time_s) ? time_s : undefined;
}

/**
 * Chance that a wall at its end is in the other half when the read is over, the read current pushing it away all the time:
 * it leaves through the strip, and which way it pushes is not chosen by the state. Closed form, so without pinning.
 */
export function readDisturbProbability(design: DwmDesign, operation: Operation, temperature_K: number): number {
  if (temperature_K === 0) return 0;
  const { wall, path, track } = operation;
  const read = { wall, path, track, write_s: readDuration_s(design) };
  return 1 - crossingErrorProbability(read, temperature_K, meanReadCurrent_A(dividerOf(design)));
}
