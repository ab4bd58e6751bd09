import type { CandidateRecord, ResolvedStudy } from "@neurofront/core";
import { searchName } from "./report-input.ts";

/** Names of a study's searches, technology by technology; a design's key begins with the place of its search in them. */
export function searchNames({ technologies, held }: Pick<ResolvedStudy, "technologies" | "held">): string[] {
  return technologies.flatMap(({ name }) => held.accounting.map((accounting) => searchName(name, accounting)));
}

/** What marks of one design have in common in all figures of a page: `2.17` is candidate 17 of the third search. */
export function designKey(searchIndex: number, { candidate }: Pick<CandidateRecord, "candidate">): string {
  return `${searchIndex}.${candidate}`;
}
