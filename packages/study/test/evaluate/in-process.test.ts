import { Archive } from "@neurofront/archive";
import { beforeAll, describe, expect, it } from "vitest";
import { inProcessEvaluator } from "../../src/evaluate/in-process.ts";
import type { RunnableStudy } from "../../src/resolve.ts";
import { runStudy } from "../../src/run.ts";
import { assessor } from "../../src/run/assessor.ts";
import type { AssessmentRequest } from "../../src/run/work.ts";
import { searchesOf } from "../../src/search-start.ts";
import { searchSpace } from "../../src/space.ts";
import { smallRunnable } from "../run/small-run.ts";

let runnable: RunnableStudy;
let requests: readonly AssessmentRequest[];
beforeAll(async () => {
  runnable = await smallRunnable({});
  const { name, technology, accounting } = searchesOf(runnable.resolved)[0]!;
  requests = Array.from({ length: 6 }, (_, candidate) => ({
    search: name,
    technology: technology.name,
    accounting,
    candidate,
    design: searchSpace(technology).decode([candidate / 6, 0.5]),
    chips: { from: 0, to: candidate },
  }));
});

describe("computing in this process", () => {
  it("answers in the order of the requests", async () => {
    const answers = await inProcessEvaluator(runnable).evaluate(requests);
    expect(answers).toEqual(requests.map((request) => assessor(runnable)(request)));
    expect(answers.map(({ chips }) => chips.clean.length)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("lets the program live, and stops at its word in the midst of a list", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 30);
    const endless = Array.from({ length: 200_000 }, () => requests[5]!);
    await expect(inProcessEvaluator(runnable).evaluate(endless, { signal: controller.signal })).rejects.toBe(reason);
  });
});

describe("a run that is stopped by a signal", () => {
  const reason = new Error("enough");

  it("keeps what was assessed before", async () => {
    const archive = Archive.create(":memory:", runnable.resolved);
    const controller = new AbortController();
    const running = runStudy(runnable, archive, ({ done }) => done === 100 && controller.abort(reason), {
      signal: controller.signal,
    });
    await expect(running).rejects.toBe(reason);
    expect(archive.candidates()).toHaveLength(100);
    archive.close();
  });

  it("does not begin when the signal has fired", async () => {
    const archive = Archive.create(":memory:", runnable.resolved);
    const told: unknown[] = [];
    const running = runStudy(runnable, archive, (progress) => told.push(progress), {
      signal: AbortSignal.abort(reason),
    });
    await expect(running).rejects.toBe(reason);
    expect(told).toEqual([]);
    archive.close();
  });
});
