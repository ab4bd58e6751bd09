import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, resolve, sep } from "node:path";
import type { DataReading } from "@neurofront/study";

/** Larger files are no tables of measured points. */
const LARGEST_BYTES = 1_000_000;

/**
 * Reads files that a study names: in its folder or below, through no symbolic link that leaves it, plain files of at most 1 MB. A
 * study is data from anyone, and what it reads ends in its results.
 */
export function filesBeside(studyPath: string): (file: string) => DataReading {
  const folder = realpathSync(dirname(resolve(studyPath)));
  const refuse = (problem: string): DataReading => ({ ok: false, problem });
  return (file) => {
    if (isAbsolute(file) || file.split(/[/\\]/u).includes(".."))
      return refuse(`names "${file}"; a study reads files in its own folder or below only, such as "data/points.csv"`);
    let path: string;
    try {
      path = realpathSync(resolve(folder, file));
    } catch {
      return refuse(`names "${file}", which does not exist beside the study`);
    }
    if (!path.startsWith(folder + sep))
      return refuse(`names "${file}", a link that leaves the folder of the study; put the file itself there`);
    const { size } = statSync(path);
    if (!statSync(path).isFile()) return refuse(`names "${file}", which is no file`);
    if (size > LARGEST_BYTES) return refuse(`names "${file}" of ${size} bytes; legal: at most ${LARGEST_BYTES}`);
    return { ok: true, text: readFileSync(path, "utf8") };
  };
}
