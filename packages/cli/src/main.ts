import { CommanderError } from "commander";
import { buildProgram } from "./command-line/program.ts";
import { StoppedError } from "./stop-signals.ts";
import { processTerminal } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";

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
