import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { importedFiles } from "./plugins/imported-files.ts";

/**
 * SHA-256 of the sources of packages: every code file beside or below each one's entry, by path and content, and the versions of what
 * they have from elsewhere. Results are kept under it, so that an edited model never passes for the one that computed them.
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
 * The same of a plugin that does not ship, with what its sources import from elsewhere. What it has installed counts by its version, and data
 * beside a single file, which may stand among studies and results, does not count.
 *
 * @param entry path of its module
 * @param isPackage whether a package.json says that the folder is the plugin's
 */
export function thirdPartySourceHash(entry: string, isPackage: boolean): string {
  const code = isPackage ? /\.[cm]?(?:ts|js|json)$/u : /\.[cm]?(?:ts|js)$/u;
  const folder = dirname(entry);
  const own = hashOf(
    [folder],
    (file) => code.test(file) && !/\.d\.[cm]?ts$/u.test(file) && !file.split(sep).includes("node_modules"),
  );
  const others = importedFiles(entry).filter((file) => !file.startsWith(folder + sep));
  // By content alone: the plugin may be elsewhere on another machine.
  const contents = others.map((file) => createHash("sha256").update(readFileSync(file)).digest("hex")).toSorted();
  return createHash("sha256")
    .update([own, ...contents].join())
    .digest("hex");
}

function hashOf(folders: readonly string[], isSource: (file: string) => boolean): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isSource).toSorted();
    for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
    hash.update(JSON.stringify(installedVersions(folder)));
  }
  return hash.digest("hex");
}

/** Name and version of what the package of a folder lists as its dependencies; those of this repository count by their sources. */
function installedVersions(folder: string): [name: string, version: string | undefined][] {
  const own = foldersFrom(folder).find((place) => existsSync(join(place, "package.json")));
  if (own === undefined) return [];
  return Object.entries(readPackage(own).dependencies ?? {})
    .filter(([, range]) => typeof range !== "string" || !range.startsWith("workspace:"))
    .map(([name]): [string, string | undefined] => {
      const places = foldersFrom(own).map((place) => join(place, "node_modules", name));
      const found = places.find((place) => existsSync(join(place, "package.json")));
      return [name, found === undefined ? undefined : readPackage(found).version];
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** A folder and those above it, the nearest first. */
function foldersFrom(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersFrom(above)];
}

/** A file that is no JSON lists nothing: whoever needs it says so. */
function readPackage(folder: string): PackageFile {
  try {
    return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) ?? {}) as PackageFile;
  } catch {
    return {};
  }
}

interface PackageFile {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, unknown>>;
}

/** The same of a plugin that a program passes as a value: its declarations, and the text of its functions. */
export function valueHash(plugin: object): string {
  const text = JSON.stringify(plugin, (_key, value: unknown) => (typeof value === "function" ? String(value) : value));
  return createHash("sha256").update(text).digest("hex");
}
