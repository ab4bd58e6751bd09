import type { Assessment, CandidateRecord, ResolvedStudy, SearchedParameter, TechnologyDesign } from "@neurofront/core";
import type { AssessmentContext, TechnologyModels } from "@neurofront/system";
import type { Search } from "../search-start.ts";

/** The best design of a search and what it takes to assess others like it. */
export interface ExploredSearch {
  readonly study: ResolvedStudy;
  readonly search: Search;
  readonly models: TechnologyModels;
  readonly context: AssessmentContext;
  readonly searched: readonly SearchedParameter[];
  readonly best: CandidateRecord;
  /** Candidates that the search assessed: pictures around the best design cost a share of them. */
  readonly evaluations: number;
  /** Without chips. */
  readonly assessDesign: (design: TechnologyDesign) => Assessment;
}
