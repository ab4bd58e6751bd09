import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * SHA-256 of the sources of packages: every code file beside or below each one's entry, by path and content. Results are kept
 * under it, so that an edited model never passes for the one that computed them.
 *
 * @param entries module addresses (`import.meta.resolve`) of the packages
 */
export function sourceHash(entries: readonly string[]): string {
  return hashOf(
    entries.map((entry) => dirname(fileURLToPath(entry))),
    (file) => /\.(?:ts|js|json)$/u.test(file) && !file.endsWith(".d.ts"),
  );
}

/**
 * The same of a plugin that does not ship. What it has installed counts by its own version only, and data beside a single file,
 * which may stand among studies and results, does not count.
 *
 * @param entry path of its module
 * @param isPackage whether a package.json says that the folder is the plugin's
 */
export function thirdPartySourceHash(entry: string, isPackage: boolean): string {
  const code = isPackage ? /\.[cm]?(?:ts|js|json)$/u : /\.[cm]?(?:ts|js)$/u;
  return hashOf(
    [dirname(entry)],
    (file) => code.test(file) && !/\.d\.[cm]?ts$/u.test(file) && !file.split(sep).includes("node_modules"),
  );
}

function hashOf(folders: readonly string[], isSource: (file: string) => boolean): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isSource).toSorted();
    for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

/** The same of a plugin that a program passes as a value: its declarations, and the text of its functions. */
export function valueHash(plugin: object): string {
  const text = JSON.stringify(plugin, (_key, value: unknown) => (typeof value === "function" ? String(value) : value));
  return createHash("sha256").update(text).digest("hex");
}
