import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { SQLOutputValue } from "node:sqlite";
import type { Assessment, ResolvedStudy } from "@neurofront/core";
import { Archive } from "./archive.ts";
import { ArchiveError, reasonOf } from "./archive-error.ts";
import { readableRows } from "./readable-rows.ts";
import type { StoredRow } from "./readable-rows.ts";
import { rowChecksum } from "./row-checksum.ts";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, ROW_COLUMNS, TABLES } from "./schema.ts";
import type { RowTable } from "./schema.ts";
import { soundSteps } from "./sound-steps.ts";
import { wholeAssessment } from "./stored-assessment.ts";
import { ValueLayout } from "./value-layout.ts";
import {
  storedChips,
  storedDesign,
  storedLayoutNumber,
  storedNumbers,
  storedSearch,
  storedStep,
  storedStudy,
  storedText,
} from "./stored-values.ts";

/** What a repair has kept and dropped. */
export interface Repair {
  /** Rows in the copy, by table. */
  readonly kept: Readonly<Record<RowTable, number>>;
  /** Rows that were found and are not in the copy, by table: damaged ones, and whole ones that depend on them. */
  readonly dropped: Readonly<Record<RowTable, number>>;
  /** Candidates that a run will assess again, by search: numbers below the highest that are not in the copy. */
  readonly gaps: ReadonlyMap<string, number>;
}

/** The size of a page, as archives are made. */
const PAGE_BYTES = 4096;

/**
 * Write a copy of a damaged archive with every row that is whole and does not depend on one that is not. The archive itself is not
 * changed. A run goes on with the copy and computes what is missing.
 *
 * Later judgements of a search are kept only where the search has lost nothing: they were made of all its candidates. Of a search that
 * was made asynchronously the unbroken beginning of its schedule is kept, with the candidates in it.
 *
 * @param to a file that does not exist yet
 * @param studyText the study's resolved form, used where that of the archive is damaged
 * @throws ArchiveError when there is no archive, nothing of it can be read, or the copy cannot be written
 */
