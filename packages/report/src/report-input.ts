import type {
  CandidateRecord,
  ChipSample,
  DesignSensitivity,
  Exploration,
  ResolvedStudy,
  SearchNote,
  VerificationRecord,
} from "@neurofront/core";

/** Everything a report is made from, as an archive returns it. */
export interface ReportInput {
  readonly study: ResolvedStudy;
  readonly candidates: readonly CandidateRecord[];
  /** Designs of the fronts, assessed again with chips drawn at random; may be empty. */
  readonly verifications: readonly VerificationRecord[];
  /** What the optimizers of the searches decided. */
  readonly notes: readonly SearchNote[];
  /** Names of the searches that were made asynchronously; absent where none was. */
  readonly asynchronous?: readonly string[];
  /** Every chip drawn by the searches; absent where they drew none. */
  readonly samples?: readonly ChipSample[];
  /** How designs of the fronts react to their parameters; absent where the models that made the archive are not at hand. */
  readonly sensitivities?: readonly DesignSensitivity[];
  /** What models say around the best designs; absent where they are not at hand. */
  readonly exploration?: Exploration;
}

/** The name of a search: one technology under one accounting. */
export function searchName(technology: string, accounting: string): string {
  return `${technology}/${accounting}`;
}

/** Candidates of each search, in the order of the archive. */
export function candidatesBySearch(candidates: readonly CandidateRecord[]): ReadonlyMap<string, CandidateRecord[]> {
  const searches = new Map<string, CandidateRecord[]>();
  for (const record of candidates) {
    const known = searches.get(record.search);
    if (known) known.push(record);
    else searches.set(record.search, [record]);
  }
  return searches;
}

/** Verifications by candidate, made once of each list. */
const byCandidate = new WeakMap<readonly VerificationRecord[], ReadonlyMap<string, VerificationRecord>>();

/** A candidate's verification, when chips were drawn for it. */
export function verificationOf(
  verifications: readonly VerificationRecord[],
  { search, candidate }: Pick<CandidateRecord, "search" | "candidate">,
): VerificationRecord | undefined {
  let known = byCandidate.get(verifications);
  if (known === undefined) {
    known = new Map(verifications.map((each) => [`${each.search} ${each.candidate}`, each]));
    byCandidate.set(verifications, known);
  }
  return known.get(`${search} ${candidate}`);
}
