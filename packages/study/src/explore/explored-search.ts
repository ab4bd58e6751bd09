import type { Assessment, CandidateRecord, ResolvedStudy, SearchedParameter, TechnologyDesign } from "@neurofront/core";
import type { AssessmentContext, TechnologyModels } from "@neurofront/system";
import type { Search } from "../search-start.ts";

/** A picture, or why there is none. */
export type Pictured<Picture> = { readonly picture: Picture } | { readonly reason: string };

/** The best design of a search and what it takes to assess others like it. */
export interface ExploredSearch {
  readonly study: ResolvedStudy;
  readonly search: Search;
  readonly models: TechnologyModels;
  readonly context: AssessmentContext;
  readonly searched: readonly SearchedParameter[];
  readonly best: CandidateRecord;
  /** Candidates that the search assessed: what pictures around the best design cost is small beside them. */
  readonly evaluations: number;
  /** About so many assessments are for its interactions and its map together. */
  readonly assessments: number;
  /** Without chips. */
  readonly assessDesign: (design: TechnologyDesign) => Assessment;
}
