import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import type { StudyFileContent, WorkloadModel } from "@neurofront/core";
import { StudyError } from "./problem.ts";
import { ModelError } from "./run/model-error.ts";
import type { WrittenPart } from "./study-file.ts";

/** Contents of the files a study names, by key. */
export type StudyFiles = Readonly<Record<string, StudyFileContent>>;

/** Larger files hold no weights that could be simulated device by device. */
const SIZE_LIMIT_BYTES = 2 ** 28;
/** As values, JSON takes many times its size in memory. */
const JSON_SIZE_LIMIT_BYTES = 2 ** 25;

const POINTER = "/held/workload";

/**
 * Read the files that a study names for its workload. A path must stay in the folder of the study, after symbolic links have
 * been followed.
 *
 * @param file name of the study in messages
 * @throws StudyError for a path that leaves the folder, has another ending, or cannot be read
 */
export function readStudyFiles(written: WrittenPart, model: WorkloadModel, folder: string, file: string): StudyFiles {
  const found: Record<string, StudyFileContent> = {};
  for (const [key, { extensions }] of Object.entries(model.files ?? {})) {
    const path = Object.hasOwn(written, key) ? written[key] : undefined;
    if (typeof path !== "string") continue;
    const problem = problemOfPath(path, extensions);
    const content = problem ?? contentOf(path, folder);
    if (typeof content === "string") throw new StudyError(file, [{ pointer: `${POINTER}/${key}`, message: content }]);
    found[key] = { path, bytes: content };
  }
  return found;
}

/** Turn what a workload says about a file into a problem of the study. Anything a workload without files throws is a defect. */
export async function blamingFiles<Result>(
  files: StudyFiles,
  file: string,
  prepare: () => Promise<Result>,
): Promise<Result> {
  const [first] = Object.entries(files);
  if (first === undefined) return prepare();
  const [key, { path }] = first;
  try {
    return await prepare();
  } catch (error) {
    if (error instanceof ModelError) throw error;
    const message = `names ${JSON.stringify(path)}, which ${error instanceof Error ? error.message : String(error)}`;
    throw new StudyError(file, [{ pointer: `${POINTER}/${key}`, message }]);
  }
}

function problemOfPath(path: string, extensions: readonly string[]): string | undefined {
  const shown = JSON.stringify(path);
  if (!extensions.some((extension) => path.toLowerCase().endsWith(extension)))
    return `names ${shown}; legal endings: ${extensions.join(", ")}`;
  if (isAbsolute(path) || /^[A-Za-z]:/u.test(path) || path.split(/[\\/]/u).includes("..") || path.includes("\0"))
    return `names ${shown}, which is not below the folder of the study; write a path relative to it, without ".."`;
  return undefined;
}

function contentOf(path: string, folder: string): Uint8Array | string {
  const shown = JSON.stringify(path);
  try {
    const root = realpathSync(folder);
    const real = realpathSync(join(root, path));
    const inside = relative(root, real);
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside))
      return `names ${shown}, a link that leaves the folder of the study; put the file itself there`;
    const status = statSync(real);
    if (!status.isFile()) return `names ${shown}, which is not a file`;
    const limit = path.toLowerCase().endsWith(".json") ? JSON_SIZE_LIMIT_BYTES : SIZE_LIMIT_BYTES;
    if (status.size > limit) return `names ${shown}, which has ${status.size} bytes; at most ${limit} are read`;
    return readFileSync(real);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return `names ${shown}, ${code === "ENOENT" ? "but there is no such file beside the study" : `which cannot be read: ${code ?? String(error)}`}`;
  }
}
