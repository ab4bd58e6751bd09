import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Archive } from "@neurofront/archive";
import type { NeuronModel, Plugin } from "@neurofront/core";
import { afterAll } from "vitest";
import { buildCatalog } from "../../src/catalog.ts";
import { checkStudyValue } from "../../src/parse.ts";
import { resolveStudy } from "../../src/resolve.ts";
import type { RunnableStudy } from "../../src/resolve.ts";
import { runStudy } from "../../src/run.ts";
import { smallHashes, smallNeuron, smallPlugin, smallStudy } from "../small-plugins.ts";

/** A neuron of three fidelities: the lower ones promise 10 % and 4 % less delay than the highest finds, and more offset. */
const ladderNeuron: NeuronModel = {
  ...smallNeuron,
  id: "small-ladder-neuron",
  parameters: {
    ...smallNeuron.parameters,
    fidelity: {
      kind: "choice",
      options: ["rough", "fair", "fine"],
      meaning: "fidelity",
      source: { kind: "assumed", note: "made for tests" },
      default: "rough",
    },
  },
  characterize(design, operating) {
    const answer = smallNeuron.characterize(design, operating);
    if (answer.status !== "ok") return answer;
    const slower = { rough: 0.9, fair: 0.96, fine: 1 }[design["fidelity"] as "rough" | "fair" | "fine"];
    return {
      ...answer,
      phases: answer.phases.map((phase) => ({ ...phase, duration_s: phase.duration_s * slower })),
    };
  },
};

/** A neuron whose offsets spread by a tenth of the full-scale current and more: chips differ. */
const noisyNeuron: NeuronModel = {
  ...smallNeuron,
  id: "small-noisy-neuron",
  characterize(design, operating) {
    const answer = smallNeuron.characterize(design, operating);
    return answer.status === "ok" ? { ...answer, offsetSpread_A: 1e-6 } : answer;
  },
};

/** The small models, with a neuron of three fidelities and one of large offsets. */
export const smallRunPlugin: Plugin = { ...smallPlugin, models: [...smallPlugin.models, ladderNeuron, noisyNeuron] };

/** A study of the small models with other blocks than the small study has. */
export async function smallRunnable(blocks: Readonly<Record<string, unknown>>): Promise<RunnableStudy> {
  const catalog = buildCatalog([smallRunPlugin], smallHashes);
  const study: unknown = { ...(JSON.parse(smallStudy) as object), ...blocks };
  return resolveStudy(checkStudyValue(study, "small.json", catalog), catalog);
}

/** A technology whose accuracy is bought with current: the front lies along the limit of an accuracy constraint. */
export const noisyTechnologies = {
  noisy: {
    neuron: { use: "small-noisy-neuron", length: { range: ["20 nm", "200 nm"] }, switchingCurrent: "2 uA" },
    synapse: { use: "small-synapse", fullScaleCurrent: { range: ["1 uA", "20 uA"] } },
    interconnect: { use: "small-array" },
    inputVoltage: { range: ["10 mV", "200 mV"], scale: "log" },
  },
};

/** The technology of the small study under a neuron of three fidelities. */
export const ladderTechnologies = {
  ladder: {
    neuron: { use: "small-ladder-neuron", length: { range: ["10 nm", "200 nm"] }, switchingCurrent: "2 uA" },
    fidelities: ["rough", { fidelity: "fair", cost: 3 }, { fidelity: "fine", cost: 8 }],
    synapse: { use: "small-synapse" },
    interconnect: { use: "small-array" },
    inputVoltage: { range: ["10 mV", "200 mV"], scale: "log" },
  },
};

