import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import type {
  CandidateRecord,
  ResolvedStudy,
  ResolvedTechnology,
  SearchNote,
  VerificationRecord,
} from "@neurofront/core";
import { searchesOf } from "@neurofront/study";
import { main } from "neurofront/main";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

/** Enough to fill a first generation; chips enough to draw some. */
const EVALUATIONS = 16;
const CHIPS = 4;
const patience_ms = 120_000;

const studies = join(import.meta.dirname, "../studies");
const shipped = readdirSync(studies).filter((file) => file.endsWith(".json") && !file.endsWith(".schema.json"));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-studies-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function neurofront(...args: string[]): Promise<string> {
  let text = "";
  const write = (more: string) => (text += more);
  const code = await main(args, { out: { write }, err: { write }, interactive: false, width: 120 });
  expect(code, text).toBe(0);
  return text;
}

/** A study file with a budget that takes seconds. */
function shortened(file: string): string {
  const study = JSON.parse(readFileSync(join(studies, file), "utf8")) as {
    budget: object;
    variation?: object;
  };
  const path = join(folder, file);
  const variation = { ...study.variation, chips: CHIPS };
  writeFileSync(path, JSON.stringify({ ...study, budget: { ...study.budget, evaluations: EVALUATIONS }, variation }));
  return path;
}

/** True when no parameter of a technology is searched. */
function isFixed({ neuron, synapse, interconnect, inputVoltage_V }: ResolvedTechnology): boolean {
  const parts = [neuron, synapse, interconnect].flatMap(({ parameters }) => Object.values(parameters));
  return [inputVoltage_V, ...parts].every(({ value }) => value !== undefined);
}

interface Contents {
  readonly study: ResolvedStudy;
  readonly candidates: readonly CandidateRecord[];
  readonly verifications: readonly VerificationRecord[];
  readonly notes: readonly SearchNote[];
}

async function run(path: string, out: string): Promise<Contents> {
  await neurofront("run", path, "--out", out);
  const archive = Archive.open(join(out, "archive.sqlite"));
  try {
    return {
      study: archive.study(),
      candidates: archive.candidates(),
      verifications: archive.verifications(),
      notes: archive.notes(),
    };
  } finally {
    archive.close();
  }
}

describe("the studies that ship", () => {
  it("are at least one", () => {
    expect(shipped.length).toBeGreaterThan(0);
  });

  it.each(shipped)("%s is legal as it is", async (file) => {
    expect(await neurofront("validate", join(studies, file))).toContain("is a legal study");
  });

  it.each(shipped)(
    "%s runs, and its archive holds every candidate of every search",
    async (file) => {
      const { study, candidates } = await run(shortened(file), join(folder, "out"));
      for (const { name, technology } of searchesOf(study)) {
        const own = candidates.filter(({ search }) => search === name);
        // Without anything to search there is one design.
        const count = isFixed(technology) ? 1 : EVALUATIONS;
        expect(own.map(({ candidate }) => candidate)).toEqual(Array.from({ length: count }, (_, k) => k));
        const possible = own.filter(({ assessment }) => assessment.status === "ok");
        expect(possible.filter(({ assessment }) => !(assessment.metrics.energy! > 0))).toEqual([]);
      }
    },
    patience_ms,
  );

  it(
    "give the same contents each time",
    async () => {
      const path = shortened(shipped[0]!);
      const first = await run(path, join(folder, "first"));
      const second = await run(path, join(folder, "second"));
      expect(second).toEqual(first);
    },
    patience_ms,
  );
});
