import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Evaluator } from "../../src/evaluate/evaluator.ts";
import type { AssessmentRequest } from "../../src/run/work.ts";
import { Pace, isBetterShared } from "../../src/run/pace.ts";

describe("a search is better done by all", () => {
  it.each<[what: string, left: number, each_ms: number, again_ms: number, workers: number, isBetter: boolean]>([
    ["much is left", 1000, 10, 0, 2, true],
    ["half a second is saved", 101, 10, 0, 2, true],
    ["less than half a second is saved", 99, 10, 0, 2, false],
    ["candidates take too little", 1e6, 0.2, 0, 2, false],
    ["its optimizer has taken longer than what is saved", 1000, 10, 3000, 2, false],
    ["more workers save more", 1000, 10, 3000, 4, true],
    ["there is but one worker", 1e6, 10, 0, 1, false],
  ])("%s", (_what, left, each_ms, again_ms, workers, isBetter) =>
    expect(isBetterShared({ left, each_ms, again_ms, workers })).toBe(isBetter),
  );
});

it("the pace of a search is that of its candidates, apart from everything else", async () => {
  const slow: Evaluator = {
    evaluate: async () => {
      await setTimeout(100);
      return [];
    },
    slots: () => 1,
    close: () => Promise.resolve(),
  };
  const pace = new Pace();
  expect(pace.standing(50, 2)).toMatchObject({ left: 50, each_ms: 0, workers: 2 });
  await setTimeout(50);
  await pace.watching(slow).evaluate(Array.from({ length: 10 }, () => ({}) as AssessmentRequest));
  const { each_ms, again_ms } = pace.standing(40, 2);
  // A wait of 100 ms for ten candidates, one of 50 ms besides; on a loaded machine either takes longer.
  expect(each_ms).toBeGreaterThan(9.8);
  expect(again_ms).toBeGreaterThan(48);
  expect(10 * each_ms + again_ms).toBeLessThan(5000);
});
