import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { ResultCache, cacheFile } from "../src/index.ts";
import { madeResult } from "./made-results.ts";

const patience_ms = 60_000;
const folder = mkdtempSync(join(tmpdir(), "neurofront-cache-processes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const script = join(import.meta.dirname, "busy-process.ts");

interface BusyProcess {
  readonly child: ChildProcess;
  readonly atWork: Promise<unknown>;
  readonly ended: Promise<string>;
}

/** A process that keeps and reads results without end. A limit on the size of files, in KiB, stands for a full disk. */
function busyProcess(first: number, fileLimit_KiB?: number): BusyProcess {
  const args = [script, folder, String(first)];
  const child =
    fileLimit_KiB === undefined
      ? spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] })
      : // The signal of the limit is ignored, and stays so: writing fails instead.
        spawn("bash", ["-c", `trap '' XFSZ; ulimit -f ${fileLimit_KiB}; exec "$0" "$@"`, process.execPath, ...args], {
          stdio: ["ignore", "pipe", "pipe"],
        });
  let said = "";
  const { promise: atWork, resolve } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => {
      said += piece.toString();
      if (said.includes("at work")) resolve();
    });
  const ended = new Promise<string>((settle) => child.on("close", () => settle(said)));
  return { child, ended, atWork: Promise.race([atWork, ended]) };
}

/** What in the file is not what was kept. */
function damagesOf(): unknown[] {
  const database = new DatabaseSync(cacheFile(folder));
  const [check] = Object.values(database.prepare("PRAGMA integrity_check").get()!);
  database.close();
  const cache = new ResultCache(folder);
  const wrong = Array.from({ length: 600 }, (_, number) => number).filter((number) => {
    const found = cache.read(madeResult(number).key);
    return found !== undefined && Buffer.compare(found, madeResult(number).bytes) !== 0;
  });
  const { groups } = cache.contents();
  cache.close();
  return check === "ok" && groups[0]!.results > 0 ? wrong : [check, ...wrong];
}

it(
  "processes that write at once, killed at any moment, leave a whole file and never read what was not kept",
  async () => {
    for (let round = 0; round < 4; round++) {
      const processes = [busyProcess(100 * round), busyProcess(100 * round + 50)];
      await Promise.all(processes.map(({ atWork }) => atWork));
      await delay(20 + 45 * round);
      for (const { child } of processes) child.kill("SIGKILL");
      expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual(["at work\n", "at work\n"]);
      expect(damagesOf()).toEqual([]);
    }
  },
  patience_ms,
);

it(
  "on a full disk results are not kept, which is told once",
  async () => {
    rmSync(cacheFile(folder), { force: true });
    const full = busyProcess(0, 64);
    await full.atWork;
    await delay(100);
    full.child.kill("SIGKILL");
    const said = await full.ended;
    expect(said.match(/trouble: results are not kept for other runs/gu)).toHaveLength(1);
    expect(said).toContain("at work");
  },
  patience_ms,
);
