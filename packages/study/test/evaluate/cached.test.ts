import { Archive } from "@neurofront/archive";
import type { ScheduleStep } from "@neurofront/core";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { cachedEvaluator } from "../../src/evaluate/cached.ts";
import type { Evaluator } from "../../src/evaluate/evaluator.ts";
import { inProcessEvaluator } from "../../src/evaluate/in-process.ts";
import type { RunnableStudy } from "../../src/resolve.ts";
import { runStudy } from "../../src/run.ts";
import { failedAnswer } from "../../src/run/model-failure.ts";
import type { AssessmentRequest } from "../../src/run/work.ts";
import { searchesOf } from "../../src/search-start.ts";
import { searchSpace } from "../../src/space.ts";
import { memoryStore } from "../memory-store.ts";
import type { MemoryStore } from "../memory-store.ts";
import { scriptedEvaluator } from "../run/scripted-evaluator.ts";
import { CHIP_STUDIES, noisyTechnologies, smallRunnable } from "../run/small-run.ts";

const COMPUTER = "neurofront 1, V8 1, linux-x64";
let runnable: RunnableStudy;
beforeAll(async () => {
  runnable = await smallRunnable({ technologies: noisyTechnologies });
});

function requests(of: RunnableStudy, count: number, chips = { from: 0, to: 0 }): AssessmentRequest[] {
  const { name, technology, accounting } = searchesOf(of.resolved)[0]!;
  return Array.from({ length: count }, (_, candidate) => ({
    search: name,
    technology: technology.name,
    accounting,
    candidate,
    design: searchSpace(technology).decode([candidate / count, 0.5, 0.5]),
    chips,
  }));
}

/** An evaluator that tells which candidates it was asked for, and waits for each. */
function watched(of: RunnableStudy, wait_ms = 0): Evaluator & { readonly asked: number[][] } {
  const inner = inProcessEvaluator(of);
  const asked: number[][] = [];
  return {
    asked,
    async evaluate(list, options) {
      asked.push(list.map(({ candidate }) => candidate));
      const end_ms = performance.now() + wait_ms * list.length;
      while (performance.now() < end_ms);
      return inner.evaluate(list, options);
    },
    slots: () => 1,
    close: () => inner.close(),
  };
}

const cached = (store: MemoryStore, inner: Evaluator, worth_ms = 0, of = runnable) =>
  cachedEvaluator(of, inner, { store, computer: COMPUTER, worth_ms });

