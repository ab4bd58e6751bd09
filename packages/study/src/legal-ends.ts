import type { SearchedParameter } from "@neurofront/core";

/** Least and largest value of a parameter. */
export interface LegalEnds {
  readonly low: number;
  readonly high: number;
}

/** Where a model answers: its legal values, or in archives without them the searched ones. */
export function legalEnds({ declared, range, integers }: SearchedParameter["parameter"]): LegalEnds {
  const legal = declared?.legal;
  if (legal !== undefined && "low" in legal) return legal;
  return range ?? integers ?? { low: -Infinity, high: Infinity };
}
