import { dirname } from "node:path";
import type { ReportInput } from "@neurofront/report";
import { StudyError } from "@neurofront/study";
import { withCache } from "./cache/open-cache.ts";
import { guardedPictures } from "./evaluate/guarded-pictures.ts";
import { guardedTraining } from "./evaluate/guarded-training.ts";
import type { Pictures } from "./evaluate/pictures.ts";
import type { OpenedCatalog } from "./plugins/open-catalog.ts";
import { resolveAgain } from "./study-input.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Told before figures are drawn, which takes some seconds. Signals end the process at once then: all that was assessed is saved. */
export const DRAWING = "drawing the report and its figures: designs around the best ones are assessed";

/** What a report lacks without its models. */
export function leftOutText(reason: string): string {
  return `figures that need the models (sensitivities, maps, variation, devices) are left out: ${reason}`;
}

/**
 * What the models say around the designs of an archive: designs beside them are assessed, only with the models that made the archive.
 *
 * @returns why the models are not asked, or have not answered, where that is so
 */
export async function picturesOfArchive(
  { study, candidates }: Pick<ReportInput, "study" | "candidates">,
  path: string,
  { catalog, extra }: OpenedCatalog,
  terminal: Terminal,
  wanted?: readonly (keyof Pictures)[],
): Promise<Partial<Pictures> | string> {
  const notice = (text: string): void => void terminal.err.write(`${text}\n`);
  try {
    return await withCache({}, extra, notice, async ({ trainings }) => {
      const known = { trainings, train: guardedTraining(extra, {}) };
      const runnable = await resolveAgain(study, path, catalog, dirname(path), known);
      for (const technology of runnable.resolved.technologies)
        await runnable.trainings.prepareAll(technology, trainings);
      return guardedPictures(runnable, extra, { path, candidates }, {}, wanted);
    });
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof StudyError)) throw error;
    return error.message;
  }
}

/** What an archive holds with everything that its models add for figures, and notes on what they could not. Says that it takes a while. */
export async function withPictures(
  input: ReportInput,
  path: string,
  opened: OpenedCatalog,
  terminal: Terminal,
): Promise<{ readonly input: ReportInput; readonly notes: readonly string[] }> {
  terminal.err.write(`${DRAWING}\n`);
  const pictures = await picturesOfArchive(input, path, opened, terminal);
  return typeof pictures === "string"
    ? { input, notes: [leftOutText(pictures)] }
    : { input: { ...input, ...pictures }, notes: [] };
}
