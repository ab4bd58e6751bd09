import { Archive } from "@neurofront/archive";
import type { AppendedVisitor, ReadMark } from "@neurofront/archive";
import { bestOf } from "@neurofront/core";
import type { CandidateRecord, MetricName, ResolvedStudy, SearchNote, VerificationRecord } from "@neurofront/core";
import { unknownName } from "@neurofront/report";
import { RequestError } from "./answer.ts";
import { searchProgress } from "./archive-progress.ts";
import type { SearchProgress } from "./archive-progress.ts";
import { OutlinedSearch } from "./outlined-search.ts";

/** What an archive held when it was last looked at. */
export interface Snapshot {
  readonly study: ResolvedStudy;
  /** Search by search in the order of the archive; whole for the best of each search, outlines for all others. */
  readonly candidates: readonly CandidateRecord[];
  readonly verifications: readonly VerificationRecord[];
  readonly notes: readonly SearchNote[];
  readonly searches: readonly SearchProgress[];
  /** Changes whenever the archive has. */
  readonly stamp: string;
}

/** An archive that a run may be writing. What was read once is kept, and only what was appended since is read. */
export class FollowedArchive {
  readonly #path: string;
  #hash = "";
  #mark: ReadMark = { candidates: 0, revisions: 0 };
  readonly #searches = new Map<string, OutlinedSearch>();
  #last: Snapshot | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * The archive as it is now.
   *
   * @throws ArchiveError, or whatever a damaged file makes the database say
   */
  snapshot(): Snapshot {
    const archive = Archive.open(this.#path);
    try {
      const study = archive.study();
      const unknown = unknownName(study);
      if (unknown !== undefined)
        throw new RequestError(422, `names ${JSON.stringify(unknown)}, which is no metric and no accounting here`);
      const counts = archive.counts();
      const total = counts.reduce((sum, { count }) => sum + count, 0);
      // Another study may have been put in its place.
      if (study.hash !== this.#hash || total < this.#size()) this.#forget(study.hash);
      this.#mark = archive.visitAppended(metricsOf(study), this.#visitor(study), this.#mark);
      const { candidates, revisions } = this.#mark;
      const stamp = `${study.hash}-${candidates}-${revisions}-${archive.verifiedCount()}`;
      if (stamp === this.#last?.stamp) return this.#last;
      this.#last = {
        study,
        candidates: [...this.#searches.values()].flatMap(({ records }) => withWholeBest(records, study, archive)),
        verifications: archive.verifications(),
        notes: archive.notes(),
        searches: searchProgress(study, counts),
        stamp,
      };
      return this.#last;
    } finally {
      archive.close();
    }
  }

  #visitor(study: ResolvedStudy): AppendedVisitor {
    const metrics = metricsOf(study);
    return {
      candidate: (outline, design) => {
        let known = this.#searches.get(outline.search);
        if (known === undefined) {
          known = new OutlinedSearch(outline.search, metrics, study);
          this.#searches.set(outline.search, known);
        }
        known.add(outline, design);
      },
      revision: (outline) => this.#searches.get(outline.search)?.revise(outline),
    };
  }

  #size(): number {
    return [...this.#searches.values()].reduce((sum, { records }) => sum + records.length, 0);
  }

  #forget(hash: string): void {
    this.#hash = hash;
    this.#mark = { candidates: 0, revisions: 0 };
    this.#searches.clear();
    this.#last = undefined;
  }
}

/** Those that figures of many candidates show. */
function metricsOf({ rank }: ResolvedStudy): MetricName[] {
  return [...new Set<MetricName>(["energy", "delay", "edp", "accuracy", rank])];
}

/** The best design of a search, which figures show with its ledger, is read whole. */
function withWholeBest(
  records: readonly CandidateRecord[],
  study: ResolvedStudy,
  archive: Archive,
): readonly CandidateRecord[] {
  const best = bestOf(records, study.rank);
  const [whole] = best === undefined ? [] : archive.candidates(best.search, best.candidate);
  return whole === undefined ? records : records.with(records.indexOf(best!), whole);
}
