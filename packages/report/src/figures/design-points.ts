import { formatQuantity, isFeasible } from "@neurofront/core";
import type { CandidateRecord } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { everyNth } from "../every-nth.ts";
import { formatMetric } from "../metric-text.ts";

/** A candidate as a figure draws it. */
export interface DesignPoint {
  /** Place of the technology in the study's list. */
  readonly technologyIndex: number;
  readonly technology: string;
  readonly candidate: number;
  readonly standing: "front" | "dominated" | "infeasible";
  readonly isBest: boolean;
  readonly delay_s: number;
  readonly energy_J: number;
  readonly tooltip: string;
}

/** Points of one accounting, thinned so that a page stays small. */
export interface DesignPoints {
  readonly points: readonly DesignPoint[];
  /** Per standing: how many there are and how many of them are drawn. */
  readonly total: Readonly<Record<DesignPoint["standing"], number>>;
  readonly drawn: Readonly<Record<DesignPoint["standing"], number>>;
}

/** Points of a standing that one figure draws at most, all technologies together. */
const LIMITS = { front: 1200, dominated: 1500, infeasible: 600 } as const;

/** The candidates with an energy and a delay, of each standing every n-th beyond its limit; best designs always. */
export function designPoints(
  comparison: AccountingComparison,
  searches: ReadonlyMap<string, readonly CandidateRecord[]>,
): DesignPoints {
  const points: Record<DesignPoint["standing"], DesignPoint[]> = { front: [], dominated: [], infeasible: [] };
  comparison.technologies.forEach(({ technology, search, front, best }, technologyIndex) => {
    const members = new Set(front);
    for (const record of searches.get(search) ?? []) {
      const { delay, energy } = record.assessment.metrics;
      if (delay === undefined || energy === undefined || !(delay > 0) || !(energy > 0)) continue;
      const standing = members.has(record) ? "front" : isFeasible(record) ? "dominated" : "infeasible";
      points[standing].push({
        technologyIndex,
        technology,
        candidate: record.candidate,
        standing,
        isBest: record === best,
        delay_s: delay,
        energy_J: energy,
        tooltip: tooltip(technology, record, standing),
      });
    }
  });
  const kept = new Set(everyNth(points.front, LIMITS.front));
  const front = points.front.filter((point) => kept.has(point) || point.isBest);
  const dominated = everyNth(points.dominated, LIMITS.dominated);
  const infeasible = everyNth(points.infeasible, LIMITS.infeasible);
  return {
    points: [...infeasible, ...dominated, ...front],
    total: {
      front: points.front.length,
      dominated: points.dominated.length,
      infeasible: points.infeasible.length,
    },
    drawn: { front: front.length, dominated: dominated.length, infeasible: infeasible.length },
  };
}

function tooltip(technology: string, record: CandidateRecord, standing: DesignPoint["standing"]): string {
  const { metrics, violations } = record.assessment;
  const lines = [
    `${technology}, candidate ${record.candidate}`,
    `${formatMetric("energy", metrics.energy)}, ${formatMetric("delay", metrics.delay)}, ${formatMetric("edp", metrics.edp)}`,
  ];
  if (standing === "infeasible") {
    const broken = violations.filter(({ kind }) => kind !== "warning").map(({ code }) => code);
    lines.push(`not feasible: ${[...new Set(broken)].join(", ")}`);
  } else {
    const accuracy = metrics.accuracy === undefined ? "" : `, accuracy ${formatMetric("accuracy", metrics.accuracy)}`;
    lines.push(`inputs ${formatQuantity(record.design.inputVoltage_V, "V")}${accuracy}`);
  }
  return lines.join("\n");
}
