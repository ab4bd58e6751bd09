import { bestOf, frontOf, searchedParameters, searchedValue, withSearchedValue } from "@neurofront/core";
import type {
  CandidateRecord,
  ChangedDesign,
  DesignSensitivity,
  MetricName,
  MetricValues,
  ParameterSensitivity,
  SearchedParameter,
  TechnologyDesign,
} from "@neurofront/core";
import { assessBeside } from "./assess-beside.ts";
import type { RunnableStudy } from "./resolve.ts";
import { legalEnds } from "./legal-ends.ts";
import type { LegalEnds } from "./legal-ends.ts";
import { judge, needsChips } from "./score.ts";
import { searchesOf } from "./search-start.ts";

/** Relative step of a difference: far above the rounding of an assessment, and its error is that of the square of it. */
const STEP = 1e-3;
/** Relative change of a parameter in a tornado. */
export const TORNADO_CHANGE = 0.1;
/** Designs of a front that are looked at, the best and both ends among them. */
const MEMBERS = 5;

/** Assess a design as the search did: its metrics, and what it breaks. */
export type AssessDesign = (design: TechnologyDesign) => Omit<ChangedDesign, "value">;

/**
 * How one design reacts to its free parameters, from designs beside it that are assessed for this: nothing is fitted.
 *
 * @param withChanges whether to change each parameter by {@link TORNADO_CHANGE} both ways, a whole number by one, and a choice to
 *   every other option
 */
export function sensitivityOf(
  record: CandidateRecord,
  searched: readonly SearchedParameter[],
  assessDesign: AssessDesign,
  withChanges: boolean,
): DesignSensitivity {
  const { search, candidate, design, assessment } = record;
  const parameters = searched.map(({ name, parameter }): ParameterSensitivity => {
    const value = searchedValue(design, name);
    const changedTo = (other: number | string): ChangedDesign => ({
      value: other,
      ...assessDesign(withSearchedValue(design, name, other)),
    });
    const isReal = parameter.range !== undefined && typeof value === "number";
    const legal = legalEnds(parameter);
    return {
      name,
      unit: parameter.unit,
      value,
      elasticity: isReal ? elasticities(value, assessment.metrics, legal, changedTo) : {},
      changes: withChanges ? otherValues(value, parameter, legal).map(changedTo) : [],
    };
  });
  return { search, candidate, metrics: assessment.metrics, parameters };
}

/** Differences of logarithms over a small step both ways; one way at the end of what is legal, or where there is no answer. */
function elasticities(
  value: number,
  metrics: MetricValues,
  { low, high }: LegalEnds,
  changedTo: (value: number) => ChangedDesign,
): MetricValues {
  if (!(value > 0)) return {};
  const sides = [value / (1 + STEP), value * (1 + STEP)].map((other) =>
    other < low || other > high ? undefined : changedTo(other),
  );
  const ends = sides.map((side) =>
    side === undefined || Object.keys(side.metrics).length === 0 ? { value, metrics } : side,
  );
  const [below, above] = ends as [ChangedDesign, ChangedDesign];
  const width = Math.log((above.value as number) / (below.value as number));
  if (width === 0) return {};
  const found: Partial<Record<MetricName, number>> = {};
  for (const metric of Object.keys(metrics) as MetricName[]) {
    const [least, most] = [below.metrics[metric], above.metrics[metric]];
    if (least !== undefined && most !== undefined && least > 0 && most > 0)
      found[metric] = Math.log(most / least) / width;
  }
  return found;
}

/** The values of a parameter in a tornado, none outside of what is legal. */
function otherValues(
  value: number | string,
  { range, integers, choice }: SearchedParameter["parameter"],
  { low, high }: LegalEnds,
): (number | string)[] {
  if (choice !== undefined) return choice.filter((option) => option !== value);
  if (typeof value === "string") return [];
  const wanted =
    integers === undefined ? [value * (1 - TORNADO_CHANGE), value * (1 + TORNADO_CHANGE)] : [value - 1, value + 1];
  const ends = integers ?? range;
  return wanted
    .map((other) => (integers === undefined ? Math.min(Math.max(other, low), high) : other))
    .filter((other) => other !== value && (integers === undefined || (other >= ends!.low && other <= ends!.high)));
}

/** A few designs of a front in its order, the best of the study's rank and both ends among them. */
function membersOf(records: readonly CandidateRecord[], best: CandidateRecord | undefined): CandidateRecord[] {
  const front = frontOf(records).toSorted((a, b) => a.objectives[0]! - b.objectives[0]!);
  const count = Math.min(MEMBERS, front.length);
  const evenly = Array.from(
    { length: count },
    (_, k) => front[Math.round((k * (front.length - 1)) / Math.max(count - 1, 1))]!,
  );
  const chosen = new Set([...evenly, ...(best === undefined ? [] : [best])]);
  return [...front.filter((record) => chosen.has(record)), ...[...chosen].filter((record) => !front.includes(record))];
}

/**
 * How a few designs of each front react to their free parameters; the best of each search also to larger changes.
 *
 * @param recordsOf the candidates of a search
 */
export function frontSensitivities(
  runnable: RunnableStudy,
  recordsOf: (search: string) => readonly CandidateRecord[],
): DesignSensitivity[] {
  const { resolved } = runnable;
  const chips = needsChips(resolved) ? resolved.variation.chips : 0;
  return searchesOf(resolved).flatMap((search) => {
    const { name, technology } = search;
    const assessOne = assessBeside(runnable, search, chips);
    const assessDesign: AssessDesign = (design) => {
      const assessment = assessOne(design);
      const broken = judge(assessment, resolved).violations.filter(({ kind }) => kind !== "warning");
      return { metrics: assessment.metrics, broken: [...new Set(broken.map(({ code }) => code))] };
    };
    const searched = searchedParameters(technology);
    const records = recordsOf(name);
    const best = bestOf(records, resolved.rank);
    return membersOf(records, best).map((record) => sensitivityOf(record, searched, assessDesign, record === best));
  });
}
