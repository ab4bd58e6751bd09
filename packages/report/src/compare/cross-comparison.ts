import type {
  Accounting,
  CandidateRecord,
  MetricName,
  MonteCarloAccuracy,
  ResolvedConstraint,
  ResolvedObjective,
  ResolvedStudy,
} from "@neurofront/core";
import { bestOf, isFeasible } from "@neurofront/core";
import { unknownName } from "../unknown-name.ts";
import { attainmentOf } from "./attainment.ts";
import type { Attainment } from "./attainment.ts";
import { CompareError } from "./compare-error.ts";
import type { ComparedArchive } from "./compared-archive.ts";
import { crossoversOf } from "./crossover.ts";
import type { Crossovers } from "./crossover.ts";
import type { Entrant } from "./entrant.ts";
import { entrantsOf } from "./entrants.ts";
import { frontRelations, frontVolume, placesOf } from "./front-quality.ts";
import type { FrontRelation, FrontVolume } from "./front-quality.ts";
import { gainsOf } from "./gain.ts";
import type { Gain } from "./gain.ts";
import { heldDifferences } from "./held-differences.ts";
import { objectiveAxis } from "./objective-axis.ts";
import { referencePoint } from "./reference-point.ts";
import type { ReferencePoint } from "./reference-point.ts";

/** How archives are compared. */
export interface CompareOptions {
  /** Compare under this accounting alone, also where the archives have others besides. */
  readonly accounting?: Accounting;
  /** Reference point of the hypervolumes, SI, a value for every objective; derived from all fronts when absent. */
  readonly reference?: ReadonlyMap<MetricName, number>;
}

/** A best design, named so that it can be found. */
export interface BestDesign {
  readonly archive: string;
  readonly seed: number;
  readonly search: string;
  readonly candidate: number;
  readonly metrics: CandidateRecord["assessment"]["metrics"];
  readonly drawn?: MonteCarloAccuracy;
}

/** An entrant as a comparison reports it. */
export interface EntrantSummary {
  readonly name: string;
  readonly title: string;
  readonly assessed: number;
  readonly feasible: number;
  /** Of every run, in their order; absent where the run has no feasible design. */
  readonly runs: readonly {
    readonly archive: string;
    readonly seed: number;
    readonly search: string;
    readonly best?: BestDesign;
  }[];
  /** The best of all runs. */
  readonly best?: BestDesign;
}

/** All entrants under one accounting. */
export interface AccountingCross {
  readonly accounting: Accounting;
  readonly notes: readonly string[];
  readonly entrants: readonly EntrantSummary[];
  /** Absent when no entrant has a front. */
  readonly reference?: ReferencePoint;
  readonly volumes: readonly FrontVolume[];
  readonly relations: readonly FrontRelation[];
  readonly attainments: readonly Attainment[];
  readonly gains: readonly Gain[];
  readonly crossovers: readonly Crossovers[];
}

/** Several technologies and archives side by side: plain data. */
export interface CrossComparison {
  readonly format: "neurofront-comparison";
  readonly formatVersion: 1;
  readonly archives: readonly {
    readonly label: string;
    readonly title: string;
    readonly hash: string;
    readonly seed: number;
  }[];
  readonly rank: MetricName;
  readonly objectives: readonly ResolvedObjective[];
  readonly constraints: readonly ResolvedConstraint[];
  readonly accountings: readonly AccountingCross[];
}

/**
 * Compare the technologies of one archive or several.
 *
 * @param archives at least one; labels all different
 * @throws CompareError when what must be held equal differs (with pointer and both values), or fewer than two entrants are there
 */
export function compareArchives(archives: readonly ComparedArchive[], options: CompareOptions = {}): CrossComparison {
  const [first, ...others] = archives;
  if (first === undefined) throw new CompareError("there is no archive to compare");
  const { accounting: only } = options;
  for (const { label, study } of archives) {
    const unknown = unknownName(study);
    if (unknown !== undefined)
      throw new CompareError(`${label} names ${JSON.stringify(unknown)}, which is no metric and no accounting here`);
  }
  for (const { label, study } of archives)
    if (only !== undefined && !study.held.accounting.includes(only))
      throw new CompareError(
        `${label} was not searched under the ${only} accounting, only under: ${study.held.accounting.join(", ")}`,
      );
  const refusals = others.flatMap((other) => refusal(first, other, only));
  if (refusals.length > 0) throw new CompareError(`These archives cannot be compared fairly:\n${refusals.join("\n")}`);
  const { study } = first;
  return {
    format: "neurofront-comparison",
    formatVersion: 1,
    archives: archives.map((archive) => ({
      label: archive.label,
      title: archive.study.title,
      hash: archive.study.hash,
      seed: archive.study.seed,
    })),
    rank: study.rank,
    objectives: study.objectives,
    constraints: study.constraints,
    accountings: (only === undefined ? study.held.accounting : [only]).map((accounting) =>
      compareUnder(accounting, archives, study, options.reference),
    ),
  };
}

