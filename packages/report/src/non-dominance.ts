import {
  dominates,
  frontOf,
  isEstimated,
  isQuantile,
  nonDominated,
  QUANTILE_SHARES,
  randomAt,
  rungOf,
  statisticValue,
} from "@neurofront/core";
import type { CandidateRecord, ChipSample, ResolvedStudy, Statistic } from "@neurofront/core";

/** Replicates of the chips. A probability is known to its standard error of at most 2.5 %. */
const REPLICATES = 400;

/** Standard errors beyond which an estimate is not expected to lie. */
const FAR = 4;

/** A candidate whose chips may turn out otherwise. */
interface Contender {
  readonly record: CandidateRecord;
  /** Absent where nothing of it is estimated. */
  readonly sample?: ChipSample;
  /** Order of the chips by accuracy, by data set; filled when a quantile is asked for. */
  readonly order: Partial<Record<"clean" | "test", Uint32Array>>;
}

/**
 * The probability that each member of a front is feasible and not dominated, by the chips that were drawn: the share of replicates
 * in which it is. A replicate gives every chip another weight, the same for all candidates that have met it, so that what a chip
 * does to all of them does not count as doubt about any (Bayesian bootstrap: D. B. Rubin, Ann. Stat. 9, 130 (1981)).
 *
 * @param records candidates of one search
 * @param samples the chips of the same search
 * @returns by candidate, for the members of the front; 1 where nothing is estimated
 */
export function nonDominanceProbabilities(
  records: readonly CandidateRecord[],
  samples: readonly ChipSample[],
  study: Pick<ResolvedStudy, "objectives" | "constraints" | "seed">,
): ReadonlyMap<number, number> {
  const front = frontOf(records);
  if (![...study.objectives, ...study.constraints].some(isEstimated))
    return new Map(front.map(({ candidate }) => [candidate, 1]));
  const contenders = contendersOf(records, front, samples, study);
  const counts = new Map(front.map(({ candidate }) => [candidate, 0]));
  const chips = Math.max(...contenders.map(({ sample }) => (sample ? sample.first + sample.clean.length : 0)));
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const weights = weightsOf(study.seed, replicate, chips);
    const seen = contenders.flatMap(({ record, sample, order }) => {
      const value = (metric: string, statistic: Statistic): number => {
        const set = metric === "testAccuracy" ? "test" : "clean";
        return weighted(sample!, set, statistic, weights, order);
      };
      const isKept = study.constraints.every(({ metric, statistic, atLeast, atMost }) => {
        if (!isEstimated({ metric, statistic })) return true;
        const found = value(metric, statistic);
        return atLeast === undefined ? found <= atMost! : found >= atLeast;
      });
      if (!isKept) return [];
      const objectives = study.objectives.map((objective, k) =>
        isEstimated(objective)
          ? (objective.goal === "minimize" ? 1 : -1) * value(objective.metric, objective.statistic)
          : record.objectives[k]!,
      );
      return [{ candidate: record.candidate, objectives }];
    });
    for (const { candidate } of nonDominated(seen, ({ objectives }) => objectives)) {
      const count = counts.get(candidate);
      if (count !== undefined) counts.set(candidate, count + 1);
    }
  }
  return new Map([...counts].map(([candidate, count]) => [candidate, count / REPLICATES]));
}

/** The front, and those that could come onto it or take a member off it. */
function contendersOf(
  records: readonly CandidateRecord[],
  front: readonly CandidateRecord[],
  samples: readonly ChipSample[],
  study: Pick<ResolvedStudy, "objectives" | "constraints">,
): Contender[] {
  const highest = Math.max(0, ...records.map(rungOf));
  const bySample = new Map(samples.map((sample) => [keyOf(sample.candidate, sample.fidelity, sample.first), sample]));
  const members = new Set(front);
  const sure = front.filter(({ assessment }) =>
    (assessment.monteCarlo?.sampling?.standings ?? []).every((one) => one === null || one === "met"),
  );
  const worst = sure.map((record) => shifted(record, FAR));
  return records.flatMap((record): Contender[] => {
    const { monteCarlo, fidelity = "", status } = record.assessment;
    if (status !== "ok" || rungOf(record) !== highest) return [];
    const sampling = monteCarlo?.sampling;
    const sample = bySample.get(keyOf(record.candidate, fidelity, sampling?.first ?? 0));
    if (sample === undefined) return [];
    if (members.has(record)) return [{ record, sample, order: {} }];
    const isBroken = sampling?.standings.includes("broken") ?? false;
    const best = shifted(record, -FAR);
    if (isBroken || !isExactlyFeasible(record, study) || worst.some((member) => dominates(member, best))) return [];
    return [{ record, sample, order: {} }];
  });
}

/** Objectives moved by a number of standard errors. */
function shifted({ objectives, assessment }: CandidateRecord, errors: number): number[] {
  const standardErrors = assessment.monteCarlo?.sampling?.standardErrors ?? [];
  return objectives.map((objective, k) => objective + errors * (standardErrors[k] ?? 0));
}

/** Whether a candidate keeps every rule that is judged without chips. */
function isExactlyFeasible(
  { assessment }: CandidateRecord,
  { constraints }: Pick<ResolvedStudy, "constraints">,
): boolean {
  if (assessment.violations.some(({ kind }) => kind === "invalid" || kind === "impossible")) return false;
  return constraints.every((constraint) => {
    if (isEstimated(constraint)) return true;
    const found = statisticValue(assessment, constraint.metric, constraint.statistic);
    if (found === undefined) return false;
    return constraint.atLeast === undefined ? found <= constraint.atMost! : found >= constraint.atLeast;
  });
}

function weightsOf(seed: number, replicate: number, chips: number): Float64Array {
  const random = randomAt(seed, "non-dominance", replicate);
  return Float64Array.from({ length: chips }, () => -Math.log1p(-random.uniform()));
}

/** A statistic of a candidate's chips under the weights of a replicate. */
function weighted(
  sample: ChipSample,
  set: "clean" | "test",
  statistic: Statistic,
  weights: Float64Array,
  order: Contender["order"],
): number {
  const values = sample[set];
  let sum = 0;
  let total = 0;
  for (let k = 0; k < values.length; k++) {
    const weight = weights[sample.first + k]!;
    sum += weight * values[k]!;
    total += weight;
  }
  if (!isQuantile(statistic)) return sum / total;
  const ascending = (order[set] ??= Uint32Array.from(values.keys()).toSorted((a, b) => values[a]! - values[b]!));
  let below = 0;
  for (const k of ascending) {
    below += weights[sample.first + k]!;
    if (below >= QUANTILE_SHARES[statistic] * total) return values[k]!;
  }
  return values[ascending.at(-1)!]!;
}

function keyOf(candidate: number, fidelity: string, first: number): string {
  return `${candidate} ${fidelity} ${first}`;
}
