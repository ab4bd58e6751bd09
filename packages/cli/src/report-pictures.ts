import { dirname } from "node:path";
import type { DesignSensitivity, Exploration } from "@neurofront/core";
import type { ReportInput } from "@neurofront/report";
import { StudyError, exploreBest, frontSensitivities } from "@neurofront/study";
import type { Catalog } from "@neurofront/study";
import { resolveAgain } from "./study-input.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Told before figures are drawn, which takes some seconds. Signals end the process at once then: all that was assessed is saved. */
export const DRAWING = "drawing the report and its figures: designs around the best ones are assessed";

/** What the models say of an archive, or why they are not asked. */
export type FromModels<Found> = { readonly found: Found } | { readonly found: undefined; readonly reason: string };

/** Sensitivities of the fronts of an archive: designs beside them are assessed, only with the models that made the archive. */
export function sensitivitiesOf(
  input: Pick<ReportInput, "study" | "candidates">,
  path: string,
  catalog: Catalog,
): Promise<FromModels<readonly DesignSensitivity[]>> {
  return askModels(input, path, catalog, frontSensitivities);
}

/** Everything that a report shows beyond what an archive holds, from the models that made it. */
function reportPictures(
  input: Pick<ReportInput, "study" | "candidates">,
  path: string,
  catalog: Catalog,
): Promise<FromModels<{ readonly sensitivities: readonly DesignSensitivity[]; readonly exploration: Exploration }>> {
  return askModels(input, path, catalog, (runnable, recordsOf) => ({
    sensitivities: frontSensitivities(runnable, recordsOf),
    exploration: exploreBest(runnable, recordsOf),
  }));
}

/** What an archive holds with everything that its models add for figures, and notes on what they could not. Says that it takes a while. */
export async function withPictures(
  input: ReportInput,
  path: string,
  catalog: Catalog,
  terminal: Terminal,
): Promise<{ readonly input: ReportInput; readonly notes: readonly string[] }> {
  terminal.err.write(`${DRAWING}\n`);
  const pictures = await reportPictures(input, path, catalog);
  if (pictures.found !== undefined) return { input: { ...input, ...pictures.found }, notes: [] };
  return {
    input,
    notes: [`figures that need the models (sensitivities, maps, variation, devices) are left out: ${pictures.reason}`],
  };
}

async function askModels<Found>(
  { study, candidates }: Pick<ReportInput, "study" | "candidates">,
  path: string,
  catalog: Catalog,
  ask: (...of: Parameters<typeof frontSensitivities>) => Found,
): Promise<FromModels<Found>> {
  try {
    const runnable = await resolveAgain(study, path, catalog, dirname(path));
    return { found: ask(runnable, (name) => candidates.filter(({ search }) => search === name)) };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof StudyError)) throw error;
    return { found: undefined, reason: error.message };
  }
}
