import { isEstimated, searchedValue, withSearchedValue } from "@neurofront/core";
import type { DesignInteractions, DesignMap, MapCell, MapSide, SearchedParameter } from "@neurofront/core";
import { judge } from "../score.ts";
import type { ExploredSearch, Pictured } from "./explored-search.ts";

/** Share of a search's evaluations that may be spent. */
const MOST_SHARE = 0.1;
/** Share of the assessments for interactions and map. */
const OWN_SHARE = 1 / 3;
const LEAST_SIDE = 5;
const MOST_SIDE = 14;
/** How far a map reaches from the best design, as a factor either way, within the searched range. */
const REACH = 2;

/**
 * The study's rank over the two real parameters that explain most of it around the best design, or without such knowledge the
 * first two. None where a search was too short or has fewer than two real parameters.
 */
export function designMap(explored: ExploredSearch, interactions: DesignInteractions | undefined): Pictured<DesignMap> {
  const { study, search, searched, best, evaluations, assessments, assessDesign } = explored;
  const needed = Math.ceil(LEAST_SIDE ** 2 / MOST_SHARE);
  const weight = new Map(interactions?.parameters.map(({ name, total }) => [name, total.value]));
  const [first, second] = searched
    .filter(({ name, parameter }) => parameter.range !== undefined && searchedValue(best.design, name) !== 0)
    .toSorted((a, b) => (weight.get(b.name) ?? 0) - (weight.get(a.name) ?? 0));
  if (first === undefined || second === undefined) return { reason: "fewer than two real parameters are free" };
  if (evaluations < needed) return { reason: `the search assessed ${evaluations} designs and needs ${needed} for it` };
  const wanted = Math.max(LEAST_SIDE, Math.floor(Math.sqrt(OWN_SHARE * assessments)));
  const side = Math.min(MOST_SIDE, Math.floor(Math.sqrt(MOST_SHARE * evaluations)), wanted);
  const [x, y] = [mapSide(explored, first, side), mapSide(explored, second, side)];
  // What needs chips is left to the search; the boundary is that of what one assessment can tell.
  const constraints = study.constraints.filter((constraint) => !isEstimated(constraint));
  const cells = y.values.flatMap((down) =>
    x.values.map((across): MapCell => {
      const assessment = assessDesign(withSearchedValue(withSearchedValue(best.design, x.name, across), y.name, down));
      const { violations } = judge(assessment, { objectives: [], constraints });
      const value = assessment.metrics[study.rank];
      const broken = violations.filter(({ kind }) => kind !== "warning").map(({ code }) => code);
      return { ...(value === undefined ? {} : { value }), broken: [...new Set(broken)] };
    }),
  );
  return { picture: { search: search.name, candidate: best.candidate, metric: study.rank, x, y, cells } };
}

function mapSide({ best }: ExploredSearch, { name, parameter }: SearchedParameter, count: number): MapSide {
  const own = searchedValue(best.design, name) as number;
  const { low, high } = parameter.range!;
  const from = Math.max(low, own / REACH);
  const to = Math.min(high, own * REACH);
  const values = Array.from({ length: count }, (_, k) => from * (to / from) ** (k / (count - 1)));
  return { name, unit: parameter.unit, scale: "log", values, own };
}
