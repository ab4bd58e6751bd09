import { METRICS, above, below, formatQuantity, isEstimated, statisticValue } from "@neurofront/core";
import type {
  Assessment,
  ConstraintStanding,
  ResolvedConstraint,
  ResolvedStudy,
  Score,
  Violation,
} from "@neurofront/core";
import type { Wanted } from "./estimate.ts";

/** An assessment judged by a study: its objectives to minimise and how far it is from legal. */
export interface Judgement {
  /** Empty when impossible. */
  readonly objectives: readonly number[];
  /** Sum of relative violations of all kinds but warnings. */
  readonly violation: number;
  /** The assessment's own violations and the study's constraints that are not met. */
  readonly violations: readonly Violation[];
}

/**
 * Turn metrics into minimised objectives and violations. Where chips have decided a constraint their verdict stands; where they
 * have not, the estimate decides.
 */
export function judge(assessment: Assessment, study: Pick<ResolvedStudy, "objectives" | "constraints">): Judgement {
  if (assessment.status === "impossible")
    return { objectives: [], violation: sumOf(assessment.violations), violations: assessment.violations };
  const standings = assessment.monteCarlo?.sampling?.standings ?? [];
  const broken = study.constraints.flatMap(
    (constraint, index) => brokenConstraint(constraint, assessment, standings[index] ?? null) ?? [],
  );
  const violations = [...assessment.violations, ...brokenAtCorners(assessment, study), ...broken];
  return { objectives: objectivesOf(assessment, study), violation: sumOf(violations), violations };
}

/**
 * Sum of the violations that are known without chips: the models' own, and those of exact constraints.
 */
export function exactViolation(
  assessment: Assessment,
  study: Pick<ResolvedStudy, "objectives" | "constraints">,
): number {
  if (!needsChips(study)) return judge(assessment, study).violation;
  return judge(assessment, {
    objectives: study.objectives.filter((objective) => !isEstimated(objective)),
    constraints: study.constraints.filter((constraint) => !isEstimated(constraint)),
  }).violation;
}

/** Where a study asks for the worst corner, a design has to be possible and valid at every one. */
function brokenAtCorners(
  { corners = [] }: Assessment,
  study: Pick<ResolvedStudy, "objectives" | "constraints">,
): Violation[] {
  if (!needsCorners(study)) return [];
  return corners.flatMap(({ name, violations }) =>
    violations.map((violation) => ({
      ...violation,
      kind: "invalid" as const,
      message: `corner ${name}: ${violation.message}`,
    })),
  );
}

/** The objectives of a design, minimised whatever the goal; none of an impossible one. */
export function objectivesOf(assessment: Assessment, study: Pick<ResolvedStudy, "objectives">): number[] {
  if (assessment.status === "impossible") return [];
  return study.objectives.map((objective) => (objective.goal === "minimize" ? 1 : -1) * valueOf(assessment, objective));
}

/** What chips have found broken although their estimate is on the limit is that far from legal, relative to the limit. */
const LEAST_AMOUNT = 1e-6;

function brokenConstraint(
  constraint: ResolvedConstraint,
  assessment: Assessment,
  standing: ConstraintStanding | null,
): Violation | undefined {
  if (standing === "met") return undefined;
  const { metric, statistic, atMost, atLeast } = constraint;
  const found = valueOf(assessment, constraint);
  const { unit } = METRICS[metric];
  const name = statistic === "mean" ? metric : `${statistic} of ${metric}`;
  const is = (): string => `${name} is ${formatQuantity(found, unit, 6)}`;
  const broken =
    atMost === undefined
      ? below(
          "constraint",
          `${metric}-below-bound`,
          found,
          atLeast!,
          () => `${is()}, the study asks for at least ${formatQuantity(atLeast!, unit)}`,
        )
      : above(
          "constraint",
          `${metric}-above-bound`,
          found,
          atMost,
          () => `${is()}, the study asks for at most ${formatQuantity(atMost, unit)}`,
        );
  if (broken !== undefined || standing !== "broken") return broken;
  return {
    kind: "constraint",
    code: `${metric}-${atMost === undefined ? "below" : "above"}-bound`,
    message: `${is()}, but its chips say that it does not keep the study's limit of ${formatQuantity(atLeast ?? atMost!, unit)}`,
    amount: LEAST_AMOUNT,
  };
}

/** The score an optimizer is told. */
export function scoreOf(
  id: number,
  status: Assessment["status"],
  judgement: Pick<Judgement, "objectives" | "violation">,
  standardErrors: readonly number[] = [],
): Score {
  const score = { id, status, objectives: judgement.objectives, violation: judgement.violation };
  return standardErrors.some((error) => error > 0) ? { ...score, standardErrors } : score;
}

/** True when judging needs the worst of the corners. */
export function needsCorners({ objectives, constraints }: Pick<ResolvedStudy, "objectives" | "constraints">): boolean {
  return [...objectives, ...constraints].some(({ statistic }) => statistic === "worst");
}

/** True when judging needs Monte Carlo chips for every candidate. */
export function needsChips(study: Pick<ResolvedStudy, "objectives" | "constraints">): boolean {
  return [...study.objectives, ...study.constraints].some(isEstimated);
}

function sumOf(violations: readonly Violation[]): number {
  let sum = 0;
  for (const { kind, amount } of violations) if (kind !== "warning") sum += amount;
  return sum;
}

/** @throws Error when chips were not drawn for a number that needs them */
function valueOf(assessment: Assessment, wanted: Wanted): number {
  const value = statisticValue(assessment, wanted.metric, wanted.statistic);
  if (value === undefined && isEstimated(wanted))
    throw new Error(`${wanted.statistic} of ${wanted.metric} needs Monte Carlo chips`);
  // An accuracy of zero leaves the energy per correct decision without a value: the worst there is, but finite.
  return value ?? Number.MAX_VALUE;
}
