import type { Command } from "commander";
import type { CacheClearOptions, CacheShowOptions } from "../commands/cache.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "./help-text.ts";
import { age } from "./option-values.ts";
import { CACHE_OPTION } from "./shared-options.ts";

/** The options of `cache clear` as they are read. */
type CacheClearArguments = Omit<CacheClearOptions, "olderThan_s"> & { readonly olderThan?: number };

/** `neurofront cache`. */
export function addCache(program: Command, terminal: Terminal): void {
  const cached = program
    .command("cache")
    .description("look at the results that are kept for other runs, or clear them");
  cached
    .command("show")
    .description("say where the cache is, what it holds by kind and models, and how often it was found")
    .option(...CACHE_OPTION)
    .option("--json", "print one JSON object in place of text")
    .addHelpText("after", examples("neurofront cache show", "neurofront cache show --cache /scratch/cache --json"))
    .action(async (options: CacheShowOptions) => {
      const { cacheShowCommand } = await import("../commands/cache.ts");
      cacheShowCommand(options, terminal);
    });
  cached
    .command("clear")
    .description("delete results: all of them, or those to which every option applies")
    .option(...CACHE_OPTION)
    .option("--plugin <id>", "those that a model of this plugin has had a part in")
    .option("--older-than <age>", "those neither kept nor found for so long, such as 30d or 12h", age)
    .addHelpText(
      "after",
      examples(
        "neurofront cache clear",
        "neurofront cache clear --plugin my-neuron",
        "neurofront cache clear --older-than 30d",
      ),
    )
    .action(async ({ olderThan: olderThan_s, ...others }: CacheClearArguments) => {
      const { cacheClearCommand } = await import("../commands/cache.ts");
      cacheClearCommand({ ...others, olderThan_s }, terminal);
    });
}