export function repairArchive(from: string, to: string, studyText?: string): Repair {
  if (!existsSync(from) || !statSync(from).isFile()) throw new ArchiveError(`${from}: there is no such file`);
  if (existsSync(to)) throw new ArchiveError(`${to} exists already`);
  const folder = mkdtempSync(join(tmpdir(), "neurofront-repair-"));
  try {
    const copy = join(folder, "damaged.sqlite");
    copyFileSync(from, copy);
    if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${copy}-wal`);
    const database = openDamaged(copy, from);
    try {
      return salvage(database, statSync(copy).size, studyOf(database, from, studyText), to);
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError(`${from} cannot be repaired (${reasonOf(error)})`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A damaged file opened as far as it goes; where its list of tables is lost, with that of a new archive, whose tables begin where its do. */
function openDamaged(path: string, shown: string): DatabaseSync {
  const open = (): DatabaseSync | undefined => {
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(path, { timeout: 5000, defensive: false });
      // A file that was cut short is read only so.
      database.exec("PRAGMA writable_schema = ON");
      // This reads the first page alone; rows of any table may still be whole where others are not.
      database.prepare("SELECT key FROM archive");
      return database;
    } catch {
      database?.close();
      return undefined;
    }
  };
  const asItIs = open();
  if (asItIs !== undefined) return asItIs;
  const bytes = readFileSync(path);
  if (bytes.length > PAGE_BYTES) {
    const pages = Math.floor(bytes.length / PAGE_BYTES);
    for (const [at, page] of schemaPages(pages)) bytes.set(page, at);
    writeFileSync(path, bytes.subarray(0, pages * PAGE_BYTES));
    const withNewHead = open();
    if (withNewHead !== undefined) return withNewHead;
  }
  throw new ArchiveError(`${shown}: nothing in this file can be read as an archive; run the study again`);
}

/** Kind of a page that holds nothing but the numbers of others (SQLite file format, 1.6). */
const INTERIOR = 5;

/** The pages with the list of tables, of an archive that has so many pages, and where they stand. */
function schemaPages(pages: number): (readonly [at: number, page: Uint8Array])[] {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-repair-"));
  try {
    const path = join(folder, "new.sqlite");
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA journal_mode = WAL; ${TABLES}`);
    database.close();
    const bytes = readFileSync(path);
    // Number of pages, and that it is the number since the last change (SQLite file format, 1.3.7).
    bytes.writeUInt32BE(pages, 28);
    bytes.copy(bytes, 92, 24, 28);
    return [1, ...childrenOfFirstPage(bytes)]
      .map((number) => (number - 1) * PAGE_BYTES)
      .filter((at) => at < pages * PAGE_BYTES)
      .map((at) => [at, bytes.subarray(at, at + PAGE_BYTES)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Numbers of the pages to which the first one points, behind the 100 bytes of the head of the file. */
function childrenOfFirstPage(bytes: Buffer): number[] {
  if (bytes[100] !== INTERIOR) return [];
  const cells = Array.from({ length: bytes.readUInt16BE(103) }, (_, k) => bytes.readUInt16BE(112 + 2 * k));
  return [...cells.map((cell) => bytes.readUInt32BE(cell)), bytes.readUInt32BE(108)];
}

function studyOf(database: DatabaseSync, shown: string, studyText: string | undefined): ResolvedStudy {
  const value = (key: string): SQLOutputValue => {
    try {
      return database.prepare("SELECT value FROM archive WHERE key = ?").get(key)?.["value"] ?? null;
    } catch {
      return null;
    }
  };
  const [format, version] = [value("format"), value("version")];
  const isOther = (found: SQLOutputValue, own: string): boolean => found !== null && found !== own;
  if (isOther(format, ARCHIVE_FORMAT) || isOther(version, String(ARCHIVE_VERSION)))
    throw new ArchiveError(`${shown} is no neurofront archive of version ${ARCHIVE_VERSION}`);
  try {
    return storedStudy(value("study"), value("checksum"));
  } catch {
    try {
      if (studyText !== undefined) return storedStudy(studyText, String(rowChecksum([studyText])));
    } catch {
      // Told below.
    }
    throw new ArchiveError(
      `${shown}: the study in this archive is damaged, and there is no whole resolved.json beside it; run the study again`,
    );
  }
}

/** Rows of a table that are whole, and how many were found that are not. */
interface Whole {
  readonly rows: StoredRow[];
  damaged: number;
}

function salvage(database: DatabaseSync, size_bytes: number, study: ResolvedStudy, to: string): Repair {
  const whole = (table: RowTable, check: (row: StoredRow) => void): Whole => {
    const found: Whole = { rows: [], damaged: 0 };
    const keys = new Set<string>();
    for (const row of readableRows(database, table, size_bytes)) {
      const isWhole = row !== undefined && isWholeRow(table, row, check) && !keys.has(keyOf(table, row));
      if (isWhole) {
        keys.add(keyOf(table, row));
        found.rows.push(row);
      } else found.damaged++;
    }
    return found;
  };
  const searches = new Set(
    study.technologies.flatMap(({ name }) => study.held.accounting.map((one) => `${name}/${one}`)),
  );
  const checkSearch = (row: StoredRow): string => {
    const search = storedSearch(row["search"]);
    if (!searches.has(search)) throw new Error("the study has no such search");
    return search;
  };
  const layouts = new Map<string, ValueLayout>();
  const layout = whole("layout", (row) => {
    checkSearch(row);
    storedLayoutNumber(row["number"]);
    layouts.set(keyOf("layout", row), new ValueLayout(storedText(row["text"])));
  });
  const assessmentOf = (row: StoredRow): Assessment => {
    checkSearch(row);
    return wholeAssessment(row["detail"], (number) => {
      const own = layouts.get(keyOf("layout", { ...row, number }));
      if (own === undefined) throw new Error("its layout is lost");
      return own;
    });
  };
  const checkJudged = (row: StoredRow): void => {
    assessmentOf(row);
    storedNumbers(row["objectives"]);
  };
  const sample = whole("sample", (row) => {
    checkSearch(row);
    storedChips(row);
  });
  const samples = new Set(sample.rows.map((row) => keyOf("sample", row)));
  const chipsOf = new Map<string, readonly string[]>();
  const candidate = whole("candidate", (row) => {
    checkJudged(row);
    storedNumbers(row["coordinates"]);
    storedDesign(row["design"]);
    const own = chipsOfCandidate(row, assessmentOf(row));
    if (own.some((key) => !samples.has(key))) throw new Error("its chips are lost");
    chipsOf.set(keyOf("candidate", row), own);
  });
  const revision = whole("revision", checkJudged);
  const verification = whole("verification", (row) => void assessmentOf(row));
  const note = whole("note", checkSearch);
  const schedule = whole("schedule", (row) => {
    checkSearch(row);
    storedStep(row);
  });

  const steps = [...Map.groupBy(schedule.rows, (row) => row["search"]).values()].flatMap((rows) =>
    unbroken(rows, study),
  );
  const kept = scheduled(candidate.rows, schedule.rows, steps);
  const gaps = gapsOf(kept, revision.rows, sample.rows);
  const damages = [sample, candidate, revision, layout, schedule].reduce((sum, { damaged }) => sum + damaged, 0);
  const isUntouched = damages === 0 && gaps.size === 0;
  const candidates = new Set(kept.map((row) => keyOf("candidate", row)));
  const ofCandidates = new Set([...chipsOf].flatMap(([key, chips]) => (candidates.has(key) ? chips : [])));
  const keep: Readonly<Record<RowTable, readonly StoredRow[]>> = {
    layout: layout.rows,
    candidate: kept,
    note: note.rows,
    revision: isUntouched ? revision.rows : [],
    sample: sample.rows.filter((row) => isUntouched || ofCandidates.has(keyOf("sample", row))),
    schedule: steps,
    verification: isUntouched ? verification.rows.filter((row) => candidates.has(keyOf("candidate", row))) : [],
  };
  write(to, study, keep);
  const found = { layout, candidate, note, revision, sample, schedule, verification };
  const counts = (of: (table: RowTable) => number): Record<RowTable, number> => ({
    layout: of("layout"),
    candidate: of("candidate"),
    note: of("note"),
    revision: of("revision"),
    sample: of("sample"),
    schedule: of("schedule"),
    verification: of("verification"),
  });
  return {
    kept: counts((table) => keep[table].length),
    dropped: counts((table) => found[table].damaged + found[table].rows.length - keep[table].length),
    gaps,
  };
}

function isWholeRow(table: RowTable, row: StoredRow, check: (row: StoredRow) => void): boolean {
  if (row["checksum"] !== rowChecksum(ROW_COLUMNS[table].map((column) => row[column]!))) return false;
  try {
    check(row);
    return true;
  } catch {
    return false;
  }
}

/** The columns that tell the rows of each table apart. */
const KEYS = {
  layout: ["search", "number"],
  candidate: ["search", "candidate"],
  note: ["search", "number"],
  revision: ["search", "candidate", "round"],
  sample: ["search", "candidate", "fidelity", "first"],
  schedule: ["search", "step"],
  verification: ["search", "candidate"],
} as const satisfies Readonly<Record<RowTable, readonly string[]>>;

function keyOf(table: RowTable, row: StoredRow): string {
  return KEYS[table].map((column) => String(row[column])).join(" ");
}

/** The beginning of a schedule up to the first step that is lost. */
function unbroken(rows: readonly StoredRow[], { budget }: ResolvedStudy): StoredRow[] {
  const sorted = rows.toSorted((a, b) => Number(a["step"]) - Number(b["step"]));
  return sorted.slice(0, soundSteps(sorted.map(storedStep), budget.evaluations).length);
}

/** Candidates without those that were told in a step that is lost. Of a search without steps all are kept. */
function scheduled(
  candidates: readonly StoredRow[],
  found: readonly StoredRow[],
  kept: readonly StoredRow[],
): StoredRow[] {
  const searches = new Set(found.map((row) => row["search"]));
  const told = new Set(kept.map((row) => `${String(row["search"])} ${String(row["told"])}`));
  return candidates.filter(
    (row) => !searches.has(row["search"]) || told.has(`${String(row["search"])} ${String(row["candidate"])}`),
  );
}

/** Keys of the chips that were drawn when a candidate was judged first: from number 0, at its fidelity and those below. */
function chipsOfCandidate(row: StoredRow, { monteCarlo, fidelity = "", lower = [] }: Assessment): string[] {
  if (monteCarlo?.sampling === undefined) return [];
  return [fidelity, ...lower.map((one) => one.fidelity)].map((name) =>
    keyOf("sample", { ...row, fidelity: name, first: 0 }),
  );
}

/** How many numbers below the highest are missing, by search. */
function gapsOf(candidates: readonly StoredRow[], ...others: readonly (readonly StoredRow[])[]): Map<string, number> {
  const count = new Map<string, number>();
  const highest = new Map<string, number>();
  for (const row of [candidates, ...others].flat()) {
    const search = String(row["search"]);
    highest.set(search, Math.max(highest.get(search) ?? -1, Number(row["candidate"])));
  }
  for (const row of candidates) count.set(String(row["search"]), (count.get(String(row["search"])) ?? 0) + 1);
  return new Map(
    [...highest]
      .map(([search, top]) => [search, top + 1 - (count.get(search) ?? 0)] as const)
      .filter(([, gap]) => gap > 0),
  );
}

function write(to: string, study: ResolvedStudy, keep: Readonly<Record<RowTable, readonly StoredRow[]>>): void {
  try {
    Archive.create(to, study).close();
    const database = new DatabaseSync(to);
    try {
      database.exec("PRAGMA foreign_keys = ON; BEGIN");
      for (const [table, columns] of Object.entries(ROW_COLUMNS) as [RowTable, readonly string[]][]) {
        const names = [...columns, "checksum"];
        const insert = database.prepare(
          `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
        );
        for (const row of keep[table]) insert.run(...names.map((name) => row[name]!));
      }
      database.exec("COMMIT");
    } finally {
      database.close();
    }
  } catch (error) {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(to + suffix, { force: true });
    throw error;
  }
}
