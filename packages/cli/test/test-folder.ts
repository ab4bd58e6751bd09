import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const NAME = "neurofront-cli-";

/**
 * A folder of its own for a test file, which goes with its tests. What was left by tests that were killed, or made by a run that
 * outlived its tests, goes when a later test asks for a folder.
 */
export function testFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(NAME) ? Number(name.slice(NAME.length).split("-")[0]) : Number.NaN;
    if (pid > 0 && !isRunning(pid)) remove(join(tmpdir(), name));
  }
  const folder = mkdtempSync(join(tmpdir(), `${NAME}${process.pid}-`));
  afterAll(() => remove(folder));
  return folder;
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One of another user runs as well.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
