import { expect, it } from "vitest";
import { threadsWorth } from "../../src/threads/threads-worth.ts";

it.each<[requests: number, cost_ms: number, threads: number]>([
  [5, Infinity, 5],
  [50, 0.001, 1],
  [50, 0.011, 1],
  [50, 0.0125, 2],
  [5, 0.01, 1],
  [4, 60, 4],
  [1, 60, 1],
  [1, 0.001, 1],
])("%i requests of %d ms are worth %i threads", (requests, cost_ms, threads) =>
  expect(threadsWorth(requests, cost_ms)).toBe(threads),
);
