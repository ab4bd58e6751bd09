import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import type {
  Assessment,
  CandidateRecord,
  ChipSample,
  MetricName,
  ResolvedStudy,
  RevisionRecord,
  ScheduleStep,
  SearchNote,
  VerificationRecord,
  Violation,
} from "@neurofront/core";
import { ArchiveError, damaged, reasonOf, unwritten } from "./archive-error.ts";
import { outlineColumns, outlineOf } from "./candidate-outline.ts";
import type { AppendedVisitor, ReadMark } from "./candidate-outline.ts";
import { METRIC_NAMES, querySql } from "./candidate-query.ts";
import type { CandidateQuery, ListedCandidate } from "./candidate-query.ts";
import { floatBytes } from "./float-bytes.ts";
import { rowChecksum } from "./row-checksum.ts";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, METRIC_COLUMNS, PRESENT, ROW_COLUMNS, TABLES } from "./schema.ts";
import type { RowTable } from "./schema.ts";
import { SearchedDesigns } from "./searched-design.ts";
import { packAssessment, storedAssessment } from "./stored-assessment.ts";
import {
  storedChips,
  storedDesign,
  storedLayoutNumber,
  storedNumbers,
  storedStep,
  storedStudy,
  storedText,
} from "./stored-values.ts";
import { ValueLayouts } from "./value-layouts.ts";
import { damageOf, hasTable, isOfTables } from "./soundness.ts";
import { soundSteps } from "./sound-steps.ts";

export { ArchiveError } from "./archive-error.ts";

/** So long one waits until another has written. */
const PATIENCE_MS = 5000;

/** So long may batches that were written rest with the operating system before the next one waits for the disk. */
const UNSYNCED_MS = 1000;

/**
 * Every candidate of a study in one SQLite file. Write-ahead logging; one transaction a batch; no clock time in it, so
 * that the same study gives the same contents.
 *
 * A process that dies loses what was not appended. When the power fails, batches of the last second before may be lost as well: a commit
 * waits for the disk where the last one that did is {@link UNSYNCED_MS} old. In either case the file is whole, and a run computes
 * again what is missing.
 */
