import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MetricName } from "@neurofront/core";
import { syntheticInput } from "../../report/test/synthetic-candidates.ts";
import { Archive } from "../src/archive.ts";
import type { CandidateOutline, ReadMark } from "../src/candidate-outline.ts";
import type { CandidateQuery } from "../src/candidate-query.ts";
import { SearchedDesigns } from "../src/searched-design.ts";

const input = syntheticInput(undefined, 60);
const everything = { offset: 0, limit: 10_000 } as const;
let folder: string;
let archive: Archive;

/** Every tenth candidate is judged again and then breaks a rule. */
const revisions = input.candidates
  .filter(({ candidate, assessment }) => candidate % 10 === 0 && assessment.status === "ok")
  .map(({ search, candidate, assessment, objectives, violation }) => ({
    search,
    candidate,
    round: 0,
    assessment,
    objectives,
    violation: violation + 1,
  }));

const revised = new Map(revisions.map((each) => [`${each.search} ${each.candidate}`, each.violation]));

/** The candidates as the archive must give them, in its order. */
const expected = input.candidates
  .map((record) => ({ ...record, violation: revised.get(`${record.search} ${record.candidate}`) ?? record.violation }))
  .toSorted((a, b) => (a.search < b.search ? -1 : a.search > b.search ? 1 : a.candidate - b.candidate));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-query-"));
  archive = Archive.create(join(folder, "archive.sqlite"), input.study);
  archive.append(input.candidates);
  archive.revise(revisions, []);
});

afterAll(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});

const names = (query: CandidateQuery): string[] =>
  archive.query(query).rows.map(({ search, candidate }) => `${search}/${candidate}`);
const named = (records: readonly { readonly search: string; readonly candidate: number }[]): string[] =>
  records.map(({ search, candidate }) => `${search}/${candidate}`);

describe("a query", () => {
  it.each<[string, Omit<CandidateQuery, "offset" | "limit">, (record: (typeof expected)[number]) => boolean]>([
    ["everything", {}, () => true],
    ["one search", { searches: ["dwm/full"] }, ({ search }) => search === "dwm/full"],
    ["a search that there is not", { searches: ["x' OR 1=1 --"] }, () => false],
    [
      "feasible",
      { standing: "feasible" },
      ({ violation, assessment }) => violation === 0 && assessment.status === "ok",
    ],
    [
      "infeasible",
      { standing: "infeasible" },
      ({ violation, assessment }) => violation > 0 && assessment.status === "ok",
    ],
    ["impossible", { standing: "impossible" }, ({ assessment }) => assessment.status === "impossible"],
    [
      "named ones",
      { only: [["latch/full", 3]] },
      ({ search, candidate }) => search === "latch/full" && candidate === 3,
    ],
    [
      "a bound on a metric",
      { bounds: [{ field: { kind: "metric", metric: "energy" }, low: 1e-15, high: 1e-14 }] },
      ({ assessment: { metrics } }) =>
        metrics.energy !== undefined && metrics.energy >= 1e-15 && metrics.energy <= 1e-14,
    ],
    [
      "a bound on a parameter of one technology",
      { bounds: [{ field: { kind: "parameter", name: "neuron.length_m" }, low: 5e-8 }] },
      ({ design }) => ((design.neuron["length_m"] as number | undefined) ?? 0) >= 5e-8,
    ],
    [
      "a parameter whose name is an attack",
      { bounds: [{ field: { kind: "parameter", name: `x') OR 1=1 --"` }, low: 0 }] },
      () => false,
    ],
  ])("%s", (_case, query, isWanted) => {
    const wanted = named(expected.filter((record) => isWanted(record)));
    expect(names({ ...query, ...everything })).toEqual(wanted);
    expect(archive.query({ ...query, offset: 0, limit: 1 }).count).toBe(wanted.length);
  });

  it.each([false, true])("sorts by a metric, candidates without it last (descending: %s)", (descending) => {
    const { rows } = archive.query({ ...everything, order: { field: { kind: "metric", metric: "edp" }, descending } });
    const values = rows.map(({ metrics }) => metrics.edp);
    const known = values.filter((value) => value !== undefined);
    expect(known.length).toBeGreaterThan(400);
    expect(values.slice(0, known.length)).toEqual(known);
    expect(known).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)));
  });

  it("gives pages that join to the whole", () => {
    const order = { field: { kind: "parameter", name: "inputVoltage_V" }, descending: false } as const;
    const pages = [0, 250, 500].flatMap((offset) => names({ order, offset, limit: 250 }));
    expect(pages).toEqual(names({ order, ...everything }));
    expect(new Set(pages).size).toBe(600);
  });

  it("gives metrics, violation and searched parameters of each", () => {
    const [row] = archive.query({ ...everything, only: [["latch/full", 3]] }).rows;
    const record = expected.find(({ search, candidate }) => search === "latch/full" && candidate === 3)!;
    expect(row!.metrics).toEqual(record.assessment.metrics);
    expect(row!.design.neuron).toEqual(record.design.neuron);
    expect([row!.violation, row!.objectives]).toEqual([record.violation, record.objectives]);
  });
});

