import type { ResolvedStudy } from "@neurofront/core";
import type { AssessmentContext } from "@neurofront/system";
import { needsCorners } from "./score.ts";

/** The context without the study's corners, unless an objective or a constraint asks for them: each costs an assessment. */
export function nominalUnlessNeeded(
  { corners, ...nominal }: AssessmentContext,
  study: Pick<ResolvedStudy, "objectives" | "constraints">,
): AssessmentContext {
  return corners !== undefined && needsCorners(study) ? { ...nominal, corners } : nominal;
}
