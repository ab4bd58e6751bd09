import { Command, CommanderError, Option } from "commander";
import type { Catalog } from "@neurofront/study";
import type { CacheClearOptions, CacheShowOptions } from "./commands/cache.ts";
import type { CompareCommandOptions } from "./commands/compare.ts";
import { age, collected, portNumber, seconds, wholeNumber } from "./option-values.ts";
import { MINIMAL_STUDY } from "./minimal-study.ts";
import type { SimulateOptions } from "./simulate/request.ts";
import type { SchemaOptions } from "./commands/schema.ts";
import type { CheckPluginOptions } from "./commands/check-plugin.ts";
import type { NewPluginOptions } from "./commands/new-plugin.ts";
import type { RepairOptions } from "./commands/repair.ts";
import type { RunOptions } from "./commands/run.ts";
import type { ServeOptions } from "./commands/serve.ts";
import type { PluginOptions } from "./plugins/gather-plugins.ts";
import type { OpenedCatalog } from "./plugins/open-catalog.ts";
import type { DoctorOptions } from "./commands/doctor.ts";
import type { ExportBundleOptions } from "./commands/export-bundle.ts";
import type { ExportFiguresOptions } from "./commands/export-figures.ts";
import type { ExportFileOptions, FileKind } from "./commands/export-file.ts";
import type { ExportSpiceOptions } from "./commands/export-spice.ts";
import type { ReproduceOptions } from "./commands/reproduce.ts";
import { StoppedError } from "./stop-signals.ts";
import { processTerminal } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";
import { VERSION } from "./version.ts";

/**
 * Run the command line.
 *
 * @returns exit code: 0 done, 1 the run failed, 2 what was asked cannot be done and nothing was written, 130 or 143 stopped by a
 *   signal
 */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const program = buildProgram(terminal);
  try {
    await program.parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Error)) throw error;
    if (FULL_DISK.has((error as NodeJS.ErrnoException).code ?? "")) {
      terminal.err.write(`${error.message}: make room and run again; what was saved before is kept\n`);
      return 1;
    }
    terminal.err.write(`${KNOWN_ERRORS.has(error.name) ? error.message : (error.stack ?? error.message)}\n`);
    if (error instanceof StoppedError) return error.exitCode;
    return USAGE_ERRORS.has(error.name) ? 2 : 1;
  }
}

/** Errors whose message is meant for the person at the terminal; of others the stack is shown. */
const USAGE_ERRORS: ReadonlySet<string> = new Set([
  "StudyError",
  "UsageError",
  "ArchiveError",
  "SpiceError",
  "CompareError",
  "QueueError",
]);
const KNOWN_ERRORS: ReadonlySet<string> = new Set([
  ...USAGE_ERRORS,
  "ArchiveWriteError",
  "DoctorError",
  "ModelError",
  "ReproductionError",
  "StoppedError",
  "VerdictError",
]);
/** What file systems say when they take no more. */
const FULL_DISK: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** The options of `run` as they are read. */
type RunArguments = Omit<RunOptions, "timeLimit_s"> & { readonly timeLimit?: number };

/** The options of `cache clear` as they are read. */
type CacheClearArguments = Omit<CacheClearOptions, "olderThan_s"> & { readonly olderThan?: number };

/** Of every command that computes, and of those that look at what was kept. */
const CACHE_OPTION = [
  "--cache <folder>",
  "where results are kept for other runs (default: $NEUROFRONT_CACHE, else neurofront in ~/.cache)",
] as const;
const NO_CACHE_OPTION = ["--no-cache", "neither look up nor keep results"] as const;

/** The options of `shard` that `run` has not. */
interface ShardArguments {
  readonly part: string;
  readonly out: string;
}

/** Commands load what they need when they run, so that help is quick. */
async function catalog(options: PluginOptions, source?: string): Promise<Catalog> {
  return (await openedCatalog(options, source)).catalog;
}

async function openedCatalog(options: PluginOptions, source?: string): Promise<OpenedCatalog> {
  return (await import("./plugins/open-catalog.ts")).openPlugins(options, source);
}

