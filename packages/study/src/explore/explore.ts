import { bestOf, searchedParameters } from "@neurofront/core";
import type { CandidateRecord, Exploration, LeftOutPicture } from "@neurofront/core";
import { assessBeside } from "../assess-beside.ts";
import { assessmentContexts } from "../assessment-context.ts";
import { nominalUnlessNeeded } from "../nominal-context.ts";
import type { RunnableStudy } from "../resolve.ts";
import { searchesOf } from "../search-start.ts";
import { arrayDrops } from "./array-drops.ts";
import { designMap } from "./design-map.ts";
import { deviceViews } from "./device-views.ts";
import type { ExploredSearch, Pictured } from "./explored-search.ts";
import { interactionsOf } from "./interactions.ts";
import { variationCourse } from "./variation-course.ts";

/**
 * Assessments for the interactions and maps of all searches together, 3 ms each for the networks that ship: more of them narrow
 * intervals that are stated and refine cells that are seen.
 */
const MOST_ASSESSMENTS = 1000;

/**
 * Look around the best design of every search: how its parameters act together, a map over two of them, its accuracy under more
 * and less variation, its devices and its array. What that costs is bounded for the study, and is small beside what the search
 * did: pictures that would not be are left out, with the reason. What depends on no accounting is computed under the study's last one.
 *
 * @param recordsOf the candidates of a search
 */
export function exploreBest(
  runnable: RunnableStudy,
  recordsOf: (search: string) => readonly CandidateRecord[],
): Exploration {
  const { resolved } = runnable;
  const contextOf = assessmentContexts(runnable);
  const found = searchesOf(resolved).flatMap((search) => {
    const records = recordsOf(search.name);
    const best = bestOf(records, resolved.rank);
    return best === undefined ? [] : [{ search, best, evaluations: records.length }];
  });
  const explored = found.map(({ search, best, evaluations }): ExploredSearch => ({
    study: resolved,
    search,
    models: runnable.models.get(search.technology.name)!,
    context: nominalUnlessNeeded(contextOf(best.design), { objectives: [], constraints: [] }),
    searched: searchedParameters(search.technology),
    best,
    evaluations,
    assessments: MOST_ASSESSMENTS / found.length,
    assessDesign: assessBeside(runnable, search, 0),
  }));
  const last = explored.filter(({ search }) => search.accounting === resolved.held.accounting.at(-1));
  const pictures = explored.map((each) => {
    const interactions = interactionsOf(each);
    const map = designMap(each, picturesIn([interactions])[0]);
    return {
      interactions,
      map,
      leftOut: [...leftOut(each, "interactions", interactions), ...leftOut(each, "map", map)],
    };
  });
  return {
    interactions: picturesIn(pictures.map(({ interactions }) => interactions)),
    maps: picturesIn(pictures.map(({ map }) => map)),
    leftOut: pictures.flatMap((each) => each.leftOut),
    variations: last.map((each) => variationCourse(each)),
    views: last.flatMap((each) => deviceViews(each)),
    arrays: last.flatMap((each) => arrayDrops(each)),
  };
}

function picturesIn<Picture>(made: readonly Pictured<Picture>[]): Picture[] {
  return made.flatMap((each) => ("picture" in each ? [each.picture] : []));
}

function leftOut(
  { search, best }: ExploredSearch,
  picture: LeftOutPicture["picture"],
  made: Pictured<unknown>,
): LeftOutPicture[] {
  return "picture" in made ? [] : [{ search: search.name, candidate: best.candidate, picture, reason: made.reason }];
}
