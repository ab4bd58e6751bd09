import { Command } from "commander";
import type { Terminal } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { addCompare, addExplain, addRepair, addReport, addServe, addWhyNot } from "./archive-commands.ts";
import { addCache } from "./cache-commands.ts";
import { addDoctor, addMerge, addReproduce, addRun, addShard, addWorker } from "./computing-commands.ts";
import { addExport } from "./export-commands.ts";
import { examples } from "./help-text.ts";
import { addCheckPlugin, addList, addNewPlugin, addSimulate } from "./model-commands.ts";
import { addSchema, addValidate } from "./study-commands.ts";

/** In the order of the help. */
const COMMANDS: readonly ((program: Command, terminal: Terminal) => void)[] = [
  addRun,
  addWorker,
  addShard,
  addMerge,
  addCache,
  addDoctor,
  addValidate,
  addList,
  addExplain,
  addWhyNot,
  addSimulate,
  addReport,
  addRepair,
  addCompare,
  addServe,
  addExport,
  addReproduce,
  addNewPlugin,
  addCheckPlugin,
  addSchema,
];

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
  for (const add of COMMANDS) add(program, terminal);
  return program;
}
