import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { digestsOf } from "./crash/real-run.ts";
import { testFolder } from "./test-folder.ts";
import { neurofront, ran, tinyStudy } from "./tiny-study.ts";

const folder = testFolder();

it("a damaged archive is refused with the command that repairs it, and a run goes on with the copy", async () => {
  const archive = await ran(folder, "study", tinyStudy(2));
  const expected = digestsOf(archive);
  const bytes = readFileSync(archive);
  const database = new DatabaseSync(archive);
  const row = database.prepare("SELECT design FROM candidate WHERE search = 'latch/full' AND candidate = 5").get()!;
  database.close();
  const at = bytes.lastIndexOf(String(row["design"]));
  bytes.write("9", at + String(row["design"]).search(/\d/u));
  writeFileSync(archive, bytes);
  const refusal = await neurofront("report", archive);
  expect(refusal.err).toContain(`"neurofront repair ${archive}" writes a copy`);
  expect(refusal.code).toBe(2);
  expect((await neurofront("run", join(folder, "study.json"), "--out", join(folder, "study"))).code).toBe(2);

  const repair = await neurofront("repair", archive, "--out", join(folder, "mended"));
  expect(repair.out).toMatch(/candidate +\d+ rows kept, 1 dropped/u);
  expect(repair.out).toContain("1 candidate missing; a run assesses them again");
  expect(repair.code).toBe(0);
  expect((await neurofront("repair", archive, "--out", join(folder, "mended"))).err).toContain("exists already");
  expect((await neurofront("run", join(folder, "study.json"), "--out", join(folder, "mended"))).code).toBe(0);
  expect(digestsOf(join(folder, "mended/archive.sqlite"))).toEqual(expected);
}, 60_000);
