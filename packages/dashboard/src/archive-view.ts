import { compareTechnologies, renderLiveFigures } from "@neurofront/report";
import type { Comparison, LivePart } from "@neurofront/report";
import { METRICS } from "@neurofront/core";
import { candidateColumns, cellText } from "./candidate-columns.ts";
import { titleOf } from "./archive-progress.ts";
import type { SearchProgress } from "./archive-progress.ts";
import { FollowedArchive } from "./followed-archive.ts";
import type { Snapshot } from "./followed-archive.ts";

/** What the page shows of an archive besides its figures and its table. */
export interface ArchiveOverview {
  readonly title: string;
  /** Changes whenever the archive has. */
  readonly stamp: string;
  readonly searches: readonly (SearchProgress & {
    readonly technology: string;
    readonly accounting: string;
    /** Place of the technology in the study's list: its colour. */
    readonly technologyIndex: number;
    readonly feasible: number;
    readonly front: number;
    readonly best: string;
  })[];
  readonly headlines: readonly { readonly accounting: string; readonly headline: string }[];
  readonly rank: string;
  readonly verified: number;
  /** What the optimizers decided, the last first. */
  readonly notes: readonly { readonly search: string; readonly assessed: number; readonly text: string }[];
  /** By what the table can be filtered and sorted. */
  readonly columns: readonly {
    readonly id: string;
    readonly title: string;
    readonly unit?: string;
    readonly isNumeric: boolean;
  }[];
}

/** A part of what the page draws of an archive: first the state that it shows, then each figure, at last its designs. */
export type DrawnPart = { readonly stamp: string } | LivePart;

const MOST_NOTES = 200;
/** Archives that are kept in memory; the one that was asked for longest ago goes first. */
const MOST_KEPT = 4;

/** Views of archives, each computed once for a state of its archive. */
export class ArchiveViews {
  readonly #kept = new Map<string, Kept>();

  /**
   * What an archive holds now.
   *
   * @param path of the file
   * @throws ArchiveError, or whatever a damaged file makes the database or the comparison say
   */
  snapshot(path: string): Snapshot {
    const known = this.#kept.get(path) ?? { archive: new FollowedArchive(path) };
    this.#kept.delete(path);
    this.#kept.set(path, known);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > MOST_KEPT) this.#kept.delete(oldest);
    return known.archive.snapshot();
  }

  overview(path: string): ArchiveOverview {
    const snapshot = this.snapshot(path);
    return overviewOf(snapshot, this.#comparison(path, snapshot));
  }

  /** The designs of the fronts. */
  fronts(path: string): (readonly [search: string, candidate: number])[] {
    const comparison = this.#comparison(path, this.snapshot(path));
    return comparison.accountings.flatMap(({ technologies }) =>
      technologies.flatMap(({ front }) => front.map(({ search, candidate }) => [search, candidate] as const)),
    );
  }

  /** The figures one by one. Who asks while they are drawn for another gets the same ones. */
  async *figures(path: string): AsyncGenerator<DrawnPart, void> {
    const snapshot = this.snapshot(path);
    const kept = this.#kept.get(path)!;
    if (kept.figures?.stamp !== snapshot.stamp) {
      const rest = await renderLiveFigures(snapshot, this.#comparison(path, snapshot));
      kept.figures = { stamp: snapshot.stamp, drawn: [], rest };
    }
    const { stamp, drawn, rest } = kept.figures;
    yield { stamp };
    for (let next = 0; ; next++) {
      if (next === drawn.length) {
        const { value, done } = drawnNext(rest, () => delete kept.figures);
        if (done === true) return;
        drawn.push(value);
      }
      yield drawn[next]!;
    }
  }

  #comparison(path: string, snapshot: Snapshot): Comparison {
    const kept = this.#kept.get(path)!;
    if (kept.comparison?.stamp !== snapshot.stamp)
      kept.comparison = { stamp: snapshot.stamp, comparison: compareTechnologies(snapshot) };
    return kept.comparison.comparison;
  }
}

/** What cannot be drawn is tried again by whoever asks next. */
function drawnNext(rest: Iterator<LivePart, void>, forget: () => void): IteratorResult<LivePart, void> {
  try {
    return rest.next();
  } catch (error) {
    forget();
    throw error;
  }
}

interface Kept {
  readonly archive: FollowedArchive;
  comparison?: { readonly stamp: string; readonly comparison: Comparison };
  figures?: { readonly stamp: string; readonly drawn: LivePart[]; readonly rest: Iterator<LivePart, void> };
}

function overviewOf(
  { study, searches, verifications, notes, stamp }: Snapshot,
  comparison: Comparison,
): ArchiveOverview {
  const rankColumn = candidateColumns(study).find(({ id }) => id === comparison.rank)!;
  return {
    title: titleOf(study),
    stamp,
    searches: comparison.accountings.flatMap(({ accounting, technologies }) =>
      technologies.flatMap(({ technology, search, counts, front, best }, technologyIndex) => {
        const progress = searches.find((each) => each.search === search);
        if (progress === undefined) return [];
        const value = best?.assessment.metrics[comparison.rank];
        return [
          {
            ...progress,
            technology,
            accounting,
            technologyIndex,
            feasible: counts.feasible,
            front: front.length,
            best: cellText(rankColumn, value),
          },
        ];
      }),
    ),
    headlines: comparison.accountings.map(({ accounting, headline }) => ({ accounting, headline })),
    rank: METRICS[comparison.rank].title,
    verified: verifications.length,
    notes: notes
      .toReversed()
      .slice(0, MOST_NOTES)
      .map(({ search, assessed, text }) => ({ search, assessed, text })),
    columns: candidateColumns(study).map(({ id, title: name, unit: own, isNumeric }) => ({
      id,
      title: name,
      isNumeric,
      ...(own === undefined ? {} : { unit: own }),
    })),
  };
}
