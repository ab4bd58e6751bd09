import type { TrainedLayer } from "@neurofront/core";
import type { DecisionTables } from "./decision.ts";
import type { Signal } from "./signal.ts";

/** A layer on its array, with everything that its decisions depend on. */
export interface DecidingLayer {
  readonly trained: TrainedLayer;
  readonly signal: Signal;
  readonly tables: DecisionTables;
  /** Mean square of each input's level. */
  readonly meanSquareLevel: Float64Array;
  /** Largest magnitude of a net current with its offset. */
  readonly limit_A: number;
}

/** Rows of levels that are worked on at a time: few enough to stay in the cache, many enough to pay. */
const ROWS_AT_A_TIME = 256;

/** Patterns that go through a network together. */
export function patternsAtATime(network: readonly DecidingLayer[]): number {
  const positions = network.reduce((most, { trained }) => Math.max(most, trained.positions), 1);
  return Math.max(1, Math.floor(ROWS_AT_A_TIME / positions));
}

/**
 * Chance that each OR gate of a layer fires, from the chances of single decisions, which are taken as independent.
 *
 * @param chance patterns x P x N
 * @param joined patterns x groups x N, overwritten
 */
export function joinChances(
  { pool, positions, outputCount }: TrainedLayer,
  chance: Float64Array,
  patternCount: number,
  joined: Float64Array,
): void {
  const { groupCount, members } = pool!;
  const width = members.length / groupCount;
  for (let pattern = 0; pattern < patternCount; pattern++)
    for (let group = 0; group < groupCount; group++)
      for (let output = 0; output < outputCount; output++) {
        let silent = 1;
        for (let k = group * width; k < (group + 1) * width; k++) {
          const position = members[k]!;
          if (position >= 0) silent *= 1 - chance[(pattern * positions + position) * outputCount + output]!;
        }
        joined[(pattern * groupCount + group) * outputCount + output] = 1 - silent;
      }
}

/**
 * Add, pattern by pattern, the chance that exactly the right output fires.
 *
 * @param sum to add to
 * @param chance of firing, patterns x outputs, independent
 * @param first pattern whose label is the first
 */
export function addExactOneHot(
  sum: number,
  chance: Float64Array,
  outputCount: number,
  labels: Int32Array,
  first: number,
  patternCount: number,
): number {
  let total = sum;
  for (let pattern = 0, at = 0; pattern < patternCount; pattern++) {
    const label = labels[first + pattern]!;
    let right = 1;
    for (let output = 0; output < outputCount; output++, at++)
      right *= output === label ? chance[at]! : 1 - chance[at]!;
    total += right;
  }
  return total;
}
