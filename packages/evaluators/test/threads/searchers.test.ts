import type { SearchCall, Searchers } from "@neurofront/study";
import { describe, expect, it } from "vitest";
import { obeyingThreads } from "./obeying-threads.ts";
import { told } from "./told-requests.ts";

/** A search that does what its name says, and what it has told. */
function begun(searchers: Searchers, name: string) {
  const spent: number[] = [];
  const [stopping, ending, idle] = [new AbortController(), new AbortController(), new AbortController()];
  const call: SearchCall = {
    name,
    archivePath: "some.sqlite",
    onProgress: (progress) => void spent.push(progress.spent),
    signal: stopping.signal,
    ending: ending.signal,
    othersIdle: idle.signal,
  };
  return { isDone: searchers.search(call), spent, stopping, ending, idle };
}

async function searchingThreads(threads: number, timeLimit_s?: number) {
  const said: unknown[] = [];
  const all = await obeyingThreads(threads, timeLimit_s, (value) => void said.push(value));
  return { ...all, searchers: all.evaluator.searchers!, said };
}

describe("threads that do whole searches", () => {
  it("compute their candidates themselves, and all that they tell has come when they are done", async () => {
    const { searchers, said } = await searchingThreads(2);
    expect(searchers.count).toBe(2);
    const searches = [begun(searchers, "answer answer answer"), begun(searchers, "answer"), begun(searchers, "answer")];
    expect(await Promise.all(searches.map(({ isDone }) => isDone))).toStrictEqual([true, true, true]);
    expect(searches.map(({ spent }) => spent)).toStrictEqual([[1 / 3, 2 / 3, 1], [1 / 3], [1 / 3]]);
    expect(said).toStrictEqual(Array.from({ length: 3 }, () => ({ archivePath: "some.sqlite", workers: 2 })));
  });

  it.each<["idle" | "ending", said: string, isDone: boolean]>([
    ["idle", "others are idle", true],
    ["ending", "end", false],
  ])("are told while they are at it: %s", async (signal, order, isDone) => {
    const { searchers, said } = await searchingThreads(1);
    const search = begun(searchers, "answer end? answer");
    await expect.poll(() => search.spent.length).toBe(1);
    search[signal].abort();
    expect(await search.isDone).toBe(isDone);
    expect(said.slice(1)).toStrictEqual([order]);
    expect(search.spent).toHaveLength(isDone ? 2 : 1);
  });

  it("are told at once what was asked for before they began", async () => {
    const { searchers, said } = await searchingThreads(1);
    const first = begun(searchers, "end?");
    const second = begun(searchers, "end?");
    second.ending.abort();
    first.idle.abort();
    expect([await first.isDone, await second.isDone]).toStrictEqual([true, false]);
    expect(said.filter((value) => typeof value === "string")).toStrictEqual(["others are idle", "end"]);
  });

  it.each<[order: string, timeLimit_s: number]>([
    ["throw", 30],
    ["exit", 30],
    ["hang", 0.5],
  ])("and %s leave the search to others, and serve the next", async (order, timeLimit_s) => {
    const { searchers, evaluator } = await searchingThreads(1, timeLimit_s);
    const search = begun(searchers, `answer ${order} answer`);
    expect(await search.isDone).toBe(false);
    expect(search.spent).toStrictEqual([1 / 3]);
    expect(await begun(searchers, "answer").isDone).toBe(true);
    expect(await evaluator.evaluate(told(["answer"]))).toHaveLength(1);
  });

  it("are stopped between two candidates, and ended where a candidate takes long", async () => {
    const { searchers, begun: isBegun } = await searchingThreads(2);
    const [between, within] = [begun(searchers, "slow ".repeat(50).trim()), begun(searchers, "answer hang")];
    await expect.poll(() => between.spent.length > 0 && isBegun(2) > 0).toBe(true);
    between.stopping.abort();
    within.stopping.abort();
    expect([await between.isDone, await within.isDone]).toStrictEqual([false, false]);
    expect(between.spent.length).toBeLessThan(50);
  });

  it("take turns with requests", async () => {
    const { searchers, evaluator, begun: isBegun, release } = await searchingThreads(1);
    const requests = evaluator.evaluate(told(["wait"], 60));
    await expect.poll(() => isBegun(60)).toBe(1);
    const search = begun(searchers, "answer wait answer");
    const later = evaluator.evaluate(told(["answer"], 61));
    release();
    await requests;
    expect(await search.isDone).toBe(true);
    expect(await later).toHaveLength(1);
  });

  it("are not there where nobody listens to what they tell", async () => {
    const { evaluator } = await obeyingThreads(1);
    expect(evaluator.searchers).toBeUndefined();
  });
});
