import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import { isMadeBy, rowChecksum } from "@neurofront/archive";
import { CACHE_TABLES } from "./cache-tables.ts";
import { clearResults, groupsOf } from "./cache-contents.ts";
import type { CacheContents, CacheSelection } from "./cache-contents.ts";
import type { CachedResult } from "./cached-result.ts";

/** The file of a cache in its folder. The number is that of its tables: versions of the program with others have a file of their own. */
export function cacheFile(folder: string): string {
  return join(folder, "results-1.sqlite");
}

/** How a cache is kept. */
export interface CacheSettings {
  /** Told once, as a sentence, when results cannot be kept. */
  readonly onTrouble?: (text: string) => void;
  /** Beyond this size the results go that were not asked for longest; default 1 GiB. */
  readonly limit_bytes?: number;
  /** Seconds since 1970. */
  readonly now_s?: () => number;
}

const LIMIT_BYTES = 2 ** 30;
/** What is above the limit is cleared down to this share of it, so that not every write has to. */
const ROOM = 0.9;
/** A larger result would push out too much else. */
const LARGEST_SHARE = 0.25;
/** So long one waits for another process, whose transactions take milliseconds. */
const PATIENCE_MS = 2000;
/** That a result was found is written down with the next one that is kept, and after so many. */
const MOST_UNTOLD = 1000;

/** Primary SQLite result codes (sqlite.org/rescode.html). */
const BUSY: ReadonlySet<number> = new Set([5, 6]);
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);
/** So often one begins again with another file. */
const MOST_RENEWALS = 3;

/**
 * Results of earlier runs by content, in one SQLite file that any number of processes use at once. A process that dies at any moment loses
 * what it was about to keep, and nothing else.
 *
 * Nothing that happens to a cache stops its user: a row that is not what was written is dropped and counts as absent, so does a file that
 * is no cache, and where nothing can be written the results are computed again next time.
 */
export class ResultCache {
  readonly path: string;
  readonly #folder: string;
  readonly #settings: Required<CacheSettings>;
  #database: OpenedCache | undefined;
  #isKept = true;
  #renewals = 0;
  #found = new Map<number, number>();

