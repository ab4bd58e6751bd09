import { execFile } from "node:child_process";
import { join } from "node:path";

const command = join(import.meta.dirname, "../bin/neurofront.js");

/** Run the command in a process of its own, as a person would: plugins are loaded by Node itself. */
export function runNeurofront(
  args: readonly string[],
  cwd: string,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], { cwd, maxBuffer: 2 ** 26 }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}
