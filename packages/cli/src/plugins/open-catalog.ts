import { Archive } from "@neurofront/archive";
import type { Catalog } from "@neurofront/study";
import { isArchiveFile } from "../is-archive-file.ts";
import { LARGEST_STUDY_BYTES, readBounded } from "../read-bounded.ts";
import { UsageError } from "../usage-error.ts";
import { gatherPlugins } from "./gather-plugins.ts";
import type { PluginOptions, StudyText } from "./gather-plugins.ts";
import type { LoadedPlugin } from "./load-plugin.ts";

/** A catalog, and where the plugins that do not ship came from. */
export interface OpenedCatalog {
  readonly catalog: Catalog;
  readonly extra: readonly LoadedPlugin[];
}

/**
 * The catalog of a command: the plugins that ship, and those the person at the terminal lets in.
 *
 * @param source text of a study, or the path of a study file, its resolved form, or an archive, whose required plugins must be there
 * @param values plugins that are there already
 * @throws StudyError where the study names a plugin without consent
 * @throws UsageError when a plugin cannot be loaded, or brings what is there already
 */
export async function openPlugins(
  options: PluginOptions,
  source?: string | StudyText,
  values: readonly LoadedPlugin[] = [],
): Promise<OpenedCatalog> {
  const { SHIPPED_NAMES, composeCatalog } = await import("../composition.ts");
  const study = typeof source === "string" ? studyTextOf(source) : source;
  const present = new Set([...SHIPPED_NAMES, ...values.map(({ plugin }) => plugin.id)]);
  const extra = [...values, ...(await gatherPlugins(options, study, present))];
  try {
    return { catalog: composeCatalog(extra), extra };
  } catch (error) {
    if (extra.length === 0 || !(error instanceof Error)) throw error;
    const from = extra.flatMap(({ plugin, located }) =>
      located === undefined ? [] : `"${plugin.id}" from ${located.entry}`,
    );
    throw new UsageError(`${error.message}; rename it in the plugin, or leave the plugin out (${from.join(", ")})`, {
      cause: error,
    });
  }
}

/** The text in which a study names its plugins; undefined for a file that cannot be read or is too large, of which whoever reads it next tells. */
function studyTextOf(path: string): StudyText | undefined {
  if (!isArchiveFile(path)) {
    try {
      const text = readBounded(path, LARGEST_STUDY_BYTES)?.toString();
      return text === undefined ? undefined : { path, text };
    } catch {
      return undefined;
    }
  }
  const archive = Archive.open(path);
  try {
    return { path, text: JSON.stringify(archive.study()) };
  } finally {
    archive.close();
  }
}
