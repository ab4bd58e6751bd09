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

/** Enough for designs proposed by a model, where the optimizer is chosen by the problem; others propose alike from the start. */
const EVALUATIONS = { chosen: 12, named: 4 };
/** Enough to draw some. */
const CHIPS = 4;
/** Patterns of a digit, of which there are hundreds. */
const FEW_PATTERNS = { trainingPerDigit: 20, cleanPerDigit: 10, testPerDigit: 10 };
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

/** What a study file says, as far as it is changed here. */
interface Written {
  readonly held: { readonly workload: { readonly use: string } };
  readonly technologies: Readonly<Record<string, { readonly training?: Readonly<Record<string, object>> }>>;
  readonly budget: object;
  readonly variation?: object;
  readonly optimizer?: object;
}

/** A study file with a budget that takes seconds. */
function shortened(file: string): { readonly path: string; readonly evaluations: number } {
  const study = JSON.parse(readFileSync(join(studies, file), "utf8")) as Written;
  const { workload } = study.held;
  const evaluations = study.optimizer === undefined ? EVALUATIONS.chosen : EVALUATIONS.named;
  const short: Written = {
    ...study,
    held: { ...study.held, workload: workload.use === "digits" ? { ...workload, ...FEW_PATTERNS } : workload },
    technologies: Object.fromEntries(
      Object.entries(study.technologies).map(([name, technology]) => [name, withFewTrainings(technology)]),
    ),
    budget: { ...study.budget, evaluations },
    variation: { ...study.variation, chips: CHIPS },
  };
  const path = join(folder, file);
  writeFileSync(path, JSON.stringify(short));
  return { path, evaluations };
}

/** Of a list of values to train with, the first and the last. */
function withFewTrainings<Technology extends Written["technologies"][string]>(technology: Technology): Technology {
  if (technology.training === undefined) return technology;
  const training = Object.entries(technology.training).map(([name, value]) => {
    const { choice } = value as { readonly choice?: readonly unknown[] };
    return [name, choice === undefined ? value : { choice: [choice[0], choice.at(-1)] }];
  });
  return { ...technology, training: Object.fromEntries(training) as NonNullable<Technology["training"]> };
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
      const { path, evaluations } = shortened(file);
      const { study, candidates } = await run(path, join(folder, "out"));
      for (const { name, technology } of searchesOf(study)) {
        const own = candidates.filter(({ search }) => search === name);
        // Without anything to search there is one design.
        const count = isFixed(technology) ? 1 : evaluations;
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
      const { path } = shortened("paper-figure-3d.json");
      const first = await run(path, join(folder, "first"));
      const second = await run(path, join(folder, "second"));
      expect(second).toEqual(first);
    },
    patience_ms,
  );
});
