import type { CandidateRecord, MetricName, ScheduleStep, VerificationRecord } from "@neurofront/core";
import { bestOf, METRICS } from "@neurofront/core";
import { jsonDifferences } from "@neurofront/report";
import type { JsonDifference, ReportInput } from "@neurofront/report";

/** How a search came out in two runs of it. */
export interface SearchDifferences {
  readonly search: string;
  readonly candidates: number;
  /** Candidates that are the same to the last digit. */
  readonly identical: number;
  /** Candidates of one run only. */
  readonly missing: number;
  readonly added: number;
  /** The first candidate that is not the same, in the order of telling: what follows may differ because it does. */
  readonly first?: { readonly candidate: number; readonly difference: JsonDifference };
  /** Largest relative difference of each metric among candidates that both runs have, those above 0 alone. */
  readonly largest: readonly { readonly metric: MetricName; readonly relative: number }[];
  /** Candidates that are feasible in one run only, or have a metric in one run only. */
  readonly changedStanding: number;
  /** The best candidate then and now, where they are not the same. */
  readonly best?: { readonly before: number | undefined; readonly after: number | undefined };
  readonly verifications: { readonly all: number; readonly identical: number };
}

const METRIC_NAMES = Object.keys(METRICS) as MetricName[];

/**
 * Compare the records of two runs of one study, search by search.
 *
 * @param order steps of the searches that were made asynchronously; of others results were told in the order of their numbers
 */
export function runDifferences(
  then: ReportInput,
  now: ReportInput,
  order: readonly ScheduleStep[] = [],
): SearchDifferences[] {
  const steps = new Map(order.map(({ search, step, told }) => [`${search} ${told}`, step]));
  const placeOf: PlaceOf = ({ search, candidate }) => steps.get(`${search} ${candidate}`) ?? candidate;
  const before = Map.groupBy(then.candidates, ({ search }) => search);
  const after = Map.groupBy(now.candidates, ({ search }) => search);
  return [...new Set([...before.keys(), ...after.keys()])].map((search) =>
    searchDifferences(search, before.get(search) ?? [], after.get(search) ?? [], then, now, placeOf),
  );
}

/** When a candidate was told. */
type PlaceOf = (record: CandidateRecord) => number;

/** Whether nothing differs. */
export function isIdentical({ candidates, identical, missing, added, verifications }: SearchDifferences): boolean {
  return identical === candidates && missing === 0 && added === 0 && verifications.identical === verifications.all;
}

function searchDifferences(
  search: string,
  before: readonly CandidateRecord[],
  after: readonly CandidateRecord[],
  then: ReportInput,
  now: ReportInput,
  placeOf: PlaceOf,
): SearchDifferences {
  const own = new Map(after.map((record) => [record.candidate, record]));
  const pairs = before.flatMap((old) => {
    const fresh = own.get(old.candidate);
    return fresh === undefined ? [] : [{ old, fresh, difference: jsonDifferences(old, fresh, 1)[0] }];
  });
  const changed = pairs.filter(({ difference }) => difference !== undefined);
  const [first] = changed.toSorted((a, b) => placeOf(a.old) - placeOf(b.old));
  const [bestThen, bestNow] = [bestOf(before, then.study.rank)?.candidate, bestOf(after, now.study.rank)?.candidate];
  return {
    search,
    candidates: pairs.length,
    identical: pairs.length - changed.length,
    missing: before.length - pairs.length,
    added: after.length - pairs.length,
    ...(first && { first: { candidate: first.old.candidate, difference: first.difference! } }),
    largest: METRIC_NAMES.flatMap((metric) => {
      const relative = changed.reduce((most, pair) => Math.max(most, relativeDifference(pair, metric)), 0);
      return relative > 0 ? [{ metric, relative }] : [];
    }),
    changedStanding: changed.filter((pair) => hasChangedStanding(pair)).length,
    ...(bestThen !== bestNow && { best: { before: bestThen, after: bestNow } }),
    verifications: verificationsOf(search, then.verifications, now.verifications),
  };
}

interface Pair {
  readonly old: CandidateRecord;
  readonly fresh: CandidateRecord;
}

function relativeDifference({ old, fresh }: Pair, metric: MetricName): number {
  const [a, b] = [old.assessment.metrics[metric], fresh.assessment.metrics[metric]];
  if (a === undefined || b === undefined || a === b) return 0;
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

function hasChangedStanding({ old, fresh }: Pair): boolean {
  const standing = ({ assessment, violation }: CandidateRecord): string =>
    [assessment.status, violation === 0, ...Object.keys(assessment.metrics)].join(" ");
  return standing(old) !== standing(fresh);
}

function verificationsOf(
  search: string,
  then: readonly VerificationRecord[],
  now: readonly VerificationRecord[],
): SearchDifferences["verifications"] {
  const of = (records: readonly VerificationRecord[]) =>
    new Map(records.filter((record) => record.search === search).map((record) => [record.candidate, record]));
  const [before, after] = [of(then), of(now)];
  const all = new Set([...before.keys(), ...after.keys()]);
  const identical = [...all].filter(
    (candidate) => jsonDifferences(before.get(candidate), after.get(candidate), 1).length === 0,
  );
  return { all: all.size, identical: identical.length };
}
