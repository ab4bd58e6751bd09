import { describe, expect, it } from "vitest";
import { compareHeadline } from "../../src/compare/compare-headline.ts";
import { attainmentTable, compareTables } from "../../src/compare/compare-tables.ts";
import { compareArchives } from "../../src/compare/cross-comparison.ts";
import { dataTableCsv, shownTable } from "../../src/data-table.ts";
import { broken, violated } from "../records.ts";
import { archive, chips, design, twoTechnologies } from "./archives.ts";

const first = archive(
  "a",
  [design("dwm", 0, 1, 2), design("dwm", 1, 2, 1), design("latch", 0, 8, 1), design("latch", 1, 9, 1)],
  { seed: 1 },
  [
    {
      search: "dwm/full",
      candidate: 0,
      assessment: {
        ...design("dwm", 0, 1, 2).assessment,
        monteCarlo: { clean: chips(0.9, 0.95, 0.99), test: chips(0.8, 0.85, 0.9) },
      },
    },
  ],
);
const second = archive(
  "b",
  [design("dwm", 0, 1, 1), design("dwm", 1, 4, 1), design("latch", 0, 4, 1), design("latch", 1, 9, 2)],
  { seed: 2, hash: "b" },
);

describe("compareArchives", () => {
  const comparison = compareArchives([first, second]);
  const [cross] = comparison.accountings;

  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
    expect(comparison.archives.map(({ label, seed }) => [label, seed])).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });

  it("names the best design of all runs so that it can be found", () => {
    expect(cross!.entrants.map(({ name, best }) => [name, best?.archive, best?.search, best?.candidate])).toEqual([
      ["dwm", "b", "dwm/full", 0],
      ["latch", "b", "latch/full", 0],
    ]);
    expect(cross!.entrants[0]!.runs[0]!.best?.drawn?.p50).toBe(0.95);
    expect(cross!.entrants[0]).toMatchObject({ assessed: 4, feasible: 4 });
  });

  it("answers in a sentence with the doubts", () => {
    // dwm: sqrt(2 x 1), latch: sqrt(8 x 4).
    expect(compareHeadline(cross!, "edp")).toBe(
      "Counting every line of the ledger, Domain-wall neuron has the lowest energy-delay product: 1e-24 J s. It beats latch by a factor of 4 (2 to 8 over runs; chance 100 %).",
    );
  });

  it("has tables that agree with it", () => {
    const tables = compareTables(comparison, cross!);
    expect(tables.map(({ id }) => id)).toEqual([
      "best-full",
      "gains-full",
      "crossovers-accuracy-full",
      "crossovers-delay-full",
      "hypervolume-full",
      "relations-full",
    ]);
    const gains = dataTableCsv(tables[1]!).split("\r\n");
    expect(gains[0]).toContain("gain [1],gain_over_runs_low [1]");
    expect(gains[1]).toMatch(/^dwm,latch,(?:4|3\.99\d+|4\.0\d+),/u);
    expect(shownTable(tables[0]!).rows[0]!.slice(0, 5)).toEqual(["dwm", "2", "4", "b", "0"]);
    for (const { columns, rows } of [...tables, attainmentTable(cross!)])
      for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it("states the reference point, derived or given", () => {
    expect(cross!.reference?.origin).toBe("derived");
    const given = compareArchives([first], {
      reference: new Map([["energy", 1e-12] as const, ["delay", 1e-6] as const]),
    });
    const caption = compareTables(given, given.accountings[0]!).find(({ id }) => id === "hypervolume-full")!.caption;
    expect(caption).toContain("up to energy 1 pJ, delay 1 us (as given)");
  });

  it("moves the accuracy bound through what the study itself refused", () => {
    const missed = broken(design("latch", 1, 0.1, 1, 0.5), violated("accuracy-below-bound", 0.4, "constraint"));
    const hot = broken(design("latch", 2, 0.01, 1, 0.5), violated("too-hot", 0.4));
    const { accountings } = compareArchives([
      archive("a", [design("dwm", 0, 1, 1), design("dwm", 1, 1, 1), design("latch", 0, 8, 1), missed, hot]),
    ]);
    const stretches = accountings[0]!.crossovers[0]!.stretches;
    expect(stretches.map(({ winner, from, to }) => [winner, from, to])).toEqual([
      ["latch", undefined, 0.5],
      ["dwm", 0.5, 0.99],
    ]);
  });

  it("goes on where a technology has no feasible design", () => {
    const { accountings } = compareArchives([
      archive("a", [
        design("dwm", 0, 1, 1),
        design("dwm", 1, 1, 1),
        broken(design("latch", 0, 1, 1), violated("too-hot", 1, "impossible")),
      ]),
    ]);
    expect(accountings[0]!.gains).toEqual([]);
    expect(compareHeadline(accountings[0]!, "edp")).toContain("latch has no feasible design.");
    const nobody = compareArchives([archive("a", [])]);
    expect(nobody.accountings[0]).not.toHaveProperty("reference");
    expect(compareHeadline(nobody.accountings[0]!, "edp")).toContain("no technology has a feasible design");
  });

  it("warns of other sources of the engine", () => {
    const other = archive("c", second.candidates, { seed: 3, sourceHashes: { engine: "1f" } });
    expect(compareArchives([first, other]).accountings[0]!.notes.at(-1)).toMatch(
      /^c was computed by other sources than a/u,
    );
  });

  const { held } = first.study;
  it.each([
    [
      "a held value differs",
      [first, archive("hot", second.candidates, { seed: 2, held: { ...held, temperature_K: 350 } })],
      {},
      "These archives cannot be compared fairly:\n  /held/temperature_K: 300 in a, 350 in hot",
    ],
    [
      "the accountings differ",
      [first, archive("both", second.candidates, { seed: 2, held: { ...held, accounting: ["full", "paper"] } })],
      {},
      'These archives cannot be compared fairly:\n  /held/accounting/1: absent in a, "paper" in both; --accounting compares under one that all have',
    ],
    [
      "an accounting was not searched",
      [first],
      { accounting: "paper" },
      "a was not searched under the paper accounting, only under: full",
    ],
    [
      "there is one technology",
      [archive("a", first.candidates, { technologies: twoTechnologies.slice(0, 1) })],
      {},
      "there is only one technology, dwm; a comparison needs two, in one archive or several",
    ],
    ["there is no archive", [], {}, "there is no archive to compare"],
    [
      "an archive names an accounting that would lead out of a folder",
      [archive("evil", [], { held: { ...held, accounting: ["../../x" as "full"] } })],
      {},
      'evil names "../../x", which is no metric and no accounting here',
    ],
    [
      "an archive names a metric of every object",
      [archive("evil", [], { rank: "toString" as "edp" })],
      {},
      'evil names "toString", which is no metric and no accounting here',
    ],
  ] as const)("refuses where %s", (_case, archives, options, message) => {
    expect(() => compareArchives(archives, options)).toThrow(
      expect.objectContaining({ name: "CompareError", message }),
    );
  });

  it("compares under one accounting archives that have others besides", () => {
    const both = archive("both", second.candidates, { seed: 2, held: { ...held, accounting: ["full", "paper"] } });
    expect(
      compareArchives([first, both], { accounting: "full" }).accountings.map(({ accounting }) => accounting),
    ).toEqual(["full"]);
  });
});
