import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runStudy } from "../../src/index.ts";
import type { StudyFile } from "../../src/index.ts";
import { archiveContents } from "../evaluate/archive-contents.ts";
import { testFolder } from "../test-folder.ts";
import { neurofront } from "../tiny-study.ts";
import type { Answer } from "../tiny-study.ts";
import { slowPlugin, slowStudy } from "./slow-plugin.ts";

const folder = testFolder();
const patience_ms = 60_000;
const at = (...path: readonly string[]): string => join(folder, ...path);
const plugin = at("plugin", "slow.mjs");
const cache = at("cache");

/** Run a study of slow neurons into a folder of a name. */
function run(name: string, study: object, ...options: readonly string[]): Promise<Answer> {
  writeFileSync(at(`${name}.json`), JSON.stringify(study));
  const own = ["--out", at(name), "--plugin", plugin, "--threads", "0"];
  return neurofront("run", at(`${name}.json`), ...own, ...options);
}

const cacheLine = (out: string): string => /^cache .*?kept/mu.exec(out)?.[0] ?? "no line";
/** Sixteen candidates searched, one fixed; one of either verified by chips. */
const ASSESSED = 16 + 1 + 2;

/** How many results of each kind the cache holds, and how often they were found. */
async function kept(): Promise<Record<string, { readonly results: number; readonly hits: number }>> {
  const { out } = await neurofront("cache", "show", "--cache", cache, "--json");
  const { groups } = JSON.parse(out) as { groups: { kind: string; results: number; hits: number }[] };
  return Object.fromEntries(groups.map(({ kind, results, hits }) => [kind, { results, hits }]));
}

let before: Answer;
let cold: Answer;
beforeAll(async () => {
  mkdirSync(at("plugin"));
  writeFileSync(plugin, slowPlugin());
  before = await neurofront("cache", "show", "--cache", cache);
  cold = await run("cold", slowStudy(), "--cache", cache);
}, patience_ms);

