import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, resolve, sep } from "node:path";
import { UsageError } from "../usage-error.ts";
import type { PluginName } from "./plugin-name.ts";

/** Where the code of a plugin is. Found without running any of it. */
export interface LocatedPlugin {
  readonly name: PluginName;
  /** Real path of the module to import. */
  readonly entry: string;
  /** Name in the package.json of the plugin; undefined for a single file. */
  readonly packageName: string | undefined;
}

const CODE = new Set([".js", ".mjs", ".ts", ".mts"]);
/** Conditions of package.json `exports` that hold here, as for any `import` in Node. */
const CONDITIONS: ReadonlySet<string> = new Set("node import module-sync default".split(" "));

interface Manifest {
  readonly name?: unknown;
  readonly exports?: unknown;
  readonly main?: unknown;
}

/**
 * Find the module of a plugin as Node would from a folder.
 *
 * @throws UsageError when there is none, or one that Node cannot run
 */
export function locatePlugin(name: PluginName, from: string): LocatedPlugin {
  const place = name.kind === "path" ? resolve(from, name.target) : packageFolder(name, from);
  if (!existsSync(place)) throw new UsageError(`plugin "${name.written}": there is no ${place}`);
  if (!statSync(place).isDirectory()) return { name, entry: runnable(name, place), packageName: undefined };
  const manifest = readManifest(name, place);
  const main = manifest === undefined ? undefined : entryOf(manifest);
  const entry = main === undefined ? ["index.ts", "index.js"].find((file) => existsSync(join(place, file))) : main;
  if (entry === undefined)
    throw new UsageError(
      `plugin "${name.written}": ${place} has no package.json with "exports" and no index.ts or index.js; point "exports" to the module whose default export is the plugin`,
    );
  const path = resolve(place, entry);
  if (!existsSync(path))
    throw new UsageError(
      `plugin "${name.written}": its package.json points to ${entry}, which does not exist; build the plugin, or correct "exports"`,
    );
  const packageName = typeof manifest?.name === "string" ? manifest.name : undefined;
  return { name, entry: runnable(name, path), packageName };
}

function packageFolder(name: PluginName, from: string): string {
  const folders = createRequire(join(from, "study.json")).resolve.paths(name.target) ?? [];
  const found = folders.map((folder) => join(folder, name.target)).find((folder) => existsSync(folder));
  if (found !== undefined) return found;
  throw new UsageError(
    `plugin "${name.written}" is not installed where ${from} could find it; run "npm install ${name.target}" there, or name its folder: "./${name.target}"`,
  );
}

function readManifest(name: PluginName, folder: string): Manifest | undefined {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch (error) {
    throw new UsageError(`plugin "${name.written}": ${path} is not JSON (${String(error)})`);
  }
}

function entryOf({ exports, main }: Manifest): string | undefined {
  const root = typeof exports === "object" && exports !== null && "." in exports ? exports["."] : exports;
  return conditional(root) ?? (typeof main === "string" ? main : undefined);
}

/** The first path whose condition holds, as Node picks it. */
function conditional(target: unknown): string | undefined {
  if (typeof target === "string") return target;
  if (Array.isArray(target)) return target.map(conditional).find((path) => path !== undefined);
  if (typeof target !== "object" || target === null) return undefined;
  for (const [condition, value] of Object.entries(target)) {
    const path = CONDITIONS.has(condition) ? conditional(value) : undefined;
    if (path !== undefined) return path;
  }
  return undefined;
}

function runnable({ written }: PluginName, path: string): string {
  const entry = realpathSync(path);
  const extension = extname(entry);
  if (!CODE.has(extension))
    throw new UsageError(`plugin "${written}": ${entry} is no module; legal: ${[...CODE].join(", ")}`);
  if (extension.endsWith("ts") && dirname(entry).split(sep).includes("node_modules"))
    throw new UsageError(
      `plugin "${written}": ${entry} is TypeScript inside node_modules, where Node does not strip types; its author must publish JavaScript (dist/), or name its sources by their path`,
    );
  return entry;
}
