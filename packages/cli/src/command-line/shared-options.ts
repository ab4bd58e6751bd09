import { Option } from "commander";
import type { Command } from "commander";
import type { PluginOptions } from "../plugins/gather-plugins.ts";
import { collected } from "./option-values.ts";

/** Of every command that computes, and of those that look at what was kept, or clear it. */
export const CACHE_OPTION = [
  "--cache <folder>",
  "where results are kept for other runs (default: $NEUROFRONT_CACHE, else neurofront in ~/.cache)",
] as const;
/** Of every command that computes. */
export const NO_CACHE_OPTION = ["--no-cache", "neither look up nor keep results"] as const;

/** The options by which a person lets in plugins that do not ship. */
export function takingPlugins(command: Command): Command {
  return command
    .option("--plugin <name>", "load a plugin, by its path or its package, such as ./my-neuron (repeatable)", collected)
    .option(
      "--config <file>",
      "plugins to load (default: neurofront.config.json, from the study up to the project's root)",
    )
    .option("--allow-plugins", "let the study load the plugins it names; their code runs");
}

/** The options of the command itself. */
export function withoutPlugins<Options extends object>(options: Options & PluginOptions): Options {
  const own: Partial<Options & PluginOptions> = { ...options };
  for (const name of ["plugin", "config", "allowPlugins"] as const) delete own[name];
  return own as Options;
}

/** Of the commands that search. */
export function asynchronousOption(): Option {
  return new Option(
    "--asynchronous",
    "search without batches, for candidates that take very different times; what is found then depends on these times",
  );
}

/** Of the commands that run for long. */
export function progressOption(): Option {
  return new Option("--progress <form>", "how to tell progress (default: bar on a terminal, plain elsewhere)").choices([
    "bar",
    "plain",
    "json",
  ]);
}
