import { existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Archive, repairArchive } from "@neurofront/archive";
import { randomAt } from "@neurofront/core";
import { beforeAll, describe, expect, it } from "vitest";
import { runStudy } from "../../src/run.ts";
import { CHIP_STUDIES, smallRunnable } from "./small-run.ts";
import { contentsOf, differenceOf, runSmall } from "./written-archive.ts";

const patience_ms = 60_000;
const PAGE_BYTES = 4096;

/** Change a file's bytes in place. */
function edit(path: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
}

function pagesOf(path: string): number {
  return readFileSync(path).length / PAGE_BYTES;
}

/** The first page, at a share of the file, that is of a kind: 13 is a leaf with rows, 10 one of an index. */
function pageOfKind(path: string, kind: number, share: number): number {
  const bytes = readFileSync(path);
  let page = Math.max(1, Math.floor(share * pagesOf(path)));
  while (bytes[page * PAGE_BYTES] !== kind) page = (page + 1) % pagesOf(path);
  return page;
}

function query(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
  database.close();
}

const SHORTER = "rows of a batch that were removed";
const NO_LAYOUT = "layouts that were removed";

const DAMAGES: readonly (readonly [what: string, damage: (path: string) => void])[] = [
  ["cut to two thirds", (path) => truncateSync(path, Math.floor((2 * pagesOf(path)) / 3) * PAGE_BYTES)],
  ["cut within a page", (path) => truncateSync(path, Math.floor(0.7 * readFileSync(path).length))],
  [
    "a page of rows that became zeros",
    (path) => edit(path, (bytes) => bytes.fill(0, ...span(pageOfKind(path, 13, 0.4)))),
  ],
  [
    "a page of rows that became noise",
    (path) =>
      edit(path, (bytes) => {
        const random = randomAt(1, "test", "noise");
        const [from, to] = span(pageOfKind(path, 13, 0.6));
        for (let at = from; at < to; at++) bytes[at] = random.integer(256);
      }),
  ],
  [
    "a page of an index that became zeros",
    (path) => edit(path, (bytes) => bytes.fill(0, ...span(pageOfKind(path, 10, 0.2)))),
  ],
  ["a first page that became zeros", (path) => edit(path, (bytes) => bytes.fill(0, 0, PAGE_BYTES))],
  ["one bit of a row", (path) => edit(path, (bytes) => (bytes[span(pageOfKind(path, 13, 0.5))[1] - 300]! ^= 4))],
  [
    "an energy that was edited",
    (path) => query(path, "UPDATE candidate SET energy_J = 2 * energy_J WHERE candidate = 12"),
  ],
  [SHORTER, (path) => query(path, "DELETE FROM candidate WHERE candidate IN (3, 17, 58)")],
  [NO_LAYOUT, (path) => query(path, "DELETE FROM layout")],
];

function span(page: number): [from: number, to: number] {
  return [page * PAGE_BYTES, (page + 1) * PAGE_BYTES];
}

/** What refuses an archive that is opened and read to its end; "nothing" where it is read. */
function refusalOf(path: string): string {
  let archive: Archive | undefined;
  try {
    archive = Archive.open(path);
    archive.candidates();
    archive.samples();
    archive.verifications();
    archive.notes();
    return "nothing";
  } catch (error) {
    return String(error);
  } finally {
    archive?.close();
  }
}

/** A study run to its end, and the contents of its archive. */
async function ranWhole(blocks: Readonly<Record<string, unknown>>) {
  const runnable = await smallRunnable(blocks);
  const whole = await runSmall(runnable);
  const expected = contentsOf(whole);
  const damagedPath = `${whole.path}.damaged`;
  renameSync(whole.path, damagedPath);
  return { runnable, whole, expected, damagedPath, bytes: readFileSync(damagedPath) };
}

describe.each([
  [...CHIP_STUDIES[0]!, DAMAGES],
  [...CHIP_STUDIES[2]!, DAMAGES.slice(3, 4)],
] as const)("a damaged archive of a study with %s", (_, blocks, damages) => {
  let ran: Awaited<ReturnType<typeof ranWhole>>;
  beforeAll(async () => {
    ran = await ranWhole(blocks);
  }, patience_ms);

  it.each(damages)(
    "is refused, repaired, and then completed by a run: %s",
    async (what, damage) => {
      const isOnlyShorter = what === SHORTER;
      const { runnable, whole, expected, damagedPath, bytes } = ran;
      writeFileSync(damagedPath, bytes);
      rmSync(whole.path, { force: true });
      damage(damagedPath);
      const before = readFileSync(damagedPath);
      // Rows that are simply not there are no damage that could be seen without running.
      expect(refusalOf(damagedPath)).toMatch(isOnlyShorter ? /^nothing$/u : /^ArchiveError: .*"neurofront repair \//u);

      const { kept, gaps } = repairArchive(damagedPath, whole.path, JSON.stringify(runnable.resolved));
      expect(readFileSync(damagedPath).equals(before)).toBe(true);
      // Without its layout nothing can be unpacked.
      expect(kept.candidate > 10).toBe(what !== NO_LAYOUT);
      expect(gaps.get("small/full") ?? 0).toBeGreaterThanOrEqual(isOnlyShorter ? 3 : 0);
      const archive = Archive.open(whole.path, "write");
      expect(archive.candidates()).toHaveLength(kept.candidate);
      await runStudy(runnable, archive, () => undefined);
      archive.close();
      expect(differenceOf(contentsOf(whole), expected)).toBe("none");
    },
    patience_ms,
  );
});

describe("an archive whose log was cut", () => {
  /** An archive that another program kept from being taken out of its log, and the contents it had. */
  async function inItsLog() {
    const runnable = await smallRunnable(CHIP_STUDIES[0]![1]);
    const whole = await runSmall(runnable);
    const expected = contentsOf(whole);
    const path = join(whole.path, "../logged.sqlite");
    const writer = Archive.create(path, runnable.resolved);
    const reader = new DatabaseSync(path, { readOnly: true });
    reader.exec("BEGIN; SELECT * FROM archive");
    await runStudy(runnable, writer, () => undefined);
    const [bytes, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
    reader.close();
    writer.close();
    const cut = join(whole.path, "../cut.sqlite");
    writeFileSync(cut, bytes);
    return { runnable, expected, path: cut, log };
  }

  it.each([0.3, 0.9])(
    "at %d of its length holds what was whole, and is completed",
    async (share) => {
      const { runnable, expected, path, log } = await inItsLog();
      writeFileSync(`${path}-wal`, log.subarray(0, Math.floor(share * log.length)));
      const archive = Archive.open(path, "write");
      expect(archive.verifications()).toHaveLength(0);
      await runStudy(runnable, archive, () => undefined);
      archive.close();
      expect(differenceOf(contentsOf({ path }), expected)).toBe("none");
    },
    patience_ms,
  );

  it(
    "to nothing, before anything was taken out of it, holds nothing that could be repaired",
    async () => {
      const { path } = await inItsLog();
      expect(refusalOf(path)).toMatch(/^ArchiveError/u);
      expect(() => repairArchive(path, `${path}.repaired`)).toThrow("run the study again");
      expect(existsSync(`${path}.repaired`)).toBe(false);
    },
    patience_ms,
  );
});
