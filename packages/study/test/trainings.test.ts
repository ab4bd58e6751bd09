import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assessmentContexts } from "../src/assessment-context.ts";
import { buildCatalog } from "../src/catalog.ts";
import { parseStudy } from "../src/parse.ts";
import { resolveStudy } from "../src/resolve.ts";
import { runStudy } from "../src/run.ts";
import { trainingFolder } from "../src/training-store.ts";
import { smallHashes, smallStudy, trainablePlugin, trained } from "./small-plugins.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-trainings-"));
  trained.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const searched = smallStudy
  .replace(`"interconnect": {`, `"training": { "margin": { "range": [0.25, 1], "steps": 4 } }, "interconnect": {`)
  .replace(`"evaluations": 120`, `"evaluations": 20`);
const resolve = (text = searched, hashes = smallHashes) => {
  const catalog = buildCatalog([trainablePlugin], hashes);
  return resolveStudy(parseStudy(text, "small.json", catalog), catalog);
};

describe("the trainings of a study", () => {
  it("are the study's own at first, then every value of the technology, each once", async () => {
    const runnable = await resolve();
    expect(trained).toEqual([1]);
    await runnable.trainings.prepareAll(runnable.resolved.technologies[0]!);
    // The study's own is the last of the range.
    expect(trained).toEqual([1, 0.25, 0.5, 0.75]);
    await runnable.trainings.prepareAll(runnable.resolved.technologies[0]!);
    expect(trained).toHaveLength(4);
  });

  it("give every candidate the network of its training, in the search and in its verification", async () => {
    const runnable = await resolve();
    await runnable.trainings.prepareAll(runnable.resolved.technologies[0]!);
    const archive = Archive.create(join(folder, "a.sqlite"), runnable.resolved);
    await runStudy(runnable, archive, () => undefined);
    const candidates = archive.candidates();
    archive.close();
    const contextOf = assessmentContexts(runnable);
    const margins = candidates.map(({ design }) => design.training!["margin"] as number);
    expect(new Set(margins)).toEqual(new Set([0.25, 0.5, 0.75, 1]));
    for (const [at, { design }] of candidates.entries())
      expect(contextOf(design).workload.quantities["margin"]).toBe(margins[at]);
    // What the neurons receive follows from the network.
    const currents = candidates.map(({ assessment, design }) => [
      design.training!["margin"],
      assessment.quantities.system["columnConductance_S"],
    ]);
    expect(new Set(currents.map((pair) => pair.join())).size).toBeGreaterThanOrEqual(4);
  });

  it("say when a network has not been prepared", async () => {
    const { trainings } = await resolve();
    expect(() => trainings.of({ margin: 0.25 })).toThrow(`no network has been trained for {"margin":0.25}`);
  });

  it("are taken from the folder of an earlier run, but for those of other sources or another seed", async () => {
    const store = trainingFolder(join(folder, "trainings"));
    const first = await resolve();
    await first.trainings.prepareAll(first.resolved.technologies[0]!, store);
    expect(readdirSync(join(folder, "trainings"))).toHaveLength(3);
    trained.length = 0;
    const second = await resolve();
    await second.trainings.prepareAll(second.resolved.technologies[0]!, store);
    expect(trained).toEqual([1]);
    expect(second.trainings.of({ margin: 0.5 })).toEqual(first.trainings.of({ margin: 0.5 }));
    for (const other of [
      await resolve(searched, { ...smallHashes, small: "6b6b" }),
      await resolve(searched.replace(`"seed": 7`, `"seed": 8`)),
    ]) {
      trained.length = 0;
      await other.trainings.prepareAll(other.resolved.technologies[0]!, store);
      expect(trained).toEqual([0.25, 0.5, 0.75]);
    }
  });

  it("are done again where a file is not whole", async () => {
    const store = trainingFolder(folder);
    const first = await resolve();
    await first.trainings.prepareAll(first.resolved.technologies[0]!, store);
    const [file] = readdirSync(folder);
    writeFileSync(join(folder, file!), readFileSync(join(folder, file!)).subarray(0, -1));
    trained.length = 0;
    const second = await resolve();
    await second.trainings.prepareAll(second.resolved.technologies[0]!, store);
    expect(trained).toHaveLength(2);
  });
});
