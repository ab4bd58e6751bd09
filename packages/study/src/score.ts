import { METRICS, above, below, formatQuantity } from "@neurofront/core";
import type { Assessment, MetricName, ResolvedStudy, Score, Statistic, Violation } from "@neurofront/core";

/** An assessment judged by a study: its objectives to minimise and how far it is from legal. */
export interface Judgement {
  /** Empty when impossible. */
  readonly objectives: readonly number[];
  /** Sum of relative violations of all kinds but warnings. */
  readonly violation: number;
  /** The assessment's own violations and the study's constraints that are not met. */
  readonly violations: readonly Violation[];
}

/** Turn metrics into minimised objectives and violations. */
export function judge(assessment: Assessment, study: Pick<ResolvedStudy, "objectives" | "constraints">): Judgement {
  if (assessment.status === "impossible")
    return { objectives: [], violation: sumOf(assessment.violations), violations: assessment.violations };
  const violations = [...assessment.violations];
  for (const { metric, statistic, atMost, atLeast } of study.constraints) {
    const found = statisticOf(assessment, metric, statistic);
    const { unit } = METRICS[metric];
    const name = statistic === "mean" ? metric : `${statistic} of ${metric}`;
    const broken =
      atMost === undefined
        ? below(
            "constraint",
            `${metric}-below-bound`,
            found,
            atLeast!,
            `${name} is ${formatQuantity(found, unit, 6)}, the study asks for at least ${formatQuantity(atLeast!, unit)}`,
          )
        : above(
            "constraint",
            `${metric}-above-bound`,
            found,
            atMost,
            `${name} is ${formatQuantity(found, unit, 6)}, the study asks for at most ${formatQuantity(atMost, unit)}`,
          );
    if (broken !== undefined) violations.push(broken);
  }
  const objectives = study.objectives.map(
    ({ metric, statistic, goal }) => (goal === "minimize" ? 1 : -1) * statisticOf(assessment, metric, statistic),
  );
  return { objectives, violation: sumOf(violations), violations };
}

/** The score an optimizer is told. */
export function scoreOf(
  id: number,
  status: Assessment["status"],
  judgement: Pick<Judgement, "objectives" | "violation">,
): Score {
  return { id, status, objectives: judgement.objectives, violation: judgement.violation };
}

/** True when judging needs Monte Carlo chips for every candidate. */
export function needsChips(study: Pick<ResolvedStudy, "objectives" | "constraints">): boolean {
  return [...study.objectives, ...study.constraints].some(
    ({ metric, statistic }) => statistic !== "mean" || metric === "testAccuracy",
  );
}

function sumOf(violations: readonly Violation[]): number {
  let sum = 0;
  for (const { kind, amount } of violations) if (kind !== "warning") sum += amount;
  return sum;
}

/** @throws Error when chips were not drawn for a statistic that needs them */
function statisticOf(assessment: Assessment, metric: MetricName, statistic: Statistic): number {
  if (statistic !== "mean") {
    const data = metric === "testAccuracy" ? assessment.monteCarlo?.test : assessment.monteCarlo?.clean;
    if (data === undefined) throw new Error(`${statistic} of ${metric} needs Monte Carlo chips`);
    return data[statistic];
  }
  const value = assessment.metrics[metric];
  // An accuracy of zero leaves the energy per correct decision without a value: the worst there is, but finite.
  if (value === undefined) return Number.MAX_VALUE;
  return value;
}
