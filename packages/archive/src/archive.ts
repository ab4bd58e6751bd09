import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type {
  Assessment,
  CandidateRecord,
  ResolvedStudy,
  SearchNote,
  VerificationRecord,
  Violation,
} from "@neurofront/core";
import { packJson, unpackJson } from "./packed-json.ts";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, METRIC_COLUMNS, TABLES } from "./schema.ts";
import { searchedPart, wholeDesign } from "./searched-design.ts";

/** An archive that cannot be used, with what the person can do about it. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/**
 * Every candidate of a study in one SQLite file. Write-ahead logging; one transaction a batch; no clock time in it, so
 * that the same study gives the same contents.
 */
export class Archive {
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #dictionaries = new Map<string, string>();

  private constructor(path: string, database: DatabaseSync) {
    this.path = path;
    this.#database = database;
  }

  /**
   * Make a new archive for a study.
   *
   * @throws ArchiveError when the file exists or cannot be written
   */
  static create(path: string, study: ResolvedStudy): Archive {
    if (existsSync(path)) throw new ArchiveError(`${path} exists already; open it to resume, or choose another folder`);
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(path);
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
      database.exec("BEGIN");
      database.exec(TABLES);
      const insert = database.prepare("INSERT INTO archive (key, value) VALUES (?, ?)");
      insert.run("format", ARCHIVE_FORMAT);
      insert.run("version", String(ARCHIVE_VERSION));
      insert.run("study", JSON.stringify(study));
      database.exec("COMMIT");
      return new Archive(path, database);
    } catch (error) {
      database?.close();
      throw new ArchiveError(`${path} cannot be written (${error instanceof Error ? error.message : String(error)})`, {
        cause: error,
      });
    }
  }

  /**
   * Open an archive.
   *
   * @param access `read` leaves the file untouched
   * @throws ArchiveError when there is no such file, it is not an archive, or of another version
   */
  static open(path: string, access: "read" | "write" = "read"): Archive {
    if (!existsSync(path))
      throw new ArchiveError(
        `${path}: there is no such file; a run writes its archive as archive.sqlite into its output folder`,
      );
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(path, { readOnly: access === "read", timeout: 5000 });
      const value = (key: string): string | undefined =>
        (database!.prepare("SELECT value FROM archive WHERE key = ?").get(key) as { value: string } | undefined)?.value;
      if (value("format") !== ARCHIVE_FORMAT)
        throw new ArchiveError(`${path} is a database, but not a neurofront archive`);
      if (value("version") !== String(ARCHIVE_VERSION))
        throw new ArchiveError(
          `${path} has archive version ${value("version")}; this neurofront reads version ${ARCHIVE_VERSION}`,
        );
      if (access === "write") database.exec("PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;");
      return new Archive(path, database);
    } catch (error) {
      database?.close();
      if (error instanceof ArchiveError) throw error;
      throw new ArchiveError(
        `${path} is not a neurofront archive (${error instanceof Error ? error.message : String(error)})`,
        { cause: error },
      );
    }
  }

  /** The resolved study this archive belongs to. */
  study(): ResolvedStudy {
    const row = this.#database.prepare("SELECT value FROM archive WHERE key = 'study'").get() as
      | { value: string }
      | undefined;
    if (row === undefined) throw new ArchiveError(`${this.path} holds no study`);
    return JSON.parse(row.value) as ResolvedStudy;
  }

  /** Append a batch, all or nothing. */
  append(records: readonly CandidateRecord[]): void {
    const columns = METRIC_COLUMNS.map(({ column }) => `"${column}"`).join(", ");
    const marks = METRIC_COLUMNS.map(() => "?").join(", ");
    const insert = this.#database.prepare(
      `INSERT INTO candidate (search, candidate, status, violation, reason, ${columns}, objectives, coordinates, design, detail) VALUES (?, ?, ?, ?, ?, ${marks}, ?, ?, ?, ?)`,
    );
    const study = this.study();
    this.#transaction(() => {
      for (const record of records) {
        const { metrics } = record.assessment;
        insert.run(
          record.search,
          record.candidate,
          record.assessment.status,
          record.violation,
          worstViolation(record.assessment.violations)?.code ?? null,
          ...METRIC_COLUMNS.map(({ metric }) => metrics[metric] ?? null),
          JSON.stringify(record.objectives),
          JSON.stringify(record.coordinates),
          JSON.stringify(searchedPart(record.design, record.search, study)),
          packJson(record.assessment, this.#dictionary(record.search, record.assessment)),
        );
      }
    });
  }

  /** Store verified assessments, all or nothing; one already stored is replaced by its equal. */
  verify(records: readonly VerificationRecord[]): void {
    const insert = this.#database.prepare(
      "INSERT OR REPLACE INTO verification (search, candidate, detail) VALUES (?, ?, ?)",
    );
    this.#transaction(() => {
      for (const record of records)
        insert.run(
          record.search,
          record.candidate,
          packJson(record.assessment, this.#dictionary(record.search, record.assessment)),
        );
    });
  }

  /** Store notes, all or nothing; one already stored is replaced by its equal. */
  note(notes: readonly SearchNote[]): void {
    const insert = this.#database.prepare(
      "INSERT OR REPLACE INTO note (search, number, assessed, text) VALUES (?, ?, ?, ?)",
    );
    this.#transaction(() => {
      for (const { search, number, assessed, text } of notes) insert.run(search, number, assessed, text);
    });
  }

  /** Every note, in the order of search and number. */
  notes(): SearchNote[] {
    const rows = this.#database
      .prepare("SELECT search, number, assessed, text FROM note ORDER BY search, number")
      .all() as unknown as SearchNote[];
    return rows.map(({ search, number, assessed, text }) => ({ search, number, assessed, text }));
  }

  /** Every candidate in the order of search and number; of one search when named. */
  candidates(search?: string): CandidateRecord[] {
    const where = search === undefined ? "" : "WHERE search = ?";
    const rows = this.#database
      .prepare(
        `SELECT search, candidate, violation, objectives, coordinates, design, detail FROM candidate ${where} ORDER BY search, candidate`,
      )
      .all(...(search === undefined ? [] : [search])) as unknown as CandidateRow[];
    const study = this.study();
    return rows.map((row) => ({
      search: row.search,
      candidate: row.candidate,
      coordinates: JSON.parse(row.coordinates) as number[],
      design: wholeDesign(JSON.parse(row.design) as CandidateRecord["design"], row.search, study),
      assessment: unpackJson(row.detail, this.#dictionary(row.search)) as CandidateRecord["assessment"],
      objectives: JSON.parse(row.objectives) as number[],
      violation: row.violation,
    }));
  }

  /** Every verified assessment. */
  verifications(): VerificationRecord[] {
    const rows = this.#database
      .prepare("SELECT search, candidate, detail FROM verification ORDER BY search, candidate")
      .all() as unknown as VerificationRow[];
    return rows.map((row) => ({
      search: row.search,
      candidate: row.candidate,
      assessment: unpackJson(row.detail, this.#dictionary(row.search)) as VerificationRecord["assessment"],
    }));
  }

  close(): void {
    this.#database.close();
  }

  /** The dictionary of a search: the first assessment that is appended, stored beside it. */
  #dictionary(search: string, first?: Assessment): string {
    const known = this.#dictionaries.get(search);
    if (known !== undefined) return known;
    const row = this.#database.prepare("SELECT text FROM dictionary WHERE search = ?").get(search) as
      | { text: string }
      | undefined;
    const text = row?.text ?? JSON.stringify(first);
    if (row === undefined)
      this.#database.prepare("INSERT INTO dictionary (search, text) VALUES (?, ?)").run(search, text);
    this.#dictionaries.set(search, text);
    return text;
  }

  #transaction(write: () => void): void {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      write();
      this.#database.exec("COMMIT");
    } catch (error) {
      this.#database.exec("ROLLBACK");
      // What the transaction put there is gone.
      this.#dictionaries.clear();
      throw error;
    }
  }
}

interface CandidateRow {
  readonly search: string;
  readonly candidate: number;
  readonly violation: number;
  readonly objectives: string;
  readonly coordinates: string;
  readonly design: string;
  readonly detail: Uint8Array;
}

interface VerificationRow {
  readonly search: string;
  readonly candidate: number;
  readonly detail: Uint8Array;
}

function worstViolation(violations: readonly Violation[]): Violation | undefined {
  return violations.filter(({ kind }) => kind !== "warning").toSorted((a, b) => b.amount - a.amount)[0];
}
