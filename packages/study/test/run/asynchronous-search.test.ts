import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Archive, repairArchive } from "@neurofront/archive";
import type { ScheduleStep } from "@neurofront/core";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Evaluator } from "../../src/evaluate/evaluator.ts";
import type { RunnableStudy } from "../../src/resolve.ts";
import { runStudy } from "../../src/run.ts";
import { costsOf, spentOn } from "../../src/run/promotion.ts";
import type { AssessmentRequest } from "../../src/run/work.ts";
import { searchesOf } from "../../src/search-start.ts";
import { scriptedEvaluator } from "./scripted-evaluator.ts";
import { CHIP_STUDIES, ladderTechnologies, smallRunnable } from "./small-run.ts";
import { contentsOf, differenceOf, runSmall, Stopped, stopping } from "./written-archive.ts";

const folder = mkdtempSync(join(tmpdir(), "neurofront-asynchronous-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const patience_ms = 60_000;
const held = { temperature: "300 K", workload: { use: "small-letters" }, accounting: "full" };

let files = 0;
const newPath = (): string => join(folder, `${files++}.sqlite`);

/** What a study's archive holds, as rows and as records of its only search. */
interface Ran {
  readonly path: string;
  readonly contents: Record<string, unknown[]>;
  readonly steps: readonly ScheduleStep[];
}

function ranAt(path: string): Ran {
  const archive = Archive.open(path);
  try {
    const steps = searchesOf(archive.study()).flatMap(({ name }) => archive.schedule(name));
    return { path, contents: contentsOf({ path }), steps };
  } finally {
    archive.close();
  }
}

/** Run a study asynchronously into a new archive that may hold steps already. */
async function ran(
  runnable: RunnableStudy,
  evaluator: Evaluator | undefined,
  steps: readonly ScheduleStep[] = [],
): Promise<Ran> {
  const path = newPath();
  const archive = Archive.create(path, runnable.resolved);
  archive.append([], [], steps);
  await runStudy(runnable, archive, () => undefined, { evaluator, asynchronous: true });
  archive.close();
  return ranAt(path);
}

describe.each(CHIP_STUDIES)("an asynchronous search with %s", (_name, blocks) => {
  it(
    "told in any order, is repeated by any evaluator from the order in its archive",
    async () => {
      const runnable = await smallRunnable(blocks);
      const { contents, steps } = await ran(runnable, scriptedEvaluator(runnable, 4, 1));
      const told = steps.flatMap((step) => step.told ?? []);
      expect(told).not.toEqual(told.toSorted((a, b) => a - b));
      expect(told.toSorted((a, b) => a - b)).toEqual(Array.from({ length: told.length }, (_, k) => k));
      expect(contents["candidate"]).toHaveLength(told.length);
      for (const evaluator of [undefined, scriptedEvaluator(runnable, 7, 2)])
        expect(differenceOf((await ran(runnable, evaluator, steps)).contents, contents)).toBe("none");
    },
    patience_ms,
  );

  it(
    "killed after any write, goes on: what was asked is asked again, and the whole can be repeated",
    async () => {
      const runnable = await smallRunnable(blocks);
      const kills = fc.record({
        seed: fc.nat(),
        slots: fc.integer({ min: 1, max: 6 }),
        pieces: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 3 }),
      });
      await fc.assert(
        fc.asyncProperty(kills, async ({ seed, slots, pieces }) => {
          const path = newPath();
          Archive.create(path, runnable.resolved).close();
          const designs = new Map<number, string>();
          const asked = (requests: readonly AssessmentRequest[]): void => {
            for (const { candidate, design } of requests) {
              const { neuron } = design;
              const text = JSON.stringify({ ...design, neuron: { ...neuron, fidelity: "" } });
              expect(designs.get(candidate) ?? text).toBe(text);
              designs.set(candidate, text);
            }
          };
          let before: readonly ScheduleStep[] = [];
          for (const [k, piece] of [...pieces, Infinity].entries()) {
            const archive = Archive.open(path, "write");
            const evaluator = watched(scriptedEvaluator(runnable, slots, seed + k), asked);
            const counter = { writes: 0 };
            try {
              await runStudy(runnable, stopping(archive, counter, piece), () => undefined, {
                evaluator,
                asynchronous: true,
              });
            } catch (error) {
              if (!(error instanceof Stopped)) throw error;
            } finally {
              archive.close();
            }
            const { steps } = ranAt(path);
            expect(steps.slice(0, before.length)).toEqual(before);
            before = steps;
          }
          const { contents, steps } = ranAt(path);
          expect(contents["candidate"]).toHaveLength(steps.filter(({ told }) => told !== null).length);
          expect(differenceOf((await ran(runnable, undefined, steps)).contents, contents)).toBe("none");
        }),
        { numRuns: 2, endOnFailure: true },
      );
    },
    patience_ms,
  );
});

