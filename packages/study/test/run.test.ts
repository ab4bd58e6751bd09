import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Archive } from "@neurofront/archive";
import type { NeuronModel, Plugin } from "@neurofront/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { parseStudy } from "../src/parse.ts";
import { resolveStudy } from "../src/resolve.ts";
import type { RunnableStudy } from "../src/resolve.ts";
import { runStudy } from "../src/run.ts";
import { ModelError } from "../src/run/model-error.ts";
import type { Progress } from "../src/run/progress.ts";
import { smallHashes, smallNeuron, smallPlugin, smallStudy } from "./small-plugins.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-run-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const resolve = (text = smallStudy, plugin: Plugin = smallPlugin): Promise<RunnableStudy> => {
  const catalog = buildCatalog([plugin], smallHashes);
  return resolveStudy(parseStudy(text, "small.json", catalog), catalog);
};

/** Run into a fresh archive; the progress that was told. */
async function run(
  runnable: RunnableStudy,
  name: string,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Progress[]> {
  const path = join(folder, name);
  const told: Progress[] = [];
  const archive = Archive.create(path, runnable.resolved);
  try {
    await runStudy(runnable, archive, (progress) => {
      told.push(progress);
      onProgress(progress);
    });
  } finally {
    archive.close();
  }
  return told;
}

/** Every row of every table. */
function contents(name: string): unknown {
  const database = new DatabaseSync(join(folder, name), { readOnly: true });
  try {
    return ["archive", "candidate", "note", "revision", "sample", "verification"].map((table) =>
      database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
    );
  } finally {
    database.close();
  }
}

describe("a run", () => {
  it("gives the same archive contents a second time", async () => {
    await run(await resolve(), "first.sqlite");
    await run(await resolve(), "second.sqlite");
    expect(contents("second.sqlite")).toEqual(contents("first.sqlite"));
  });

  it("gives other candidates for another seed", async () => {
    await run(await resolve(), "first.sqlite");
    await run(await resolve(smallStudy.replace(`"seed": 7`, `"seed": 8`)), "second.sqlite");
    expect(contents("second.sqlite")).not.toEqual(contents("first.sqlite"));
  });

  it.each([1, 2, 3, 4, 5, 6])("stopped after batch %i and resumed, equals one never stopped", async (stopAfter) => {
    const runnable = await resolve();
    await run(runnable, "whole.sqlite");
    let batches = 0;
    const stop = (): void => {
      if (++batches === stopAfter) throw new Error("stopped");
    };
    await expect(run(runnable, "parts.sqlite", stop)).rejects.toThrow("stopped");
    const archive = Archive.open(join(folder, "parts.sqlite"), "write");
    await runStudy(await resolve(), archive, () => undefined);
    archive.close();
    expect(contents("parts.sqlite")).toEqual(contents("whole.sqlite"));
  });

  it("searches every technology under every accounting, to the end of the budget", async () => {
    const told = await run(await resolve(), "run.sqlite");
    const archive = Archive.open(join(folder, "run.sqlite"));
    const numbers = (search: string): number[] => archive.candidates(search).map(({ candidate }) => candidate);
    const all = Array.from({ length: 120 }, (_, k) => k);
    expect(numbers("small/paper")).toEqual(all);
    expect(numbers("small/full")).toEqual(all);
    expect(archive.verifications().length).toBeGreaterThan(0);
    archive.close();
    const last = told.findLast(({ stage }) => stage === "search")!;
    expect([last.totalDone, last.totalBudget, last.done]).toEqual([240, 240, 120]);
  });

  it("keeps and tells what the optimizer noted", async () => {
    const told = await run(await resolve(), "run.sqlite");
    const archive = Archive.open(join(folder, "run.sqlite"));
    expect(archive.notes()).toEqual([
      { search: "small/full", number: 0, assessed: 50, text: "Uniform draws." },
      { search: "small/paper", number: 0, assessed: 50, text: "Uniform draws." },
    ]);
    archive.close();
    expect(told.flatMap(({ search, notes }) => notes.map((note) => `${search}: ${note}`))).toEqual([
      "small/paper: Uniform draws.",
      "small/full: Uniform draws.",
    ]);
  });

  it("evaluates a study without a free parameter once", async () => {
    const fixed = smallStudy
      .replace(`{ "range": ["10 nm", "200 nm"] }`, `"60 nm"`)
      .replace(`{ "range": ["10 mV", "200 mV"], "scale": "log" }`, `"10 mV"`);
    await run(await resolve(fixed), "fixed.sqlite");
    const archive = Archive.open(join(folder, "fixed.sqlite"));
    expect(archive.candidates().map(({ search, candidate }) => `${search} ${candidate}`)).toEqual([
      "small/full 0",
      "small/paper 0",
    ]);
    archive.close();
  });
});

describe("a faulty model", () => {
  const withNeuron = (neuron: NeuronModel): Plugin => ({
    ...smallPlugin,
    models: [neuron, ...smallPlugin.models.slice(1)],
  });

  /** Faulty where the length is above a limit, which the search range of 10 to 200 nm may hold. */
  const faultyAbove = (limit_m: number, fault: (length_m: number) => unknown): NeuronModel => ({
    ...smallNeuron,
    characterize(design, operating) {
      const answer = smallNeuron.characterize(design, operating);
      return (design["length_m"] as number) > limit_m ? (fault(design["length_m"] as number) as typeof answer) : answer;
    },
  });
  const throwing = (): never => {
    throw new Error("square root of a negative gap");
  };

  it.each<[string, NeuronModel, string]>([
    ["throws", faultyAbove(190e-9, throwing), `neuron "small-neuron" of plugin "small": square root of a negative gap`],
    [
      "gives a number without a value",
      {
        ...smallNeuron,
        characterize: (design, operating) => {
          const answer = smallNeuron.characterize(design, operating);
          return answer.status === "ok" && (design["length_m"] as number) > 190e-9
            ? { ...answer, area: [{ part: "nothing", area_m2: Number.NaN, formula: "0 / 0" }] }
            : answer;
        },
      },
      `interconnect "small-array" of plugin "small": area is NaN; a design without an answer is "impossible"`,
    ],
    [
      "changes its design",
      {
        ...smallNeuron,
        characterize: (design, operating) => {
          if ((design["length_m"] as number) > 190e-9) Object.assign(design, { length_m: 1e-8 });
          return smallNeuron.characterize(design, operating);
        },
      },
      `neuron "small-neuron" of plugin "small": Cannot assign to read only property 'length_m'`,
    ],
    [
      "changes what all designs share",
      {
        ...smallNeuron,
        characterize: (design, operating) => {
          if ((design["length_m"] as number) > 190e-9) Object.assign(operating.conventions, { readTiming: "never" });
          return smallNeuron.characterize(design, operating);
        },
      },
      `neuron "small-neuron" of plugin "small": Cannot assign to read only property 'readTiming'`,
    ],
  ])("that %s costs the candidates it fails on, not the run", async (_what, neuron, message) => {
    await run(await resolve(smallStudy, withNeuron(neuron)), "faulty.sqlite");
    const archive = Archive.open(join(folder, "faulty.sqlite"));
    const all = archive.candidates();
    archive.close();
    expect(all).toHaveLength(240);
    const failed = all.filter(({ assessment }) => assessment.status === "impossible");
    expect(failed).toEqual(all.filter(({ design }) => (design.neuron["length_m"] as number) > 190e-9));
    expect(failed.length).toBeGreaterThan(0);
    for (const { assessment, objectives, violation } of failed) {
      expect(assessment.violations).toHaveLength(1);
      expect(assessment.violations[0]).toMatchObject({
        code: "model-failed",
        message: expect.stringContaining(message),
      });
      expect([objectives, violation]).toEqual([[], 1]);
    }
  });

  it("that fails again and again stops the run, and stops it again", async () => {
    const runnable = await resolve(smallStudy, withNeuron(faultyAbove(100e-9, throwing)));
    await expect(run(runnable, "throws.sqlite")).rejects.toThrow(ModelError);
    const archive = Archive.open(join(folder, "throws.sqlite"), "write");
    const kept = archive.candidates();
    await expect(runStudy(runnable, archive, () => undefined)).rejects.toThrow(
      /^search small\/\w+ \(plugins small 1\.2\.3, .*\) is stopped: its models failed on \d\d of (?:50|100|120) candidates\. The first was candidate \d+: neuron "small-neuron" of plugin "small": square root of a negative gap/u,
    );
    expect(archive.candidates()).toEqual(kept);
    archive.close();
  });

  it("that fails on every candidate stops the run however few they are", async () => {
    const few = smallStudy.replace(`"evaluations": 120`, `"evaluations": 3`);
    const runnable = await resolve(few, withNeuron(faultyAbove(0, throwing)));
    await expect(run(runnable, "few.sqlite")).rejects.toThrow("its models failed on 3 of 3 candidates");
  });
});
