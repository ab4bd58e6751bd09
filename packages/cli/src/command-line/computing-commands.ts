import type { Command } from "commander";
import type { DoctorOptions } from "../commands/doctor.ts";
import type { ReproduceOptions } from "../commands/reproduce.ts";
import type { RunOptions } from "../commands/run.ts";
import type { PluginOptions } from "../plugins/gather-plugins.ts";
import type { Terminal } from "../terminal.ts";
import { catalog } from "./asked-catalog.ts";
import { examples, studyExample } from "./help-text.ts";
import { seconds, wholeNumber } from "./option-values.ts";
import { CACHE_OPTION, NO_CACHE_OPTION, asynchronousOption, progressOption, takingPlugins } from "./shared-options.ts";

/** The options of `run` as they are read. */
type RunArguments = Omit<RunOptions, "timeLimit_s"> & { readonly timeLimit?: number };

/** The options of `shard` that `run` has not. */
interface ShardArguments {
  readonly part: string;
  readonly out: string;
}

/** `neurofront run`. */
export function addRun(program: Command, terminal: Terminal): void {
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
      const { runCommand } = await import("../commands/run.ts");
      const { openPlugins } = await import("../plugins/open-catalog.ts");
      const { timeLimit: timeLimit_s, ...others } = options;
      await runCommand(study, { ...others, timeLimit_s }, await openPlugins(options, study), terminal);
    });
}

/** `neurofront worker`. */
export function addWorker(program: Command, terminal: Terminal): void {
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
      const { workerCommand } = await import("../commands/worker.ts");
      const { openPlugins } = await import("../plugins/open-catalog.ts");
      const { queue, threads, timeLimit: timeLimit_s } = options;
      await workerCommand({ queue, threads, timeLimit_s }, await openPlugins(options), terminal);
    });
}

/** `neurofront shard`. */
export function addShard(program: Command, terminal: Terminal): void {
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
      const { shardCommand } = await import("../commands/shard.ts");
      const { openPlugins } = await import("../plugins/open-catalog.ts");
      const { threads, timeLimit: timeLimit_s, asynchronous, cache, part, out } = options;
      await shardCommand(
        study,
        { threads, timeLimit_s, asynchronous, cache, part, out },
        await openPlugins(options, study),
        terminal,
      );
    });
}

/** `neurofront merge`. */
export function addMerge(program: Command, terminal: Terminal): void {
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
      const { mergeCommand } = await import("../commands/merge.ts");
      mergeCommand(archives, options.out, terminal);
    });
}

/** `neurofront reproduce`. */
export function addReproduce(program: Command, terminal: Terminal): void {
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
      const { reproduceCommand } = await import("../commands/reproduce.ts");
      const { openPlugins } = await import("../plugins/open-catalog.ts");
      const { isArchiveFile } = await import("../is-archive-file.ts");
      const opened = await openPlugins(options, isArchiveFile(archive) ? archive : undefined);
      await reproduceCommand(archive, options, opened, terminal);
    });
}

/** `neurofront doctor`. */
export function addDoctor(program: Command, terminal: Terminal): void {
  takingPlugins(program.command("doctor"))
    .description("look at everything that runs need, and say what to do where it is missing")
    .option("--out <folder>", "folder that runs would write into (default: out)")
    .addHelpText("after", examples("neurofront doctor", "neurofront doctor --out /scratch/runs"))
    .action(async (options: DoctorOptions & PluginOptions) => {
      const { doctorCommand } = await import("../commands/doctor.ts");
      await doctorCommand(options, () => catalog(options), terminal);
    });
}
