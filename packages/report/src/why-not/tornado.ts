import type { ChangedDesign, DesignSensitivity, MetricName } from "@neurofront/core";

/** The metric of a changed design in units of the design's own. */
export interface TornadoChange extends Omit<ChangedDesign, "metrics"> {
  readonly direction: "less" | "more" | "other";
  readonly ratio: number;
}

/** One parameter of a tornado. */
export interface TornadoRow {
  readonly name: string;
  readonly unit: string;
  readonly value: number | string;
  readonly changes: readonly TornadoChange[];
  /** Changes to designs that are impossible. */
  readonly impossible: number;
}

/**
 * How a metric of a design changes with each of its parameters, the one that matters most first. Impossible designs have no metric;
 * they are counted.
 */
export function tornado({ metrics, parameters }: DesignSensitivity, metric: MetricName): TornadoRow[] {
  const own = metrics[metric];
  if (own === undefined || !(own > 0)) return [];
  const rows = parameters.map(({ name, unit, value, changes }): TornadoRow => {
    const found = changes.flatMap(({ value: other, metrics: changed, broken }): TornadoChange[] => {
      const ratio = (changed[metric] ?? 0) / own;
      return ratio > 0 ? [{ value: other, broken, direction: directionOf(value, other), ratio }] : [];
    });
    return { name, unit, value, changes: found, impossible: changes.length - found.length };
  });
  return rows
    .filter(({ changes, impossible }) => changes.length + impossible > 0)
    .toSorted((a, b) => swing(b) - swing(a) || (a.name < b.name ? -1 : 1));
}

function directionOf(value: number | string, other: number | string): TornadoChange["direction"] {
  if (typeof value === "string" || typeof other === "string") return "other";
  return other < value ? "less" : "more";
}

/** Largest change of the metric, as a logarithm. */
function swing({ changes }: TornadoRow): number {
  return Math.max(0, ...changes.map(({ ratio }) => Math.abs(Math.log(ratio))));
}
