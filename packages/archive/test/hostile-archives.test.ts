import { expect, it } from "vitest";
import { tryMutantArchives } from "./hostile-archives.ts";

it("mutants of an archive are read or refused, and nothing else", () => {
  const { read, refused } = tryMutantArchives(300, 1);
  expect(read + refused).toBe(300);
  expect(Math.min(read, refused)).toBeGreaterThan(30);
}, 60_000);
