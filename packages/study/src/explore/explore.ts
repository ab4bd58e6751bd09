import { bestOf, searchedParameters } from "@neurofront/core";
import type { CandidateRecord, Exploration } from "@neurofront/core";
import { assessBeside } from "../assess-beside.ts";
import { assessmentContexts } from "../assessment-context.ts";
import { nominalUnlessNeeded } from "../nominal-context.ts";
import type { RunnableStudy } from "../resolve.ts";
import { searchesOf } from "../search-start.ts";
import { arrayDrops } from "./array-drops.ts";
import { designMap } from "./design-map.ts";
import { deviceViews } from "./device-views.ts";
import type { ExploredSearch } from "./explored-search.ts";
import { interactionsOf } from "./interactions.ts";
import { variationCourse } from "./variation-course.ts";

/**
 * Look around the best design of every search: how its parameters act together, a map over two of them, its accuracy under more
 * and less variation, its devices and its array. What costs assessments costs at most a share of those of the search. What
 * depends on no accounting is computed under the study's last one.
 *
 * @param recordsOf the candidates of a search
 */
export function exploreBest(
  runnable: RunnableStudy,
  recordsOf: (search: string) => readonly CandidateRecord[],
): Exploration {
  const { resolved } = runnable;
  const contextOf = assessmentContexts(runnable);
  const explored = searchesOf(resolved).flatMap((search): ExploredSearch[] => {
    const records = recordsOf(search.name);
    const best = bestOf(records, resolved.rank);
    if (best === undefined) return [];
    const models = runnable.models.get(search.technology.name)!;
    return [
      {
        study: resolved,
        search,
        models,
        context: nominalUnlessNeeded(contextOf(best.design), { objectives: [], constraints: [] }),
        searched: searchedParameters(search.technology),
        best,
        evaluations: records.length,
        assessDesign: assessBeside(runnable, search, 0),
      },
    ];
  });
  const last = explored.filter(({ search }) => search.accounting === resolved.held.accounting.at(-1));
  const pictures = explored.map((each) => {
    const interactions = interactionsOf(each);
    return { interactions, map: designMap(each, interactions) };
  });
  return {
    interactions: pictures.flatMap(({ interactions }) => interactions ?? []),
    maps: pictures.flatMap(({ map }) => map ?? []),
    variations: last.map((each) => variationCourse(each)),
    views: last.flatMap((each) => deviceViews(each)),
    arrays: last.flatMap((each) => arrayDrops(each)),
  };
}
