import type { Unit } from "@neurofront/core";
import { suggestion } from "@neurofront/study";
import { UsageError } from "../usage-error.ts";

/** A column of numbers over the points of an axis. */
export interface Column {
  /** Without its unit. */
  readonly name: string;
  /** For figures; the name where there is nothing better. */
  readonly title: string;
  readonly unit: Unit;
  /** Columns shown together under one name. */
  readonly group: string;
  /** One a point; undefined where there is none. */
  readonly values: readonly (number | undefined)[];
}

/**
 * The columns that `--show` names, by their own name or their group's.
 *
 * @throws UsageError when a name is none
 */
export function selectColumns(columns: readonly Column[], shown: readonly string[]): Column[] {
  const problems: string[] = [];
  const selected = shown.flatMap((name) => {
    const found = columns.filter((column) => column.name === name || column.group === name);
    if (found.length === 0)
      problems.push(`--show ${name}: there is no such quantity; ${suggestion(name, names(columns))}`);
    return found;
  });
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return [...new Set(selected)];
}

/** What `--show` may name: groups first, then single quantities. */
export function names(columns: readonly Column[]): string[] {
  return [...new Set([...columns.map(({ group }) => group), ...columns.map(({ name }) => name)])];
}
