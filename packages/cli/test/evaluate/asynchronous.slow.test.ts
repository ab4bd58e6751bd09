import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { randomAt } from "@neurofront/core";
import { inProcessEvaluator, runStudy, searchesOf } from "@neurofront/study";
import type { Evaluator, RunnableStudy } from "@neurofront/study";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scriptedEvaluator } from "../../../study/test/run/scripted-evaluator.ts";
import { studyThreads } from "../../src/evaluate/study-threads.ts";
import { archiveContents } from "./archive-contents.ts";
import { optimizers, runnableFor } from "./study-for-optimizer.ts";

const patience_ms = 300_000;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-asynchronous-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every row of every table. */
type Contents = Record<string, unknown[]>;

/** Go on with an archive, until it has been told of so many candidates. */
async function goOn(path: string, runnable: RunnableStudy, evaluator: Evaluator, most = Infinity): Promise<void> {
  const archive = Archive.open(path, "write");
  const limited = new Proxy(archive, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...given: unknown[]): unknown => {
        if (name === "append" && target.firstJudged().length >= most) throw new Error("killed");
        return Reflect.apply(member, target, given) as unknown;
      };
    },
  });
  try {
    await runStudy(runnable, limited, () => undefined, { evaluator, asynchronous: true });
  } finally {
    archive.close();
  }
}

/** The contents of an archive that repeats the order of another. */
async function repeated(path: string, runnable: RunnableStudy, evaluator: Evaluator): Promise<Contents> {
  const [original, again] = [Archive.open(path), `${path}-again`];
  const archive = Archive.create(again, runnable.resolved);
  for (const { name } of searchesOf(runnable.resolved)) archive.append([], [], original.schedule(name));
  original.close();
  await runStudy(runnable, archive, () => undefined, { evaluator });
  archive.close();
  const contents = archiveContents(again);
  rmSync(again);
  return contents;
}

describe("an asynchronous search whose answers come in any order, killed and resumed, is repeated row by row", () => {
  it.each(optimizers.map((optimizer, number) => [optimizer.id, optimizer, number] as const))(
    "with %s",
    async (id, optimizer, number) => {
      // Models that propose one at a time, unless told otherwise, propose beside others that wait.
      const settings = "pendingProposals" in optimizer.parameters ? { pendingProposals: 3 } : {};
      const runnable = await runnableFor(optimizer, settings);
      const path = join(folder, `${id}.sqlite`);
      Archive.create(path, runnable.resolved).close();
      const most = 1 + randomAt(number, "kill").integer(50);
      await expect(goOn(path, runnable, scriptedEvaluator(runnable, 5, number), most)).rejects.toThrow("killed");
      expect(archiveContents(path)["candidate"]).toHaveLength(most);
      await goOn(path, runnable, scriptedEvaluator(runnable, 3, number + 100));
      const contents = archiveContents(path);
      expect(contents["candidate"]!.length).toBeGreaterThanOrEqual(52);
      expect(await repeated(path, runnable, inProcessEvaluator(runnable))).toEqual(contents);
    },
    patience_ms,
  );
});

it(
  "an asynchronous search on two threads is repeated in this process and on threads",
  async () => {
    const optimizer = optimizers.find(({ id }) => id === "random-search")!;
    const runnable = await runnableFor(optimizer);
    const two = await studyThreads(runnable, [], 2, {});
    try {
      const path = join(folder, "threads.sqlite");
      Archive.create(path, runnable.resolved).close();
      await goOn(path, runnable, two);
      const contents = archiveContents(path);
      expect(contents["schedule"]![0]).toMatchObject({ told: null, asked: 4 });
      for (const evaluator of [inProcessEvaluator(runnable), two])
        expect(await repeated(path, runnable, evaluator)).toEqual(contents);
    } finally {
      await two.close();
    }
  },
  patience_ms,
);