describe("a run with a cache", () => {
  it("keeps what it computes", async () => {
    expect(before.out).toMatch(/results-1\.sqlite is not there: no run has kept anything yet\n$/u);
    expect(cold.code, cold.err).toBe(0);
    expect(cacheLine(cold.out)).toBe(`cache    0 of ${ASSESSED} assessments found, ${ASSESSED} of the others kept`);
    expect(await kept()).toEqual({ assessment: { results: ASSESSED, hits: 0 }, training: { results: 1, hits: 0 } });
  });

  it(
    "is used by threads that do a search each, and what they have found is counted",
    async () => {
      const threads = ["--threads", "2", "--cache", at("shared")];
      const both = { ...slowStudy(), held: { ...slowStudy().held, accounting: ["paper", "full"] } };
      const first = await run("beside", both, ...threads);
      expect(first.code, first.err).toBe(0);
      expect(cacheLine(first.out)).toMatch(/^cache +0 of 38 assessments found, 38 of the others kept$/u);
      const again = await run("beside-again", { ...both, title: "Again" }, ...threads);
      expect(cacheLine(again.out)).toMatch(/^cache +38 of 38 assessments found, 0 of the others kept$/u);
    },
    patience_ms,
  );

  it(
    "finds what a run of another study has computed, and writes the archive of a run without",
    async () => {
      const renamed = slowStudy({ title: "Another", fixed: "other" });
      const warm = await run("warm", renamed, "--cache", cache, "--profile", "--log", at("log"));
      expect(cacheLine(warm.out)).toBe(`cache    ${ASSESSED} of ${ASSESSED} assessments found, 0 of the others kept`);
      expect(warm.err).toMatch(/cache +looking up and keeping results of other runs +\d+/u);
      expect(warm.err).not.toMatch(/^(?:assess|chips) /mu);
      const end = readFileSync(at("log"), "utf8").trimEnd().split("\n").at(-1)!;
      expect(JSON.parse(end)).toMatchObject({ event: "end", cache: { found: ASSESSED, computed: 0, stored: 0 } });
      await runStudy(renamed as StudyFile, { plugins: [plugin], threads: 0, out: at("without") }).result;
      const [found, computed] = ["warm", "without"].map((name) => archiveContents(at(name, "archive.sqlite")));
      expect(found).toEqual(computed);
      expect(found!["candidate"]).toHaveLength(17);
      expect(await kept()).toEqual({
        assessment: { results: ASSESSED, hits: ASSESSED },
        training: { results: 1, hits: 1 },
      });
    },
    patience_ms,
  );

  it(
    "finds nothing when a source of the plugin has changed, or the seed, which draws the patterns of the workload",
    async () => {
      const unchanged = await kept();
      await runStudy(slowStudy({ seed: 2 }) as StudyFile, { plugins: [plugin], threads: 0, cache }).result;
      const seeded = await kept();
      expect(seeded["assessment"]).toEqual({ ...unchanged["assessment"], results: 2 * ASSESSED });
      expect(seeded["training"]).toEqual({ ...unchanged["training"], results: 2 });
      mkdirSync(at("changed"));
      writeFileSync(at("changed", "slow.mjs"), slowPlugin("changed"));
      const changed = [at("changed", "slow.mjs")];
      await runStudy(slowStudy() as StudyFile, { plugins: changed, threads: 0, cache }).result;
      expect((await kept())["assessment"]).toEqual({ ...unchanged["assessment"], results: 3 * ASSESSED });
    },
    patience_ms,
  );

  it(
    "that is asynchronous finds what another asynchronous one has computed, and can be reproduced",
    async () => {
      const own = ["--asynchronous", "--cache", at("asynchronous-cache")];
      const first = await run("asynchronous", slowStudy(), ...own, "--threads", "1");
      expect(cacheLine(first.out)).toBe(`cache    0 of ${ASSESSED} assessments found, ${ASSESSED} of the others kept`);
      const second = await run("asynchronous-again", slowStudy(), ...own);
      expect(cacheLine(second.out)).toBe(`cache    ${ASSESSED} of ${ASSESSED} assessments found, 0 of the others kept`);
      const archive = at("asynchronous-again", "archive.sqlite");
      const found = archiveContents(archive);
      // One at a time: a start of each search, and every candidate.
      expect(found["schedule"]).toHaveLength(2 + 17);
      const { schedule, ...computed } = archiveContents(at("asynchronous", "archive.sqlite"));
      expect(found).toMatchObject(computed);
      // Two waited for the thread.
      expect(schedule).toContainEqual(expect.objectContaining({ search: "searched/full", step: 0, asked: 2 }));
      const reproduced = await neurofront("reproduce", archive, "--plugin", plugin, "--threads", "0");
      expect(reproduced.out).toContain("Reproduced: every number came out again to the last digit.");
      expect(reproduced.code).toBe(0);
    },
    patience_ms,
  );

  it(
    "goes on without when the cache cannot be used, and says so once",
    async () => {
      writeFileSync(at("file"), "");
      const { code, err, out } = await run("blocked", slowStudy(), "--cache", at("file", "cache"));
      expect(code).toBe(0);
      expect(
        err.match(/results are not kept .*; name another folder with --cache or NEUROFRONT_CACHE, or go without/gu),
      ).toHaveLength(1);
      expect(cacheLine(out)).toBe(`cache    0 of ${ASSESSED} assessments found, 0 of the others kept`);
    },
    patience_ms,
  );
});

describe("neurofront cache", () => {
  it(
    "shows what is kept, and clears it",
    async () => {
      const command = (...args: readonly string[]) => neurofront("cache", ...args, "--cache", cache);
      const { out } = await command("show");
      expect(out).toMatch(/results-1\.sqlite: 0\.\d MiB of at most 1024\.0 MiB/u);
      expect(out).toMatch(/59 results, found 2\d times since \d{4}-\d\d-\d\d \d\d:\d\d/u);
      expect(out).toMatch(/assessment +slow-neuron of slow, paper-generic-memristor, crossbar +57 /u);
      expect(out).toMatch(/training +iris +2 /u);
      expect((await command("clear", "--older-than", "1d")).out).toMatch(/^0 results deleted/u);
      expect((await command("clear", "--plugin", "slow")).out).toMatch(/^57 results deleted from /u);
      expect((await command("clear")).out).toMatch(/^2 results deleted from /u);
      expect((await command("show")).out).toMatch(/empty$/mu);
    },
    patience_ms,
  );

  it.each([
    [["cache", "clear", "--older-than", "soon"], "expected an age, such as 30d, 12h or 45min"],
    [["cache", "show"], "NEUROFRONT_CACHE is none, so there is no cache; name its folder with --cache"],
  ])("%j says what to do", async (args, message) => {
    const { code, err } = await neurofront(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
