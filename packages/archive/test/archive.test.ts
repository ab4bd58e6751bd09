import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { METRICS } from "@neurofront/core";
import type {
  ChipSample,
  ResolvedParameter,
  ResolvedPart,
  RevisionRecord,
  CandidateRecord,
  MetricName,
  SearchNote,
  VerificationRecord,
  Violation,
} from "@neurofront/core";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Archive, ArchiveError } from "../src/archive.ts";
import { record, study } from "./made-up-study.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-archive-"));
  path = join(folder, "archive.sqlite");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const violation = (kind: Violation["kind"], code: string, amount: number): Violation => ({
  kind,
  code,
  message: code,
  amount,
});

const impossible = (candidate: number): CandidateRecord =>
  record(candidate, {
    assessment: {
      status: "impossible",
      violations: [violation("impossible", "no-wall", 0.5)],
      metrics: {},
      ledger: [],
      phases: [],
      area: [],
      quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
    },
    objectives: [],
    violation: 0.5,
  });

const verification = (candidate: number, mean: number): VerificationRecord => ({
  search: "dwm/full",
  candidate,
  assessment: {
    ...record(candidate).assessment,
    monteCarlo: {
      clean: { chips: 200, mean, low: 0.97, high: 0.99, p05: 0.96, p50: 1, p95: 1 },
      test: { chips: 200, mean: 0.8, low: 0.7, high: 0.9, p05: 0.6, p50: 0.8, p95: 0.9 },
    },
  },
});

/** Ask the file without neurofront, as a reader of a paper's data would. */
function query(sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}

/** Every row of every table, and the tables themselves. */
function contents(): unknown {
  const tables = query("SELECT name, sql FROM sqlite_master ORDER BY name");
  const names = tables.map(({ name }) => String(name)).filter((name) => !name.startsWith("sqlite_"));
  return [tables, ...names.map((name) => query(`SELECT * FROM "${name}" ORDER BY 1, 2`))];
}

