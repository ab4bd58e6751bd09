import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import fc from "fast-check";
import { Archive } from "../src/archive.ts";
import { packTwo, packedTwo, unpackValue } from "../src/packed-value.ts";
import { repairArchive } from "../src/repair-archive.ts";
import { rowChecksum } from "../src/row-checksum.ts";
import { ROW_COLUMNS } from "../src/schema.ts";
import type { RowTable } from "../src/schema.ts";
import { ValueLayout } from "../src/value-layout.ts";
import type { LaidOutValue } from "../src/value-layouts.ts";
import { record, study } from "./made-up-study.ts";

/** Longest time that one mutant may take; most take milliseconds. */
const PATIENCE_MS = 5000;

const HOSTILE: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  "",
  "../../escape",
  "__proto__",
  [],
  {},
  [[[]]],
  { toString: 1 },
  { __proto__: null, constructor: { prototype: { polluted: true } } },
  "a".repeat(5000),
];

const SQL: readonly string[] = [
  "DROP TABLE note",
  "DROP VIEW present",
  "DROP TABLE candidate; CREATE VIEW candidate AS WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n) SELECT k FROM n",
  "CREATE TRIGGER t AFTER INSERT ON candidate BEGIN DELETE FROM candidate; END",
  "CREATE TABLE more (x)",
  "UPDATE archive SET value = '99' WHERE key = 'version'",
  "DELETE FROM archive WHERE key = 'study'",
  "DELETE FROM layout",
  "UPDATE layout SET number = number + 4294967296",
  "DELETE FROM candidate WHERE candidate = 1",
  "UPDATE candidate SET candidate = candidate + 1000000",
  "UPDATE sample SET chips = 1000000000",
  "PRAGMA user_version = 7",
];

const place = fc.nat({ max: 2 ** 30 });
const mutant = fc.oneof(
  fc.record({
    kind: fc.constant("bytes" as const),
    edits: fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant("cut" as const), at: place }),
  fc.record({ kind: fc.constant("page" as const), from: place, to: place }),
  fc.record({ kind: fc.constant("value" as const), at: place, node: place, choice: place, isSealed: fc.boolean() }),
  fc.record({ kind: fc.constant("sql" as const), choice: fc.nat({ max: SQL.length - 1 }) }),
);
type Mutant = typeof mutant extends fc.Arbitrary<infer Value> ? Value : never;

/**
 * Try mutants of an archive: each is read to its end or refused by an ArchiveError, within a bounded time; some are repaired, which ends
 * in the same two ways. Nothing else is written.
 *
 * @throws Error by the first mutant that does not, shrunk
 */
