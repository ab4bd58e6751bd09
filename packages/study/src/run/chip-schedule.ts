import type { ResolvedStudy } from "@neurofront/core";
import type { ChipRange } from "@neurofront/system";
import { needsChips } from "../score.ts";

/** Chips that may be drawn of a candidate: [first, first + most). */
export interface ChipAllotment {
  readonly purpose: "search" | "elite";
  readonly first: number;
  readonly most: number;
}

/** The least chips of a block. */
const BLOCK = 4;

/**
 * The chips after `drawn` ones that are drawn before anyone looks again: about a quarter of those drawn, and 4 at least. Small
 * blocks at the start, where most designs show that they are hopeless; later ones cost at most a quarter too much.
 */
export function nextBlock({ first, most }: ChipAllotment, drawn: number): ChipRange {
  const count = BLOCK * Math.max(1, Math.ceil(drawn / (4 * BLOCK)));
  return { from: first + drawn, to: first + Math.min(drawn + count, most) };
}

/** The chips that every candidate of a search meets, the same for all. None where a study needs none. */
export function searchChips(study: Pick<ResolvedStudy, "objectives" | "constraints" | "variation">): ChipAllotment {
  return { purpose: "search", first: 0, most: needsChips(study) ? study.variation.chips : 0 };
}

/** Other chips, the same for all designs that come to the front. */
export function eliteChips(study: Pick<ResolvedStudy, "objectives" | "constraints" | "variation">): ChipAllotment {
  const { first, most } = searchChips(study);
  return { purpose: "elite", first: first + most, most: needsChips(study) ? study.variation.eliteChips : 0 };
}

/** Chips that nothing in the search has seen, for the verification of its best designs. */
export function verificationChips(study: Pick<ResolvedStudy, "objectives" | "constraints" | "variation">): ChipRange {
  const { first, most } = eliteChips(study);
  return { from: first + most, to: first + most + study.variation.chips };
}
