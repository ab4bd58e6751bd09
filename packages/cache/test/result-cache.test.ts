import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ResultCache, cacheFile } from "../src/index.ts";
import type { CacheSettings } from "../src/result-cache.ts";
import { madeResult } from "./made-results.ts";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "neurofront-cache-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Do something with the cache of the folder; what it tells of. */
function withCache(work: (cache: ResultCache) => void, settings: CacheSettings = {}): string[] {
  const told: string[] = [];
  const cache = new ResultCache(folder, { onTrouble: (text) => told.push(text), ...settings });
  try {
    work(cache);
  } finally {
    cache.close();
  }
  return told;
}

const keepTen = (cache: ResultCache) => cache.write(Array.from({ length: 10 }, (_, number) => madeResult(number)));
const foundOf = (cache: ResultCache, numbers: readonly number[]) =>
  numbers.filter((number) => cache.read(madeResult(number).key) !== undefined);
const TEN = Array.from({ length: 10 }, (_, number) => number);

describe("a cache", () => {
  it("gives back what was kept, in this process and in a later one, byte by byte", () => {
    const told = withCache((cache) => {
      expect(cache.read(madeResult(3).key)).toBeUndefined();
      expect(keepTen(cache)).toBe(10);
      for (const number of TEN)
        expect(Buffer.from(cache.read(madeResult(number).key)!)).toEqual(Buffer.from(madeResult(number).bytes));
    });
    withCache((cache) => {
      for (const number of TEN)
        expect(Buffer.from(cache.read(madeResult(number).key)!)).toEqual(Buffer.from(madeResult(number).bytes));
    });
    expect(told).toEqual([]);
  });

  it("replaces what is kept again under the same key", () => {
    withCache((cache) => {
      cache.write([madeResult(1)]);
      cache.write([{ ...madeResult(1), bytes: Uint8Array.of(1, 2) }]);
      expect(cache.read(madeResult(1).key)).toEqual(Uint8Array.of(1, 2));
      expect(cache.contents().groups).toMatchObject([{ results: 1, size_bytes: 2 }]);
    });
  });

  it("is a folder that only its owner may look into", () => {
    const own = join(folder, "deep", "cache");
    const cache = new ResultCache(own);
    keepTen(cache);
    cache.close();
    expect(statSync(own).mode & 0o077).toBe(0);
  });

  it("says what it holds, how often it was found, and when", () => {
    let now_s = 1000;
    let file_bytes = 0;
    withCache(
      (cache) => {
        keepTen(cache);
        cache.write([{ ...madeResult(77, 5000, "other"), kind: "training" }]);
        now_s = 2000;
        foundOf(cache, [1, 2, 2, 3]);
        cache.write([]);
        const { path, groups, size_bytes, limit_bytes } = cache.contents();
        expect(path).toBe(cacheFile(folder));
        file_bytes = size_bytes;
        expect(limit_bytes).toBe(2 ** 30);
        expect(groups).toEqual([
          {
            kind: "assessment",
            models: madeResult(0).models,
            results: 10,
            size_bytes: 10_000,
            hits: 4,
            since_s: 1000,
            oldestUse_s: 1000,
            newestUse_s: 2000,
          },
          {
            kind: "training",
            models: madeResult(0, 0, "other").models,
            results: 1,
            size_bytes: 5000,
            hits: 0,
            since_s: 1000,
            oldestUse_s: 1000,
            newestUse_s: 1000,
          },
        ]);
      },
      { now_s: () => now_s },
    );
    expect(statSync(cacheFile(folder)).size).toBe(file_bytes);
  });

  it("clears what a plugin had a part in, what was not used for long, or everything, and gives the room back", () => {
    let now_s = 1000;
    withCache(
      (cache) => {
        keepTen(cache);
        cache.write(Array.from({ length: 400 }, (_, k) => madeResult(100 + k, 1000, "other")));
        now_s = 2000;
        expect(foundOf(cache, [100, 4])).toEqual([100, 4]);
        cache.write([]);
        const full_bytes = cache.contents().size_bytes;
        expect(cache.clear({ plugin: "nobody" })).toBe(0);
        expect(cache.clear({ plugin: "made", unusedSince_s: 1500 })).toBe(9);
        expect(foundOf(cache, TEN)).toEqual([4]);
        expect(cache.clear({ unusedSince_s: 1500 })).toBe(399);
        expect(statSync(cache.path).size).toBeLessThan(full_bytes / 4);
        expect(full_bytes).toBeGreaterThan(400_000);
        expect(cache.clear({ plugin: "made" })).toBe(1);
        expect(foundOf(cache, [100])).toEqual([100]);
        expect(cache.clear()).toBe(1);
        expect(cache.contents().groups).toEqual([]);
      },
      { now_s: () => now_s },
    );
  });
});

describe("a cache of limited size", () => {
  it("stays below it, and loses first what was not asked for longest", () => {
    let now_s = 0;
    const limit_bytes = 400_000;
    withCache(
      (cache) => {
        for (let number = 0; number < 2000; number++) {
          now_s++;
          cache.write([madeResult(number)]);
          // One that is asked for again and again.
          expect(foundOf(cache, [0])).toEqual([0]);
        }
        expect(statSync(cache.path).size).toBeLessThan(1.1 * limit_bytes);
        const found = foundOf(
          cache,
          Array.from({ length: 2000 }, (_, number) => number),
        );
        // The one, and the last ones without a gap.
        expect(found.length).toBeGreaterThan(200);
        expect(found).toEqual([0, ...Array.from({ length: found.length - 1 }, (_, k) => 2000 - found.length + 1 + k)]);
      },
      { limit_bytes, now_s: () => now_s },
    );
  });

  it("does not keep what would push out most of it", () => {
    withCache(
      (cache) => {
        keepTen(cache);
        expect(cache.write([madeResult(50, 300_000)])).toBe(0);
        expect(foundOf(cache, [...TEN, 50])).toEqual(TEN);
      },
      { limit_bytes: 400_000 },
    );
  });
});

