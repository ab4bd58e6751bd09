import type { CurvePanel } from "@neurofront/report";
import type { Column } from "./columns.ts";

/** Orders of magnitude from which on a quantity is drawn on a logarithmic scale. */
const LOG_FROM = 30;

/**
 * Columns in frames: those that share a unit in one. Numbers without a unit share a frame only within their group. Without any
 * value there is one empty frame.
 */
export function panelsOf(columns: readonly Column[], scale?: "linear" | "log"): CurvePanel[] {
  const frames = new Map<string, Column[]>();
  for (const column of columns) {
    if (!column.values.some((value) => value !== undefined && Number.isFinite(value))) continue;
    const key = column.unit === "1" ? `1 ${column.group}` : column.unit;
    frames.set(key, [...(frames.get(key) ?? []), column]);
  }
  if (frames.size === 0) return [{ title: "no value", unit: "1", scale: "linear", curves: [] }];
  return [...frames.values()].map((members) => ({
    title: titleOf(members),
    unit: members[0]!.unit,
    scale: scale ?? scaleOf(members),
    curves: members.map(({ title, values }) => ({ title, values: values.map((value) => value ?? Number.NaN) })),
  }));
}

function titleOf(members: readonly Column[]): string {
  const groups = [...new Set(members.map(({ group }) => group))];
  return members.length === 1 ? members[0]!.title : groups.length === 1 ? groups[0]! : "";
}

function scaleOf(members: readonly Column[]): "linear" | "log" {
  const known = members
    .flatMap(({ values }) => values)
    .filter((value) => value !== undefined && Number.isFinite(value));
  const positive = known.filter((value) => value! > 0) as number[];
  const isPositive = positive.length > 0 && known.every((value) => value! >= 0);
  return isPositive && Math.max(...positive) > LOG_FROM * Math.min(...positive) ? "log" : "linear";
}
