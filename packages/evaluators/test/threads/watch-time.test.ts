import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchTime } from "../../src/threads/watch-time.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each<[what: string, present: (time_ms: number) => number | undefined, told_ms: number | undefined]>([
  ["one thing is told of at the first look after the limit", () => 1, 1250],
  ["one that begins later, as much later", (time_ms) => (time_ms < 600 ? undefined : 1), 1750],
  ["one thing after the other is not", (time_ms) => Math.floor(time_ms / 500), undefined],
  ["nothing at all is not", () => undefined, undefined],
])("at a thread with a limit of 1 s %s", (_what, present, told_ms) => {
  const begun_ms = performance.now();
  let told: number | undefined;
  const watch = watchTime(
    () => present(performance.now() - begun_ms),
    1,
    () => (told ??= performance.now() - begun_ms),
  );
  vi.advanceTimersByTime(5000);
  clearInterval(watch);
  expect(told).toBe(told_ms);
});
