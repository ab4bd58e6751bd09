import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { checkStudyValue, resolveStudy, runStudy } from "@neurofront/study";
import { expect, it } from "vitest";
import { composeCatalog } from "../src/composition.ts";
import { testFolder } from "./test-folder.ts";
import { neurofront, tinyStudy } from "./tiny-study.ts";

const folder = testFolder();

it("neurofront run --asynchronous says so, in summary, report and JSON; a search goes on as it began", async () => {
  const out = join(folder, "out");
  const archivePath = join(out, "archive.sqlite");
  mkdirSync(out);
  const study = { ...tinyStudy(1), variation: { chips: 0 } };
  const path = join(folder, "study.json");
  writeFileSync(path, JSON.stringify(study));
  const catalog = composeCatalog();
  const runnable = await resolveStudy(checkStudyValue(study, "study.json", catalog), catalog);
  const begun = Archive.create(archivePath, runnable.resolved);
  await runStudy(runnable, begun, () => undefined, { takes: (index) => index === 0 });
  begun.close();
  const run = await neurofront("run", path, "--asynchronous", "--threads", "0", "--out", out, "--progress", "plain");
  expect(run.code).toBe(0);
  expect(run.err).toContain("ideal/full: goes on in batches, as it began");
  const sentence = "latch/full was searched asynchronously";
  expect(run.out).toContain(sentence);
  expect(readFileSync(join(out, "report.html"), "utf8")).toContain(sentence);
  expect((await neurofront("export", "json", archivePath)).code).toBe(0);
  const exported = JSON.parse(readFileSync(join(out, "candidates.json"), "utf8")) as { asynchronous: unknown };
  expect(exported.asynchronous).toEqual(["latch/full"]);
}, 120_000);
