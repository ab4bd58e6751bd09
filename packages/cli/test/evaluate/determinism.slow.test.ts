import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { inProcessEvaluator, runStudy } from "@neurofront/study";
import type { Evaluator, RunnableStudy } from "@neurofront/study";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

describe("the archive is the same, row by row, whoever computes: in this process, 1, 2, and 4 threads", () => {
  const threads = new Map<number, Evaluator>();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "neurofront-threads-"));
    // The assessment of a candidate does not depend on the optimizer, so one study's threads serve for all.
    const runnable = await runnableFor(optimizers[0]!);
    for (const count of [1, 2, 4]) threads.set(count, await studyThreads(runnable, [], count, {}));
  }, 300_000);
  afterAll(async () => {
    for (const evaluator of threads.values()) await evaluator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(optimizers)("with $id", { timeout: 300_000 }, async (optimizer) => {
    const runnable = await runnableFor(optimizer);
    const here = await contentsBy(runnable, inProcessEvaluator(runnable), optimizer.id);
    expect(here["candidate"]!.length).toBeGreaterThanOrEqual(52);
    for (const [count, evaluator] of threads)
      expect(await contentsBy(runnable, evaluator, `${optimizer.id}-${count}`)).toEqual(here);
  });
});