/** The commands with their arguments, options and examples. */
export function buildProgram(terminal: Terminal): Command {
  const program = new Command("neurofront");
  program
    .description(
      "Design-space exploration for neuron devices: which technology gives the lowest energy-delay product at the accuracy a network needs.",
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out.write(text), writeErr: (text) => terminal.err.write(text) })
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      examples(
        "neurofront run studies/spin-vs-cmos.json",
        "neurofront list plugins",
        "neurofront explain out/spin-vs-cmos/archive.sqlite dwm/full",
      ),
    );

  takingPlugins(program.command("run"))
    .description("run a study (or go on with one that was stopped) and write archive, resolved form and report")
    .argument("<study>", "study file, or the resolved.json of an earlier run")
    .option("--out <folder>", "output folder (default: out/<study name>)")
    .option("--overwrite", "replace the archive of another study in the output folder")
    .option("--log <file>", "append events to this file, one JSON object a line")
    .option("--profile", "print at the end what the time was spent on")
    .addOption(progressOption())
    .addOption(asynchronousOption())
    .option("--queue <address>", "have workers compute that listen at redis://host:port (neurofront worker)")
    .option("--threads <count>", "threads that compute, 0 for none (default: where they pay, one a core)", wholeNumber)
    .option(
      "--time-limit <duration>",
      "longest time for one candidate, where threads compute (default: 600 s)",
      seconds,
    )
    .option(...CACHE_OPTION)
    .option(...NO_CACHE_OPTION)
    .addHelpText(
      "after",
      `${examples(
        "neurofront run studies/spin-vs-cmos.json",
        "neurofront run my-study.json --out out/try-2 --progress json",
        `neurofront run my-study.json --threads 8 --time-limit "30 s"`,
        "neurofront run my-study.json --asynchronous",
        "neurofront run my-study.json --queue redis://localhost:6379",
      )}\n${studyExample()}`,
    )
    .action(async (study: string, options: RunArguments & PluginOptions) => {
      const { runCommand } = await import("./commands/run.ts");
      const { openPlugins } = await import("./plugins/open-catalog.ts");
      const { timeLimit: timeLimit_s, ...others } = options;
      await runCommand(study, { ...others, timeLimit_s }, await openPlugins(options, study), terminal);
    });

  takingPlugins(program.command("worker"))
    .description("compute for the runs of a queue, on any machine that has the same neurofront and plugins")
    .requiredOption("--queue <address>", "Redis or Valkey: redis://host:port, or rediss://host:port for TLS")
    .option("--threads <count>", "candidates computed at a time (default: one a core)", wholeNumber)
    .option("--time-limit <duration>", "longest time for one candidate (default: 600 s)", seconds)
    .addHelpText(
      "after",
      examples(
        "neurofront worker --queue redis://localhost:6379",
        "neurofront worker --queue rediss://user:password@queue.example.org:6379 --threads 16",
      ),
    )
    .action(async (options: { queue: string; threads?: number; timeLimit?: number } & PluginOptions) => {
      const { workerCommand } = await import("./commands/worker.ts");
      const { openPlugins } = await import("./plugins/open-catalog.ts");
      const { queue, threads, timeLimit: timeLimit_s } = options;
      await workerCommand({ queue, threads, timeLimit_s }, await openPlugins(options), terminal);
    });

  takingPlugins(program.command("shard"))
    .description("run a part of the searches of a study, as one task of a job array; merge puts the parts together")
    .argument("<study>", "study file, or the resolved.json of an earlier run")
    .requiredOption("--part <k/n>", "which part of how many, from 1: 3/8")
    .requiredOption("--out <folder>", "folder of all parts; each has one of its own in it")
    .option("--threads <count>", "threads that compute, 0 for none (default: where they pay, one a core)", wholeNumber)
    .option(
      "--time-limit <duration>",
      "longest time for one candidate, where threads compute (default: 600 s)",
      seconds,
    )
    .addOption(asynchronousOption())
    .option(...CACHE_OPTION)
    .option(...NO_CACHE_OPTION)
    .addHelpText("after", examples("neurofront shard my-study.json --part 3/8 --out out/my-study"))
    .action(async (study: string, options: Omit<RunArguments, "out"> & ShardArguments & PluginOptions) => {
      const { shardCommand } = await import("./commands/shard.ts");
      const { openPlugins } = await import("./plugins/open-catalog.ts");
      const { threads, timeLimit: timeLimit_s, asynchronous, cache, part, out } = options;
      await shardCommand(
        study,
        { threads, timeLimit_s, asynchronous, cache, part, out },
        await openPlugins(options, study),
        terminal,
      );
    });

  program
    .command("merge")
    .description("put the parts of a study together that shard has run, into an archive like that of one run")
    .argument("<archive...>", "archive.sqlite of every part")
    .requiredOption("--out <folder>", "folder for the archive and the resolved form; must hold no archive")
    .addHelpText(
      "after",
      examples(
        "neurofront merge out/my-study/part-*/archive.sqlite --out out/my-study",
        "neurofront report out/my-study/archive.sqlite",
      ),
    )
    .action(async (archives: string[], options: { out: string }) => {
      const { mergeCommand } = await import("./commands/merge.ts");
      mergeCommand(archives, options.out, terminal);
    });

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
      const { cacheShowCommand } = await import("./commands/cache.ts");
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
      const { cacheClearCommand } = await import("./commands/cache.ts");
      cacheClearCommand({ ...others, olderThan_s }, terminal);
    });

  takingPlugins(program.command("doctor"))
    .description("look at everything that runs need, and say what to do where it is missing")
    .option("--out <folder>", "folder that runs would write into (default: out)")
    .addHelpText("after", examples("neurofront doctor", "neurofront doctor --out /scratch/runs"))
    .action(async (options: DoctorOptions & PluginOptions) => {
      const { doctorCommand } = await import("./commands/doctor.ts");
      await doctorCommand(options, () => catalog(options), terminal);
    });

  takingPlugins(program.command("validate"))
    .description("check a study without running it")
    .argument("<study>", "study file")
    .addHelpText("after", `${examples("neurofront validate my-study.json")}\n${studyExample()}`)
    .action(async (study: string, options: PluginOptions) => {
      const { validateCommand } = await import("./commands/validate.ts");
      await validateCommand(study, await catalog(options, study), terminal);
    });

  takingPlugins(program.command("list"))
    .description("show plugins, parameters [of a model], metrics, ledger lines, or discrepancies of the sources")
    .argument("<what>", "plugins | parameters | metrics | ledger | discrepancies")
    .argument("[model]", "a model's id, for parameters")
    .addHelpText(
      "after",
      examples("neurofront list plugins", "neurofront list parameters dwm-neuron", "neurofront list discrepancies"),
    )
    .action(async (what: string, model: string | undefined, options: PluginOptions) => {
      const { listCommand } = await import("./commands/list.ts");
      listCommand(what, model, await catalog(options), terminal);
    });

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
      const { explainCommand } = await import("./commands/explain.ts");
      explainCommand(archive, candidate, terminal);
    });

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
      const { whyNotCommand } = await import("./commands/why-not.ts");
      await whyNotCommand(archive, search, await openedCatalog(options), terminal);
    });

  takingPlugins(program.command("simulate"))
    .description("compute one device without a study: a view of it, or a sweep of one parameter")
    .argument("<model>", "a neuron, a synapse or an interconnect; alone, shows what it can be asked")
    .option("--view <view>", "what to look at, such as trajectory")
    .option("--sweep <name=low:high:count>", "what to sweep, also a list: name=value,value")
    .addOption(new Option("--scale <scale>", "spread of a sweep (default: as declared)").choices(["linear", "log"]))
    .option("--show <quantities>", "what the figure and the printed table show, with commas between")
    .option("--preset <name>", "parameter set to start from")
    .option("--set <name=value>", "value of a parameter of the device (repeatable)", collected)
    .option("--setting <name=value>", "value of a setting of the view (repeatable)", collected)
    .option("--operating <name=value>", "value of the circuit around the device (repeatable)", collected)
    .option("--temperature <value>", "the same as --operating temperature=... (default: 300 K)")
    .option("--input-voltage <value>", "the same as --operating inputVoltage=... (default: 100 mV)")
    .option("--out <folder>", "folder of table and figure (default: out/<model>)")
    .option("--json", "print one JSON object in place of text")
    .addHelpText(
      "after",
      `${examples(
        "neurofront simulate dwm-neuron",
        `neurofront simulate dwm-neuron --sweep switchingCurrent="1 uA:10 uA:50" --scale log --show energy,delay`,
        `neurofront simulate dwm-neuron --preset A --set length="40 nm" --temperature "350 K" --input-voltage "10 mV"`,
        `neurofront simulate ideal-neuron --view firing --setting span="5 uA" --out out/ideal`,
        `neurofront simulate paper-generic-memristor --sweep inputVoltage="10 mV:500 mV:30"`,
      )}\n\nTables are CSV (RFC 4180), figures SVG. A design without an answer is a row with a status and a reason.\n`,
    )
    .action(async (model: string, options: SimulateOptions & PluginOptions) => {
      const { simulateCommand } = await import("./commands/simulate.ts");
      await simulateCommand(model, withoutPlugins(options), await catalog(options), terminal);
    });

  takingPlugins(program.command("report"))
    .description("write the report of an archive again")
    .argument("<archive>", "archive.sqlite of a run")
    .option("--out <file>", "HTML file to write (default: report.html beside the archive)")
    .addHelpText("after", examples("neurofront report out/spin-vs-cmos/archive.sqlite"))
    .action(async (archive: string, options: { out?: string } & PluginOptions) => {
      const { reportCommand } = await import("./commands/report.ts");
      await reportCommand(archive, options.out, await openedCatalog(options), terminal);
    });

  program
    .command("repair")
    .description("write a copy of a damaged archive with all that is whole; a run goes on with it")
    .argument("<archive>", "archive.sqlite of a run; it is not changed")
    .option("--out <folder>", "folder of the copy (default: that of the archive with -repaired)")
    .addHelpText("after", examples("neurofront repair out/spin-vs-cmos/archive.sqlite"))
    .action(async (archive: string, options: RepairOptions) => {
      const { repairCommand } = await import("./commands/repair.ts");
      repairCommand(archive, options, terminal);
    });

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
      const { compareCommand } = await import("./commands/compare.ts");
      await compareCommand(archives, options, terminal);
    });

  takingPlugins(program.command("serve"))
    .description(
      "show the studies and archives of a folder as a live page, to look at, edit, run and stop; on this machine alone",
    )
    .argument("[folder]", "folder of studies and archives", ".")
    .option("--port <number>", "port of the loopback address (default: any that is free)", portNumber)
    .addHelpText("after", examples("neurofront serve", "neurofront serve my-studies --port 8080"))
    .action(async (folder: string, options: ServeOptions & PluginOptions) => {
      const { serveCommand } = await import("./commands/serve.ts");
      const { port, ...plugins } = options;
      await serveCommand(folder, port === undefined ? {} : { port }, plugins, await catalog(plugins), terminal);
    });

  const exported = program.command("export").description("write what an archive holds for other programs");
  takingPlugins(exported.command("spice"))
    .description("write a candidate as an ngspice netlist with a test bench")
    .argument("<archive>", "archive.sqlite of a run, or a study file for the first design of a search")
    .argument(
      "<candidate>",
      "technology/accounting/number, or technology/accounting for the best (of a study: the first)",
    )
    .option("--pattern <number>", "pattern of the workload that the rows show, from 0", wholeNumber, 0)
    .option("--layer <number>", "layer of the network, from 1", wholeNumber, 1)
    .option("--columns <count>", "how many columns of the array to write, from the first (default: all)", wholeNumber)
    .option("--out <file>", "netlist to write (default: beside the archive, named after the candidate)")
    .option("--overwrite", "replace the file if it exists")
    .addHelpText(
      "after",
      examples(
        "neurofront export spice out/spin-vs-cmos/archive.sqlite dwm/full",
        "neurofront export spice out/spin-vs-cmos/archive.sqlite latch/paper/17 --pattern 3 --columns 4 --out latch.cir",
        "neurofront export spice studies/spin-vs-cmos.json opamp/full --out opamp.cir",
      ),
    )
    .action(async (source: string, candidate: string, options: ExportSpiceOptions & PluginOptions) => {
      const { exportSpiceCommand } = await import("./commands/export-spice.ts");
      await exportSpiceCommand(source, candidate, options, await catalog(options, source), terminal);
    });

  for (const { kind, description, hasChoice, example } of FILE_EXPORTS) {
    const command = exported
      .command(kind)
      .description(description)
      .argument("<archive>", "archive.sqlite of a run")
      .option("--out <file>", "file to write (default: beside the archive)")
      .option("--overwrite", "replace the file if it exists");
    if (hasChoice)
      command.addOption(
        new Option("--only <which>", "the fronts alone in place of every candidate").choices(["front"]),
      );
    command.addHelpText("after", examples(...example)).action(async (archive: string, options: ExportFileOptions) => {
      const { exportFileCommand } = await import("./commands/export-file.ts");
      await exportFileCommand(kind, archive, options, terminal);
    });
  }

  for (const kind of ["svg", "pdf"] as const)
    takingPlugins(exported.command(kind))
      .description(`write every figure of the report as ${kind.toUpperCase()}, and the numbers behind each as CSV`)
      .argument("<archive>", "archive.sqlite of a run")
      .option("--out <folder>", "folder to write into (default: figures, beside the archive)")
      .option("--overwrite", "replace files that exist")
      .addHelpText("after", examples(`neurofront export ${kind} out/spin-vs-cmos/archive.sqlite --out figures`))
      .action(async (archive: string, options: ExportFiguresOptions & PluginOptions) => {
        const { exportFiguresCommand } = await import("./commands/export-figures.ts");
        await exportFiguresCommand(kind, archive, options, await openedCatalog(options, archive), terminal);
      });

  takingPlugins(exported.command("bundle"))
    .description("write study, archive, report, figures and tables as one bundle that can be run again")
    .argument("<archive>", "archive.sqlite of a run")
    .option("--out <place>", "a zip file, or a folder (default: bundle.zip beside the archive)")
    .option("--overwrite", "replace the bundle if it exists")
    .addHelpText(
      "after",
      examples(
        "neurofront export bundle out/spin-vs-cmos/archive.sqlite --out spin-vs-cmos.zip",
        "neurofront export bundle out/spin-vs-cmos/archive.sqlite --out bundle",
      ),
    )
    .action(async (archive: string, options: ExportBundleOptions & PluginOptions) => {
      const { exportBundleCommand } = await import("./commands/export-bundle.ts");
      await exportBundleCommand(archive, options, await openedCatalog(options, archive), terminal);
    });

  takingPlugins(program.command("reproduce"))
    .description("run the study of an archive or a bundle again, compare every number, and say what differs")
    .argument("<archive>", "archive.sqlite of a run, or zip file or folder of neurofront export bundle")
    .option("--out <folder>", "folder that keeps the archive of the new run")
    .option("--threads <count>", "threads that compute, 0 for none (default: where they pay, one a core)", wholeNumber)
    .addOption(progressOption())
    .addHelpText(
      "after",
      `${examples(
        "neurofront reproduce out/spin-vs-cmos/archive.sqlite",
        "neurofront reproduce spin-vs-cmos.zip --threads 4",
      )}\n\nA search that was made asynchronously is repeated in the order that its archive holds.\n`,
    )
    .action(async (archive: string, options: ReproduceOptions & PluginOptions) => {
      const { reproduceCommand } = await import("./commands/reproduce.ts");
      const { openPlugins } = await import("./plugins/open-catalog.ts");
      const { isArchiveFile } = await import("./is-archive-file.ts");
      const opened = await openPlugins(options, isArchiveFile(archive) ? archive : undefined);
      await reproduceCommand(archive, options, opened, terminal);
    });

  program
    .command("new-plugin")
    .description("write a plugin that works, to put your own equations in")
    .argument("<name>", "small letters, digits and hyphens, such as my-neuron")
    .addOption(
      new Option("--role <role>", "what it is in a network")
        .choices(["neuron", "synapse", "interconnect", "workload", "optimizer"])
        .makeOptionMandatory(),
    )
    .option("--into <folder>", "where to make its folder (default: plugins/ if there is one, else here)")
    .addHelpText(
      "after",
      examples(
        "neurofront new-plugin my-neuron --role neuron",
        "neurofront new-plugin my-device --role synapse --into lab",
      ),
    )
    .action(async (name: string, options: NewPluginOptions) => {
      const { newPluginCommand } = await import("./commands/new-plugin.ts");
      newPluginCommand(name, options, terminal);
    });

  program
    .command("check-plugin")
    .description("run the conformance kit on a plugin and print a verdict; this runs its code")
    .argument("<plugin>", "its folder, its module, or the name of a package")
    .option("--json", "print one JSON object in place of text")
    .option("--short-searches", "for optimizers that think long about a proposal")
    .addHelpText(
      "after",
      examples("neurofront check-plugin ./my-neuron", "neurofront check-plugin neurofront-stno --json"),
    )
    .action(async (plugin: string, options: CheckPluginOptions) => {
      const { checkPluginCommand } = await import("./commands/check-plugin.ts");
      await checkPluginCommand(plugin, options, terminal);
    });

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
      const { schemaCommand } = await import("./commands/schema.ts");
      schemaCommand(options, await catalog(options, options.study), terminal);
    });

  return program;
}

