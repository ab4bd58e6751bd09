import type { Catalog } from "@neurofront/study";
import type { PluginOptions } from "../plugins/gather-plugins.ts";
import type { OpenedCatalog } from "../plugins/open-catalog.ts";

/** The models that a command may use. They are loaded when it runs, so that help is quick. */
export async function catalog(options: PluginOptions, source?: string): Promise<Catalog> {
  return (await openedCatalog(options, source)).catalog;
}

/** The same, with the plugins that do not ship. */
export async function openedCatalog(options: PluginOptions, source?: string): Promise<OpenedCatalog> {
  return (await import("../plugins/open-catalog.ts")).openPlugins(options, source);
}