export class Archive {
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #inserts = new Map<string, StatementSync>();
  readonly #layouts = new Map<string, ValueLayouts>();
  #study: ResolvedStudy | undefined;
  #designs: SearchedDesigns | undefined;
  #synced_ms = -Infinity;

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
      database = new DatabaseSync(path, { timeout: PATIENCE_MS });
      database.exec("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;");
      database.exec(`BEGIN; ${TABLES}`);
      const insert = database.prepare("INSERT INTO archive (key, value) VALUES (?, ?)");
      insert.run("format", ARCHIVE_FORMAT);
      insert.run("version", String(ARCHIVE_VERSION));
      const text = JSON.stringify(study);
      insert.run("study", text);
      insert.run("checksum", String(rowChecksum([text])));
      database.exec("COMMIT");
      return new Archive(path, database);
    } catch (error) {
      database?.close();
      throw new ArchiveError(`${path} cannot be written (${reasonOf(error)})`, { cause: error });
    }
  }

  /**
   * Open an archive.
   *
   * @param access `read` leaves the file untouched
   * @throws ArchiveError when there is no such file, it is not an archive, of another version, or damaged
   */
  static open(path: string, access: "read" | "write" = "read"): Archive {
    if (!existsSync(path))
      throw new ArchiveError(
        `${path}: there is no such file; a run writes its archive as archive.sqlite into its output folder`,
      );
    if (!statSync(path).isFile()) throw new ArchiveError(`${path} is not a neurofront archive (it is no file)`);
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(path, { readOnly: access === "read", timeout: PATIENCE_MS });
      const value = (key: string): string | undefined =>
        (database!.prepare("SELECT value FROM archive WHERE key = ?").get(key) as { value: string } | undefined)?.value;
      if (!hasTable(database, "archive")) throw new Error("no such table: archive");
      if (value("format") !== ARCHIVE_FORMAT)
        throw new ArchiveError(`${path} is a database, but not a neurofront archive`);
      if (value("version") !== String(ARCHIVE_VERSION))
        throw new ArchiveError(
          `${path} has archive version ${value("version")}; this neurofront reads version ${ARCHIVE_VERSION}`,
        );
      if (!isOfTables(database)) throw damaged(path, "its tables are not those of an archive");
      const damage = damageOf(database, statSync(path).size, access === "write");
      if (damage !== undefined) throw damaged(path, damage);
      if (access === "write") database.exec("PRAGMA foreign_keys = ON");
      return new Archive(path, database);
    } catch (error) {
      database?.close();
      if (error instanceof ArchiveError) throw error;
      throw new ArchiveError(
        `${path} is not a neurofront archive (${reasonOf(error)}); if it was one, "neurofront repair ${path}" saves what can be read`,
        { cause: error },
      );
    }
  }

  /**
   * Open an archive for writing that this process has opened already: it is not looked through again.
   *
   * @throws ArchiveError when it cannot be opened
   */
  static openBeside(path: string): Archive {
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(path, { timeout: PATIENCE_MS });
      database.exec("PRAGMA foreign_keys = ON");
      return new Archive(path, database);
    } catch (error) {
      database?.close();
      throw new ArchiveError(`${path} cannot be opened once more (${reasonOf(error)})`, { cause: error });
    }
  }

  /** Forget what is known of a search: another thread has written of it. */
  reread(search: string): void {
    this.#layouts.delete(search);
  }

  /** The resolved study this archive belongs to. */
  study(): ResolvedStudy {
    this.#study ??= this.#reading(() => {
      const value = (key: string): SQLOutputValue =>
        this.#database.prepare("SELECT value FROM archive WHERE key = ?").get(key)?.["value"] ?? null;
      return storedStudy(value("study"), value("checksum"));
    });
    return this.#study;
  }

  /**
   * Append a batch, all or nothing.
   *
   * @throws ArchiveWriteError when the disk is full or another program is in the way; what was appended before is kept
   * @param samples the chips that were drawn of its candidates
   * @param steps of an asynchronous search, by which its candidates came
   */
  append(
    records: readonly CandidateRecord[],
    samples: readonly ChipSample[] = [],
    steps: readonly ScheduleStep[] = [],
  ): void {
    const insert = this.#insertion("candidate");
    const designs = this.#searchedDesigns();
    this.#transaction(() => {
      for (const record of records)
        insert(
          record.search,
          record.candidate,
          JSON.stringify(record.coordinates),
          JSON.stringify(designs.searchedPart(record.design, record.search)),
          ...this.#judged(record),
        );
      this.#insertSamples(samples);
      this.#insertSteps(steps);
    });
  }

  /** Append a round of later judgements with the chips drawn for them, all or nothing. */
  revise(records: readonly RevisionRecord[], samples: readonly ChipSample[]): void {
    const insert = this.#insertion("revision");
    this.#transaction(() => {
      for (const record of records) insert(record.search, record.candidate, record.round, ...this.#judged(record));
      this.#insertSamples(samples);
    });
  }

  /** Store verified assessments, all or nothing; one already stored is replaced by its equal. */
  verify(records: readonly VerificationRecord[]): void {
    const insert = this.#insertion("verification", "OR REPLACE");
    this.#transaction(() => {
      for (const record of records) insert(record.search, record.candidate, this.#packed(record));
    });
  }

  /** Store notes, all or nothing; one already stored is replaced by its equal. */
  note(notes: readonly SearchNote[]): void {
    const insert = this.#insertion("note", "OR REPLACE");
    this.#transaction(() => {
      for (const { search, number, assessed, text } of notes) insert(search, number, assessed, text);
    });
  }

  /** Every note, in the order of search and number. */
  notes(): SearchNote[] {
    return this.#rows("note", "search, number", {}, (row) => ({
      search: storedText(row["search"]),
      number: Number(row["number"]),
      assessed: Number(row["assessed"]),
      text: storedText(row["text"]),
    }));
  }

  /**
   * The steps of a search that was made asynchronously, in their order; empty where it was not.
   *
   * @throws ArchiveError when they cannot have been, or a candidate of the search is in none of them
   */
  schedule(search: string): ScheduleStep[] {
    const steps = this.#rows("schedule", "step", { search }, storedStep);
    if (steps.length === 0) return [];
    const isWhole = soundSteps(steps, this.study().budget.evaluations).length === steps.length;
    const { strays } = this.#database
      .prepare(
        "SELECT COUNT(*) AS strays FROM candidate WHERE search = ?1 AND candidate NOT IN (SELECT told FROM schedule WHERE search = ?1 AND told IS NOT NULL)",
      )
      .get(search) as { strays: number };
    if (!isWhole || strays > 0) throw damaged(this.path, `the schedule of ${search} is not what was written`);
    return steps;
  }

  /** Names of the searches that were made asynchronously. */
  asynchronousSearches(): string[] {
    return this.#reading(() =>
      this.#database
        .prepare("SELECT DISTINCT search FROM schedule ORDER BY search")
        .all()
        .map(({ search }) => storedText(search)),
    );
  }

  /** Every candidate as last judged, in the order of search and number; of one search, or that one alone, when named. */
  candidates(search?: string, candidate?: number): CandidateRecord[] {
    const last = new Map<string, RevisionRecord>();
    for (const revision of this.revisions(search, candidate))
      last.set(`${revision.search} ${revision.candidate}`, revision);
    const designs = this.#searchedDesigns();
    return this.firstJudged(search, candidate).map((record) => {
      const revision = last.get(`${record.search} ${record.candidate}`);
      if (revision === undefined) return record;
      const { assessment, objectives, violation } = revision;
      const design = designs.atFidelity(record.design, record.search, assessment.fidelity);
      return { ...record, design, assessment, objectives, violation };
    });
  }

  /**
   * Hand on what was appended since a mark, one by one: who keeps little of a hundred thousand candidates needs little memory.
   *
   * @param metrics those that are read
   * @param since from the start where absent
   * @returns the mark from which on to read the next time
   */
  visitAppended(
    metrics: readonly MetricName[],
    visitor: AppendedVisitor,
    since: ReadMark = { candidates: 0, revisions: 0 },
  ): ReadMark {
    const columns = outlineColumns(metrics);
    let { candidates, revisions } = since;
    const added = `SELECT ${columns}, design, rowid FROM candidate WHERE rowid > ? ORDER BY rowid`;
    for (const row of this.#iterated(added, [candidates])) {
      visitor.candidate(outlineOf(row, metrics), row.at(-2) as string);
      candidates = row.at(-1) as number;
    }
    const revised = `SELECT ${columns}, rowid FROM revision WHERE rowid > ? ORDER BY rowid`;
    for (const row of this.#iterated(revised, [revisions])) {
      visitor.revision(outlineOf(row, metrics));
      revisions = row.at(-1) as number;
    }
    return { candidates, revisions };
  }

  /** How many candidates of each search stand at each fidelity, as last judged; null where the technology has but one. */
  counts(): { readonly search: string; readonly fidelity: string | null; readonly count: number }[] {
    // Without fidelities the index of the primary key is enough, which is a hundredth of the file.
    const sql = this.study().technologies.some(({ fidelities = [] }) => fidelities.length > 0)
      ? `SELECT search, fidelity, count(*) AS count FROM ${this.#present()} GROUP BY search, fidelity ORDER BY search, fidelity`
      : "SELECT search, NULL AS fidelity, count(*) AS count FROM candidate GROUP BY search ORDER BY search";
    const rows = this.#database.prepare(sql).all();
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

  /**
   * Every candidate as it was judged when it was appended, in the order of search and number; of one search, when named, or of it that one
   * alone, or those from it to a last one.
   */
  firstJudged(search?: string, candidate?: number, last?: number): CandidateRecord[] {
    const designs = this.#searchedDesigns();
    return this.#rows("candidate", "search, candidate", { search, candidate, last }, (row) => {
      const judged = this.#judgedOf(row);
      const design = designs.wholeDesign(storedDesign(row["design"]), judged.search);
      return {
        ...judged,
        coordinates: storedNumbers(row["coordinates"]),
        design: designs.atFidelity(design, judged.search, judged.assessment.fidelity),
      };
    });
  }

  /** The largest number of a candidate of a search; -1 where there is none. */
  lastCandidate(search: string): number {
    const { last } = this.#database
      .prepare("SELECT MAX(candidate) AS last FROM candidate WHERE search = ?")
      .get(search) as { last: number | null };
    return last ?? -1;
  }

  /** Every later judgement, in the order of search, round and number; of one search, or candidate, when named. */
  revisions(search?: string, candidate?: number): RevisionRecord[] {
    return this.#rows("revision", "search, round, candidate", { search, candidate }, (row) => ({
      ...this.#judgedOf(row),
      round: Number(row["round"]),
    }));
  }

  /** Every chip drawn by a search, block by block, in the order of search, candidate and chip; of one search when named. */
  samples(search?: string): ChipSample[] {
    return this.#rows("sample", "search, candidate, fidelity, first", { search }, storedChips);
  }

  /** Every verified assessment. */
  verifications(): VerificationRecord[] {
    return this.#rows("verification", "search, candidate", {}, (row) => ({
      search: storedText(row["search"]),
      candidate: Number(row["candidate"]),
      assessment: this.#assessmentOf(row),
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

  /** The same one after the other, for those of which nothing is kept. */
  #iterated(sql: string, values: readonly SQLInputValue[]): IterableIterator<unknown[]> {
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    return statement.iterate(...values) as unknown as IterableIterator<unknown[]>;
  }

  /** Rows of a table as records, each checked against its checksum; of one search, or candidate, or those up to a last one, when named. */
  #rows<RowRecord>(
    table: RowTable,
    order: string,
    {
      search,
      candidate,
      last,
    }: {
      readonly search?: string | undefined;
      readonly candidate?: number | undefined;
      readonly last?: number | undefined;
    },
    recordOf: (row: Readonly<Record<string, SQLOutputValue>>) => RowRecord,
  ): RowRecord[] {
    return this.#reading(() => {
      const columns: readonly string[] = ROW_COLUMNS[table];
      const conditions: readonly (readonly [sql: string, value: string | number | undefined])[] = [
        ["search = ?", search],
        [last === undefined ? "candidate = ?" : "candidate >= ?", candidate],
        ["candidate <= ?", last],
      ];
      const wanted = conditions.filter((one): one is [string, string | number] => one[1] !== undefined);
      const where = wanted.length === 0 ? "" : `WHERE ${wanted.map(([sql]) => sql).join(" AND ")}`;
      const statement = this.#database.prepare(
        `SELECT ${quoted([...columns, "checksum"])} FROM ${table} ${where} ORDER BY ${order}`,
      );
      const records: RowRecord[] = [];
      // One by one: a hundred thousand rows beside their records would fill the memory.
      for (const row of statement.iterate(...wanted.map(([, value]) => value))) {
        if (row["checksum"] !== rowChecksum(columns.map((column) => row[column]!)))
          throw damaged(this.path, `a row of the table ${table} is not what was written`);
        records.push(recordOf(row));
      }
      return records;
    });
  }

  /** What a read finds wrong, as damage of this file. */
  #reading<Result>(read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      throw error instanceof ArchiveError ? error : damaged(this.path, reasonOf(error), error);
    }
  }

  /** Insert rows into a table, each with its checksum; the values in the order of the table's columns. */
  #insertion(table: RowTable, conflict = ""): (...values: SQLInputValue[]) => void {
    const insert = this.#insertStatement(table, conflict);
    return (...values) => insert.run(...values, rowChecksum(values as SQLOutputValue[]));
  }

  #insertStatement(table: RowTable, conflict: string): StatementSync {
    const key = `${conflict} ${table}`;
    let insert = this.#inserts.get(key);
    if (insert === undefined) {
      const columns = [...ROW_COLUMNS[table], "checksum"];
      insert = this.#database.prepare(
        `INSERT ${conflict} INTO ${table} (${quoted(columns)}) VALUES (${columns.map(() => "?").join(", ")})`,
      );
      this.#inserts.set(key, insert);
    }
    return insert;
  }

  #judgedOf(row: Readonly<Record<string, SQLOutputValue>>) {
    const search = storedText(row["search"]);
    return {
      search,
      candidate: Number(row["candidate"]),
      assessment: this.#assessmentOf(row),
      objectives: storedNumbers(row["objectives"]),
      violation: Number(row["violation"]),
    };
  }

  /** The values that an append and a revision share. */
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
      this.#packed(record),
    ];
  }

  #insertSamples(samples: readonly ChipSample[]): void {
    const insert = this.#insertion("sample");
    for (const { search, candidate, fidelity, first, clean, test } of samples)
      insert(search, candidate, fidelity, first, clean.length, floatBytes(clean), floatBytes(test));
  }

  #insertSteps(steps: readonly ScheduleStep[]): void {
    if (steps.length === 0) return;
    const insert = this.#insertion("schedule");
    for (const { search, step, told, asked } of steps) insert(search, step, told, asked);
  }

  #searchedDesigns(): SearchedDesigns {
    return (this.#designs ??= new SearchedDesigns(this.study()));
  }

  #packed({ search, assessment }: Pick<CandidateRecord, "search" | "assessment">): Uint8Array {
    return packAssessment(assessment, this.#layoutsOf(search));
  }

  #assessmentOf(row: Readonly<Record<string, SQLOutputValue>>): Assessment {
    const layouts = this.#layoutsOf(storedText(row["search"]));
    return storedAssessment(
      row["detail"],
      (number) => layouts.layout(number),
      (why) => damaged(this.path, why),
    );
  }

  /** The layouts of the assessments of a search, stored beside them. */
  #layoutsOf(search: string): ValueLayouts {
    const known = this.#layouts.get(search);
    if (known !== undefined) return known;
    const select = `SELECT search, number, text, checksum FROM layout WHERE search = ?`;
    const checked = (row: Readonly<Record<string, SQLOutputValue>> | undefined): [number: number, text: string] => {
      if (row === undefined) throw damaged(this.path, `a layout of ${search} is missing`);
      if (row["checksum"] !== rowChecksum(ROW_COLUMNS.layout.map((column) => row[column]!)))
        throw damaged(this.path, `a layout of ${search} is not what was written`);
      return [storedLayoutNumber(row["number"]), storedText(row["text"])];
    };
    const one = this.#database.prepare(`${select} AND number = ?`);
    const layouts = new ValueLayouts(
      this.#database.prepare(select).all(search).map(checked),
      (number) => checked(one.get(search, number))[1],
      (number, text) => this.#insertion("layout")(search, number, text),
    );
    this.#layouts.set(search, layouts);
    return layouts;
  }

  #transaction(write: () => void): void {
    try {
      const isToBeSynced = performance.now() - this.#synced_ms > UNSYNCED_MS;
      this.#database.exec(`PRAGMA synchronous = ${isToBeSynced ? "FULL" : "NORMAL"}; BEGIN IMMEDIATE`);
      write();
      this.#database.exec("COMMIT");
      if (isToBeSynced) this.#synced_ms = performance.now();
    } catch (error) {
      // A full disk has ended the transaction already.
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      // What the transaction put there is gone.
      this.#layouts.clear();
      throw unwritten(this.path, error);
    }
  }
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(", ");
}

function worstViolation(violations: readonly Violation[]): Violation | undefined {
  return violations.filter(({ kind }) => kind !== "warning").toSorted((a, b) => b.amount - a.amount)[0];
}
