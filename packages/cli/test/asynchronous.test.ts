import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Archive } from "@neurofront/archive";
import { checkStudyValue, resolveStudy, runStudy } from "@neurofront/study";
import { beforeAll, expect, it } from "vitest";
import { scriptedEvaluator } from "../../study/test/run/scripted-evaluator.ts";
import { composeCatalog } from "../src/composition.ts";
import { seal } from "./sealed-archive.ts";
import { testFolder } from "./test-folder.ts";
import { neurofront, tinyStudy } from "./tiny-study.ts";

const patience_ms = 60_000;
const folder = testFolder();
const study = { ...tinyStudy(1), variation: { chips: 0 } };
const path = join(folder, "study.json");

beforeAll(() => writeFileSync(path, JSON.stringify(study)));

it(
  "neurofront run --asynchronous says so, in summary and report, and goes on as it began",
  async () => {
    const out = join(folder, "out");
    const run = await neurofront("run", path, "--asynchronous", "--threads", "0", "--out", out, "--progress", "plain");
    expect(run.code).toBe(0);
    const sentence = "ideal/full, latch/full were searched asynchronously";
    expect(run.out).toContain(sentence);
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain(sentence);
    const archive = Archive.open(join(out, "archive.sqlite"), "write");
    expect(archive.asynchronousSearches()).toEqual(["ideal/full", "latch/full"]);
    archive.close();
    const json = await neurofront("export", "json", join(out, "archive.sqlite"));
    expect(json.code).toBe(0);
    const exported = JSON.parse(readFileSync(join(out, "candidates.json"), "utf8")) as { asynchronous: unknown };
    expect(exported.asynchronous).toEqual(["ideal/full", "latch/full"]);
    const again = await neurofront("run", path, "--threads", "0", "--out", out, "--progress", "plain");
    expect(again.err).toContain("ideal/full, latch/full: goes on asynchronously, as it began");
    expect(again.out).toContain(sentence);
  },
  patience_ms,
);

/** An archive whose candidates were told in an order of chance. */
async function ranInAnyOrder(name: string): Promise<string> {
  const catalog = composeCatalog();
  const runnable = await resolveStudy(checkStudyValue(study, "study.json", catalog), catalog);
  const archivePath = join(folder, `${name}.sqlite`);
  const archive = Archive.create(archivePath, runnable.resolved);
  const evaluator = scriptedEvaluator(runnable, 4, 2);
  await runStudy(runnable, archive, () => undefined, { evaluator, asynchronous: name !== "batches" });
  archive.close();
  return archivePath;
}

it.each(["batches", "any-order"])(
  "neurofront reproduce repeats an archive, searched in %s",
  async (name) => {
    const archivePath = await ranInAnyOrder(name);
    const to = join(folder, `${name}-again`);
    const { code, out } = await neurofront("reproduce", archivePath, "--threads", "0", "--out", to);
    expect(out).toMatch(/^latch\/full +12 of 12 +the same /mu);
    expect(out).toContain("Reproduced: every number came out again to the last digit.");
    expect(code).toBe(0);
    const [then, now] = [Archive.open(archivePath), Archive.open(join(to, "archive.sqlite"))];
    expect(now.schedule("latch/full")).toEqual(then.schedule("latch/full"));
    expect(then.schedule("latch/full").length).toBe(name === "batches" ? 0 : 13);
    then.close();
    now.close();
  },
  patience_ms,
);

it(
  "neurofront reproduce names the first difference in the order of telling",
  async () => {
    const archivePath = await ranInAnyOrder("changed");
    const archive = Archive.open(archivePath);
    const told = archive.schedule("ideal/full").flatMap((step) => step.told ?? []);
    archive.close();
    // Two, of which the one with the higher number was told first.
    const late = told.findIndex((candidate, k) => told.slice(0, k).some((before) => before > candidate));
    const early = told.slice(0, late).find((candidate) => candidate > told[late]!)!;
    const database = new DatabaseSync(archivePath);
    database.exec(
      `UPDATE candidate SET violation = violation + 1 WHERE search = 'ideal/full' AND candidate IN (${early}, ${told[late]!})`,
    );
    seal(database);
    database.close();
    const { code, out } = await neurofront("reproduce", archivePath, "--threads", "0");
    expect(code).toBe(1);
    expect(out).toContain(`  ideal/full, candidate ${early}: /violation: `);
    expect(out).toContain("Not reproduced: ideal/full came out differently.");
  },
  patience_ms,
);
