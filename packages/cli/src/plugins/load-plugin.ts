import { API_VERSION } from "@neurofront/core";
import type { Plugin } from "@neurofront/core";
import { pathToFileURL } from "node:url";
import { thirdPartySourceHash } from "../source-hash.ts";
import { UsageError } from "../usage-error.ts";
import { lendContracts } from "./lend-contracts.ts";
import type { LocatedPlugin } from "./locate-plugin.ts";
import { satisfies } from "./version-range.ts";

/** A plugin that does not ship, with the hash of its sources. */
export interface LoadedPlugin {
  readonly plugin: Plugin;
  readonly sourceHash: string;
  /** Absent for one that a program passed as a value. */
  readonly located?: LocatedPlugin;
}

const ROLES: readonly string[] = ["neuron", "synapse", "interconnect", "workload", "optimizer"];

/**
 * Import a plugin. This runs its code: only what the person at the terminal has named or allowed comes here.
 *
 * @throws UsageError when the import fails, or what is exported is no plugin for this version
 */
export async function loadPlugin(
  located: LocatedPlugin,
  importModule: (url: string) => Promise<unknown> = (url) => import(url),
): Promise<LoadedPlugin> {
  const { name, entry } = located;
  lendContracts();
  let module: unknown;
  try {
    module = await importModule(pathToFileURL(entry).href);
  } catch (error) {
    throw new UsageError(`plugin "${name.written}": importing ${entry} failed: ${reasonOf(error)}`, { cause: error });
  }
  const exported = (module as { readonly default?: unknown }).default;
  const problem = problemOfPlugin(exported);
  if (problem !== undefined)
    throw new UsageError(
      `plugin "${name.written}": the default export of ${entry} ${problem}; write export default definePlugin({ ... })`,
    );
  const plugin = exported as Plugin;
  checkVersions(plugin, located);
  return { plugin, sourceHash: thirdPartySourceHash(entry, located.packageName !== undefined), located };
}

/** Why a value is no plugin that the catalog could take, or undefined. What its models compute is for the conformance kit. */
export function problemOfPlugin(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return "is no plugin";
  const plugin = value as Readonly<Record<string, unknown>>;
  for (const member of ["id", "version", "title"])
    if (typeof plugin[member] !== "string" || plugin[member] === "") return `has no ${member}`;
  if (typeof plugin["apiVersion"] !== "number") return "has no apiVersion";
  for (const member of ["references", "models"]) if (!Array.isArray(plugin[member])) return `has no list of ${member}`;
  for (const model of plugin["models"] as readonly unknown[]) {
    const problem = problemOfModel(model);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemOfModel(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return "lists a model that is none";
  const model = value as Readonly<Record<string, unknown>>;
  if (typeof model["id"] !== "string" || typeof model["title"] !== "string") return "lists a model without id or title";
  if (!ROLES.includes(model["role"] as string))
    return `lists the model "${model["id"]}" without a role; legal: ${ROLES.join(", ")}`;
  if (typeof model["parameters"] !== "object" || model["parameters"] === null)
    return `lists the model "${model["id"]}" without parameters`;
  return undefined;
}

function checkVersions({ id, version, apiVersion }: Plugin, { name }: LocatedPlugin): void {
  if (apiVersion !== API_VERSION)
    throw new UsageError(
      `plugin "${name.written}": "${id}" ${version} is written for contracts version ${apiVersion}, and this neurofront has version ${API_VERSION}; ` +
        (apiVersion < API_VERSION
          ? `install a newer version of the plugin, or adapt it and set apiVersion to ${API_VERSION}`
          : "install a newer neurofront, or an older version of the plugin"),
    );
  requireVersion({ id, version }, name);
}

/**
 * Check a plugin's version against the range that a name asks for.
 *
 * @throws UsageError when it is outside
 */
export function requireVersion(
  { id, version }: Pick<Plugin, "id" | "version">,
  { range, target, kind, written }: LocatedPlugin["name"],
): void {
  if (range === undefined || satisfies(version, range)) return;
  throw new UsageError(
    `plugin "${written}": found is version ${version} of "${id}", asked for is ${range}; ` +
      (kind === "package"
        ? `run "npm install ${target}@${range}", or change the range`
        : "change the range, or the version of the plugin"),
  );
}

/** The message with the first place in the plugin's own code, where there is one. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack?.split("\n").find((line) => /^\s+at .*file:|^file:/u.test(line));
  return place === undefined ? error.message : `${error.message} (${place.trim()})`;
}
