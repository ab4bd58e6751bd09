import { Archive } from "@neurofront/archive";
import type { CandidateOutline, ReadMark } from "@neurofront/archive";
import { bestOf } from "@neurofront/core";
import type { CandidateRecord, MetricName, ResolvedStudy, SearchNote, VerificationRecord } from "@neurofront/core";
import { unknownName } from "@neurofront/report";
import { RequestError } from "./answer.ts";
import { searchProgress } from "./archive-progress.ts";
import type { SearchProgress } from "./archive-progress.ts";

/** What an archive held when it was last looked at. */
export interface Snapshot {
  readonly study: ResolvedStudy;
  /** In the order of the archive; whole for the best of each search, outlines for all others. */
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
  readonly #records = new Map<string, CandidateRecord>();
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
      if (study.hash !== this.#hash || total < this.#records.size) this.#forget(study.hash);
      const { candidates, revisions, mark } = archive.appended(metricsOf(study), this.#mark);
      const stamp = `${study.hash}-${mark.candidates}-${mark.revisions}-${archive.verifiedCount()}`;
      if (stamp === this.#last?.stamp) return this.#last;
      for (const outline of candidates)
        this.#records.set(keyOf(outline), recordOf(outline, lazily(outline.design), study));
      for (const outline of revisions) {
        const known = this.#records.get(keyOf(outline));
        if (known !== undefined)
          this.#records.set(
            keyOf(outline),
            recordOf(outline, () => known.design, study),
          );
      }
      this.#mark = mark;
      this.#last = {
        study,
        candidates: withWholeBests([...this.#records.values()], study, archive),
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

  #forget(hash: string): void {
    this.#hash = hash;
    this.#mark = { candidates: 0, revisions: 0 };
    this.#records.clear();
    this.#last = undefined;
  }
}

/** Those that figures of many candidates show. */
function metricsOf({ rank }: ResolvedStudy): MetricName[] {
  return [...new Set<MetricName>(["energy", "delay", "edp", "accuracy", rank])];
}

function keyOf({ search, candidate }: { readonly search: string; readonly candidate: number }): string {
  return `${search} ${candidate}`;
}

/** The best design of each search, which figures show with its ledger, is read whole. */
function withWholeBests(
  records: readonly CandidateRecord[],
  study: ResolvedStudy,
  archive: Archive,
): CandidateRecord[] {
  const bests = new Map<CandidateRecord, CandidateRecord>();
  for (const members of Map.groupBy(records, ({ search }) => search).values()) {
    const best = bestOf(members, study.rank);
    const [whole] = best === undefined ? [] : archive.candidates(best.search, best.candidate);
    if (best !== undefined && whole !== undefined) bests.set(best, whole);
  }
  return records.map((record) => bests.get(record) ?? record);
}

/** The searched parameters of a design, read when they are first asked for. */
function lazily(json: string): () => CandidateRecord["design"] {
  let design: CandidateRecord["design"] | undefined;
  return () => (design ??= { ...NO_DESIGN, ...(JSON.parse(json) as CandidateRecord["design"]) });
}

const NO_DESIGN = { neuron: {}, synapse: {}, interconnect: {} } as const;

/** What is not read, shared by a hundred thousand records. */
const NOTHING = {
  coordinates: [],
  ledger: [],
  phases: [],
  area: [],
  quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
} as const;

/** A candidate of which only the outline was read: it has no ledger, no phases and no quantities, and names its worst broken rule alone. */
function recordOf(
  outline: CandidateOutline,
  designOf: () => CandidateRecord["design"],
  study: ResolvedStudy,
): CandidateRecord {
  const { search, candidate, status, violation, reason, fidelity, metrics, objectives } = outline;
  const rungs = study.technologies.find(({ name }) => search.startsWith(`${name}/`))?.fidelities ?? [];
  const rung = rungs.findIndex(({ name }) => name === fidelity);
  return {
    search,
    candidate,
    coordinates: NOTHING.coordinates,
    get design() {
      return designOf();
    },
    objectives,
    violation,
    assessment: {
      status,
      violations:
        reason === null
          ? []
          : [{ kind: status === "ok" ? "invalid" : "impossible", code: reason, message: reason, amount: violation }],
      metrics,
      ledger: NOTHING.ledger,
      phases: NOTHING.phases,
      area: NOTHING.area,
      quantities: NOTHING.quantities,
      ...(fidelity === null ? {} : { fidelity }),
      // The front is of those that have passed most fidelities; what the lower ones had said is not read.
      ...(rung > 0
        ? {
            lower: rungs
              .slice(0, rung)
              .map(({ name }) => ({ fidelity: name, status, metrics: {}, objectives: [], violation })),
          }
        : {}),
    },
  };
}