it.each(CHIP_STUDIES)(
  "with %s, ended at any moment, archives all that it has asked for, goes on, and can be repeated",
  async (_name, blocks) => {
    const runnable = await smallRunnable(blocks);
    const path = newPath();
    Archive.create(path, runnable.resolved).close();
    let ends = 0;
    let most = 0;
    for (const calls of [9, 40, 25, Infinity]) {
      const archive = Archive.open(path, "write");
      const ending = new AbortController();
      let made = 0;
      let waiting = 0;
      const scripted = scriptedEvaluator(runnable, 4, calls);
      const evaluator: Evaluator = {
        ...scripted,
        async evaluate(requests, options) {
          most = Math.max(most, ++waiting);
          if (++made > calls) ending.abort(new Ended());
          const answers = await scripted.evaluate(requests, options);
          waiting--;
          return answers;
        },
      };
      try {
        await runStudy(runnable, archive, () => undefined, { evaluator, asynchronous: true, ending: ending.signal });
      } catch (error) {
        if (!(error instanceof Ended)) throw error;
        ends++;
      } finally {
        archive.close();
      }
      expect(waiting).toBe(0);
      const { steps, contents } = ranAt(path);
      const told = steps.flatMap((step) => step.told ?? []);
      expect(told.length).toBe(steps.reduce((sum, { asked }) => sum + asked, 0));
      expect(contents["candidate"]).toHaveLength(told.length);
    }
    expect(ends).toBe(3);
    expect(most).toBe(4);
    const { contents, steps } = ranAt(path);
    // At the start, and after each end at least.
    expect(steps.filter(({ told }) => told === null).length).toBeGreaterThan(3);
    expect(differenceOf((await ran(runnable, undefined, steps)).contents, contents)).toBe("none");
  },
  patience_ms,
);

/** A run that has ended because it was asked to. */
class Ended extends Error {}

/** The evaluator, whose requests are told. */
function watched(evaluator: Evaluator, tell: (requests: readonly AssessmentRequest[]) => void): Evaluator {
  return {
    ...evaluator,
    evaluate(requests, options) {
      tell(requests);
      return evaluator.evaluate(requests, options);
    },
  };
}

it("finds what a search in batches finds, where nothing is judged by other candidates", async () => {
  const runnable = await smallRunnable({ held, variation: { chips: 0 } });
  const expected = contentsOf(await runSmall(runnable));
  const { contents, steps } = await ran(runnable, scriptedEvaluator(runnable, 5, 3));
  expect(steps.length).toBe(expected["candidate"]!.length + 1);
  // The dictionary is what came first.
  for (const table of ["candidate", "verification"])
    expect(contents[table]!.map(withoutDetail)).toEqual(expected[table]!.map(withoutDetail));
});

/** What a search has found, and in which order. */
function judgedIn({ contents }: Pick<Ran, "contents">): unknown[][] {
  return ["candidate", "revision", "sample", "schedule"].map((table) => contents[table]!.map(withoutDetail));
}

function withoutDetail(row: unknown): unknown {
  return { ...(row as object), detail: null, checksum: null };
}

it("keeps the budget with promotions that nobody could foresee, and takes its front to the highest fidelity", async () => {
  const runnable = await smallRunnable({
    held,
    technologies: ladderTechnologies,
    promotion: { rule: "share", share: "40 %" },
    variation: { chips: 0 },
    constraints: [],
    budget: { evaluations: 150 },
  });
  const { path } = await ran(runnable, scriptedEvaluator(runnable, 6, 4));
  const archive = Archive.open(path);
  const costs = costsOf(runnable.resolved.technologies[0]!.fidelities);
  const candidates = archive.candidates();
  const spent = candidates.reduce((sum, record) => sum + spentOn(record, costs), 0);
  archive.close();
  expect(spent).toBeLessThanOrEqual(150);
  // A tenth is left for the front, and unspent where it has been promoted already.
  expect(spent).toBeGreaterThanOrEqual(0.9 * 150);
  expect(candidates.filter(({ assessment }) => assessment.fidelity === "fine").length).toBeGreaterThan(2);
});