export function tryMutantArchives(count: number, seed: number): { readonly read: number; readonly refused: number } {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-hostile-"));
  const path = join(folder, "mutant.sqlite");
  const original = madeUpArchive(join(folder, "original.sqlite"));
  const tally = { read: 0, refused: 0 };
  let number = 0;
  try {
    fc.assert(
      fc.property(mutant, (one) => {
        writeFileSync(path, original);
        mutate(path, one);
        const begin_ms = performance.now();
        tally[endOf(() => readAll(path))]++;
        if (++number % 20 === 0)
          endOf(() => {
            repairArchive(path, join(folder, "repaired.sqlite"));
            readAll(join(folder, "repaired.sqlite"));
          });
        const time_ms = performance.now() - begin_ms;
        if (time_ms > PATIENCE_MS) throw new Error(`took ${time_ms} ms`);
        for (const name of [
          "repaired.sqlite",
          "repaired.sqlite-wal",
          "repaired.sqlite-shm",
          "mutant.sqlite-wal",
          "mutant.sqlite-shm",
        ])
          rmSync(join(folder, name), { force: true });
      }),
      { numRuns: count, seed },
    );
    const left = readdirSync(folder).toSorted().join();
    if (left !== "mutant.sqlite,original.sqlite") throw new Error(`mutants wrote ${left}`);
    if (Object.keys(Object.prototype).length > 0) throw new Error("a mutant changed the prototype of all objects");
    return tally;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function endOf(work: () => void): "read" | "refused" {
  try {
    work();
    return "read";
  } catch (error) {
    if (error instanceof Error && error.name === "ArchiveError") return "refused";
    throw error;
  }
}

/** Everything that commands read of an archive. */
function readAll(path: string): void {
  const archive = Archive.open(path);
  try {
    archive.study();
    JSON.stringify(archive.candidates());
    archive.samples();
    JSON.stringify(archive.verifications());
    archive.notes();
    archive.schedule("dwm/full");
  } finally {
    archive.close();
  }
}

function madeUpArchive(path: string): Uint8Array {
  const archive = Archive.create(path, study());
  const chips = { search: "dwm/full", fidelity: "", first: 0, clean: new Float64Array(8), test: new Float64Array(8) };
  archive.append(
    [0, 1, 2].map((candidate) => record(candidate)),
    [{ ...chips, candidate: 0 }],
    [
      { search: "dwm/full", step: 0, told: null, asked: 3 },
      ...[1, 0, 2].map((told, k) => ({ search: "dwm/full", step: k + 1, told, asked: 0 })),
    ],
  );
  const { search, candidate, assessment, objectives, violation } = record(1);
  archive.revise([{ search, candidate, assessment, objectives, violation, round: 0 }], [{ ...chips, candidate: 1 }]);
  archive.verify([{ search, candidate, assessment }]);
  archive.note([{ search, number: 0, assessed: 3, text: "all is well" }]);
  archive.close();
  return readFileSync(path);
}

function mutate(path: string, one: Mutant): void {
  if (one.kind === "value") mutateValue(path, one);
  else if (one.kind === "sql") withDatabase(path, (database) => database.exec(SQL[one.choice]!));
  else {
    const bytes = readFileSync(path);
    if (one.kind === "cut") writeFileSync(path, bytes.subarray(0, one.at % bytes.length));
    else {
      if (one.kind === "page")
        bytes.copyWithin(
          (one.to * 512) % bytes.length,
          (one.from * 512) % bytes.length,
          ((one.from * 512) % bytes.length) + 4096,
        );
      else for (const [at, byte] of one.edits) bytes[at % bytes.length] = byte;
      writeFileSync(path, bytes);
    }
  }
}

function withDatabase(path: string, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    database.exec("PRAGMA synchronous = OFF");
    change(database);
  } finally {
    database.close();
  }
}

/** Change a value of a row, within its JSON where it has some; sealed with a checksum that fits, or not. */
function mutateValue(path: string, one: Extract<Mutant, { readonly kind: "value" }>): void {
  withDatabase(path, (database) => {
    const tables = [...Object.keys(ROW_COLUMNS), "archive"];
    const table = tables[one.at % tables.length]!;
    const columns: readonly string[] = table === "archive" ? ["key", "value"] : ROW_COLUMNS[table as RowTable];
    const column = columns[Math.floor(one.at / tables.length) % columns.length]!;
    const row = database.prepare(`SELECT rowid AS place, * FROM ${table} LIMIT 1`).get()!;
    const texts = database.prepare("SELECT text FROM layout ORDER BY number").all();
    const value = changed(
      row[column]!,
      one.node,
      HOSTILE[one.choice % HOSTILE.length],
      texts.map(({ text }) => String(text)),
    );
    try {
      database.prepare(`UPDATE ${table} SET "${column}" = ? WHERE rowid = ?`).run(value, row["place"]!);
    } catch {
      return; // The column takes no such value.
    }
    if (!one.isSealed) return;
    const after = database.prepare(`SELECT * FROM ${table} WHERE rowid = ?`).get(row["place"]!)!;
    if (table !== "archive")
      database
        .prepare(`UPDATE ${table} SET checksum = ? WHERE rowid = ?`)
        .run(rowChecksum(columns.map((name) => after[name]!)), row["place"]!);
    else {
      const text = database.prepare("SELECT value FROM archive WHERE key = 'study'").get()?.["value"] ?? "";
      database.prepare("UPDATE archive SET value = ? WHERE key = 'checksum'").run(String(rowChecksum([text])));
    }
  });
}

function changed(value: SQLOutputValue, node: number, hostile: unknown, layouts: readonly string[]): SQLInputValue {
  if (typeof value === "number") return node % 2 === 0 ? -value : 1e300;
  if (value instanceof Uint8Array) {
    try {
      return changedDetail(value, node, hostile, layouts) ?? value.subarray(node % value.length);
    } catch {
      return value.subarray(node % value.length);
    }
  }
  try {
    return JSON.stringify(changedNode(JSON.parse(String(value)), node, hostile)) ?? null;
  } catch {
    return typeof hostile === "string" ? hostile : null;
  }
}

/** A packed assessment with a node of one of its parts replaced; undefined where no layout takes the part then. */
function changedDetail(bytes: Uint8Array, node: number, hostile: unknown, layouts: readonly string[]) {
  const [first, second] = packedTwo(bytes).map((part, k) => {
    const { layout, content } = unpackValue(part, (number) => new ValueLayout(layouts[number]!));
    const value = layout.valueOf(content);
    return laidOut(k === (node & 1) ? changedNode(value, node >> 1, hostile) : value, layouts);
  });
  return first === undefined || second === undefined ? undefined : packTwo(first, () => second);
}

/** A value by the first layout that takes it; undefined where there is none. */
function laidOut(value: unknown, layouts: readonly string[]): LaidOutValue | undefined {
  for (const [number, text] of layouts.entries()) {
    const layout = new ValueLayout(text);
    const content = layout.contentOf(value);
    if (content !== undefined) return { number, layout, content };
  }
  return undefined;
}

/** The value with one of its nodes replaced. */
function changedNode(value: unknown, node: number, hostile: unknown): unknown {
  const spots: (readonly [parent: Record<string, unknown>, key: string])[] = [];
  const walk = (item: unknown): void => {
    if (typeof item !== "object" || item === null) return;
    for (const key of Object.keys(item)) {
      spots.push([item as Record<string, unknown>, key]);
      walk((item as Record<string, unknown>)[key]);
    }
  };
  walk(value);
  if (spots.length === 0) return hostile;
  const [parent, key] = spots[node % spots.length]!;
  if (node % 3 === 0) delete parent[key];
  else parent[key] = hostile;
  return value;
}
