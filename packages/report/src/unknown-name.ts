import { METRICS } from "@neurofront/core";
import type { Accounting, ResolvedStudy } from "@neurofront/core";

const ACCOUNTINGS: readonly string[] = ["paper", "full"] satisfies Accounting[];

/**
 * A metric or an accounting that a study names and this program does not know; undefined when it knows them all. An archive from
 * elsewhere may say anything: nothing of it is computed or named after until this has been asked.
 */
export function unknownName({ rank, objectives, constraints, held }: ResolvedStudy): string | undefined {
  const metrics = [rank, ...[...objectives, ...constraints].map(({ metric }) => metric)];
  return (
    metrics.find((metric) => !Object.hasOwn(METRICS, metric)) ??
    held.accounting.find((name) => !ACCOUNTINGS.includes(name))
  );
}
