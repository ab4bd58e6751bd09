import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { readDocument, suggestion } from "@neurofront/study";
import { UsageError } from "../usage-error.ts";
import { LEGAL_PLUGIN_NAME, readPluginName } from "./plugin-name.ts";
import type { PluginName } from "./plugin-name.ts";

/** Name of the file that says which plugins a project uses. */
export const CONFIG_FILE = "neurofront.config.json";

/** A configuration that was read. */
export interface ConfigFile {
  readonly path: string;
  /** Plugins are looked up from here. */
  readonly folder: string;
  readonly plugins: readonly PluginName[];
}

/**
 * The configuration for a folder: there, or in the nearest folder above, up to the root of the project. The root is the nearest
 * folder with `.git` or `pnpm-workspace.yaml`, else the nearest with `package.json`; without either only the folder itself counts,
 * so that nothing in a folder shared by many, such as that of temporary files, is taken for a project.
 */
export function findConfigFile(from: string): string | undefined {
  const folders = foldersUpFrom(resolve(from));
  const rootAt = (markers: readonly string[]): number =>
    folders.findIndex((folder) => markers.some((marker) => existsSync(join(folder, marker))));
  const workspace = rootAt([".git", "pnpm-workspace.yaml"]);
  const root = workspace >= 0 ? workspace : Math.max(rootAt(["package.json"]), 0);
  return folders
    .slice(0, root + 1)
    .map((folder) => join(folder, CONFIG_FILE))
    .find((path) => existsSync(path));
}

function foldersUpFrom(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUpFrom(above)];
}

/**
 * Read a configuration: `{ "plugins": ["./my-neuron", "neurofront-stno@^1.2"] }`.
 *
 * @throws UsageError when the file cannot be read or names something that is no plugin
 * @throws StudyError when it is not JSON
 */
export function readConfigFile(path: string): ConfigFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
  const shown = relative(process.cwd(), path) || path;
  const { value } = readDocument(text, shown);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new UsageError(`${shown} is no object; write { "plugins": ["./my-neuron"] }`);
  const unknown = Object.keys(value).find((key) => key !== "plugins" && key !== "$schema");
  if (unknown !== undefined)
    throw new UsageError(`${shown} has the unknown key "${unknown}"; ${suggestion(unknown, ["plugins"])}`);
  const listed = (value as { readonly plugins?: unknown }).plugins ?? [];
  if (!Array.isArray(listed)) throw new UsageError(`${shown}: "plugins" is no list; write ["./my-neuron"]`);
  const plugins = listed.map((written: unknown, index) => {
    const name = typeof written === "string" ? readPluginName(written) : undefined;
    if (name === undefined)
      throw new UsageError(`${shown}: /plugins/${index} is ${JSON.stringify(written)}; write ${LEGAL_PLUGIN_NAME}`);
    return name;
  });
  return { path, folder: dirname(resolve(path)), plugins };
}
