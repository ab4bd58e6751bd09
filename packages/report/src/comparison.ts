import { bestOf, frontOf, isFeasible } from "@neurofront/core";
import type {
  CandidateRecord,
  MetricName,
  ResolvedStudy,
  ResolvedTechnology,
  VerificationRecord,
} from "@neurofront/core";
import type { AccountingComparison, BestRatio, TechnologyResult } from "./accounting-comparison.ts";
import { ledgerWalks, ratioWalks } from "./accounting-walk.ts";
import type { LedgerWalk, PublishedDesign, RatioWalk } from "./accounting-walk.ts";
import { headline } from "./headline.ts";
import { ratioOf } from "./ratio.ts";
import { candidatesBySearch, searchName, verificationOf } from "./report-input.ts";
import type { ReportInput } from "./report-input.ts";
import { violationShares } from "./violation-shares.ts";

/** The technologies of a study side by side. */
export interface Comparison {
  readonly title: string;
  /** The metric that ranks designs; the best design of a technology is its best feasible one. */
  readonly rank: MetricName;
  /** One per accounting of the study, in its order. */
  readonly accountings: readonly AccountingComparison[];
  /** Line by line from what the paper counts to the full ledger, one per best design. */
  readonly ledgerWalks: readonly LedgerWalk[];
  /** The same for ratios: every other technology in units of the winner. */
  readonly ratioWalks: readonly RatioWalk[];
}

/** Metrics of which ratios are shown, whatever the rank. */
const COMPARED: readonly MetricName[] = ["energy", "delay", "edp"];

/** Compare the technologies of a study from the records of its archive. */
export function compareTechnologies(input: ReportInput): Comparison {
  const { study } = input;
  const searches = candidatesBySearch(input.candidates);
  const accountings = study.held.accounting.map((accounting) => {
    const technologies = study.technologies.map((technology) => {
      const search = searchName(technology.name, accounting);
      return resultOf(technology, search, searches.get(search) ?? [], study.rank, input.verifications);
    });
    const best = bestOf(
      technologies.flatMap((result) => result.best ?? []),
      study.rank,
    );
    const winner = technologies.find((result) => result.best !== undefined && result.best === best);
    const ratios = bestRatios(technologies, study.rank);
    return {
      accounting,
      headline: headline({ accounting, technologies, winner, rank: study.rank, constraints: study.constraints }),
      technologies,
      ...(winner && { winner }),
      ratios,
    };
  });
  return {
    title: study.title,
    rank: study.rank,
    accountings,
    ledgerWalks: ledgerWalks(accountings),
    ratioWalks: ratioWalks(accountings, publishedDesigns(study)),
  };
}

/** The published design of the lowest energy-delay product of each technology whose neuron has one. */
function publishedDesigns({ technologies, publishedPoints }: ResolvedStudy): Map<string, PublishedDesign> {
  return new Map(
    technologies.flatMap(({ name, neuron }) => {
      const [best] = publishedPoints
        .filter(({ plugin }) => plugin === neuron.plugin)
        .toSorted((a, b) => a.energy_J * a.delay_s - b.energy_J * b.delay_s);
      return best === undefined ? [] : [[name, best] as const];
    }),
  );
}

function resultOf(
  technology: ResolvedTechnology,
  search: string,
  candidates: readonly CandidateRecord[],
  rank: MetricName,
  verifications: readonly VerificationRecord[],
): TechnologyResult {
  const feasible = candidates.filter((record) => isFeasible(record));
  const rejected = candidates.filter((record) => !isFeasible(record));
  const impossible = rejected.filter((record) => record.assessment.status === "impossible").length;
  const best = bestOf(candidates, rank);
  const drawn = best && verificationOf(verifications, best)?.assessment.monteCarlo;
  return {
    technology: technology.name,
    title: technology.title,
    search,
    counts: {
      assessed: candidates.length,
      impossible,
      infeasible: rejected.length - impossible,
      feasible: feasible.length,
    },
    front: frontOf(candidates),
    ...(best && { best }),
    ...(drawn && { drawn }),
    violations: violationShares(rejected),
  };
}

function bestRatios(technologies: readonly TechnologyResult[], rank: MetricName): BestRatio[] {
  const metrics = [...new Set([...COMPARED, rank])];
  return technologies.flatMap((of) =>
    technologies.flatMap((to) => {
      if (of === to || of.best === undefined || to.best === undefined) return [];
      const ours = of.best.assessment.metrics;
      const theirs = to.best.assessment.metrics;
      const ratios: Partial<Record<MetricName, number>> = {};
      for (const metric of metrics) {
        const ratio = ratioOf(ours[metric], theirs[metric]);
        if (ratio !== undefined) ratios[metric] = ratio;
      }
      return [{ of: of.technology, to: to.technology, ratios }];
    }),
  );
}
