import { setTimeout } from "node:timers/promises";
import type { Progress } from "@neurofront/study";
import { describe, expect, it } from "vitest";
import { paced } from "../../src/programmatic/paced.ts";

const BATCHES = 8;

const progressOf = (stage: Progress["stage"], totalDone: number): Progress => ({
  search: "a/full",
  stage,
  done: totalDone,
  budget: BATCHES,
  totalDone,
  totalBudget: BATCHES,
  best: undefined,
  notes: [],
});

/** A synchronous engine that stores what it has done, and tells it again when it is started again. */
function blockingEngine(batch_ms: number) {
  const stored = { batches: 0, starts: 0 };
  const engine = (onProgress: (progress: Progress) => void): void => {
    stored.starts++;
    for (let batch = 1; batch <= BATCHES; batch++) {
      if (batch > stored.batches) {
        for (const end_ms = performance.now() + batch_ms; performance.now() < end_ms;);
        stored.batches = batch;
      }
      onProgress(progressOf("search", batch));
    }
    onProgress(progressOf("verify", 1));
  };
  return { stored, engine };
}

describe("an engine that blocks", () => {
  it("gives way to the program, and each batch is told once", async () => {
    const { stored, engine } = blockingEngine(120);
    const told: string[] = [];
    let ticks = 0;
    const clock = setInterval(() => ticks++, 1);
    await paced(engine, ({ stage, totalDone }) => told.push(`${stage} ${totalDone}`));
    clearInterval(clock);
    // 8 batches of 120 ms in slices of 300 ms.
    expect(stored.starts).toBeGreaterThan(1);
    expect(ticks).toBeGreaterThan(0);
    expect(told).toEqual([...Array.from({ length: BATCHES }, (_, k) => `search ${k + 1}`), "verify 1"]);
  });

  it("stops between two batches when the signal says so, with its reason", async () => {
    const { stored, engine } = blockingEngine(120);
    const reason = new Error("enough");
    const controller = new AbortController();
    const running = paced(engine, ({ totalDone }) => totalDone === 3 && controller.abort(reason), controller.signal);
    await expect(running).rejects.toBe(reason);
    expect(stored.batches).toBe(3);
  });
});

it("an engine that returns a promise is started once and left alone", async () => {
  let starts = 0;
  const told: number[] = [];
  await paced(
    async (onProgress) => {
      starts++;
      for (let batch = 1; batch <= BATCHES; batch++) {
        await setTimeout(60);
        onProgress(progressOf("search", batch));
      }
    },
    ({ totalDone }) => told.push(totalDone),
  );
  expect(starts).toBe(1);
  expect(told).toEqual(Array.from({ length: BATCHES }, (_, k) => k + 1));
});

it.each([
  [
    "throws",
    () => {
      throw new Error("defect");
    },
  ],
  ["rejects", () => Promise.reject(new Error("defect"))],
])("what an engine %s comes out", async (_how, engine) => {
  await expect(paced(engine, () => {})).rejects.toThrow("defect");
});
