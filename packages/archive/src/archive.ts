import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue } from "node:sqlite";
import type {
  Assessment,
  CandidateRecord,
  ChipSample,
  MetricName,
  ResolvedStudy,
  RevisionRecord,
  SearchNote,
  VerificationRecord,
  Violation,
} from "@neurofront/core";
import { outlineColumns, outlineOf } from "./candidate-outline.ts";
import type { Appended, ReadMark } from "./candidate-outline.ts";
import { METRIC_NAMES, querySql } from "./candidate-query.ts";
import type { CandidateQuery, ListedCandidate } from "./candidate-query.ts";
import { bytesToFloats, floatBytes } from "./float-bytes.ts";
import { packJson, unpackJson } from "./packed-json.ts";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, METRIC_COLUMNS, PRESENT, TABLE_NAMES, TABLES } from "./schema.ts";
import { designAtFidelity, searchedPart, wholeDesign } from "./searched-design.ts";

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
      refuseForeignTables(path, database);
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

  /**
   * Append a batch, all or nothing.
   *
   * @param samples the chips that were drawn of its candidates
   */
  append(records: readonly CandidateRecord[], samples: readonly ChipSample[] = []): void {
    const insert = this.#database.prepare(
      `INSERT INTO candidate (search, candidate, coordinates, design, ${JUDGED}) VALUES (?, ?, ?, ?, ${JUDGED_MARKS})`,
    );
    const study = this.study();
    this.#transaction(() => {
      for (const record of records)
        insert.run(
          record.search,
          record.candidate,
          JSON.stringify(record.coordinates),
          JSON.stringify(searchedPart(record.design, record.search, study)),
          ...this.#judged(record),
        );
      this.#insertSamples(samples);
    });
  }

  /** Append a round of later judgements with the chips drawn for them, all or nothing. */
  revise(records: readonly RevisionRecord[], samples: readonly ChipSample[]): void {
    const insert = this.#database.prepare(
      `INSERT INTO revision (search, candidate, round, ${JUDGED}) VALUES (?, ?, ?, ${JUDGED_MARKS})`,
    );
    this.#transaction(() => {
      for (const record of records) insert.run(record.search, record.candidate, record.round, ...this.#judged(record));
      this.#insertSamples(samples);
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

  /** Every candidate as last judged, in the order of search and number; of one search, or that one alone, when named. */
  candidates(search?: string, candidate?: number): CandidateRecord[] {
    const last = new Map<string, RevisionRecord>();
    for (const revision of this.revisions(search, candidate))
      last.set(`${revision.search} ${revision.candidate}`, revision);
    const study = this.study();
    return this.firstJudged(search, candidate).map((record) => {
      const revision = last.get(`${record.search} ${record.candidate}`);
      if (revision === undefined) return record;
      const { assessment, objectives, violation } = revision;
      const design = designAtFidelity(record.design, record.search, assessment.fidelity, study);
      return { ...record, design, assessment, objectives, violation };
    });
  }

  /**
   * What was appended since a mark; everything from the start without one.
   *
   * @param metrics those that are read
   */
  appended(metrics: readonly MetricName[], since: ReadMark = { candidates: 0, revisions: 0 }): Appended {
    const candidates = this.#arrays(
      `SELECT ${outlineColumns(metrics)}, design, rowid FROM candidate WHERE rowid > ? ORDER BY rowid`,
      [since.candidates],
    );
    const revisions = this.#arrays(
      `SELECT ${outlineColumns(metrics)}, rowid FROM revision WHERE rowid > ? ORDER BY rowid`,
      [since.revisions],
    );
    return {
      candidates: candidates.map((row) => Object.assign(outlineOf(row, metrics), { design: row.at(-2) as string })),
      revisions: revisions.map((row) => outlineOf(row, metrics)),
      mark: {
        candidates: (candidates.at(-1)?.at(-1) as number | undefined) ?? since.candidates,
        revisions: (revisions.at(-1)?.at(-1) as number | undefined) ?? since.revisions,
      },
    };
  }

  /** How many candidates of each search stand at each fidelity, as last judged; null where the technology has but one. */
  counts(): { readonly search: string; readonly fidelity: string | null; readonly count: number }[] {
    const rows = this.#database
      .prepare(
        `SELECT search, fidelity, count(*) AS count FROM ${this.#present()} GROUP BY search, fidelity ORDER BY search, fidelity`,
      )
      .all();
    return rows.map(({ search, fidelity, count }) => ({
      search: search as string,
      fidelity: fidelity as string | null,
      count: count as number,
    }));
  }

  /** How many designs were verified. */
  verifiedCount(): number {
    return (this.#database.prepare("SELECT count(*) AS count FROM verification").get() as { count: number }).count;
  }

  /** A page of the candidates that a query asks for, as last judged, and how many there are in all. */
  query(query: CandidateQuery): { readonly rows: readonly ListedCandidate[]; readonly count: number } {
    const { page, count } = querySql(query, this.#present());
    const [total] = this.#arrays(count.sql, count.values);
    return {
      rows: this.#arrays(page.sql, page.values).map((row) => ({
        ...outlineOf(row, METRIC_NAMES),
        design: JSON.parse(row.at(-1) as string) as ListedCandidate["design"],
      })),
      count: total![0] as number,
    };
  }

  /** Every candidate as it was judged when it was appended, in the order of search and number; of one search, or that one alone, when named. */
  firstJudged(search?: string, candidate?: number): CandidateRecord[] {
    const rows = this.#rows<CandidateRow>(
      "search, candidate, violation, objectives, coordinates, design, detail",
      "candidate",
      "search, candidate",
      search,
      candidate,
    );
    const study = this.study();
    return rows.map((row) => {
      const assessment = unpackJson(row.detail, this.#dictionary(row.search)) as Assessment;
      const design = wholeDesign(JSON.parse(row.design) as CandidateRecord["design"], row.search, study);
      return {
        search: row.search,
        candidate: row.candidate,
        coordinates: JSON.parse(row.coordinates) as number[],
        design: designAtFidelity(design, row.search, assessment.fidelity, study),
        assessment,
        objectives: JSON.parse(row.objectives) as number[],
        violation: row.violation,
      };
    });
  }

  /** Every later judgement, in the order of search, round and number; of one search, or candidate, when named. */
  revisions(search?: string, candidate?: number): RevisionRecord[] {
    return this.#rows<RevisionRow>(
      "search, candidate, round, violation, objectives, detail",
      "revision",
      "search, round, candidate",
      search,
      candidate,
    ).map((row) => ({
      search: row.search,
      candidate: row.candidate,
      round: row.round,
      assessment: unpackJson(row.detail, this.#dictionary(row.search)) as Assessment,
      objectives: JSON.parse(row.objectives) as number[],
      violation: row.violation,
    }));
  }

  /** Every chip drawn by a search, block by block, in the order of search, candidate and chip; of one search when named. */
  samples(search?: string): ChipSample[] {
    return this.#rows<SampleRow>(
      "search, candidate, fidelity, first, clean, test",
      "sample",
      "search, candidate, fidelity, first",
      search,
    ).map((row) => ({
      search: row.search,
      candidate: row.candidate,
      fidelity: row.fidelity,
      first: row.first,
      clean: bytesToFloats(row.clean),
      test: bytesToFloats(row.test),
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

  /**
   * Where the last judgements stand, for a statement: the first ones where nothing was judged again. The text of the view and not
   * its name, because an archive of a stranger may hold another view.
   */
  #present(): string {
    const isRevised = this.#database.prepare("SELECT 1 FROM revision LIMIT 1").get() !== undefined;
    return isRevised ? `(${PRESENT})` : "candidate";
  }

  /** Rows as arrays, which many of are read in half the time of objects. */
  #arrays(sql: string, values: readonly SQLInputValue[]): unknown[][] {
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    return statement.all(...values) as unknown as unknown[][];
  }

  #rows<Row>(columns: string, table: string, order: string, search?: string, candidate?: number): Row[] {
    const conditions = [
      ...(search === undefined ? [] : ["search = ?"]),
      ...(candidate === undefined ? [] : ["candidate = ?"]),
    ];
    const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
    return this.#database
      .prepare(`SELECT ${columns} FROM ${table} ${where} ORDER BY ${order}`)
      .all(...[search, candidate].filter((value) => value !== undefined)) as unknown as Row[];
  }

  /** The values of {@link JUDGED}. */
  #judged(record: Pick<CandidateRecord, "search" | "assessment" | "objectives" | "violation">): SQLInputValue[] {
    const { status, violations, metrics, monteCarlo, fidelity } = record.assessment;
    return [
      status,
      record.violation,
      worstViolation(violations)?.code ?? null,
      fidelity ?? null,
      monteCarlo?.clean.chips ?? null,
      ...METRIC_COLUMNS.map(({ metric }) => metrics[metric] ?? null),
      JSON.stringify(record.objectives),
      packJson(record.assessment, this.#dictionary(record.search, record.assessment)),
    ];
  }

  #insertSamples(samples: readonly ChipSample[]): void {
    const insert = this.#database.prepare(
      "INSERT INTO sample (search, candidate, fidelity, first, chips, clean, test) VALUES (?, ?, ?, ?, ?, ?, ?)",
    );
    for (const { search, candidate, fidelity, first, clean, test } of samples)
      insert.run(search, candidate, fidelity, first, clean.length, floatBytes(clean), floatBytes(test));
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

