import { randomAt, searchedValue, withSearchedValue } from "@neurofront/core";
import type { DesignInteractions, SearchedParameter, TechnologyDesign } from "@neurofront/core";
import { legalEnds } from "../legal-ends.ts";
import { TORNADO_CHANGE } from "../sensitivity.ts";
import type { ExploredSearch, Pictured } from "./explored-search.ts";
import { saltelliPoints, sobolIndices, sobolVariance } from "./sobol.ts";
import type { SobolRow } from "./sobol.ts";

/** Share of a search's evaluations that may be spent. */
const MOST_SHARE = 0.2;
/** Share of the assessments for interactions and map. */
const OWN_SHARE = 2 / 3;
const LEAST_ROWS = 8;
const MOST_ROWS = 64;

/**
 * Sobol indices of the study's rank around the best design: all free parameters at once, each as far as in the tornado (a tenth
 * either way, one step of a whole number, every choice), evenly. None where a search was too short for that, nothing is free, or
 * too few rows have an answer.
 */
export function interactionsOf(explored: ExploredSearch): Pictured<DesignInteractions> {
  const { study, search, searched, best, evaluations, assessments, assessDesign } = explored;
  if (searched.length === 0) return { reason: "no parameter is free" };
  const rowCost = searched.length + 2;
  const needed = Math.ceil((LEAST_ROWS * rowCost) / MOST_SHARE);
  if (evaluations < needed)
    return { reason: `the search assessed ${evaluations} designs and needs ${needed} for them` };
  const wanted = Math.max(LEAST_ROWS, Math.floor((OWN_SHARE * assessments) / rowCost));
  const affordable = Math.min(MOST_ROWS, Math.floor((MOST_SHARE * evaluations) / rowCost), wanted);
  const metric = study.rank;
  const valueAt = (shares: readonly number[]): number => {
    const value = assessDesign(designAt(best.design, searched, shares)).metrics[metric];
    return value !== undefined && value > 0 ? Math.log(value) : Number.NaN;
  };
  const random = randomAt(study.seed, "interactions", search.name);
  const rows = saltelliPoints(affordable, searched.length, random)
    .map(({ a, b, mixed }): SobolRow => ({ a: valueAt(a), b: valueAt(b), mixed: mixed.map(valueAt) }))
    .filter(({ a, b, mixed }) => ![a, b, ...mixed].some(Number.isNaN));
  if (rows.length < LEAST_ROWS)
    return { reason: `only ${rows.length} of ${affordable} rows of designs around it are possible` };
  const indices = sobolIndices(rows, random);
  if (indices === undefined) return { reason: "its parameters change nothing there" };
  const picture: DesignInteractions = {
    search: search.name,
    candidate: best.candidate,
    metric,
    rows: rows.length,
    askedRows: affordable,
    logDeviation: Math.sqrt(sobolVariance(rows)),
    parameters: searched.map(({ name }, k) => ({ name, ...indices[k]! })),
  };
  return { picture };
}

function designAt(
  design: TechnologyDesign,
  searched: readonly SearchedParameter[],
  shares: readonly number[],
): TechnologyDesign {
  return searched.reduce(
    (changed, { name, parameter }, k) =>
      withSearchedValue(changed, name, valueAtShare(searchedValue(design, name), parameter, shares[k]!)),
    design,
  );
}

function valueAtShare(own: number | string, parameter: SearchedParameter["parameter"], share: number): number | string {
  const { choice, integers } = parameter;
  const among = <Option>(options: readonly Option[]): Option => options[Math.floor(share * options.length)]!;
  if (choice !== undefined) return among(choice);
  if (typeof own === "string") return own;
  if (integers !== undefined)
    return among([own - 1, own, own + 1].filter((value) => value >= integers.low && value <= integers.high));
  const { low, high } = legalEnds(parameter);
  return Math.min(Math.max(own * (1 + TORNADO_CHANGE * (2 * share - 1)), low), high);
}