/** An archive that was written to the end, or until it was stopped. It goes with the tests of its file. */
export interface WrittenArchive {
  readonly path: string;
  /** How often it was written to. */
  readonly writes: number;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Where an archive may be written, in a folder of its own. */
function newArchivePath(): string {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-small-run-"));
  folders.push(folder);
  return join(folder, "archive.sqlite");
}

/** Run a study into a new archive. */
export async function runSmall(runnable: RunnableStudy): Promise<WrittenArchive> {
  const path = newArchivePath();
  const archive = Archive.create(path, runnable.resolved);
  const counter = { writes: 0 };
  await runStudy(runnable, stopping(archive, counter, Infinity), () => undefined);
  archive.close();
  return { path, writes: counter.writes };
}

/**
 * Run a study in pieces: stopped after given numbers of writes, each time by an error out of the archive, and resumed; at last to
 * the end.
 */
export async function runSmallInPieces(runnable: RunnableStudy, pieces: readonly number[]): Promise<WrittenArchive> {
  const path = newArchivePath();
  Archive.create(path, runnable.resolved).close();
  const counter = { writes: 0 };
  for (const piece of [...pieces, Infinity]) {
    const archive = Archive.open(path, "write");
    try {
      await runStudy(runnable, stopping(archive, counter, counter.writes + piece), () => undefined);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    } finally {
      archive.close();
    }
  }
  return { path, writes: counter.writes };
}

/** What a stopping archive throws. */
export class Stopped extends Error {}

/** The archive, which throws instead of writing once it has been written to a number of times. */
export function stopping(archive: Archive, counter: { writes: number }, most: number): Archive {
  return new Proxy(archive, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...given: unknown[]): unknown => {
        if (["append", "revise", "note", "verify"].includes(String(name))) {
          if (counter.writes >= most) throw new Stopped();
          counter.writes++;
        }
        return Reflect.apply(value, target, given) as unknown;
      };
    },
  });
}

/** Every row of every table. */
export function contentsOf({ path }: Pick<WrittenArchive, "path">): Record<string, unknown[]> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const order = { archive: "key", layout: "search, number", sample: "search, candidate, fidelity, first" };
    return Object.fromEntries(
      ["archive", "candidate", "layout", "note", "revision", "sample", "schedule", "verification"].map((table) => [
        table,
        database.prepare(`SELECT * FROM ${table} ORDER BY ${order[table as keyof typeof order] ?? "1, 2, 3"}`).all(),
      ]),
    );
  } finally {
    database.close();
  }
}

/** The first row in which the contents of two archives differ; a comparison of all would take minutes to print. */
export function differenceOf(found: Record<string, unknown[]>, expected: Record<string, unknown[]>): string {
  for (const [table, rows] of Object.entries(expected))
    for (let k = 0; k < Math.max(rows.length, found[table]!.length); k++) {
      const [a, b] = [found[table]![k], rows[k]].map((row) => JSON.stringify(row));
      if (a !== b) return `row ${k} of ${table}: ${a?.slice(0, 300)} in place of ${b?.slice(0, 300)}`;
    }
  return "none";
}

const held = { temperature: "300 K", workload: { use: "small-letters" }, accounting: "full" };

/** Few candidates and chips; every kind of work is in one of them. */
export const CHIP_STUDIES: readonly [string, Readonly<Record<string, unknown>>][] = [
  [
    "a constraint on chips",
    {
      held,
      variation: { chips: 16, eliteChips: 24 },
      constraints: [{ metric: "testAccuracy", atLeast: "99.79 %" }],
      budget: { evaluations: 70 },
    },
  ],
  [
    "an objective on chips",
    {
      held,
      variation: { chips: 12, eliteChips: 16 },
      objectives: [{ minimize: "energy" }, { maximize: "accuracy", statistic: "p05" }],
      constraints: [],
      budget: { evaluations: 60 },
    },
  ],
  [
    "three fidelities and a constraint on chips",
    {
      held,
      technologies: ladderTechnologies,
      promotion: { rule: "share", share: "20 %" },
      variation: { chips: 12, eliteChips: 16 },
      constraints: [{ metric: "accuracy", statistic: "p50", atLeast: "99.8 %" }],
      budget: { evaluations: 160 },
    },
  ],
];
