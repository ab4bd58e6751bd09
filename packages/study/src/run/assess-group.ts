import { withMembers } from "@neurofront/archive";
import { isEstimated } from "@neurofront/core";
import type {
  Assessment,
  CandidateRecord,
  ChipSample,
  ConstraintStanding,
  LowerFidelity,
  ResolvedStudy,
  Sampling,
  SamplingEnd,
  TechnologyDesign,
} from "@neurofront/core";
import { withChips } from "@neurofront/system";
import type { AssessmentContext, ChipAccuracies } from "@neurofront/system";
import { constraintStanding } from "../constraint-standing.ts";
import { standardErrorOf } from "../estimate.ts";
import { exactViolation, judge, objectivesOf } from "../score.ts";
import type { Search } from "../search-start.ts";
import { nextBlock } from "./chip-schedule.ts";
import type { ChipAllotment } from "./chip-schedule.ts";
import { failureOf } from "./model-failure.ts";
import { isCertainlyDominated } from "./race.ts";
import type { Racer } from "./race.ts";
import type { AssessmentAnswer, AssessmentRequest, Work } from "./work.ts";

/** A search with what its work needs to know of the study. */
export interface SearchSetting {
  readonly study: ResolvedStudy;
  readonly search: Search;
  /** The network and data of a design: of its own training, or of the study. */
  readonly workloadOf: (design: TechnologyDesign) => AssessmentContext["workload"];
}

/** A candidate to be assessed at one fidelity. */
export interface Entrant {
  readonly candidate: number;
  readonly coordinates: readonly number[];
  /** At that fidelity. */
  readonly design: TechnologyDesign;
  readonly fidelity?: string;
  /** What the fidelities below have said. */
  readonly lower: readonly LowerFidelity[];
}

/** A candidate with the chips that were drawn of it. */
export interface AssessedEntrant {
  readonly record: CandidateRecord;
  readonly sample?: ChipSample;
}

/** What is known of an entrant while chips are drawn. */
interface Contestant {
  readonly entrant: Entrant;
  readonly assessment: Assessment;
  readonly exactViolation: number;
  readonly chips: ChipAccuracies;
  readonly record: CandidateRecord;
  readonly standings: readonly (ConstraintStanding | null)[];
  readonly end?: SamplingEnd;
}

/**
 * Assess candidates at one fidelity, drawing chips block by block: of all at once, and of each only until its constraints are
 * decided, or it is certain to be infeasible or dominated, or the allotment is drawn. What becomes of a candidate depends on
 * the group and on the rivals, not on the order in which requests are answered.
 *
 * @param rivals designs that are feasible for sure, and may put an end to the drawing of others; absent where there is no race
 */
export function* assessGroup(
  setting: SearchSetting,
  entrants: readonly Entrant[],
  allotment: ChipAllotment,
  rivals?: readonly Racer[],
): Work<AssessedEntrant[]> {
  const contestants = new Map<number, Contestant>();
  const errorChance = (1 - setting.study.variation.confidence) / blocksOf(allotment);
  let drawn = 0;
  let active = entrants;
  while (active.length > 0) {
    const chips = nextBlock(allotment, drawn);
    const answers = yield active.map((entrant): AssessmentRequest => ({
      search: setting.search.name,
      technology: setting.search.technology.name,
      accounting: setting.search.accounting,
      candidate: entrant.candidate,
      design: entrant.design,
      chips,
    }));
    drawn = chips.to - allotment.first;
    for (const [k, entrant] of active.entries())
      contestants.set(entrant.candidate, advance(setting, entrant, contestants.get(entrant.candidate), answers[k]!));
    const certain = rivalsAmong(contestants.values(), rivals);
    active = active.filter((entrant) => {
      const contestant = contestants.get(entrant.candidate)!;
      const end = endOf(setting.study, contestant, certain, errorChance, drawn >= allotment.most);
      if (end === undefined) return true;
      contestants.set(entrant.candidate, { ...contestant, end });
      return false;
    });
  }
  return entrants.map((entrant) => finished(setting, contestants.get(entrant.candidate)!, allotment));
}

/** The rivals with those of the group that are as sure. */
function rivalsAmong(group: Iterable<Contestant>, rivals: readonly Racer[] | undefined): readonly Racer[] {
  return rivals === undefined ? [] : [...rivals, ...[...group].filter((one) => isCertain(one)).map(racerOf)];
}

