import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, extname, isAbsolute, join, relative } from "node:path";
import type { ResolvedStudy } from "@neurofront/core";
import { UsageError } from "../usage-error.ts";

/** A file that a study reads, and where a bundle keeps it. */
interface DataFile {
  /** Relative to the study. */
  readonly path: string;
  readonly hash: string;
  readonly bundlePath: string;
}

/** The files that a study reads, numbered in a bundle: their own names may be any. */
function dataFilesOf({ held }: ResolvedStudy): DataFile[] {
  return Object.values(held.workload.files ?? {}).map(({ path, hash }, k) => ({
    path,
    hash,
    bundlePath: `data/file-${k}${extname(path).toLowerCase()}`,
  }));
}

/**
 * The files that a study reads, by path within the bundle.
 *
 * @param folder of the run, which holds copies
 * @throws UsageError when one is not there, was changed since the run, or is outside the folder
 */
export function studyData(study: ResolvedStudy, folder: string): (readonly [path: string, content: Uint8Array])[] {
  return dataFilesOf(study).map(({ path, hash, bundlePath }) => {
    checkInside(folder, path);
    const file = join(folder, path);
    let content: Uint8Array;
    try {
      content = readFileSync(file);
    } catch {
      throw new UsageError(`${file}: a file that the study reads is missing; put it back beside the archive`);
    }
    if (createHash("sha256").update(content).digest("hex") !== hash)
      throw new UsageError(`${file} was changed since the run; put back the file that the study was run with`);
    return [bundlePath, content] as const;
  });
}

/**
 * Put the files of a bundle's study where the study finds them.
 *
 * @throws UsageError when the study names a place outside the folder
 */
export function unpackStudyData(study: ResolvedStudy, files: ReadonlyMap<string, Uint8Array>, folder: string): void {
  for (const { path, bundlePath } of dataFilesOf(study)) {
    const content = files.get(bundlePath);
    if (content === undefined) continue;
    checkInside(folder, path);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function checkInside(folder: string, path: string): void {
  const inside = relative(folder, join(folder, path));
  if (isAbsolute(path) || inside.startsWith("..") || inside === "")
    throw new UsageError(`the study of the bundle names the file ${JSON.stringify(path)}, which is outside its folder`);
}
