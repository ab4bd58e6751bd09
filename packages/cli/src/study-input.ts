import { dirname, relative } from "node:path";
import {
  checkStudyValue,
  parseStudy,
  plainDocument,
  readDocument,
  resolveStudy,
  withMeasured,
} from "@neurofront/study";
import type { ResolvedMeasured } from "@neurofront/core";
import type { Catalog, KnownParts, RunnableStudy } from "@neurofront/study";
import { filesBeside } from "./measured-file.ts";
import { LARGEST_STUDY_BYTES, readBounded } from "./read-bounded.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Read a study file, or the resolved form that a run has written, and make it ready to run.
 *
 * @param known what need not be trained again, or not in this thread
 * @throws UsageError when the file cannot be read, or a resolved form was made by other plugins
 * @throws StudyError when the study is not legal
 */
export async function loadStudy(path: string, catalog: Catalog, known: KnownParts = {}): Promise<RunnableStudy> {
  const text = readText(path);
  const shown = shownPath(path);
  const resolvedForm = resolvedFormIn(text);
  if (resolvedForm !== undefined) return resolveAgain(resolvedForm, shown, catalog, dirname(path), known);
  const whole = withMeasured(catalog, readDocument(text, shown), filesBeside(path));
  return resolveStudy(parseStudy(text, shown, whole), whole, dirname(path), known);
}

/**
 * A catalog with the measured devices of a study file.
 *
 * @throws UsageError when the file cannot be read
 * @throws StudyError when the points of a device are not legal
 */
export function catalogOfStudy(path: string, catalog: Catalog): Catalog {
  return withMeasured(catalog, readDocument(readText(path), shownPath(path)), filesBeside(path));
}

function shownPath(path: string): string {
  return relative(process.cwd(), path) || path;
}

function readText(path: string): string {
  let bytes: Buffer | undefined;
  try {
    bytes = readBounded(path, LARGEST_STUDY_BYTES);
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
  if (bytes === undefined)
    throw new UsageError(`${path}: this is no study, it has more than ${LARGEST_STUDY_BYTES} bytes`);
  return bytes.toString();
}

/** What of a resolved study is needed to run it again. */
interface ResolvedForm {
  readonly source: unknown;
  readonly hash: unknown;
  readonly measured?: readonly ResolvedMeasured[];
}

/**
 * Make a study ready to run that a run has written in its resolved form.
 *
 * @param shown where it was found, for messages
 * @param folder of the files the study names: a run copies them beside its resolved form
 * @throws UsageError when other plugins made it
 * @throws StudyError when its source is not legal
 */
export async function resolveAgain(
  resolvedForm: ResolvedForm,
  shown: string,
  catalog: Catalog,
  folder: string,
  known: KnownParts = {},
): Promise<RunnableStudy> {
  const runnable = await resolveSource(resolvedForm, shown, catalog, folder, known);
  if (runnable.resolved.hash !== resolvedForm.hash)
    throw new UsageError(
      `${shown}: this resolved study (hash ${String(resolvedForm.hash).slice(0, 12)}) was made with other plugins or was edited; ` +
        `with the present plugins its source resolves to ${runnable.resolved.hash.slice(0, 12)}. Run the original study file to accept the difference`,
    );
  return runnable;
}

/**
 * Resolve the source of a resolved form again, whatever comes of it with the present plugins.
 *
 * @param shown where it was found, for messages
 * @param folder of the files the study names
 * @throws StudyError when its source is not legal
 */
export async function resolveSource(
  { source, measured = [] }: Pick<ResolvedForm, "source" | "measured">,
  shown: string,
  catalog: Catalog,
  folder: string,
  known: KnownParts = {},
): Promise<RunnableStudy> {
  const texts = new Map(
    Array.isArray(measured) ? measured.map(({ file, text }: ResolvedMeasured) => [file, text]) : [],
  );
  const whole = withMeasured(catalog, plainDocument(source, shown), (file) => {
    const text = texts.get(file);
    return text === undefined
      ? { ok: false, problem: `names ${file}, whose points are not kept here` }
      : { ok: true, text };
  });
  return resolveStudy(checkStudyValue(source, shown, whole), whole, folder, known);
}

/** The resolved form, when the text is one. Anything else goes to the study parser with its messages. */
function resolvedFormIn(text: string): ResolvedForm | undefined {
  if (!text.includes("neurofront-resolved-study")) return undefined;
  try {
    const value = JSON.parse(text) as ({ readonly format?: unknown } & ResolvedForm) | null;
    return value?.format === "neurofront-resolved-study" ? value : undefined;
  } catch {
    return undefined;
  }
}
