import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PreparedWorkload } from "@neurofront/core";
import { assessmentContexts } from "../src/assessment-context.ts";
import { buildCatalog } from "../src/catalog.ts";
import { parseStudy } from "../src/parse.ts";
import { resolveStudy } from "../src/resolve.ts";
import type { StoredResult } from "../src/result-store.ts";
import { runStudy } from "../src/run.ts";
import { storedTrainings } from "../src/training-store.ts";
import { packData, unpackData } from "../src/packed-data.ts";
import { memoryStore } from "./memory-store.ts";
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

  it("are taken from an earlier run, but for those of other sources, another seed or another computer", async () => {
    const results = memoryStore();
    const store = storedTrainings(results, "one computer");
    const first = await resolve();
    await first.trainings.prepareAll(first.resolved.technologies[0]!, store);
    expect([...results.results.values()].map(({ kind, models }) => [kind, models])).toEqual(
      Array.from({ length: 3 }, () => ["training", [{ plugin: "small", model: "small-letters" }]]),
    );
    trained.length = 0;
    const second = await resolve();
    await second.trainings.prepareAll(second.resolved.technologies[0]!, store);
    expect(trained).toEqual([1]);
    expect(second.trainings.of({ margin: 0.5 })).toStrictEqual(first.trainings.of({ margin: 0.5 }));
    for (const [other, itsStore] of [
      [await resolve(searched, { ...smallHashes, small: "6b6b" }), store],
      [await resolve(searched.replace(`"seed": 7`, `"seed": 8`)), store],
      [await resolve(), storedTrainings(results, "another computer")],
    ] as const) {
      trained.length = 0;
      await other.trainings.prepareAll(other.resolved.technologies[0]!, itsStore);
      expect(trained).toEqual([0.25, 0.5, 0.75]);
    }
  });

  it.each<[string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ["the bytes are not whole", (bytes) => bytes.slice(0, -1)],
    ["the bytes are of something else", () => packData({ layers: [] })],
    ["a layer looks beyond the patterns", (bytes) => changed(bytes, ({ layers: [layer] }) => (layer!.gather[0] = 4))],
    ["a label is of no output", (bytes) => changed(bytes, ({ clean }) => (clean.labels[1] = 3))],
    ["a weight has no value", (bytes) => changed(bytes, ({ layers: [layer] }) => (layer!.weights[2] = NaN))],
  ])("are done again where %s", async (_what, change) => {
    const results = memoryStore();
    const store = storedTrainings(results, "one computer");
    const first = await resolve();
    await first.trainings.prepareAll(first.resolved.technologies[0]!, store);
    const [[key, result]] = [...results.results] as [[string, StoredResult]];
    results.results.set(key, { ...result, bytes: change(result.bytes) });
    trained.length = 0;
    const second = await resolve();
    await second.trainings.prepareAll(second.resolved.technologies[0]!, store);
    expect(trained).toEqual([1, 0.25]);
  });
});

function changed(bytes: Uint8Array, change: (workload: PreparedWorkload) => unknown): Uint8Array<ArrayBuffer> {
  const workload = unpackData(bytes) as PreparedWorkload;
  change(workload);
  return packData(workload);
}
