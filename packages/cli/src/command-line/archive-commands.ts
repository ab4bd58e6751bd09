import { Option } from "commander";
import type { Command } from "commander";
import type { CompareCommandOptions } from "../commands/compare.ts";
import type { RepairOptions } from "../commands/repair.ts";
import type { ServeOptions } from "../commands/serve.ts";
import type { PluginOptions } from "../plugins/gather-plugins.ts";
import type { Terminal } from "../terminal.ts";
import { catalog, openedCatalog } from "./asked-catalog.ts";
import { examples } from "./help-text.ts";
import { portNumber } from "./option-values.ts";
import { takingPlugins } from "./shared-options.ts";

/** `neurofront explain`. */
export function addExplain(program: Command, terminal: Terminal): void {
  program
    .command("explain")
    .description("show every number of one candidate, split by part, with formula, parameters and sources")
    .argument("<archive>", "archive.sqlite of a run")
    .argument("<candidate>", "technology/accounting/number, or technology/accounting for its best")
    .addHelpText(
      "after",
      examples(
        "neurofront explain out/spin-vs-cmos/archive.sqlite dwm/full",
        "neurofront explain out/spin-vs-cmos/archive.sqlite latch/paper/17",
      ),
    )
    .action(async (archive: string, candidate: string) => {
      const { explainCommand } = await import("../commands/explain.ts");
      explainCommand(archive, candidate, terminal);
    });
}

/** `neurofront why-not`. */
export function addWhyNot(program: Command, terminal: Terminal): void {
  takingPlugins(program.command("why-not"))
    .description(
      "show what stands between the candidates and better designs: rules, binding constraints, sensitivities",
    )
    .argument("<archive>", "archive.sqlite of a run")
    .argument("[search]", "technology/accounting (default: every search)")
    .addHelpText(
      "after",
      examples(
        "neurofront why-not out/spin-vs-cmos/archive.sqlite",
        "neurofront why-not out/spin-vs-cmos/archive.sqlite dwm/full",
      ),
    )
    .action(async (archive: string, search: string | undefined, options: PluginOptions) => {
      const { whyNotCommand } = await import("../commands/why-not.ts");
      await whyNotCommand(archive, search, await openedCatalog(options), terminal);
    });
}

/** `neurofront report`. */
export function addReport(program: Command, terminal: Terminal): void {
  takingPlugins(program.command("report"))
    .description("write the report of an archive again")
    .argument("<archive>", "archive.sqlite of a run")
    .option("--out <file>", "HTML file to write (default: report.html beside the archive)")
    .addHelpText("after", examples("neurofront report out/spin-vs-cmos/archive.sqlite"))
    .action(async (archive: string, options: { out?: string } & PluginOptions) => {
      const { reportCommand } = await import("../commands/report.ts");
      await reportCommand(archive, options.out, await openedCatalog(options), terminal);
    });
}

/** `neurofront repair`. */
export function addRepair(program: Command, terminal: Terminal): void {
  program
    .command("repair")
    .description("write a copy of a damaged archive with all that is whole; a run goes on with it")
    .argument("<archive>", "archive.sqlite of a run; it is not changed")
    .option("--out <folder>", "folder of the copy (default: that of the archive with -repaired)")
    .addHelpText("after", examples("neurofront repair out/spin-vs-cmos/archive.sqlite"))
    .action(async (archive: string, options: RepairOptions) => {
      const { repairCommand } = await import("../commands/repair.ts");
      repairCommand(archive, options, terminal);
    });
}

/** `neurofront compare`. */
export function addCompare(program: Command, terminal: Terminal): void {
  program
    .command("compare")
    .description("compare the technologies of one archive or several, and runs that differ only in the seed")
    .argument("<archive...>", "archive.sqlite of one run or more")
    .addOption(new Option("--accounting <name>", "compare under this accounting alone").choices(["paper", "full"]))
    .option("--reference <metric=value,...>", "reference point of the hypervolumes (default: derived from all fronts)")
    .option("--out <folder>", "write page, tables (CSV) and JSON into this folder")
    .option("--overwrite", "replace files of an earlier comparison")
    .addHelpText(
      "after",
      examples(
        "neurofront compare out/spin-vs-cmos/archive.sqlite",
        "neurofront compare out/seed-1/archive.sqlite out/seed-2/archive.sqlite out/seed-3/archive.sqlite --out out/compared",
        `neurofront compare out/a/archive.sqlite out/b/archive.sqlite --accounting full --reference "energy=1 pJ,delay=10 ns"`,
      ),
    )
    .action(async (archives: string[], options: CompareCommandOptions) => {
      const { compareCommand } = await import("../commands/compare.ts");
      await compareCommand(archives, options, terminal);
    });
}

/** `neurofront serve`. */
export function addServe(program: Command, terminal: Terminal): void {
  takingPlugins(program.command("serve"))
    .description(
      "show the studies and archives of a folder as a live page, to look at, edit, run and stop; on this machine alone",
    )
    .argument("[folder]", "folder of studies and archives", ".")
    .option("--port <number>", "port of the loopback address (default: any that is free)", portNumber)
    .addHelpText("after", examples("neurofront serve", "neurofront serve my-studies --port 8080"))
    .action(async (folder: string, options: ServeOptions & PluginOptions) => {
      const { serveCommand } = await import("../commands/serve.ts");
      const { port, ...plugins } = options;
      await serveCommand(folder, port === undefined ? {} : { port }, plugins, await catalog(plugins), terminal);
    });
}
