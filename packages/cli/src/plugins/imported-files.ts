import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** What stands in quotes behind `from`, `import` and `require`, where it names a file. */
const NAMED_FILE = /\b(?:from|import|require)\s*\(?\s*["'](?<file>(?:\.{1,2}\/|\/|file:\/\/)[^"'\n]+)["']/gu;
/** Added by `require`. */
const ENDINGS = ["", ".js", ".cjs", ".json", "/index.js"];

/**
 * Every file that a module imports by its path, and those that these import, as their sources say; packages are not followed. Paths that
 * a program only makes when it runs are not seen.
 */
export function importedFiles(entry: string): string[] {
  const found = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const { groups } of readFileSync(file, "utf8").matchAll(NAMED_FILE)) {
      const target = fileAt(groups!["file"]!, dirname(file));
      if (target !== undefined && !target.split(sep).includes("node_modules")) waiting.push(target);
    }
  }
  return [...found];
}

function fileAt(written: string, folder: string): string | undefined {
  let path: string;
  try {
    path = written.startsWith("file:") ? fileURLToPath(written) : resolve(folder, written);
  } catch {
    return undefined;
  }
  return ENDINGS.map((ending) => (ending.startsWith("/") ? join(path, ending) : path + ending)).find(
    (place) => existsSync(place) && statSync(place).isFile(),
  );
}
