import { isFeasible } from "@neurofront/core";
import type { CandidateRecord, ResolvedStudy } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { designKey, searchNames } from "../design-key.ts";
import { everyNth } from "../every-nth.ts";

/** A candidate as the figures draw it. */
export interface DesignPoint {
  /** Names the design in all figures of a page. */
  readonly key: string;
  readonly record: CandidateRecord;
  /** Place of the technology in the study's list. */
  readonly technologyIndex: number;
  readonly technology: string;
  readonly candidate: number;
  readonly standing: "front" | "dominated" | "infeasible";
  readonly isBest: boolean;
  readonly delay_s: number;
  readonly energy_J: number;
}

/** Designs of one accounting, the same in every figure, thinned so that a page stays small. */
export interface DesignPoints {
  readonly points: readonly DesignPoint[];
  /** Those left out. */
  readonly rest: readonly DesignPoint[];
  /** Per standing: how many there are and how many of them are drawn. */
  readonly total: Readonly<Record<DesignPoint["standing"], number>>;
  readonly drawn: Readonly<Record<DesignPoint["standing"], number>>;
}

/** Designs of a standing that are drawn at most, all technologies together. */
const LIMITS = { front: 3000, dominated: 1500, infeasible: 600 } as const;

/**
 * The candidates with an energy and a delay. Beyond the limit of its standing, every technology is drawn with an equal share of
 * it: every n-th design in the order of the search; best designs always.
 */
export function designPoints(
  comparison: AccountingComparison,
  searches: ReadonlyMap<string, readonly CandidateRecord[]>,
  study: Pick<ResolvedStudy, "technologies" | "held">,
): DesignPoints {
  const names = searchNames(study);
  const groups = comparison.technologies.map(({ technology, search, front, best }, technologyIndex) => {
    const members = new Set(front);
    const searchIndex = names.indexOf(search);
    return (searches.get(search) ?? []).flatMap((record): DesignPoint[] => {
      const { delay, energy } = record.assessment.metrics;
      if (delay === undefined || energy === undefined || !(delay > 0) || !(energy > 0)) return [];
      return [
        {
          key: designKey(searchIndex, record),
          record,
          technologyIndex,
          technology,
          candidate: record.candidate,
          standing: members.has(record) ? "front" : isFeasible(record) ? "dominated" : "infeasible",
          isBest: record === best,
          delay_s: delay,
          energy_J: energy,
        },
      ];
    });
  });
  // Later ones are drawn over earlier ones.
  const [infeasible, dominated, front] = (["infeasible", "dominated", "front"] as const).map((standing) =>
    thinned(
      groups.map((group) => group.filter((point) => point.standing === standing)),
      LIMITS[standing],
    ),
  ) as [Thinned, Thinned, Thinned];
  return {
    points: [...infeasible.kept, ...dominated.kept, ...front.kept],
    rest: [...infeasible.rest, ...dominated.rest, ...front.rest],
    total: { front: count(front), dominated: count(dominated), infeasible: count(infeasible) },
    drawn: { front: front.kept.length, dominated: dominated.kept.length, infeasible: infeasible.kept.length },
  };
}

interface Thinned {
  readonly kept: readonly DesignPoint[];
  readonly rest: readonly DesignPoint[];
}

function count({ kept, rest }: Thinned): number {
  return kept.length + rest.length;
}

function thinned(groups: readonly (readonly DesignPoint[])[], limit: number): Thinned {
  const all = groups.flat();
  if (all.length <= limit) return { kept: all, rest: [] };
  const share = Math.max(1, Math.floor(limit / groups.length));
  const chosen = new Set(groups.flatMap((group) => everyNth(group, share)));
  const isKept = (point: DesignPoint): boolean => point.isBest || chosen.has(point);
  return { kept: all.filter((point) => isKept(point)), rest: all.filter((point) => !isKept(point)) };
}

/** How many of the designs a figure draws, in a sentence. */
export function drawnSentence({ total, drawn }: DesignPoints): string {
  const thin = Object.keys(total).some((name) => drawn[name as keyof typeof drawn] < total[name as keyof typeof total]);
  return (
    `Drawn: ${drawn.front} of ${total.front} designs of the fronts, ${drawn.dominated} of ${total.dominated} dominated and ` +
    `${drawn.infeasible} of ${total.infeasible} infeasible ones${thin ? ", of every technology alike every n-th in the order of the search" : ""}.`
  );
}
