import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { Archive } from "@neurofront/archive";
import type { ResolvedStudy } from "@neurofront/core";
import type { RunnableStudy, TrainingStore } from "@neurofront/study";
import { UsageError } from "./usage-error.ts";

/** Files that a run itself writes; some file systems do not tell large letters from small ones. */
const OWN_FILES = /^(?:archive\.sqlite(?:-wal|-shm)?|resolved\.json|report\.html)$/iu;

/**
 * Make a folder ready for a run: the archive, the resolved form with the files that the study names beside it, and the networks
 * that its technologies may train.
 *
 * @param overwrite whether the archive of another study may be replaced
 * @param known networks of earlier runs
 * @throws UsageError when another study's archive is there, or a file of the study has the name of one that a run writes
 */
export async function openOutput(
  runnable: RunnableStudy,
  folder: string,
  overwrite: boolean,
  known?: TrainingStore,
): Promise<Archive> {
  const { resolved, files, trainings } = runnable;
  for (const { path } of Object.values(files))
    if (OWN_FILES.test(normalize(path)))
      throw new UsageError(
        `the study reads ${path}, and a run writes a file of that name; rename the one of the study`,
      );
  const archive = openOrCreate(join(folder, "archive.sqlite"), resolved, overwrite);
  try {
    for (const { path, bytes } of Object.values(files)) copyBeside(folder, path, bytes);
    writeFileSync(join(folder, "resolved.json"), `${JSON.stringify(resolved, undefined, 2)}\n`);
    for (const technology of resolved.technologies) await trainings.prepareAll(technology, known);
    return archive;
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** Keep a file of the study where its resolved form finds it again. */
function copyBeside(folder: string, path: string, bytes: Uint8Array): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}

/**
 * The archive of a study at a path: the one that is there, to go on with, or a new one.
 *
 * @param overwrite whether that of another study may be replaced
 * @throws UsageError when another study's is there
 */
function openOrCreate(path: string, study: ResolvedStudy, overwrite: boolean): Archive {
  if (existsSync(path)) {
    const archive = Archive.open(path, "write");
    const other = archive.study();
    if (other.hash === study.hash) return archive;
    archive.close();
    if (!overwrite)
      throw new UsageError(
        `${relative(process.cwd(), path) || path} holds the archive of another study ("${other.title}", hash ${other.hash.slice(0, 12)}; this one is ${study.hash.slice(0, 12)}); ` +
          `name another folder with --out, or replace it with --overwrite`,
      );
    for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
  }
  mkdirSync(join(path, ".."), { recursive: true });
  return Archive.create(path, study);
}
