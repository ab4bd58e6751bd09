import type { Accounting, ResolvedStudy } from "@neurofront/core";
import { jsonDifferences } from "../json-differences.ts";
import type { JsonDifference } from "../json-differences.ts";

/**
 * What a fair comparison needs equal and two studies have different: everything held, the workload with it, the variation, and
 * what a front is a front of: objectives, constraints, rank. Pointers lead into the resolved studies.
 *
 * Two things may differ. The number of verification chips, unless objectives or constraints are judged on chips: it only
 * decides how well the accuracy of the best designs is known. And the hash of the workload's data where the seeds differ and the
 * sources of its plugin do not: the seed draws its disturbed patterns.
 *
 * @param accounting compares the studies under this accounting alone
 */
export function heldDifferences(
  first: ResolvedStudy,
  second: ResolvedStudy,
  accounting: Accounting | undefined,
): JsonDifference[] {
  const sameData = first.seed === second.seed || workloadSource(first) !== workloadSource(second);
  const chips = isJudgedOnChips(first) || isJudgedOnChips(second);
  return jsonDifferences(
    heldBlocks(first, accounting, sameData, chips),
    heldBlocks(second, accounting, sameData, chips),
  );
}

function heldBlocks(study: ResolvedStudy, accounting: Accounting | undefined, sameData: boolean, chips: boolean) {
  const { contentHash, ...workload } = study.held.workload;
  const { chips: count, ...variation } = study.variation;
  return {
    held: {
      ...study.held,
      ...(accounting !== undefined && { accounting: study.held.accounting.filter((name) => name === accounting) }),
      workload: { ...workload, ...(sameData && { contentHash }) },
    },
    variation: { ...variation, ...(chips && { chips: count }) },
    objectives: study.objectives,
    constraints: study.constraints,
    rank: study.rank,
  };
}

function workloadSource({ held, sourceHashes }: ResolvedStudy): string | undefined {
  return sourceHashes[held.workload.plugin];
}

function isJudgedOnChips({ objectives, constraints }: ResolvedStudy): boolean {
  return [...objectives, ...constraints].some(
    ({ metric, statistic }) => statistic !== "mean" || metric === "testAccuracy",
  );
}
