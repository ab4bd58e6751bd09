import { describe, expect, it } from "vitest";
import type { Progress } from "../../src/run/progress.ts";
import { TotalProgress } from "../../src/run/total-progress.ts";
import type { Search } from "../../src/search-start.ts";

describe("progress of a run", () => {
  it("is that of all searches together, which go on beside each other, end, and are gone on with elsewhere", () => {
    const told: Progress[] = [];
    const searches = [{ name: "a" }, { name: "b" }, { name: "one design" }] as Search[];
    const total = new TotalProgress(searches, 100, (progress) => told.push(progress));
    const tell = (name: string, spent: number, budget = 100): void =>
      total.tell({ name }, { spent, budget, best: () => undefined, notes: [name] });
    tell("a", 50);
    tell("b", 40);
    tell("a", 100);
    // Another worker comes once more to where the first one was.
    tell("b", 10);
    tell("one design", 1, 1);
    tell("b", 100);
    expect(told.map(({ totalDone }) => totalDone)).toStrictEqual([50, 90, 140, 140, 240, 300]);
    expect(new Set(told.map(({ totalBudget }) => totalBudget))).toStrictEqual(new Set([300]));
    expect(told[1]).toStrictEqual({
      search: "b",
      stage: "search",
      done: 40,
      budget: 100,
      totalDone: 90,
      totalBudget: 300,
      best: undefined,
      notes: ["b"],
    });
  });

  it("tells each note once, though a search that was given back makes them again", () => {
    const told: string[] = [];
    const total = new TotalProgress([{ name: "a" }, { name: "b" }] as Search[], 100, ({ notes }) =>
      told.push(...notes),
    );
    const tell = (name: string, ...notes: readonly string[]): void =>
      total.tell({ name }, { spent: 1, budget: 100, best: () => undefined, notes });
    tell("a", "one");
    tell("a", "two", "three");
    tell("b", "one of b");
    total.again({ name: "a" });
    total.again({ name: "never begun" });
    tell("a", "one", "two");
    tell("a");
    tell("a", "three", "four");
    tell("a", "five");
    tell("b", "two of b");
    expect(told).toStrictEqual(["one", "two", "three", "one of b", "four", "five", "two of b"]);
  });
});
