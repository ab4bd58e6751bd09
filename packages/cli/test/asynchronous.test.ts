import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Archive } from "@neurofront/archive";
import { checkStudyValue, resolveStudy, runStudy } from "@neurofront/study";
import type { RunnableStudy } from "@neurofront/study";
import { beforeAll, expect, it } from "vitest";
import { scriptedEvaluator } from "../../study/test/run/scripted-evaluator.ts";
import { composeCatalog } from "../src/composition.ts";
import { seal } from "./sealed-archive.ts";
import { testFolder } from "./test-folder.ts";
import { neurofront, tinyStudy } from "./tiny-study.ts";

const patience_ms = 60_000;
const folder = testFolder();
const { technologies, ...rest } = tinyStudy(1);
const study = { ...rest, technologies: { ideal: technologies.ideal }, variation: { chips: 0 } };
const path = join(folder, "study.json");

beforeAll(() => writeFileSync(path, JSON.stringify(study)));

/** That study, ready to run. */
async function runnableStudy(): Promise<RunnableStudy> {
  const catalog = composeCatalog();
  return resolveStudy(checkStudyValue(study, "study.json", catalog), catalog);
}

it(
  "neurofront shard --asynchronous records the order in which it searched",
  async () => {
    const out = join(folder, "parts");
    const { code } = await neurofront("shard", path, "--part", "1/1", "--out", out, "--asynchronous", "--threads", "0");
    expect(code).toBe(0);
    const archive = Archive.open(join(out, "part-1", "archive.sqlite"));
    expect(archive.asynchronousSearches()).toEqual(["ideal/full"]);
    // One request at a time in one process.
    expect(archive.schedule("ideal/full").map(({ told, asked }) => [told, asked])).toEqual([
      [null, 1],
      ...Array.from({ length: 11 }, (_, k) => [k, 1]),
      [11, 0],
    ]);
    archive.close();
  },
  patience_ms,
);

/** An archive whose candidates were told in an order of chance. */
async function ranInAnyOrder(name: string): Promise<string> {
  const runnable = await runnableStudy();
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
    expect(out).toMatch(/^ideal\/full +12 of 12 +the same /mu);
    expect(out).toContain("Reproduced: every number came out again to the last digit.");
    expect(code).toBe(0);
    const [then, now] = [Archive.open(archivePath), Archive.open(join(to, "archive.sqlite"))];
    expect(now.schedule("ideal/full")).toEqual(then.schedule("ideal/full"));
    expect(then.schedule("ideal/full").length).toBe(name === "batches" ? 0 : 13);
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
