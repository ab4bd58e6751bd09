import { isFeasible } from "@neurofront/core";
import type { CandidateRecord, ResolvedStudy } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { designKey, searchNames } from "../design-key.ts";

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

/** Delay and energy of many designs, in columns, because there may be a hundred thousand. */
export interface DesignPlaces {
  readonly delay_s: readonly number[];
  readonly energy_J: readonly number[];
}

/** Designs of one accounting, the same in every figure, thinned so that a page stays small. */
export interface DesignPoints {
  readonly points: readonly DesignPoint[];
  /** Where those left out lie. */
  readonly rest: DesignPlaces;
  /** Per standing: how many there are and how many of them are drawn. */
  readonly total: Readonly<Record<DesignPoint["standing"], number>>;
  readonly drawn: Readonly<Record<DesignPoint["standing"], number>>;
}

/** Designs of each standing that are drawn at most, all technologies together. */
export type DrawnLimits = Readonly<Record<DesignPoint["standing"], number>>;

const LIMITS: DrawnLimits = { front: 3000, dominated: 1500, infeasible: 600 };

/**
 * The candidates with an energy and a delay. Beyond the limit of its standing, every technology is drawn with an equal share of
 * it: every n-th design in the order of the search; best designs always.
 */
export function designPoints(
  comparison: AccountingComparison,
  searches: ReadonlyMap<string, readonly CandidateRecord[]>,
  study: Pick<ResolvedStudy, "technologies" | "held">,
  limits = LIMITS,
): DesignPoints {
  const names = searchNames(study);
  const groups = comparison.technologies.map(({ search, front }) => standingsOf(searches.get(search) ?? [], front));
  const rest = { delay_s: [], energy_J: [] };
  const pointsOf = (standing: Standing): DesignPoint[] => {
    const keeps = keepers(
      groups.map((group) => group[standing].length),
      limits[standing],
    );
    return comparison.technologies.flatMap(({ technology, search, best }, technologyIndex) => {
      const searchIndex = names.indexOf(search);
      return thinned(groups[technologyIndex]![standing], keeps[technologyIndex]!, best, rest).map((record) => ({
        key: designKey(searchIndex, record),
        record,
        technologyIndex,
        technology,
        candidate: record.candidate,
        standing,
        isBest: record === best,
        delay_s: record.assessment.metrics.delay!,
        energy_J: record.assessment.metrics.energy!,
      }));
    });
  };
  const total = (standing: Standing): number => groups.reduce((sum, group) => sum + group[standing].length, 0);
  // Later ones are drawn over earlier ones.
  const [infeasible, dominated, front] = [pointsOf("infeasible"), pointsOf("dominated"), pointsOf("front")];
  return {
    points: [...infeasible, ...dominated, ...front],
    rest,
    total: { front: total("front"), dominated: total("dominated"), infeasible: total("infeasible") },
    drawn: { front: front.length, dominated: dominated.length, infeasible: infeasible.length },
  };
}

type Standing = DesignPoint["standing"];

/** The candidates of a search that have an energy and a delay, by standing. */
function standingsOf(
  records: readonly CandidateRecord[],
  front: readonly CandidateRecord[],
): Record<Standing, CandidateRecord[]> {
  const members = new Set(front);
  const found: Record<Standing, CandidateRecord[]> = { front: [], dominated: [], infeasible: [] };
  for (const record of records) {
    const { delay, energy } = record.assessment.metrics;
    if (delay === undefined || energy === undefined || !(delay > 0) || !(energy > 0)) continue;
    found[members.has(record) ? "front" : isFeasible(record) ? "dominated" : "infeasible"].push(record);
  }
  return found;
}

/** How many of each group are kept: all, or equal shares of the limit. */
function keepers(counts: readonly number[], limit: number): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const share = Math.max(1, Math.floor(limit / counts.length));
  return counts.map((count) => (all <= limit ? count : Math.min(count, share)));
}

/** Every n-th record, so that as many are kept as may be; the best always. Those left out add their place to the rest. */
function thinned(
  records: readonly CandidateRecord[],
  kept: number,
  best: CandidateRecord | undefined,
  rest: { readonly delay_s: number[]; readonly energy_J: number[] },
): CandidateRecord[] {
  const step = Math.max(1, Math.ceil(records.length / kept));
  return records.filter((record, index) => {
    if (index % step === 0 || record === best) return true;
    const { delay, energy } = record.assessment.metrics;
    rest.delay_s.push(delay!);
    rest.energy_J.push(energy!);
    return false;
  });
}

/** How many of the designs a figure draws, in a sentence. */
export function drawnSentence({ total, drawn }: DesignPoints): string {
  const thin = Object.keys(total).some((name) => drawn[name as keyof typeof drawn] < total[name as keyof typeof total]);
  return (
    `Drawn: ${drawn.front} of ${total.front} designs of the fronts, ${drawn.dominated} of ${total.dominated} dominated and ` +
    `${drawn.infeasible} of ${total.infeasible} infeasible ones${thin ? ", of every technology alike every n-th in the order of the search" : ""}.`
  );
}
