import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { checkStudyValue, parseStudy, resolveStudy } from "@neurofront/study";
import type { Catalog, RunnableStudy } from "@neurofront/study";
import { UsageError } from "./usage-error.ts";

/**
 * Read a study file, or the resolved form that a run has written, and make it ready to run.
 *
 * @throws UsageError when the file cannot be read, or a resolved form was made by other plugins
 * @throws StudyError when the study is not legal
 */
export async function loadStudy(path: string, catalog: Catalog): Promise<RunnableStudy> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    const why =
      reason === "ENOENT"
        ? "there is no such file"
        : reason === "EISDIR"
          ? "this is a folder, not a study file"
          : String(error);
    throw new UsageError(`${path}: ${why}`);
  }
  const shown = relative(process.cwd(), path) || path;
  const resolvedForm = resolvedFormIn(text);
  if (resolvedForm === undefined) return resolveStudy(parseStudy(text, shown, catalog), catalog);
  return resolveAgain(resolvedForm, shown, catalog);
}

/**
 * Make a study ready to run that a run has written in its resolved form.
 *
 * @param shown where it was found, for messages
 * @throws UsageError when other plugins made it
 * @throws StudyError when its source is not legal
 */
export async function resolveAgain(
  resolvedForm: { readonly source: unknown; readonly hash: unknown },
  shown: string,
  catalog: Catalog,
): Promise<RunnableStudy> {
  const runnable = await resolveStudy(checkStudyValue(resolvedForm.source, shown, catalog), catalog);
  if (runnable.resolved.hash !== resolvedForm.hash)
    throw new UsageError(
      `${shown}: this resolved study (hash ${String(resolvedForm.hash).slice(0, 12)}) was made with other plugins or was edited; ` +
        `with the present plugins its source resolves to ${runnable.resolved.hash.slice(0, 12)}. Run the original study file to accept the difference`,
    );
  return runnable;
}

/** The resolved form, when the text is one. Anything else goes to the study parser with its messages. */
function resolvedFormIn(text: string): { readonly source: unknown; readonly hash: unknown } | undefined {
  if (!text.includes("neurofront-resolved-study")) return undefined;
  try {
    const value = JSON.parse(text) as { format?: unknown; source?: unknown; hash?: unknown } | null;
    return value?.format === "neurofront-resolved-study" ? { source: value.source, hash: value.hash } : undefined;
  } catch {
    return undefined;
  }
}