describe("a damaged cache", () => {
  it.each([
    ["bytes", "UPDATE result SET value = zeroblob(1000) WHERE id = 4"],
    ["a kind", "UPDATE result SET kind = 'training' WHERE id = 4"],
    ["models", "UPDATE result SET models = '[]' WHERE id = 4"],
    ["a checksum", "UPDATE result SET checksum = 1 WHERE id = 4"],
    ["another's key", `UPDATE result SET key = '${madeResult(3).key}x' WHERE id = 4`],
  ])("with a row of wrong %s has no such result, and drops it", (_what, sql) => {
    withCache(keepTen);
    const database = new DatabaseSync(cacheFile(folder));
    database.exec(sql);
    database.close();
    withCache((cache) => {
      expect(foundOf(cache, TEN)).toEqual(TEN.filter((number) => number !== 3));
      cache.write([madeResult(3)]);
      expect(foundOf(cache, TEN)).toEqual(TEN);
    });
  });

  it.each<[string, () => void]>([
    ["that is text", () => writeFileSync(cacheFile(folder), "these are no results\n".repeat(500))],
    ["that is empty", () => writeFileSync(cacheFile(folder), "")],
    ["that was cut short", () => writeFileSync(cacheFile(folder), readFileSync(cacheFile(folder)).subarray(0, 9000))],
    ["with tables of others", () => made("CREATE TABLE other (x)")],
    [
      "with a view in place of its table",
      () => made("ALTER TABLE result RENAME TO old; CREATE VIEW result AS SELECT * FROM old"),
    ],
    ["with a trigger", () => made("CREATE TRIGGER more AFTER INSERT ON result BEGIN DELETE FROM usage; END")],
  ])("%s begins again, and tells nobody", (what, damage) => {
    withCache(keepTen);
    damage();
    const told = withCache((cache) => {
      expect(foundOf(cache, TEN)).toEqual([]);
      keepTen(cache);
      expect(foundOf(cache, TEN)).toEqual(TEN);
    });
    expect(told, what).toEqual([]);
  });

  it("gives back right bytes or none, and goes on, wherever the damage is", () => {
    withCache(keepTen);
    const whole = readFileSync(cacheFile(folder));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(64), (at, change, length) => {
        const bytes = Buffer.from(whole);
        for (let k = at; k < Math.min(at + length + 1, bytes.length); k++) bytes[k]! ^= change;
        writeFileSync(cacheFile(folder), bytes);
        const told = withCache((cache) => {
          for (const number of TEN) {
            const { key, bytes: kept } = madeResult(number);
            expect(Buffer.compare(cache.read(key) ?? kept, kept)).toBe(0);
          }
          keepTen(cache);
          cache.contents();
        });
        expect(told.length).toBeLessThan(2);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a cache that cannot be used", () => {
  it.each<[string, () => void]>([
    ["is a folder", () => mkdirSync(cacheFile(folder))],
    ["is below a file", () => (writeFileSync(join(folder, "file"), ""), (folder = join(folder, "file", "cache")))],
  ])("because its path %s says so once, and finds nothing", (_what, prepare) => {
    const outer = folder;
    prepare();
    const told = withCache((cache) => {
      expect(keepTen(cache)).toBe(0);
      expect(keepTen(cache)).toBe(0);
      expect(foundOf(cache, TEN)).toEqual([]);
      expect(cache.contents().groups).toEqual([]);
      expect(cache.clear()).toBeUndefined();
    });
    expect(told).toEqual([
      expect.stringMatching(/^results are not kept for other runs, .*results-1\.sqlite cannot be used \(.*\)$/u),
    ]);
    folder = outer;
  });

  it("waits for another process, and goes on without when that takes too long", () => {
    withCache(keepTen);
    const other = new DatabaseSync(cacheFile(folder));
    other.exec("BEGIN IMMEDIATE");
    const told = withCache((cache) => {
      expect(foundOf(cache, TEN)).toEqual(TEN);
      expect(cache.write([madeResult(20)])).toBe(0);
      other.exec("ROLLBACK");
      expect(cache.write([madeResult(20)])).toBe(1);
    });
    other.close();
    expect(told).toEqual([]);
  });

  it("begins again when somebody removes it meanwhile", () => {
    const told = withCache((cache) => {
      keepTen(cache);
      for (const suffix of ["", "-wal", "-shm"]) rmSync(cacheFile(folder) + suffix, { force: true });
      keepTen(cache);
      keepTen(cache);
      expect(foundOf(cache, TEN)).toEqual(TEN);
      expect(existsSync(cacheFile(folder))).toBe(true);
    });
    expect(told).toEqual([]);
  });
});

/** Other statements run in the file of the cache. */
function made(sql: string): void {
  const database = new DatabaseSync(cacheFile(folder));
  database.exec(sql);
  database.close();
}
