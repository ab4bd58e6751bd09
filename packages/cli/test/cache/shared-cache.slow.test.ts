import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ResultCache } from "@neurofront/cache";
import { beforeAll, describe, expect, it } from "vitest";
import { runStudy } from "../../src/index.ts";
import type { StudyFile } from "../../src/index.ts";
import { archiveContents } from "../evaluate/archive-contents.ts";
import { redisServer, withoutRedis } from "../evaluate/redis-server.ts";
import { testFolder } from "../test-folder.ts";
import { slowPlugin, slowStudy } from "./slow-plugin.ts";

const BIN = join(import.meta.dirname, "../../bin/neurofront.js");
const patience_ms = 120_000;
const folder = testFolder();
const at = (...path: readonly string[]): string => join(folder, ...path);
const plugin = at("slow.mjs");
/** Sixteen candidates searched, one fixed; one of either verified by chips. */
const ASSESSED = 16 + 1 + 2;

/** A run of the study, without a report, in a process of its own. */
function startRun(
  name: string,
  cache: string,
  threads = 0,
): { readonly child: ChildProcess; readonly ended: Promise<unknown[]> } {
  const study = at(`${name}.json`);
  writeFileSync(study, JSON.stringify(slowStudy()));
  const options = ["--part", "1/1", "--plugin", plugin, "--threads", String(threads), "--cache", at(cache)];
  const child = spawn(process.execPath, [BIN, "shard", study, "--out", at(name), ...options], { stdio: "ignore" });
  return { child, ended: once(child, "close") };
}

const rowsOf = (name: string) => archiveContents(at(name, "part-1", "archive.sqlite"));

/** Assessments in a cache, and how often they were found. */
function keptIn(name: string): { readonly results: number; readonly hits: number } {
  const cache = new ResultCache(at(name));
  const found = cache.contents().groups.find(({ kind }) => kind === "assessment");
  cache.close();
  return { results: found?.results ?? 0, hits: found?.hits ?? 0 };
}

let expected: Record<string, unknown[]>;
beforeAll(async () => {
  writeFileSync(plugin, slowPlugin());
  mkdirSync(at("alone"));
  await runStudy(slowStudy() as StudyFile, { plugins: [plugin], threads: 0, out: at("alone", "part-1") }).result;
  expected = rowsOf("alone");
}, patience_ms);

describe("runs that share a cache", () => {
  it(
    "at once write the archive of a run without, and keep everything once",
    async () => {
      const runs = ["one", "two"].map((name) => startRun(name, "at-once"));
      expect((await Promise.all(runs.map(({ ended }) => ended))).map(([code]) => code)).toEqual([0, 0]);
      expect([rowsOf("one"), rowsOf("two")]).toEqual([expected, expected]);
      expect(keptIn("at-once").results).toBe(ASSESSED);
    },
    patience_ms,
  );

  it(
    "compute on threads what they do not find, and find what the main thread of another has computed",
    async () => {
      await startRun("main", "threads", 0).ended;
      expect(keptIn("threads")).toEqual({ results: ASSESSED, hits: 0 });
      await startRun("threaded", "threads", 2).ended;
      expect(keptIn("threads")).toEqual({ results: ASSESSED, hits: ASSESSED });
      await startRun("cold-threads", "cold-threads", 2).ended;
      expect(keptIn("cold-threads")).toEqual({ results: ASSESSED, hits: 0 });
      for (const name of ["main", "threaded", "cold-threads"]) expect(rowsOf(name), name).toEqual(expected);
    },
    patience_ms,
  );

  it(
    "and are killed at any moment leave a cache with which the next one writes the same",
    async () => {
      for (let kill = 0; kill < 4; kill++) {
        const { child, ended } = startRun("killed", "killed");
        while (!existsSync(at("killed", "results-1.sqlite-wal"))) await delay(5);
        await delay(60 * kill);
        child.kill("SIGKILL");
        await ended;
      }
      const [code] = await startRun("after", "killed").ended;
      expect(code).toBe(0);
      expect(rowsOf("after")).toEqual(expected);
      expect(keptIn("killed").results).toBe(ASSESSED);
    },
    patience_ms,
  );
});

describe.skipIf(withoutRedis)("a run with a queue", () => {
  it(
    "finds what workers have answered before, without any worker, and nothing that was computed here",
    async () => {
      mkdirSync(at("redis"));
      const server = await redisServer(at("redis"));
      await server.start();
      const queue = `redis://127.0.0.1:${server.port}/0`;
      const worker = spawn(process.execPath, [BIN, "worker", "--queue", queue, "--threads", "1", "--plugin", plugin]);
      try {
        const run = (name: string, where: { readonly queue: string } | { readonly threads: number }) =>
          runStudy(slowStudy() as StudyFile, {
            plugins: [plugin],
            cache: at("queue-cache"),
            out: at(name, "part-1"),
            ...where,
          }).result;
        for (const name of ["here", "first", "second"]) mkdirSync(at(name));
        await run("here", { threads: 0 });
        expect(keptIn("queue-cache")).toEqual({ results: ASSESSED, hits: 0 });
        await run("first", { queue });
        expect(keptIn("queue-cache")).toEqual({ results: 2 * ASSESSED, hits: 0 });
        worker.kill("SIGKILL");
        await once(worker, "close");
        await run("second", { queue });
        expect(keptIn("queue-cache")).toEqual({ results: 2 * ASSESSED, hits: ASSESSED });
        for (const name of ["here", "first", "second"]) expect(rowsOf(name), name).toEqual(expected);
      } finally {
        worker.kill("SIGKILL");
        await server.kill();
      }
    },
    patience_ms,
  );
});