/** What `open` or `create` refuses with. */
function refusal(action: () => Archive): ArchiveError {
  try {
    action().close();
  } catch (error) {
    if (error instanceof ArchiveError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("create", () => {
  it("keeps the study", () => {
    const resolved = study(
      'Spin-Neuronen gegen CMOS: Größe in µm, 比較, Ω \u{1F9F2} "quoted" \\ \'; DROP TABLE candidate',
    );
    const created = Archive.create(path, resolved);
    expect(created.study()).toStrictEqual(resolved);
    expect(created.candidates()).toStrictEqual([]);
    expect(created.verifications()).toStrictEqual([]);
    created.close();
    const opened = Archive.open(path);
    expect(opened.path).toBe(path);
    expect(opened.study()).toStrictEqual(resolved);
    opened.close();
  });

  it("refuses a file that exists and leaves it alone", () => {
    writeFileSync(path, "a thesis");
    expect(refusal(() => Archive.create(path, study())).message).toContain("exists already; open it to resume");
    expect(readFileSync(path, "utf8")).toBe("a thesis");
  });

  it("refuses a folder that does not exist", () => {
    const elsewhere = join(folder, "missing", "archive.sqlite");
    expect(refusal(() => Archive.create(elsewhere, study())).message).toContain(`${elsewhere} cannot be written`);
  });

  it("uses write-ahead logging, so that reports read while a run writes", () => {
    const writer = Archive.create(path, study());
    writer.append([record(0)]);
    expect(query("PRAGMA journal_mode")).toStrictEqual([{ journal_mode: "wal" }]);
    const reader = Archive.open(path, "read");
    writer.append([record(1)]);
    expect(reader.candidates()).toHaveLength(2);
    reader.close();
    writer.close();
    // The log goes into the file when the last one closes: one file can be sent to a colleague.
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

describe("append and candidates", () => {
  it("give back what was put in, by search and number", () => {
    const records = [
      record(1),
      impossible(0),
      record(10, { violation: 0.25, violations: [violation("constraint", "accuracy", 0.25)] }),
      record(2, { search: "cmos/paper", objectives: [Number.MIN_VALUE, 0.1 + 0.2, 1e300] }),
    ];
    const archive = Archive.create(path, study());
    archive.append(records.slice(0, 2));
    archive.append(records.slice(2));
    archive.append([]);
    const inOrder = [records[3], records[1], records[0], records[2]];
    expect(archive.candidates()).toStrictEqual(inOrder);
    expect(archive.candidates("dwm/full")).toStrictEqual(inOrder.slice(1));
    expect(archive.candidates("dwm")).toStrictEqual([]);
    archive.close();
  });

  it("give back every number to the last bit and every text", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));
    const archive = Archive.create(path, study());
    let candidate = 0;
    fc.assert(
      fc.property(number, number, fc.string({ unit: "grapheme" }), (a, b, text) => {
        const written = record(candidate++, {
          coordinates: [a],
          objectives: [b],
          violation: Math.abs(a),
          design: { neuron: { size_m: a, shape: text }, synapse: {}, interconnect: {}, inputVoltage_V: b },
        });
        archive.append([written]);
        expect(archive.candidates().at(-1)).toStrictEqual(written);
      }),
    );
    archive.close();
  });

  it("keep notes in the order of search and number, one for each", () => {
    const note = (search: string, number: number, text: string): SearchNote => ({ search, number, assessed: 50, text });
    const archive = Archive.create(path, study());
    archive.note([note("dwm/full", 1, "second"), note("dwm/full", 0, "first"), note("cmos/paper", 0, "other")]);
    archive.note([note("dwm/full", 1, "second")]);
    archive.note([]);
    expect(archive.notes()).toStrictEqual([
      note("cmos/paper", 0, "other"),
      note("dwm/full", 0, "first"),
      note("dwm/full", 1, "second"),
    ]);
    archive.close();
  });

  it("all or nothing: a batch with a number that is taken leaves no trace", () => {
    const archive = Archive.create(path, study());
    archive.append([record(0), record(1)]);
    expect(() => archive.append([record(2), record(3), record(1), record(4)])).toThrow("UNIQUE");
    expect(archive.candidates().map(({ candidate }) => candidate)).toStrictEqual([0, 1]);
    // The archive stands: the next batch goes in.
    archive.append([record(2)]);
    expect(archive.candidates()).toHaveLength(3);
    archive.close();
  });

  it("a run that dies between batches is resumed from what was committed", () => {
    const first = Archive.create(path, study());
    first.append([record(0), record(1)]);
    // Not closed: as if the process had been killed. Another connection sees the committed rows.
    const second = Archive.open(path, "write");
    expect(second.candidates()).toHaveLength(2);
    second.append([record(2)]);
    second.close();
    first.close();
    expect(query("SELECT count(*) AS n FROM candidate")).toStrictEqual([{ n: 3 }]);
  });
});

describe("verify and verifications", () => {
  it("give back what was put in; one stored twice is one", () => {
    const archive = Archive.create(path, study());
    archive.append([record(0), record(1), record(2)]);
    archive.verify([verification(2, 0.98), verification(0, 0.99)]);
    archive.verify([verification(2, 0.98)]);
    expect(archive.verifications()).toStrictEqual([verification(0, 0.99), verification(2, 0.98)]);
    archive.close();
  });

  it("all or nothing, and only of candidates that exist", () => {
    const archive = Archive.create(path, study());
    archive.append([record(0)]);
    expect(() => archive.verify([verification(0, 0.99), verification(7, 0.99)])).toThrow("FOREIGN KEY");
    expect(archive.verifications()).toStrictEqual([]);
    archive.close();
    const reopened = Archive.open(path, "write");
    expect(() => reopened.verify([verification(7, 0.99)])).toThrow("FOREIGN KEY");
    reopened.close();
  });
});

const sample = (candidate: number, first: number, ...clean: number[]): ChipSample => ({
  search: "dwm/full",
  candidate,
  fidelity: "",
  first,
  clean: Float64Array.from(clean),
  test: Float64Array.from(clean, (value) => value / 3),
});

const revision = (candidate: number, round: number, violation_: number): RevisionRecord => {
  const { search, assessment, objectives } = record(candidate, { objectives: [candidate + 0.5] });
  return { search, candidate, round, assessment, objectives, violation: violation_ };
};

describe("later judgements", () => {
  it("count for the candidate, whose first one is kept", () => {
    const archive = Archive.create(path, study());
    archive.append([record(0), record(1)]);
    archive.revise([revision(1, 0, 0.1)], []);
    archive.revise([revision(1, 3, 0.2), revision(0, 3, 0.3)], []);
    expect(archive.candidates().map(({ violation: amount }) => amount)).toStrictEqual([0.3, 0.2]);
    expect(archive.candidates("dwm/full")[1]).toStrictEqual(record(1, { objectives: [1.5], violation: 0.2 }));
    expect(archive.firstJudged()).toStrictEqual([record(0), record(1)]);
    const { search } = record(0);
    expect(archive.firstJudged(search, 1)).toStrictEqual([record(1)]);
    expect(archive.firstJudged(search, 0, 0)).toStrictEqual([record(0)]);
    expect(archive.firstJudged(search, 0, 7)).toStrictEqual([record(0), record(1)]);
    expect([archive.lastCandidate(search), archive.lastCandidate("none")]).toStrictEqual([1, -1]);
    expect(archive.revisions("dwm/full")).toStrictEqual([
      revision(1, 0, 0.1),
      revision(0, 3, 0.3),
      revision(1, 3, 0.2),
    ]);
    archive.close();
    expect(query("SELECT candidate, violation FROM present ORDER BY candidate")).toStrictEqual([
      { candidate: 0, violation: 0.3 },
      { candidate: 1, violation: 0.2 },
    ]);
    expect(query("SELECT sum(violation) AS sum FROM candidate")).toStrictEqual([{ sum: 0 }]);
  });

  it("are all there or none, with their chips", () => {
    const archive = Archive.create(path, study());
    archive.append([record(0)]);
    expect(() => archive.revise([revision(0, 0, 0.1), revision(7, 0, 0.1)], [sample(0, 0, 1)])).toThrow("FOREIGN KEY");
    expect([archive.revisions(), archive.samples()]).toStrictEqual([[], []]);
    archive.close();
  });

  it("at another fidelity change the design's", () => {
    const part: ResolvedPart = { plugin: "p", version: "1", model: "m", title: "t", parameters: {} };
    const fixed: ResolvedParameter = { unit: "V", meaning: "level", source: "made", chosenBy: "study", value: 0.01 };
    const fidelities = [
      { name: "rough", cost: 1 },
      { name: "fine", cost: 9 },
    ];
    const technology = {
      name: "dwm",
      title: "t",
      fidelities,
      neuron: part,
      synapse: part,
      interconnect: part,
      inputVoltage_V: fixed,
    };
    const archive = Archive.create(path, { ...study(), technologies: [technology] });
    const at = (fidelity: string): CandidateRecord["assessment"] => ({ ...record(0).assessment, fidelity });
    archive.append([record(0, { assessment: at("rough") })]);
    archive.revise([{ ...revision(0, 0, 0), assessment: at("fine") }], []);
    expect(archive.firstJudged()[0]!.design.neuron["fidelity"]).toBe("rough");
    expect(archive.candidates()[0]!.design.neuron["fidelity"]).toBe("fine");
    archive.close();
    expect(query("SELECT fidelity FROM present")).toStrictEqual([{ fidelity: "fine" }]);
  });
});

describe("chips", () => {
  it("are given back to the last bit, block by block", () => {
    const archive = Archive.create(path, study());
    archive.append([record(0), record(1)], [sample(1, 0, 0.1, 1 / 3), sample(0, 0, Number.MIN_VALUE)]);
    archive.revise([revision(0, 0, 0)], [sample(0, 200, 0.7, 0.8, 0.9)]);
    const all = [sample(0, 0, Number.MIN_VALUE), sample(0, 200, 0.7, 0.8, 0.9), sample(1, 0, 0.1, 1 / 3)];
    expect(archive.samples()).toStrictEqual(all);
    expect(archive.samples("dwm/paper")).toStrictEqual([]);
    archive.close();
    expect(query("SELECT sum(chips) AS chips FROM sample")).toStrictEqual([{ chips: 6 }]);
  });

  it("are drawn but once", () => {
    const archive = Archive.create(path, study());
    archive.append([record(0)], [sample(0, 0, 1)]);
    expect(() => archive.revise([], [sample(0, 0, 1)])).toThrow("UNIQUE");
    archive.close();
  });
});

describe("plain SQL", () => {
  it("has a column for every metric, with its unit", () => {
    Archive.create(path, study()).close();
    const columns = query("PRAGMA table_info(candidate)").map(({ name }) => name);
    expect(columns).toStrictEqual([
      "search",
      "candidate",
      "status",
      "violation",
      "reason",
      "fidelity",
      "chips",
      "energy_J",
      "delay_s",
      "edp_J_s",
      "area_m2",
      "accuracy",
      "testAccuracy",
      "energyPerCorrect_J",
      "energyPerInference_J",
      "inferenceDelay_s",
      "energyPerCorrectInference_J",
      "networkArea_m2",
      "objectives",
      "coordinates",
      "design",
      "detail",
      "checksum",
    ]);
    expect(columns).toHaveLength(12 + (Object.keys(METRICS) as MetricName[]).length);
  });

  it("answers a reader's questions", () => {
    const archive = Archive.create(path, study());
    archive.append([record(0), record(1), impossible(2), record(3, { violation: 0.1 })]);
    archive.close();
    expect(
      query(
        "SELECT candidate, energy_J, energy_J * delay_s AS edp FROM candidate WHERE violation = 0 ORDER BY energy_J DESC",
      ),
    ).toStrictEqual([
      { candidate: 1, energy_J: 2e-15, edp: 2e-15 * 1e-9 },
      { candidate: 0, energy_J: 1e-15, edp: 1e-15 * 1e-9 },
    ]);
    expect(query("SELECT status, reason, energy_J, testAccuracy FROM candidate WHERE candidate = 2")).toStrictEqual([
      { status: "impossible", reason: "no-wall", energy_J: null, testAccuracy: null },
    ]);
    expect(query("SELECT design ->> '$.neuron.width_m' AS width_m FROM candidate WHERE candidate = 0")).toStrictEqual([
      { width_m: 2e-8 },
    ]);
  });

  it.each([
    ["nothing", [], null],
    ["a warning", [violation("warning", "notable", 0)], null],
    ["the worst of several", [violation("invalid", "small", 0.1), violation("constraint", "large", 0.3)], "large"],
    ["a rule beside a warning", [violation("warning", "notable", 9), violation("invalid", "small", 0.1)], "small"],
  ])("the reason for %s", (_case, violations, reason) => {
    const archive = Archive.create(path, study());
    archive.append([record(0, { violations })]);
    archive.close();
    expect(query("SELECT reason FROM candidate")).toStrictEqual([{ reason }]);
  });
});

describe("open", () => {
  it("refuses a file that does not exist and does not make one", () => {
    expect(refusal(() => Archive.open(path)).message).toContain("there is no such file");
    expect(refusal(() => Archive.open(path, "write")).message).toContain("there is no such file");
    expect(existsSync(path)).toBe(false);
  });

  const database =
    (sql: string): (() => void) =>
    () => {
      const other = new DatabaseSync(path);
      other.exec(sql);
      other.close();
    };
  it.each([
    [
      "a text",
      () => writeFileSync(path, "not a database, but long enough to be looked at as one ".repeat(40)),
      "is not a neurofront archive",
    ],
    ["an empty file", () => writeFileSync(path, ""), "is not a neurofront archive (no such table: archive)"],
    [
      "another database",
      database("CREATE TABLE thesis (page INTEGER)"),
      "is not a neurofront archive (no such table: archive)",
    ],
    [
      "a database that has an archive table",
      database("CREATE TABLE archive (key TEXT, value TEXT); INSERT INTO archive VALUES ('format', 'library')"),
      "is a database, but not a neurofront archive",
    ],
    [
      "another version",
      () => {
        Archive.create(path, study()).close();
        database("UPDATE archive SET value = '3' WHERE key = 'version'")();
      },
      "has archive version 3; this neurofront reads version 6",
    ],
  ])("refuses %s", (_case, make, message) => {
    make();
    const before = readFileSync(path);
    for (const access of ["read", "write"] as const) {
      const error = refusal(() => Archive.open(path, access));
      expect(error.message).toContain(path);
      expect(error.message).toContain(message);
    }
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("refuses a folder", () => {
    expect(refusal(() => Archive.open(folder)).message).toContain(folder);
  });

  it("to read leaves the file untouched and refuses to write", () => {
    const archive = Archive.create(path, study());
    archive.append([record(0)]);
    archive.close();
    const before = readFileSync(path);
    const reader = Archive.open(path);
    expect(reader.candidates()).toHaveLength(1);
    expect(() => reader.append([record(1)])).toThrow("readonly");
    reader.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe("contents", () => {
  it("are the same for the same records, whatever the batches and the hour", () => {
    const records = [record(0), impossible(1), record(2), record(3)];
    const one = Archive.create(path, study());
    one.append(records);
    one.verify([verification(0, 0.99), verification(3, 0.98)]);
    one.close();
    const expected = contents();
    path = join(folder, "again.sqlite");
    const two = Archive.create(path, study());
    for (const each of records) two.append([each]);
    two.verify([verification(0, 0.99)]);
    two.verify([verification(3, 0.98)]);
    two.close();
    expect(contents()).toStrictEqual(expected);
    expect(JSON.stringify(expected)).not.toMatch(/20\d\d-\d\d-\d\d|\/tmp/);
  });

  it("differ when a number differs in its last bit", () => {
    const write = (name: string, energy: number): unknown => {
      path = join(folder, name);
      const archive = Archive.create(path, study());
      archive.append([record(0, { objectives: [energy] })]);
      archive.close();
      return contents();
    };
    expect(write("a", 0.3)).not.toStrictEqual(write("b", 0.1 + 0.2));
  });
});
