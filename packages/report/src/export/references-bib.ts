import type { ResolvedStudy } from "@neurofront/core";
import { bibtex } from "../bibtex.ts";

/** What the models and data of a study cite, as a BibTeX file. */
export function referencesBib({ references }: ResolvedStudy): string {
  return references.map((reference) => `${bibtex(reference)}\n`).join("\n");
}
