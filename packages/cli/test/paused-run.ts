import { existsSync, readFileSync, readdirSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";

const LOOK_MS = 2;

/**
 * Pause the process that runs a study as soon as its archive holds a batch: it is certainly in the middle of its search, and takes no
 * processor time.
 *
 * @param study path that stands in its command
 * @returns how to let it go on
 */
export async function pausedRun(study: string, archive: string): Promise<() => void> {
  while (saved(archive) === 0) await setTimeout(LOOK_MS);
  const pid = processOf(study);
  process.kill(pid, "SIGSTOP");
  return () => void process.kill(pid, "SIGCONT");
}

function saved(archive: string): number {
  if (!existsSync(archive)) return 0;
  try {
    const database = new DatabaseSync(archive, { readOnly: true });
    try {
      return database.prepare("SELECT count(*) AS count FROM candidate").get()!["count"] as number;
    } finally {
      database.close();
    }
  } catch {
    // It is being made.
    return 0;
  }
}

function processOf(argument: string): number {
  const found = readdirSync("/proc").find((name) => /^\d+$/u.test(name) && commandOf(name).includes(argument));
  if (found === undefined) throw new Error(`no process was started with ${argument}`);
  return Number(found);
}

function commandOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    // It has ended.
    return [];
  }
}