describe("an evaluator with a store", () => {
  it("computes only what it does not find, as one batch in the order of the requests", async () => {
    const store = memoryStore();
    const all = requests(runnable, 6);
    const expected = await inProcessEvaluator(runnable).evaluate(all);
    const first = watched(runnable);
    expect(await cached(store, first).evaluate([all[4]!, all[1]!])).toStrictEqual([expected[4], expected[1]]);
    const second = watched(runnable);
    const evaluator = cached(store, second);
    expect(await evaluator.evaluate(all)).toStrictEqual(expected);
    expect(await evaluator.evaluate(all)).toStrictEqual(expected);
    expect([first.asked, second.asked]).toEqual([[[4, 1]], [[0, 2, 3, 5]]]);
    expect(evaluator.use).toEqual({ found: 8, computed: 4, stored: 4 });
  });

  it("computes again what is not an answer, and keeps that", async () => {
    const store = memoryStore();
    const all = requests(runnable, 3, { from: 0, to: 2 });
    const expected = await cached(store, watched(runnable)).evaluate(all);
    const [damaged] = [...store.results.values()];
    store.results.set(damaged!.key, { ...damaged!, bytes: Uint8Array.of(1, 2, 3) });
    const inner = watched(runnable);
    expect(await cached(store, inner).evaluate(all)).toStrictEqual(expected);
    expect(inner.asked).toEqual([[0]]);
    expect(store.results.get(damaged!.key)).toEqual(damaged);
  });

  it("keeps no answer of a model that failed", async () => {
    const store = memoryStore();
    const failing: Evaluator = {
      evaluate: (list) => Promise.resolve(list.map(() => failedAnswer("took too long"))),
      slots: () => 1,
      close: () => Promise.resolve(),
    };
    const evaluator = cached(store, failing);
    await evaluator.evaluate(requests(runnable, 3));
    expect(store.results.size).toBe(0);
    expect(evaluator.use).toEqual({ found: 0, computed: 3, stored: 0 });
  });

  it("finds nothing where the computer is another", async () => {
    const store = memoryStore();
    await cached(store, watched(runnable)).evaluate(requests(runnable, 3));
    const other = cachedEvaluator(runnable, watched(runnable), { store, computer: "neurofront 2", worth_ms: 0 });
    await other.evaluate(requests(runnable, 3));
    expect(other.use).toEqual({ found: 0, computed: 3, stored: 3 });
  });

  it("neither looks up nor keeps candidates that take less than looking them up", async () => {
    const store = memoryStore();
    const reads: string[] = [];
    const counting: MemoryStore = { ...store, read: (key) => (reads.push(key), store.read(key)) };
    const evaluator = cached(counting, watched(runnable), 1000);
    for (let batch = 0; batch < 4; batch++) await evaluator.evaluate(requests(runnable, 5));
    expect(reads).toHaveLength(5);
    expect(store.results.size).toBe(0);
  });

  it("shares the time out among candidates that are computed beside each other", async () => {
    const store = memoryStore();
    const all = requests(runnable, 20);
    const answers = await inProcessEvaluator(runnable).evaluate(all);
    let now_ms = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => now_ms);
    onTestFinished(() => clock.mockRestore());
    let last = Promise.resolve();
    const oneByOne: Evaluator = {
      async evaluate([request]) {
        await (last = last.then(() => void now_ms++));
        return [answers[request!.candidate]!];
      },
      slots: () => 20,
      close: () => Promise.resolve(),
    };
    // Each takes 1 ms, and waits for 9.5 ms on the average.
    const evaluator = cached(store, oneByOne, 2);
    await Promise.all(all.map((request) => evaluator.evaluate([request])));
    expect(evaluator.use).toEqual({ found: 0, computed: 20, stored: 0 });
    const alone = cached(store, oneByOne, 0.9);
    for (const request of all) await alone.evaluate([request]);
    expect(alone.use).toEqual({ found: 0, computed: 20, stored: 20 });
  });

  it("keeps every block of chips of a candidate that is worth it, also where a block is cheap", async () => {
    const store = memoryStore();
    const waiting = watched(runnable, 5);
    const quick = watched(runnable);
    // The first block has the candidate assessed; later ones find it ready.
    const inner: Evaluator = {
      evaluate: (list, options) => (list[0]!.chips.from === 0 ? waiting : quick).evaluate(list, options),
      slots: () => 1,
      close: () => Promise.resolve(),
    };
    const evaluator = cached(store, inner, 2);
    for (let from = 0; from < 40; from += 4) await evaluator.evaluate(requests(runnable, 3, { from, to: from + 4 }));
    expect(evaluator.use).toEqual({ found: 0, computed: 30, stored: 30 });
  });

  it("hands on what stops the work, and keeps nothing of it", async () => {
    const store = memoryStore();
    const reason = new Error("enough");
    const evaluator = cached(store, inProcessEvaluator(runnable));
    await expect(evaluator.evaluate(requests(runnable, 3), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(store.results.size).toBe(0);
  });
});

describe("a run", () => {
  it.each(CHIP_STUDIES)(
    "of %s with a store is that without, cold and warm, under another title too",
    async (_what, blocks) => {
      const plain = await smallRunnable(blocks);
      const expected = await contentOf(plain, inProcessEvaluator(plain));
      const store = memoryStore();
      const cold = cached(store, inProcessEvaluator(plain), 0, plain);
      expect(await contentOf(plain, cold)).toStrictEqual(expected);
      expect(cold.use.found).toBe(0);
      const renamed = await smallRunnable({ ...blocks, title: "Another title" });
      const warm = cached(store, inProcessEvaluator(renamed), 0, renamed);
      expect(await contentOf(renamed, warm)).toStrictEqual(expected);
      expect(warm.use).toEqual({ found: cold.use.computed, computed: 0, stored: 0 });
    },
  );
});

it("an asynchronous run with a store finds what another has computed, and is repeated in the order of its archive", async () => {
  const study = await smallRunnable({ technologies: noisyTechnologies, variation: { chips: 8 }, constraints: [] });
  const store = memoryStore();
  const cold = cached(store, scriptedEvaluator(study, 4, 1), 0, study);
  const { schedule: coldOrder, ...found } = await contentOf(study, cold, true);
  expect(cold.use).toEqual({ found: 0, computed: store.results.size, stored: store.results.size });
  const warm = cached(store, scriptedEvaluator(study, 4, 2), 0, study);
  const { schedule: warmOrder, ...foundAgain } = await contentOf(study, warm, true);
  expect(warm.use).toEqual({ found: cold.use.computed, computed: 0, stored: 0 });
  expect(foundAgain).toStrictEqual(found);
  // What is found at once is told in the order in which it was asked for.
  expect(warmOrder).not.toEqual(coldOrder);
  const inner = inProcessEvaluator(study);
  expect(await contentOf(study, inner, false, warmOrder)).toStrictEqual({ schedule: warmOrder, ...foundAgain });
});

/** What a run has written, into an archive that may hold steps already. */
async function contentOf(
  study: RunnableStudy,
  evaluator: Evaluator,
  asynchronous = false,
  steps: readonly ScheduleStep[] = [],
) {
  const archive = Archive.create(":memory:", study.resolved);
  try {
    archive.append([], [], steps);
    await runStudy(study, archive, () => undefined, { evaluator, asynchronous });
    return {
      schedule: searchesOf(study.resolved).flatMap(({ name }) => archive.schedule(name)),
      first: archive.firstJudged(),
      revisions: archive.revisions(),
      samples: archive.samples(),
      verifications: archive.verifications(),
      notes: archive.notes(),
    };
  } finally {
    archive.close();
  }
}