/** The options by which a person lets in plugins that do not ship. */
function takingPlugins(command: Command): Command {
  return command
    .option("--plugin <name>", "load a plugin, by its path or its package, such as ./my-neuron (repeatable)", collected)
    .option(
      "--config <file>",
      "plugins to load (default: neurofront.config.json, from the study up to the project's root)",
    )
    .option("--allow-plugins", "let the study load the plugins it names; their code runs");
}

/** The options of the command itself. */
function withoutPlugins<Options extends object>(options: Options & PluginOptions): Options {
  const own: Partial<Options & PluginOptions> = { ...options };
  for (const name of ["plugin", "config", "allowPlugins"] as const) delete own[name];
  return own as Options;
}

/** Exports that are one file. */
const FILE_EXPORTS: readonly {
  readonly kind: FileKind;
  readonly description: string;
  /** Whether it may hold the fronts alone. */
  readonly hasChoice: boolean;
  readonly example: readonly string[];
}[] = [
  {
    kind: "csv",
    description: "write every candidate as CSV, units in the head",
    hasChoice: true,
    example: [
      "neurofront export csv out/spin-vs-cmos/archive.sqlite",
      "neurofront export csv out/spin-vs-cmos/archive.sqlite --only front --out front.csv",
    ],
  },
  {
    kind: "json",
    description: "write the resolved study and every whole candidate as JSON",
    hasChoice: true,
    example: ["neurofront export json out/spin-vs-cmos/archive.sqlite --only front"],
  },
  {
    kind: "parquet",
    description: "write every candidate as Parquet, units in the metadata of the columns",
    hasChoice: true,
    example: ["neurofront export parquet out/spin-vs-cmos/archive.sqlite --out candidates.parquet"],
  },
  {
    kind: "latex",
    description: "write the best designs as LaTeX tables for booktabs and siunitx",
    hasChoice: false,
    example: ["neurofront export latex out/spin-vs-cmos/archive.sqlite --out best-designs.tex"],
  },
  {
    kind: "bibtex",
    description: "write what the models and data cite as BibTeX",
    hasChoice: false,
    example: ["neurofront export bibtex out/spin-vs-cmos/archive.sqlite"],
  },
];

function asynchronousOption(): Option {
  return new Option(
    "--asynchronous",
    "search without batches, for candidates that take very different times; what is found then depends on these times",
  );
}

function progressOption(): Option {
  return new Option("--progress <form>", "how to tell progress (default: bar on a terminal, plain elsewhere)").choices([
    "bar",
    "plain",
    "json",
  ]);
}

/** A study to begin with. */
function studyExample(): string {
  return `\nA complete study:\n\n${MINIMAL_STUDY}`;
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
