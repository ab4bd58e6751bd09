import { dirname } from "node:path";
import type { DesignSensitivity } from "@neurofront/core";
import type { ReportInput } from "@neurofront/report";
import { StudyError, frontSensitivities } from "@neurofront/study";
import type { Catalog } from "@neurofront/study";
import { resolveAgain } from "./study-input.ts";
import { UsageError } from "./usage-error.ts";

/** Sensitivities of the fronts of an archive, or why there are none. */
export type ArchiveSensitivities =
  | { readonly found: readonly DesignSensitivity[] }
  | { readonly found: undefined; readonly reason: string };

/** Assess designs beside those of the fronts; only with the models that made the archive. */
export async function sensitivitiesOf(
  { study, candidates }: Pick<ReportInput, "study" | "candidates">,
  path: string,
  catalog: Catalog,
): Promise<ArchiveSensitivities> {
  try {
    const runnable = await resolveAgain(study, path, catalog, dirname(path));
    return { found: frontSensitivities(runnable, (name) => candidates.filter(({ search }) => search === name)) };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof StudyError)) throw error;
    return { found: undefined, reason: error.message };
  }
}
