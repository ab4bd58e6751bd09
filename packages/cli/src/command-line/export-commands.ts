import { Option } from "commander";
import type { Command } from "commander";
import type { ExportBundleOptions } from "../commands/export-bundle.ts";
import type { ExportFiguresOptions } from "../commands/export-figures.ts";
import type { ExportFileOptions, FileKind } from "../commands/export-file.ts";
import type { ExportSpiceOptions } from "../commands/export-spice.ts";
import type { PluginOptions } from "../plugins/gather-plugins.ts";
import type { Terminal } from "../terminal.ts";
import { catalog, openedCatalog } from "./asked-catalog.ts";
import { examples } from "./help-text.ts";
import { wholeNumber } from "./option-values.ts";
import { takingPlugins } from "./shared-options.ts";

/** `neurofront export`. */
export function addExport(program: Command, terminal: Terminal): void {
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
      const { exportSpiceCommand } = await import("../commands/export-spice.ts");
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
      const { exportFileCommand } = await import("../commands/export-file.ts");
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
        const { exportFiguresCommand } = await import("../commands/export-figures.ts");
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
      const { exportBundleCommand } = await import("../commands/export-bundle.ts");
      await exportBundleCommand(archive, options, await openedCatalog(options, archive), terminal);
    });
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