  /** Open the cache of a folder, which is made where there is none. */
  constructor(folder: string, settings: CacheSettings = {}) {
    this.path = cacheFile(folder);
    this.#folder = folder;
    this.#settings = {
      onTrouble: () => undefined,
      limit_bytes: LIMIT_BYTES,
      now_s: () => Math.floor(Date.now() / 1000),
      ...settings,
    };
    this.#open();
  }

  /** The bytes that were kept under a key; undefined where there are none. */
  read(key: string): Uint8Array | undefined {
    return this.#tried(({ database, select }) => {
      const row = select.get(key);
      if (row === undefined) return undefined;
      const id = Number(row["id"]);
      const { kind, models, value, checksum } = row;
      if (!(value instanceof Uint8Array) || checksum !== rowChecksum([key, kind!, models!, value])) {
        database.prepare("DELETE FROM result WHERE id = ?").run(id);
        return undefined;
      }
      this.#found.set(id, (this.#found.get(id) ?? 0) + 1);
      if (this.#found.size >= MOST_UNTOLD) this.write([]);
      return value;
    });
  }

  /**
   * Keep results, all or nothing; one under the same key is replaced.
   *
   * @returns how many are kept
   */
  write(results: readonly CachedResult[]): number {
    if (!this.#isKept) return 0;
    // Somebody may have removed or replaced it; what is written into a file without a name is lost.
    if (this.#database !== undefined && fileNumber(this.path) !== this.#database.file) this.#renew(false);
    const { limit_bytes, now_s } = this.#settings;
    const small = results.filter(({ bytes }) => bytes.length <= LARGEST_SHARE * limit_bytes);
    const kept = this.#tried(({ database }) => {
      const insert = database.prepare(
        `INSERT INTO result (key, kind, models, value, checksum) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, models = excluded.models, value = excluded.value, checksum = excluded.checksum
         RETURNING id`,
      );
      const use = database.prepare("INSERT OR IGNORE INTO usage (id, made_s, used_s, hits) VALUES (?1, ?2, ?2, 0)");
      transaction(database, () => {
        this.#tell(database);
        for (const { key, kind, models, bytes } of small) {
          const origins = JSON.stringify(models);
          const { id } = insert.get(key, kind, origins, bytes, rowChecksum([key, kind, origins, bytes]))!;
          use.run(id!, now_s());
        }
        this.#makeRoom(database);
      });
      return small.length;
    });
    return kept ?? 0;
  }

  /** What the cache holds. */
  contents(): CacheContents {
    const { limit_bytes } = this.#settings;
    const found = this.#tried(({ database }) => ({ size_bytes: sizeOf(database).file, groups: groupsOf(database) }));
    return { path: this.path, limit_bytes, ...(found ?? { size_bytes: 0, groups: [] }) };
  }

  /**
   * Delete results, and give their room back to the disk.
   *
   * @returns how many are gone; undefined where they could not be deleted
   */
  clear(selection: CacheSelection = {}): number | undefined {
    const gone = this.#tried(({ database }) => {
      let count = 0;
      transaction(database, () => (count = clearResults(database, selection)));
      return count;
    });
    if (gone !== undefined && gone > 0)
      // Another process that reads at this moment keeps the file as long as it is.
      this.#tried(({ database }) => database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"));
    return gone;
  }

  close(): void {
    if (this.#found.size > 0) this.write([]);
    const opened = this.#database;
    this.#database = undefined;
    try {
      opened?.database.close();
    } catch {
      // What could not be written is computed again.
    }
  }

  #open(): void {
    try {
      // What others could write here would be believed.
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      this.#database = openCache(this.path);
    } catch (error) {
      this.#mend(error);
    }
  }

  /** What work finds; undefined where the cache is of no use. */
  #tried<Found>(work: (opened: OpenedCache) => Found): Found | undefined {
    if (this.#database === undefined) return undefined;
    try {
      return work(this.#database);
    } catch (error) {
      this.#mend(error);
      return undefined;
    }
  }

  /** Go on after an error, with a new file where this one is damaged. */
  #mend(error: unknown): void {
    const { errcode, code, message } = error as NodeJS.ErrnoException & { readonly errcode?: number };
    const primary = (errcode ?? 0) & 0xff;
    if (BUSY.has(primary)) return;
    const isDamaged = DAMAGED.has(primary) || error instanceof ForeignFileError;
    if (isDamaged && this.#renewals < MOST_RENEWALS) {
      this.#renewals++;
      this.#renew(true);
      return;
    }
    if (code === undefined && !isDamaged) throw error;
    this.#isKept = false;
    this.#found.clear();
    this.#settings.onTrouble(`results are not kept for other runs, ${this.path} cannot be used (${message})`);
  }

  /** Begin again with the file that is there now, or an empty one. */
  #renew(isDamaged: boolean): void {
    const opened = this.#database;
    this.#database = undefined;
    this.#found.clear();
    try {
      opened?.database.close();
      if (isDamaged) for (const suffix of ["", "-wal", "-shm"]) rmSync(this.path + suffix, { force: true });
    } catch (error) {
      this.#mend(error);
      return;
    }
    this.#open();
  }

  /** Write down what was found since the last time. */
  #tell(database: DatabaseSync): void {
    const { now_s } = this.#settings;
    const update = database.prepare("UPDATE usage SET used_s = max(used_s, ?), hits = hits + ? WHERE id = ?");
    for (const [id, hits] of this.#found) update.run(now_s(), hits, id);
    this.#found = new Map();
  }

  /** Delete what was not asked for longest, where there is too much. */
  #makeRoom(database: DatabaseSync): void {
    const { limit_bytes } = this.#settings;
    const { used } = sizeOf(database);
    if (used <= limit_bytes) return;
    const wanted_bytes = used - ROOM * limit_bytes;
    const rows = database
      .prepare("SELECT id, length(value) AS size FROM result LEFT JOIN usage USING (id) ORDER BY used_s, id")
      .iterate();
    const gone: number[] = [];
    let freed_bytes = 0;
    for (const { id, size } of rows) {
      if (freed_bytes >= wanted_bytes) break;
      gone.push(Number(id));
      freed_bytes += Number(size);
    }
    const remove = database.prepare("DELETE FROM result WHERE id = ?");
    for (const id of gone) remove.run(id);
  }
}

/** A database of something else, or of a cache of another version. */
class ForeignFileError extends Error {
  override readonly name = "ForeignFileError";
}

/** An open file with the statement that is used most. */
interface OpenedCache {
  readonly database: DatabaseSync;
  /** By which the file system knows it. */
  readonly file: number | undefined;
  readonly select: StatementSync;
}

function openCache(path: string): OpenedCache {
  const database = new DatabaseSync(path, { timeout: PATIENCE_MS });
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
    if (!isMadeBy(database, CACHE_TABLES))
      // Several processes may find it empty at once.
      transaction(database, () => {
        if (isMadeBy(database, "")) database.exec(CACHE_TABLES);
        else if (!isMadeBy(database, CACHE_TABLES)) throw new ForeignFileError();
      });
    const select = database.prepare("SELECT id, kind, models, value, checksum FROM result WHERE key = ?");
    return { database, file: fileNumber(path), select };
  } catch (error) {
    database.close();
    throw error;
  }
}

function fileNumber(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

function transaction(database: DatabaseSync, work: () => void): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    work();
    database.exec("COMMIT");
  } catch (error) {
    // A full disk has ended the transaction already.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** Bytes of the file, and those of it that hold something. */
function sizeOf(database: DatabaseSync): { readonly file: number; readonly used: number } {
  const value = (name: string): number => Number(database.prepare(`PRAGMA ${name}`).get()![name]);
  const page = value("page_size");
  const pages = value("page_count");
  return { file: page * pages, used: page * (pages - value("freelist_count")) };
}
