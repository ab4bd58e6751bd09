import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { inProcessEvaluator, runStudy } from "@neurofront/study";
import type { Evaluator, RunnableStudy } from "@neurofront/study";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WITHOUT_CACHE } from "../../src/cache/open-cache.ts";
import { searchObserver } from "../../src/evaluate/search-observer.ts";
import { studyThreads } from "../../src/evaluate/study-threads.ts";
import { archiveContents } from "./archive-contents.ts";
import { optimizers, runnableFor } from "./study-for-optimizer.ts";

let folder = "";

/** Every row of every table. */
async function contentsBy(
  runnable: RunnableStudy,
  evaluator: Evaluator,
  name: string,
): Promise<Record<string, unknown[]>> {
  const path = join(folder, `${name}.sqlite`);
  const archive = Archive.create(path, runnable.resolved);
  await runStudy(runnable, archive, () => undefined, { evaluator });
  archive.close();
  return archiveContents(path);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-threads-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the archive is the same, row by row, whoever computes: in this process, 1, 2, and 4 threads", () => {
  const threads = new Map<number, Evaluator>();
  beforeAll(async () => {
    // The assessment of a candidate does not depend on the optimizer, so one study's threads serve for all.
    const runnable = await runnableFor(optimizers[0]!);
    for (const count of [1, 2, 4]) threads.set(count, await studyThreads(runnable, [], count, {}));
  }, 300_000);
  afterAll(async () => {
    for (const evaluator of threads.values()) await evaluator.close();
  });

  it.each(optimizers)("with $id", { timeout: 300_000 }, async (optimizer) => {
    const runnable = await runnableFor(optimizer);
    const here = await contentsBy(runnable, inProcessEvaluator(runnable), optimizer.id);
    expect(here["candidate"]!.length).toBeGreaterThanOrEqual(52);
    for (const [count, evaluator] of threads)
      expect(await contentsBy(runnable, evaluator, `${optimizer.id}-${count}`)).toEqual(here);
  });
});

describe("the archive is the same, row by row, when two threads do a search each", () => {
  it.each(optimizers)("with $id", { timeout: 300_000 }, async (optimizer) => {
    const runnable = await runnableFor(optimizer, {}, ["paper", "full"]);
    const here = await contentsBy(runnable, inProcessEvaluator(runnable), `${optimizer.id}-here`);
    expect(here["candidate"]!.length).toBeGreaterThanOrEqual(104);
    // The optimizer runs in the threads as well, so each has its own.
    const evaluator = await studyThreads(runnable, [], 2, {}, searchObserver(WITHOUT_CACHE));
    try {
      const ends: boolean[] = [];
      const threadsOf = evaluator.searchers!;
      const searchers: Evaluator["searchers"] = {
        count: threadsOf.count,
        async search(call) {
          const isDone = await threadsOf.search(call);
          ends.push(isDone);
          return isDone;
        },
      };
      expect(await contentsBy(runnable, { ...evaluator, searchers }, `${optimizer.id}-beside`)).toEqual(here);
      expect(ends).toEqual([true, true]);
    } finally {
      await evaluator.close();
    }
  });
});
