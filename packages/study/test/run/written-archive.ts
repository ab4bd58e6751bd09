import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Archive } from "@neurofront/archive";
import { afterAll } from "vitest";
import { inProcessEvaluator } from "../../src/evaluate/in-process.ts";
import type { RunnableStudy } from "../../src/resolve.ts";
import { runStudy } from "../../src/run.ts";

/** An archive that was written to the end, or until it was stopped. It goes with the tests of its file. */
export interface WrittenArchive {
  readonly path: string;
  /** How often it was written to. */
  readonly writes: number;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Where an archive may be written, in a folder of its own. */
function newArchivePath(): string {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-small-run-"));
  folders.push(folder);
  return join(folder, "archive.sqlite");
}

/** Run a study into a new archive. */
export async function runSmall(runnable: RunnableStudy): Promise<WrittenArchive> {
  const path = newArchivePath();
  const archive = Archive.create(path, runnable.resolved);
  const counter = { writes: 0 };
  await runStudy(runnable, stopping(archive, counter, Infinity), () => undefined, writingBatches(runnable));
  archive.close();
  return { path, writes: counter.writes };
}

/**
 * Run a study in pieces: stopped after given numbers of writes, each time by an error out of the archive, and resumed; at last to
 * the end.
 */
export async function runSmallInPieces(runnable: RunnableStudy, pieces: readonly number[]): Promise<WrittenArchive> {
  const path = newArchivePath();
  Archive.create(path, runnable.resolved).close();
  const counter = { writes: 0 };
  for (const piece of [...pieces, Infinity]) {
    const archive = Archive.open(path, "write");
    try {
      await runStudy(
        runnable,
        stopping(archive, counter, counter.writes + piece),
        () => undefined,
        writingBatches(runnable),
      );
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    } finally {
      archive.close();
    }
  }
  return { path, writes: counter.writes };
}

/** Batches are written one by one where others could compute the next one meanwhile. */
function writingBatches(runnable: RunnableStudy) {
  return { evaluator: { ...inProcessEvaluator(runnable), slots: () => 2 } };
}

/** What a stopping archive throws. */
export class Stopped extends Error {}

/** The archive, which throws instead of writing once it has been written to a number of times. */
export function stopping(archive: Archive, counter: { writes: number }, most: number): Archive {
  return new Proxy(archive, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...given: unknown[]): unknown => {
        if (["append", "revise", "note", "verify"].includes(String(name))) {
          if (counter.writes >= most) throw new Stopped();
          counter.writes++;
        }
        return Reflect.apply(value, target, given) as unknown;
      };
    },
  });
}

/** Every row of every table. */
export function contentsOf({ path }: Pick<WrittenArchive, "path">): Record<string, unknown[]> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const order = { archive: "key", layout: "search, number", sample: "search, candidate, fidelity, first" };
    return Object.fromEntries(
      ["archive", "candidate", "layout", "note", "revision", "sample", "schedule", "verification"].map((table) => [
        table,
        database.prepare(`SELECT * FROM ${table} ORDER BY ${order[table as keyof typeof order] ?? "1, 2, 3"}`).all(),
      ]),
    );
  } finally {
    database.close();
  }
}

/** The first row in which the contents of two archives differ; a comparison of all would take minutes to print. */
export function differenceOf(found: Record<string, unknown[]>, expected: Record<string, unknown[]>): string {
  for (const [table, rows] of Object.entries(expected))
    for (let k = 0; k < Math.max(rows.length, found[table]!.length); k++) {
      const [a, b] = [found[table]![k], rows[k]].map((row) => JSON.stringify(row));
      if (a !== b) return `row ${k} of ${table}: ${a?.slice(0, 300)} in place of ${b?.slice(0, 300)}`;
    }
  return "none";
}
