import type { PluginOptions } from "./gather-plugins.ts";

/** Arguments with which another process lets in the plugins that were let in here. */
export function pluginArguments({ plugin = [], config, allowPlugins }: PluginOptions): string[] {
  return [
    ...plugin.flatMap((name) => ["--plugin", name]),
    ...(config === undefined ? [] : ["--config", config]),
    ...(allowPlugins === true ? ["--allow-plugins"] : []),
  ];
}
