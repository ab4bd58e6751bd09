import { expect, it } from "vitest";
import { tryMutantArchives } from "./hostile-archives.ts";

it("each of 10,000 mutants of an archive is read or refused", () => {
  const { read, refused } = tryMutantArchives(10_000, 2);
  expect(read + refused).toBe(10_000);
  expect(Math.min(read, refused)).toBeGreaterThan(1000);
});