/** Sentences that say what two archives have different. */
function refusal(first: ComparedArchive, other: ComparedArchive, only: Accounting | undefined): string[] {
  return heldDifferences(first.study, other.study, only).map((difference) => {
    const hint =
      difference.pointer.startsWith("/held/accounting") && only === undefined
        ? "; --accounting compares under one that all have"
        : "";
    return `  ${difference.pointer}: ${valueText(difference.first)} in ${first.label}, ${valueText(difference.second)} in ${other.label}${hint}`;
  });
}

function valueText(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value);
}

function compareUnder(
  accounting: Accounting,
  archives: readonly ComparedArchive[],
  study: ResolvedStudy,
  given: ReadonlyMap<MetricName, number> | undefined,
): AccountingCross {
  const { entrants, notes } = entrantsOf(archives, accounting);
  if (entrants.length < 2)
    throw new CompareError(
      `there is only one technology, ${entrants[0]?.name ?? "none"}; a comparison needs two, in one archive or several`,
    );
  const axes = study.objectives.map((objective) => objectiveAxis(objective));
  const points = entrants.flatMap(({ runs }) => runs.flatMap(({ front }) => placesOf(front, axes)));
  const reference = points.length === 0 ? undefined : referencePoint(axes, points, given);
  const bounded = (metric: MetricName) => (record: CandidateRecord) => keepsAllBut(record, metric, study);
  return {
    accounting,
    notes: [...notes, ...sourceNotes(archives)],
    entrants: entrants.map((entrant) => summaryOf(entrant, study.rank)),
    ...(reference && { reference }),
    volumes: reference === undefined ? [] : entrants.map((entrant) => frontVolume(entrant, axes, reference.places)),
    relations: frontRelations(entrants, axes),
    attainments: entrants.map((entrant) => attainmentOf(entrant)),
    gains: gainsOf(entrants, study.rank),
    crossovers: [
      crossoversOf(entrants, { metric: "accuracy", kind: "atLeast" }, study.rank, bounded("accuracy")),
      crossoversOf(entrants, { metric: "delay", kind: "atMost" }, "energy", bounded("delay")),
    ],
  };
}

/** Feasible but for the study's own bound on the mean of one metric. */
function keepsAllBut(record: CandidateRecord, metric: MetricName, study: ResolvedStudy): boolean {
  if (isFeasible(record)) return true;
  const own = study.constraints.filter((constraint) => constraint.metric === metric);
  if (own.length === 0 || own.some(({ statistic }) => statistic !== "mean")) return false;
  const codes = new Set([`${metric}-below-bound`, `${metric}-above-bound`]);
  return (
    record.assessment.status === "ok" &&
    record.assessment.violations.every(
      ({ kind, code }) => kind === "warning" || (kind === "constraint" && codes.has(code)),
    )
  );
}

function sourceNotes([first, ...others]: readonly ComparedArchive[]): string[] {
  return others.flatMap(({ label, study }) =>
    study.sourceHashes["engine"] === first!.study.sourceHashes["engine"]
      ? []
      : [`${label} was computed by other sources than ${first!.label} (sourceHashes/engine): run one of them again.`],
  );
}

function summaryOf({ name, title, runs }: Entrant, rank: MetricName): EntrantSummary {
  const bests = runs.flatMap(({ archive, seed, search, best, drawn }): BestDesign[] =>
    best === undefined
      ? []
      : [
          {
            archive,
            seed,
            search,
            candidate: best.candidate,
            metrics: best.assessment.metrics,
            ...(drawn && { drawn: drawn.clean }),
          },
        ],
  );
  const record = bestRecord(runs, rank);
  const best = bests.find(
    ({ archive, candidate }) => archive === record?.archive && candidate === record.best?.candidate,
  );
  const candidates = runs.flatMap((run) => run.candidates);
  return {
    name,
    title,
    assessed: candidates.length,
    feasible: candidates.filter((candidate) => isFeasible(candidate)).length,
    runs: runs.map(({ archive, seed, search }) => {
      const own = bests.find((each) => each.archive === archive);
      return { archive, seed, search, ...(own && { best: own }) };
    }),
    ...(best && { best }),
  };
}

function bestRecord(runs: Entrant["runs"], rank: MetricName): Entrant["runs"][number] | undefined {
  const winner = bestOf(
    runs.flatMap(({ best }) => best ?? []),
    rank,
  );
  return runs.find(({ best }) => best !== undefined && best === winner);
}
