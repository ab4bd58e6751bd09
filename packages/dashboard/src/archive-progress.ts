import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Archive } from "@neurofront/archive";
import type { ResolvedStudy } from "@neurofront/core";

/** What became of a study. `running`: written at this moment; `unreadable`: its archive is damaged, or of another version. */
export type ArchiveStatus = "running" | "finished" | "stopped" | "unreadable";

/** How far the search of one technology under one accounting is. */
export interface SearchProgress {
  readonly search: string;
  readonly assessed: number;
  /** In assessments at the lowest fidelity. */
  readonly spent: number;
  readonly budget: number;
}

/** How far a study is, read from its archive. */
export interface ArchiveProgress {
  readonly title: string;
  readonly searches: readonly SearchProgress[];
  readonly verified: number;
  readonly status: ArchiveStatus;
}

/** A write-ahead log that has changed within this time has a writer. */
const RECENT_MS = 5000;

/** The report is written just before a run closes its archive. */
const CLOSING_MS = 60_000;

/**
 * Read how far a study is.
 *
 * @throws ArchiveError, or whatever a damaged file makes the database say
 */
export function archiveProgress(path: string, now_ms: number): ArchiveProgress {
  const archive = Archive.open(path);
  try {
    const study = archive.study();
    const searches = searchProgress(study, archive.counts());
    const verified = archive.verifiedCount();
    const isComplete =
      verified > 0 || searches.every(({ spent, budget }) => spent >= budget) || hasReportOfItsEnd(path, searches);
    const status = isWritten(path, now_ms) ? "running" : isComplete ? "finished" : "stopped";
    return { title: titleOf(study), searches, verified, status };
  } finally {
    archive.close();
  }
}

/** The title of a study; an archive may be anyone's, and hold something else in its place. */
export function titleOf(study: { readonly title: unknown }): string {
  return typeof study.title === "string" ? study.title : "(without a title)";
}

/** What every search of a study has spent. */
export function searchProgress(
  { technologies, held, budget }: ResolvedStudy,
  counts: ReturnType<Archive["counts"]>,
): SearchProgress[] {
  return technologies.flatMap(({ name, fidelities = [] }) =>
    held.accounting.map((accounting) => {
      const search = `${name}/${accounting}`;
      const own = counts.filter((count) => count.search === search);
      const spent = own.reduce((sum, { fidelity, count }) => sum + count * costUpTo(fidelity, fidelities), 0);
      return {
        search,
        assessed: own.reduce((sum, { count }) => sum + count, 0),
        spent,
        budget: budget.evaluations,
      };
    }),
  );
}

/** What a candidate has cost that stands at a fidelity. */
function costUpTo(
  fidelity: string | null,
  fidelities: NonNullable<ResolvedStudy["technologies"][number]["fidelities"]>,
): number {
  const rung = fidelities.findIndex(({ name }) => name === fidelity);
  return rung < 0 ? 1 : fidelities.slice(0, rung + 1).reduce((sum, { cost }) => sum + cost, 0);
}

/** Who reads makes a log too, but an empty one. */
function isWritten(path: string, now_ms: number): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return log !== undefined && log.size > 0 && now_ms - log.mtimeMs < RECENT_MS;
}

/** A search may end before its budget is spent; then only the report, which a run writes at its end, tells. */
function hasReportOfItsEnd(path: string, searches: readonly SearchProgress[]): boolean {
  const report = changed_ms(join(dirname(path), "report.html"));
  const archive = changed_ms(path);
  return (
    searches.every(({ assessed }) => assessed > 0) &&
    report !== undefined &&
    archive !== undefined &&
    report > archive - CLOSING_MS
  );
}

function changed_ms(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
