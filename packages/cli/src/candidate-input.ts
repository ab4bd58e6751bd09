import type { Archive } from "@neurofront/archive";
import { bestOf } from "@neurofront/core";
import type { CandidateRecord, ResolvedStudy } from "@neurofront/core";
import { searchesOf } from "@neurofront/study";
import type { Search } from "@neurofront/study";
import { UsageError } from "./usage-error.ts";

/** What a person names a candidate with: its search, and its number where it is not the best one that is meant. */
export interface CandidateName {
  readonly search: Search;
  readonly number: string | undefined;
}

/**
 * Read `technology/accounting/number` or `technology/accounting`.
 *
 * @throws UsageError when the study has no such search
 */
export function parseCandidateName(study: ResolvedStudy, name: string): CandidateName {
  const searches = searchesOf(study);
  const [technology, accounting, number, ...rest] = name.split("/");
  const search = searches.find((each) => each.name === `${technology}/${accounting}`);
  if (search === undefined || rest.length > 0)
    throw new UsageError(
      `"${name}" names no candidate; write technology/accounting/number or technology/accounting for its best; searches here: ${searches.map((each) => each.name).join(", ")}`,
    );
  return { search, number };
}

/**
 * The candidate of an archive that a person names.
 *
 * @param name `technology/accounting/number`, or `technology/accounting` for the best one
 * @throws UsageError when the archive holds no such candidate
 */
export function findCandidate(archive: Archive, study: ResolvedStudy, name: string): CandidateRecord {
  const { search, number } = parseCandidateName(study, name);
  if (number === undefined) {
    const records = archive.candidates(search.name);
    const best = bestOf(records, study.rank);
    if (best === undefined)
      throw new UsageError(
        `${search.name} has no feasible candidate; name one by its number, 0 to ${records.length - 1}`,
      );
    return best;
  }
  const [record] = /^\d{1,15}$/u.test(number) ? archive.candidates(search.name, Number(number)) : [];
  if (record !== undefined && String(record.candidate) === number) return record;
  const count = archive.counts().reduce((sum, each) => sum + (each.search === search.name ? each.count : 0), 0);
  throw new UsageError(`${search.name} has no candidate "${number}"; legal: 0 to ${count - 1}`);
}
