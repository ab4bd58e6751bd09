import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Model } from "@neurofront/core";
import { stampPlugin } from "../new-plugin/stamp-plugin.ts";
import type { Terminal } from "../terminal.ts";

/** What `neurofront new-plugin` takes. */
export interface NewPluginOptions {
  readonly role: Model["role"];
  /** Folder in which the plugin's folder is made; default `plugins/` where the working folder has one, else the working folder. */
  readonly into?: string;
}

/**
 * Stamp a plugin that works, and say what comes next.
 *
 * @throws UsageError when the name is not legal or taken
 */
export function newPluginCommand(name: string, { role, into }: NewPluginOptions, terminal: Terminal): void {
  const stamped = stampPlugin(name, role, into ?? (existsSync("plugins") ? "plugins" : "."));
  const shown = relative(process.cwd(), stamped.folder) || ".";
  const path = shown.startsWith("..") ? shown : `./${shown}`;
  const lines = [
    shown,
    ...stamped.files.map((file) => `  ${file}`),
    "",
    `judge it     neurofront check-plugin ${path}`,
    ...(role === "optimizer" || role === "workload"
      ? []
      : [`look at it   neurofront simulate ${name}${stamped.listedIn.length === 0 ? ` --plugin ${path}` : ""}`]),
    stamped.listedIn.length === 0
      ? `use it       write "${path}" into "plugins" of neurofront.config.json, and "use": "${name}" into a study`
      : `use it       "use": "${name}" in a study; it ships, listed in ${stamped.listedIn.join(", ")}`,
    `write it     the equations are in ${join(shown, "src/model.ts")}`,
    ...(stamped.listedIn.length === 0
      ? ["publish it   pnpm publish (it builds; npm would publish the sources, which do not run when installed)"]
      : [
          "link it      node tools/pnpm.mjs install && node tools/pnpm.mjs run generate (study schema, parameter tables, format)",
        ]),
  ];
  terminal.out.write(`${lines.join("\n")}\n`);
}
