import { statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { requiredPlugins } from "@neurofront/study";
import type { RequiredPlugins } from "@neurofront/study";
import { UsageError } from "../usage-error.ts";
import { CONFIG_FILE, findConfigFile, readConfigFile } from "./config-file.ts";
import { loadPlugin, requireVersion } from "./load-plugin.ts";
import type { LoadedPlugin } from "./load-plugin.ts";
import { locatePlugin } from "./locate-plugin.ts";
import type { LocatedPlugin } from "./locate-plugin.ts";
import { LEGAL_PLUGIN_NAME, pluginNameOfArgument, readPluginName } from "./plugin-name.ts";
import type { PluginName } from "./plugin-name.ts";

/** What a command says about plugins. */
export interface PluginOptions {
  /** Plugins to load, looked up from the working folder. */
  readonly plugin?: readonly string[];
  /** Configuration to use in place of the one that is found. */
  readonly config?: string;
  /** Whether the code that a study or the configuration beside it names may run. */
  readonly allowPlugins?: boolean;
}

/** A study whose required plugins must be there. */
export interface StudyText {
  readonly path: string;
  readonly text: string;
}

/**
 * Load the plugins of a command. Code runs only where the person at the terminal said so: by `--plugin`, by `--config`, by a
 * configuration in or above the working folder, or by `--allow-plugins` for what the study names. A study is data from anyone: its
 * list is a requirement, and is met or refused, never obeyed.
 *
 * @param present names by which a study may require a plugin that is there already
 * @throws StudyError at the place in the study that names a plugin without consent
 * @throws UsageError when a plugin is not found, does not load, or is of another version
 */
export async function gatherPlugins(
  options: PluginOptions,
  study: StudyText | undefined,
  present: ReadonlySet<string>,
): Promise<LoadedPlugin[]> {
  const allowed = consented(options, study === undefined ? process.cwd() : dirname(resolve(study.path)));
  const required = study === undefined ? undefined : requiredPlugins(study.text, shownPath(study.path));
  const missing: LocatedPlugin[] = [];
  const toCheck: { readonly name: PluginName; readonly met: LocatedPlugin }[] = [];
  for (const { name, index } of named(required)) {
    if (present.has(name.target)) continue;
    const here = locatedBy(name, required!.isResolvedForm, dirname(resolve(study!.path)));
    const met = [...allowed, ...missing].find((other) => meets(other, name, here));
    if (met !== undefined) toCheck.push({ name, met });
    // Its path was relative to the study of which this is the resolved form; the models say whether it is missing.
    else if (required!.isResolvedForm && name.kind === "path") continue;
    else if (options.allowPlugins !== true) throw required!.problem(index, withoutConsent(name, study!.path));
    else if (here instanceof UsageError) throw here;
    else missing.push(here);
  }
  const loaded = new Map<string, LoadedPlugin>();
  for (const located of [...allowed, ...missing])
    if (!loaded.has(located.entry)) loaded.set(located.entry, await loadPlugin(located));
  for (const { name, met } of toCheck) requireVersion(loaded.get(met.entry)!.plugin, name);
  return [...loaded.values()];
}

/** What flags and configuration name, each found from where it stands. */
function consented({ plugin = [], config, allowPlugins }: PluginOptions, from: string): LocatedPlugin[] {
  const flagged = plugin.map((written) => locatePlugin(pluginNameOfArgument(written), process.cwd()));
  const found = config ?? findConfigFile(from);
  if (found === undefined || !(config !== undefined || allowPlugins === true || isOwnPlace(found))) return flagged;
  const { plugins, folder } = readConfigFile(found);
  return [...flagged, ...plugins.map((name) => locatePlugin(name, folder))];
}

/**
 * Whether a configuration is in or above the working folder and belongs to the person at the terminal (or to root). One that lies
 * elsewhere came with the study; one of another user may have been put there.
 */
function isOwnPlace(path: string): boolean {
  const upwards = relative(dirname(resolve(path)), process.cwd());
  const user = process.getuid?.();
  const owner = statSync(path).uid;
  return !upwards.startsWith("..") && (user === undefined || owner === user || owner === 0);
}

function* named(
  required: RequiredPlugins | undefined,
): Generator<{ readonly name: PluginName; readonly index: number }> {
  for (const [index, written] of (required?.names ?? []).entries()) {
    const name = readPluginName(written);
    if (name === undefined) throw required!.problem(index, `is ${JSON.stringify(written)}; write ${LEGAL_PLUGIN_NAME}`);
    yield { name, index };
  }
}

/** Where a study's plugin is, or why it is nowhere; a resolved form does not know where its study was. */
function locatedBy(name: PluginName, isResolvedForm: boolean, from: string): LocatedPlugin | UsageError {
  if (isResolvedForm && name.kind === "path") return new UsageError(`plugin "${name.written}" was beside the study`);
  try {
    return locatePlugin(name, from);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** The same module, or a package of the same name. */
function meets(other: LocatedPlugin, name: PluginName, here: LocatedPlugin | UsageError): boolean {
  if (!(here instanceof UsageError) && here.entry === other.entry) return true;
  return name.kind === "package" && other.packageName === name.target;
}

function withoutConsent({ written, target, kind }: PluginName, study: string): string {
  const flag = kind === "path" ? shownPath(resolve(dirname(study), target)) : target;
  const ofFlag = kind === "path" && !flag.startsWith(".") ? `./${flag}` : flag;
  const elsewhere = findConfigFile(dirname(resolve(study)));
  return (
    `requires "${written}", whose code you have not allowed to run. A study may come from anyone, so it does not load code by itself: ` +
    `look at the plugin, then add --plugin ${ofFlag} (or --allow-plugins for all that this study names), or list it in ${CONFIG_FILE} in or above your working folder` +
    (elsewhere === undefined || isOwnPlace(elsewhere)
      ? ""
      : `; ${shownPath(elsewhere)} is not used, because it is not in or above your working folder or is another user's (--config names it)`)
  );
}

function shownPath(path: string): string {
  return relative(process.cwd(), path) || path;
}
