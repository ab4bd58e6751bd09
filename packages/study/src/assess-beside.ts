import type { Assessment, TechnologyDesign } from "@neurofront/core";
import { assess } from "@neurofront/system";
import { assessmentContexts } from "./assessment-context.ts";
import { nominalUnlessNeeded } from "./nominal-context.ts";
import type { RunnableStudy } from "./resolve.ts";
import { failedAnswer } from "./run/model-failure.ts";
import type { Search } from "./search-start.ts";

/**
 * Assess designs beside those of a search, which may be where a model fails: an answer in place of a model's that throws, as for
 * candidates. Corners are left out where the study does not judge by them.
 */
export function assessBeside(
  runnable: RunnableStudy,
  { technology, accounting }: Pick<Search, "technology" | "accounting">,
  chips: number,
): (design: TechnologyDesign) => Assessment {
  const contextOf = assessmentContexts(runnable);
  const models = runnable.models.get(technology.name)!;
  return (design) => {
    const context = nominalUnlessNeeded(contextOf(design), runnable.resolved);
    try {
      return assess(models, design, accounting, context, chips);
    } catch (error) {
      return failedAnswer(error instanceof Error ? error.message : String(error)).assessment;
    }
  };
}