/** How often one looks at most. */
function blocksOf(allotment: ChipAllotment): number {
  let blocks = 0;
  for (let drawn = 0; drawn < allotment.most; blocks++) drawn = nextBlock(allotment, drawn).to - allotment.first;
  return Math.max(1, blocks);
}

/** A contestant after one more block. */
function advance(
  { study, search, workloadOf }: SearchSetting,
  entrant: Entrant,
  before: Contestant | undefined,
  answer: AssessmentAnswer,
): Contestant {
  // Where a model fails on some chips, there is no verdict by the others.
  const isFirst = before === undefined || failureOf(answer.assessment) !== undefined;
  const chips = isFirst ? answer.chips : joined(before.chips, answer.chips);
  const { fidelity, lower } = entrant;
  const base =
    fidelity === undefined && lower.length === 0
      ? answer.assessment
      : withMembers(answer.assessment, {
          ...(fidelity === undefined ? {} : { fidelity }),
          ...(lower.length === 0 ? {} : { lower }),
        });
  const assessment = chips.clean.length === 0 ? base : withChips(base, chips, workloadOf(entrant.design));
  const isOk = assessment.status === "ok";
  return {
    entrant,
    assessment,
    exactViolation: before?.exactViolation ?? exactViolation(assessment, study),
    chips,
    record: {
      search: search.name,
      candidate: entrant.candidate,
      coordinates: entrant.coordinates,
      design: entrant.design,
      assessment,
      objectives: objectivesOf(assessment, study),
      violation: 0,
    },
    standings: study.constraints.map((constraint) =>
      isOk && isEstimated(constraint) ? constraintStanding(constraint, chips, study.variation.confidence) : null,
    ),
  };
}

function joined(a: ChipAccuracies, b: ChipAccuracies): ChipAccuracies {
  const join = (first: Float64Array, second: Float64Array): Float64Array => {
    const both = new Float64Array(first.length + second.length);
    both.set(first);
    both.set(second, first.length);
    return both;
  };
  return { clean: join(a.clean, b.clean), test: join(a.test, b.test) };
}

/** Feasible for sure: nothing exact is broken, and chips have decided that everything else is met. */
function isCertain({ assessment, exactViolation: violation, standings }: Contestant): boolean {
  return assessment.status === "ok" && violation === 0 && standings.every((one) => one === null || one === "met");
}

function racerOf({ record, chips }: Contestant): Racer {
  return { objectives: record.objectives, chips };
}

/** Why no more chips of a contestant are needed; undefined while they are. */
function endOf(
  study: ResolvedStudy,
  contestant: Contestant,
  certain: readonly Racer[],
  errorChance: number,
  isAllDrawn: boolean,
): SamplingEnd | undefined {
  const { assessment, exactViolation: violation, standings, record } = contestant;
  if (assessment.status === "impossible" || violation > 0 || standings.includes("broken")) return "infeasible";
  if (isCertain(contestant) && !study.objectives.some(isEstimated)) return "decided";
  const others = certain.filter(({ objectives }) => objectives !== record.objectives);
  if (isCertainlyDominated(racerOf(contestant), others, study.objectives, errorChance)) return "dominated";
  return isAllDrawn ? "maximum" : undefined;
}

/** The candidate as it is recorded. */
function finished({ study }: SearchSetting, contestant: Contestant, allotment: ChipAllotment): AssessedEntrant {
  const { record, chips, standings, end } = contestant;
  const { assessment } = record;
  const drawn = chips.clean.length;
  if (drawn === 0 || assessment.monteCarlo === undefined) return { record: judged(record, assessment, study) };
  const sampling: Sampling = {
    purpose: allotment.purpose,
    first: allotment.first,
    drawn,
    most: allotment.most,
    end: end!,
    standings,
    standardErrors: study.objectives.map((objective) =>
      isEstimated(objective) ? standardErrorOf(objective, chips) : 0,
    ),
  };
  const { search, candidate } = record;
  return {
    record: judged(record, withMembers(assessment, { monteCarlo: { ...assessment.monteCarlo, sampling } }), study),
    sample: { search, candidate, fidelity: assessment.fidelity ?? "", first: allotment.first, ...chips },
  };
}

function judged(record: CandidateRecord, assessment: Assessment, study: ResolvedStudy): CandidateRecord {
  const { objectives, violation, violations } = judge(assessment, study);
  return { ...record, assessment: withMembers(assessment, { violations }), objectives, violation };
}