it("keeps as many requests waiting as its evaluator has slots, and no more", async () => {
  const runnable = await smallRunnable({ held, variation: { chips: 0 } });
  const scripted = scriptedEvaluator(runnable, 3, 5);
  let [waiting, most] = [0, 0];
  const evaluator: Evaluator = {
    ...scripted,
    async evaluate(requests, options) {
      most = Math.max(most, (waiting += requests.length));
      const answers = await scripted.evaluate(requests, options);
      waiting -= requests.length;
      return answers;
    },
  };
  await ran(runnable, evaluator);
  // Verification comes as one batch at the end, of three designs.
  expect(most).toBe(3);
});

it.each([
  ["steps", false, "DELETE FROM schedule WHERE step > 40"],
  [
    "candidates",
    true,
    "DELETE FROM sample WHERE candidate IN (7, 30); DELETE FROM candidate WHERE candidate IN (7, 30)",
  ],
])(
  "whose archive has lost %s is completed after a repair, as it was: %s, and can be repeated",
  async (_what, isAsItWas, sql) => {
    const runnable = await smallRunnable(CHIP_STUDIES[0]![1]);
    const { path, contents } = await ran(runnable, scriptedEvaluator(runnable, 4, 8));
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
    database.close();
    const repaired = newPath();
    const { kept } = repairArchive(path, repaired);
    const archive = Archive.open(repaired, "write");
    await runStudy(runnable, archive, () => undefined, { evaluator: scriptedEvaluator(runnable, 3, 9) });
    archive.close();
    const completed = ranAt(repaired);
    expect(kept.candidate).toBeLessThan(contents["candidate"]!.length);
    expect(completed.contents["candidate"]).toHaveLength(contents["candidate"]!.length);
    expect(JSON.stringify(judgedIn(completed)) === JSON.stringify(judgedIn({ contents }))).toBe(isAsItWas);
    expect(judgedIn(await ran(runnable, undefined, completed.steps))).toEqual(judgedIn(completed));
  },
  patience_ms,
);

it("goes on as it began: in batches, or asynchronously", async () => {
  const runnable = await smallRunnable(CHIP_STUDIES[0]![1]);
  for (const began of [true, false]) {
    const path = newPath();
    const archive = Archive.create(path, runnable.resolved);
    const stop = new AbortController();
    const run = runStudy(runnable, archive, () => stop.abort(), { asynchronous: began, signal: stop.signal });
    await expect(run).rejects.toThrow("abort");
    await runStudy(runnable, archive, () => undefined, { asynchronous: !began });
    archive.close();
    expect(ranAt(path).steps.length > 0).toBe(began);
  }
});

it("stops when models fail on too many candidates, and what they did is in the archive", async () => {
  const runnable = await smallRunnable({ held, variation: { chips: 0 } });
  const scripted = scriptedEvaluator(runnable, 4, 6);
  const evaluator: Evaluator = {
    ...scripted,
    async evaluate(requests, options) {
      const answers = await scripted.evaluate(requests, options);
      const violation = { kind: "impossible", code: "model-failed", message: "it broke", amount: 1 } as const;
      return answers.map(({ assessment, chips }) => ({
        assessment: { ...assessment, status: "impossible", violations: [violation], metrics: {} },
        chips,
      }));
    },
  };
  const archive = Archive.create(newPath(), runnable.resolved);
  const run = runStudy(runnable, archive, () => undefined, { evaluator, asynchronous: true });
  await expect(run).rejects.toThrow("failed on 10 of 10 candidates");
  expect(archive.firstJudged()).toHaveLength(10);
  archive.close();
});

it("says so when an optimizer does not make the proposals that the archive says it made", async () => {
  const runnable = await smallRunnable({ held, variation: { chips: 0 } });
  const { model } = runnable.optimizer;
  const create: typeof model.create = (settings, problem) => {
    const optimizer = model.create(settings, problem);
    let pending = 0;
    return {
      // In generations of ten.
      ask(count) {
        const found = pending < 10 ? optimizer.ask(Math.min(count, 10 - pending)) : [];
        pending += found.length;
        return found;
      },
      tell: (scores) => optimizer.tell(scores),
    };
  };
  const generations = { ...runnable, optimizer: { ...runnable.optimizer, model: { ...model, create } } };
  const steps = [{ search: "small/full", step: 0, told: null, asked: 11 }];
  await expect(ran(generations, undefined, steps)).rejects.toThrow(
    "asked for 11 proposals in step 0, and the optimizer makes 10 there",
  );
});
