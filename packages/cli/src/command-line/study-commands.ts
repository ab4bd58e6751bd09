import type { Command } from "commander";
import type { SchemaOptions } from "../commands/schema.ts";
import type { PluginOptions } from "../plugins/gather-plugins.ts";
import type { Terminal } from "../terminal.ts";
import { catalog } from "./asked-catalog.ts";
import { examples, studyExample } from "./help-text.ts";
import { takingPlugins } from "./shared-options.ts";

/** `neurofront validate`. */
export function addValidate(program: Command, terminal: Terminal): void {
  takingPlugins(program.command("validate"))
    .description("check a study without running it")
    .argument("<study>", "study file")
    .addHelpText("after", `${examples("neurofront validate my-study.json")}\n${studyExample()}`)
    .action(async (study: string, options: PluginOptions) => {
      const { validateCommand } = await import("../commands/validate.ts");
      await validateCommand(study, await catalog(options, study), terminal);
    });
}

/** `neurofront schema`. */
export function addSchema(program: Command, terminal: Terminal): void {
  takingPlugins(program.command("schema"))
    .description("write the JSON Schema of study files, for completion in editors")
    .option("--out <file>", "file to write (default: standard output)")
    .option("--study <file>", "with the plugins and measured devices that this study names")
    .addHelpText(
      "after",
      examples(
        "neurofront schema --out studies/study.schema.json",
        "neurofront schema --study relay.json --out relay.schema.json",
      ),
    )
    .action(async (options: SchemaOptions & PluginOptions) => {
      const { schemaCommand } = await import("../commands/schema.ts");
      schemaCommand(options, await catalog(options, options.study), terminal);
    });
}