describe("what was appended", () => {
  function appended(metrics: readonly MetricName[], since?: ReadMark) {
    const candidates: { outline: CandidateOutline; design: string }[] = [];
    const later: CandidateOutline[] = [];
    const visitor = {
      candidate: (outline: CandidateOutline, design: string) => void candidates.push({ outline, design }),
      revision: (outline: CandidateOutline) => void later.push(outline),
    };
    return { candidates, revisions: later, mark: archive.visitAppended(metrics, visitor, since) };
  }

  it("is everything at first, and later only what is new", () => {
    const first = appended(["energy", "accuracy"]);
    expect([first.candidates.length, first.revisions.length]).toEqual([600, revisions.length]);
    const record = input.candidates[7]!;
    expect(first.candidates[7]).toEqual({
      outline: {
        search: record.search,
        candidate: record.candidate,
        status: "ok",
        violation: record.violation,
        reason: first.candidates[7]!.outline.reason,
        fidelity: null,
        objectives: record.objectives,
        metrics: { energy: record.assessment.metrics.energy, accuracy: record.assessment.metrics.accuracy },
      },
      design: JSON.stringify(new SearchedDesigns(input.study).searchedPart(record.design, record.search)),
    });
    const none = appended(["energy"], first.mark);
    expect([none.candidates, none.revisions, none.mark]).toEqual([[], [], first.mark]);
    const before = appended(["energy"], {
      candidates: first.mark.candidates - 2,
      revisions: first.mark.revisions,
    });
    expect(before.candidates.map(({ outline }) => outline.candidate)).toEqual([58, 59]);
  });

  it("is counted by search and fidelity", () => {
    expect(archive.counts()).toHaveLength(10);
    expect(archive.counts().every(({ count, fidelity }) => count === 60 && fidelity === null)).toBe(true);
    expect(archive.verifiedCount()).toBe(0);
  });
});

it("one candidate alone is the same as among all", () => {
  expect(archive.candidates("dwm/full", 20)).toEqual(archive.candidates("dwm/full").slice(20, 21));
  expect(archive.candidates("dwm/full", 60)).toEqual([]);
});

it("an archive with a view in the place of a table is refused", () => {
  const path = join(folder, "hostile.sqlite");
  Archive.create(path, input.study).close();
  const database = new DatabaseSync(path);
  database.exec(`DROP TABLE note; CREATE VIEW note AS
    WITH RECURSIVE n(search) AS (SELECT 'x' UNION ALL SELECT search FROM n) SELECT search, 0 AS number, 0 AS assessed, '' AS text FROM n`);
  database.close();
  expect(() => Archive.open(path)).toThrow(/its tables are not those of an archive/);
});
