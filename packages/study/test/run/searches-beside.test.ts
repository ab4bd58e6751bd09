import { describe, expect, it } from "vitest";
import type { SearchCall, Searchers } from "../../src/evaluate/searchers.ts";
import { searchBeside } from "../../src/run/searches-beside.ts";
import type { SearchesBeside } from "../../src/run/searches-beside.ts";
import type { Search } from "../../src/search-start.ts";

const named = (...names: readonly string[]): Search[] => names.map((name) => ({ name }) as Search);

/** Two workers whose searches end when the test says how. */
function twoWorkers() {
  const calls = new Map<string, SearchCall>();
  const ends = new Map<string, PromiseWithResolvers<boolean>>();
  const searchers: Searchers = {
    count: 2,
    search(call) {
      calls.set(call.name, call);
      const end = Promise.withResolvers<boolean>();
      ends.set(call.name, end);
      call.signal.addEventListener("abort", () => end.resolve(false));
      return end.promise;
    },
  };
  const end = async (name: string, isDone = true): Promise<void> => {
    ends.get(name)!.resolve(isDone);
    await new Promise(setImmediate);
  };
  return { searchers, calls, end, begun: () => [...calls.keys()] };
}

const surroundings = (changes: Partial<SearchesBeside> = {}): SearchesBeside => ({
  archivePath: "some.sqlite",
  onProgress: () => undefined,
  signal: undefined,
  ending: undefined,
  goOn: () => Promise.reject(new Error("nobody is to go on with it")),
  ...changes,
});

describe("searches beside each other", () => {
  it("are begun in their order, as workers become free, and told of by name", async () => {
    const { searchers, calls, end, begun } = twoWorkers();
    const told: string[] = [];
    const onProgress: SearchesBeside["onProgress"] = ({ name }, { spent }) => void told.push(`${name} ${spent}`);
    const all = searchBeside(named("a", "b", "c"), searchers, surroundings({ onProgress }));
    expect(begun()).toStrictEqual(["a", "b"]);
    calls.get("b")!.onProgress({ spent: 50, budget: 100, best: () => undefined, notes: [] });
    await end("b");
    expect(begun()).toStrictEqual(["a", "b", "c"]);
    expect(calls.get("c")!.archivePath).toBe("some.sqlite");
    await end("c");
    await end("a");
    await expect(all).resolves.toBeUndefined();
    expect(told).toStrictEqual(["b 50"]);
  });

  it("are told at once when there are fewer of them than workers", async () => {
    const { searchers, calls, end } = twoWorkers();
    const all = searchBeside(named("a"), searchers, surroundings());
    expect(calls.get("a")!.othersIdle.aborted).toBe(true);
    await end("a");
    await all;
  });

  it("are told when a worker has nothing left to do, and gone on with where they are given back", async () => {
    const { searchers, calls, end } = twoWorkers();
    const gone: string[] = [];
    const goOn: SearchesBeside["goOn"] = ({ name }) => Promise.resolve(void gone.push(name));
    const all = searchBeside(named("a", "b"), searchers, surroundings({ goOn }));
    expect(calls.get("b")!.othersIdle.aborted).toBe(false);
    await end("a");
    expect(calls.get("b")!.othersIdle.aborted).toBe(true);
    await end("b", false);
    await all;
    expect(gone).toStrictEqual(["b"]);
  });

  it("are stopped when one of them fails, whose error is thrown when all have stopped", async () => {
    const { searchers, calls, end, begun } = twoWorkers();
    const goOn: SearchesBeside["goOn"] = () => Promise.reject(new Error("its models fail"));
    const all = searchBeside(named("a", "b", "c"), searchers, surroundings({ goOn }));
    const failed = all.catch((error: unknown) => error);
    await end("a", false);
    expect(calls.get("b")!.signal.aborted).toBe(true);
    expect(await failed).toStrictEqual(new Error("its models fail"));
    expect(begun()).toStrictEqual(["a", "b"]);
  });

  it.each(["signal", "ending"] as const)("end with the reason of the %s, and no other is begun", async (name) => {
    const { searchers, calls, end, begun } = twoWorkers();
    const controller = new AbortController();
    const all = searchBeside(named("a", "b", "c"), searchers, surroundings({ [name]: controller.signal }));
    const stopped = all.catch((error: unknown) => error);
    controller.abort(new Error("asked to"));
    expect([calls.get("a")!.signal.aborted, calls.get("a")!.ending?.aborted]).toStrictEqual(
      name === "signal" ? [true, undefined] : [false, true],
    );
    await end("a", false);
    await end("b");
    expect(await stopped).toStrictEqual(new Error("asked to"));
    expect(begun()).toStrictEqual(["a", "b"]);
  });
});
