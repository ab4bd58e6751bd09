import { existsSync } from "node:fs";
import { UsageError } from "../usage-error.ts";
import { isVersionRange } from "./version-range.ts";

/** A plugin as a study, a configuration or a command names it. */
export interface PluginName {
  readonly written: string;
  /** A path is looked up from the file that names it, a package in the `node_modules` folders from there upwards. */
  readonly kind: "path" | "package";
  readonly target: string;
  /** Versions that will do; all where there is none. */
  readonly range?: string;
}

const PACKAGE = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/u;

/** What may stand for a plugin, for messages. */
export const LEGAL_PLUGIN_NAME = `a path such as "./my-neuron" or a package such as "neurofront-stno", with a range of versions where one is needed: "neurofront-stno@^1.2"`;

/**
 * Read the name of a plugin: `./my-neuron`, `neurofront-stno`, either with `@` and a range of versions.
 *
 * @returns undefined when it is neither a relative path nor the name of a package
 */
export function readPluginName(written: string): PluginName | undefined {
  const at = written.lastIndexOf("@");
  const hasRange = at > 0 && isVersionRange(written.slice(at + 1));
  const target = hasRange ? written.slice(0, at) : written;
  const range = hasRange ? { range: written.slice(at + 1) } : {};
  if (/^\.{1,2}(?:\/|$)/u.test(target)) return { written, kind: "path", target, ...range };
  return PACKAGE.test(target) ? { written, kind: "package", target, ...range } : undefined;
}

/**
 * The name that a person gave on the command line, where any path will do.
 *
 * @throws UsageError when it is neither a path nor the name of a package
 */
export function pluginNameOfArgument(written: string): PluginName {
  const name = readPluginName(written);
  if (name?.kind === "path") return name;
  if (existsSync(written)) return { written, kind: "path", target: written };
  if (name !== undefined) return name;
  throw new UsageError(`"${written}" is no plugin; write ${LEGAL_PLUGIN_NAME}`);
}