/** The columns that an append and a revision share. */
const JUDGED = `status, violation, reason, fidelity, chips, ${METRIC_COLUMNS.map(({ column }) => `"${column}"`).join(", ")}, objectives, detail`;
const JUDGED_MARKS = JUDGED.replaceAll(/[^,\s]+/gu, "?");

interface RevisionRow {
  readonly search: string;
  readonly candidate: number;
  readonly round: number;
  readonly violation: number;
  readonly objectives: string;
  readonly detail: Uint8Array;
}

interface SampleRow {
  readonly search: string;
  readonly candidate: number;
  readonly fidelity: string;
  readonly first: number;
  readonly clean: Uint8Array;
  readonly test: Uint8Array;
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

/** A view in the place of a table could compute for ever when it is read. */
function refuseForeignTables(path: string, database: DatabaseSync): void {
  const found = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const names = new Set(found.map(({ name }) => name));
  const missing = TABLE_NAMES.filter((name) => !names.has(name));
  if (missing.length > 0)
    throw new ArchiveError(`${path} lacks ${missing.join(", ")} among its tables; it is damaged or was made by hand`);
}

function worstViolation(violations: readonly Violation[]): Violation | undefined {
  return violations.filter(({ kind }) => kind !== "warning").toSorted((a, b) => b.amount - a.amount)[0];
}
