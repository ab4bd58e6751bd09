import { lstatSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, sep } from "node:path";
import { RequestError } from "./answer.ts";

/**
 * The path of a file inside a folder that is there.
 *
 * @param folder a real path
 * @param relative parts with slashes between, as the page names files
 * @throws RequestError when it leaves the folder, by its name or through a symbolic link, or is no plain file
 */
export function fileInside(folder: string, relative: string): string {
  const path = placeInside(folder, relative);
  let stats;
  try {
    stats = lstatSync(path);
  } catch {
    throw new RequestError(404, `there is no ${relative} in the folder`);
  }
  if (!stats.isFile()) throw new RequestError(403, `${relative} is no plain file`);
  return path;
}

/**
 * The path of a file inside a folder, which need not be there; the folder it is in must be.
 *
 * @throws RequestError when it leaves the folder, by its name or through a symbolic link
 */
export function placeInside(folder: string, relative: string): string {
  const parts = relative.split("/");
  const isPlain = parts.every((part) => part !== "" && part !== "." && part !== ".." && !/[\\\0]/u.test(part));
  if (!isPlain || isAbsolute(relative) || relative.length > 1000)
    throw new RequestError(403, "names a file outside the folder that is served");
  const path = join(folder, ...parts);
  let real: string;
  try {
    real = realpathSync(dirname(path));
  } catch {
    throw new RequestError(404, `there is no folder for ${relative}`);
  }
  if (real !== dirname(path) || (real !== folder && !real.startsWith(folder + sep)))
    throw new RequestError(403, `${relative} leads through a symbolic link`);
  return path;
}
