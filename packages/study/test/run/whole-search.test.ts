import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { evaluatorHere, inProcessEvaluator } from "../../src/evaluate/in-process.ts";
import type { Evaluator } from "../../src/evaluate/evaluator.ts";
import type { RunnableStudy } from "../../src/resolve.ts";
import type { SearchProgress } from "../../src/run/search-session.ts";
import { wholeSearch } from "../../src/run/whole-search.ts";
import type { SearchOrder } from "../../src/run/whole-search.ts";
import { assessor } from "../../src/run/assessor.ts";
import { runStudy } from "../../src/run.ts";
import { CHIP_STUDIES, noisyTechnologies, smallRunnable } from "./small-run.ts";
import { contentsOf, differenceOf } from "./written-archive.ts";

let folder = "";
let archives = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-whole-search-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const newPath = (): string => join(folder, `${archives++}.sqlite`);

const NAMES = ["small/paper", "small/full"];

/** A search in an archive of its own or another's, and what it has told. */
async function searched(
  runnable: RunnableStudy,
  path: string,
  name: string,
  {
    evaluator = inProcessEvaluator(runnable),
    order = () => "go on",
  }: { evaluator?: Evaluator; order?: () => SearchOrder } = {},
) {
  const archive = Archive.openBeside(path);
  const told: SearchProgress[] = [];
  try {
    const call = { name, workers: 2, order, onProgress: (progress: SearchProgress) => void told.push(progress) };
    return { isDone: await wholeSearch(runnable, archive, evaluator, call), told };
  } finally {
    archive.close();
  }
}

/** An evaluator that takes so long for a candidate. */
function slow(runnable: RunnableStudy, each_ms: number): Evaluator {
  const answer = assessor(runnable);
  return evaluatorHere((request) => {
    for (const end_ms = performance.now() + each_ms; performance.now() < end_ms;);
    return answer(request);
  });
}

const created = (runnable: RunnableStudy): string => {
  const path = newPath();
  Archive.create(path, runnable.resolved).close();
  return path;
};

describe("a search as a whole", () => {
  it("of which several write into one archive by turns, leaves in it what a run in one thread does", async () => {
    const { held: _held, ...blocks } = CHIP_STUDIES[0]![1];
    const runnable = await smallRunnable({ ...blocks, technologies: noisyTechnologies });
    const path = created(runnable);
    const names = ["noisy/paper", "noisy/full"];
    for (const { isDone } of await Promise.all(names.map((name) => searched(runnable, path, name))))
      expect(isDone).toBe(true);
    const [done, alone] = [Archive.open(path, "write"), created(runnable)];
    await runStudy(runnable, done, () => undefined);
    done.close();
    const archive = Archive.open(alone, "write");
    await runStudy(runnable, archive, () => undefined);
    archive.close();
    const expected = contentsOf({ path: alone });
    expect(differenceOf(contentsOf({ path }), expected)).toBe("none");
    for (const table of ["candidate", "revision", "sample", "note", "verification"])
      expect(expected[table]!.length).toBeGreaterThan(0);
  });

  it("is left when it is to end, with its batch archived, and goes on from there", async () => {
    const runnable = await smallRunnable({ variation: { chips: 0 }, budget: { evaluations: 300 } });
    const path = created(runnable);
    let looks = 0;
    const { isDone } = await searched(runnable, path, NAMES[0]!, { order: () => (++looks === 3 ? "end" : "go on") });
    expect(isDone).toBe(false);
    const archive = Archive.open(path);
    expect(archive.firstJudged()).toHaveLength(150);
    archive.close();
    const rest = await searched(runnable, path, NAMES[0]!);
    expect([rest.isDone, rest.told.at(-1)?.spent]).toStrictEqual([true, 300]);
  });

  it.each<[what: string, each_ms: number, evaluations: number, isDone: boolean]>([
    ["quick candidates is not given back", 0, 200, true],
    ["slow candidates, many of them left, is given back", 2, 2000, false],
    ["slow candidates, few of them left, is not given back", 2, 100, true],
  ])("with %s when the others are idle", async (_what, each_ms, evaluations, expected) => {
    const runnable = await smallRunnable({ variation: { chips: 0 }, budget: { evaluations } });
    const evaluator = slow(runnable, each_ms);
    const order = (): SearchOrder => "others are idle";
    const { isDone } = await searched(runnable, created(runnable), NAMES[0]!, { evaluator, order });
    expect(isDone).toBe(expected);
  });

  it("tells every note, and of its last batch", async () => {
    const runnable = await smallRunnable({ variation: { chips: 0 }, budget: { evaluations: 400 } });
    const { told } = await searched(runnable, created(runnable), NAMES[0]!);
    expect(told.length).toBeLessThanOrEqual(8);
    expect(told.flatMap(({ notes }) => notes)).toStrictEqual(["Uniform draws."]);
    expect([told.at(-1)!.spent, told.at(-1)!.budget]).toStrictEqual([400, 400]);
    expect(told.at(-1)!.best()).toMatchObject({ search: NAMES[0], violation: 0 });
  });

  it("throws what its evaluator throws, and has archived what came before", async () => {
    const runnable = await smallRunnable({ variation: { chips: 0 }, budget: { evaluations: 300 } });
    const path = created(runnable);
    const inner = inProcessEvaluator(runnable);
    const evaluator: Evaluator = {
      ...inner,
      evaluate: (requests) =>
        requests[0]!.candidate < 100 ? inner.evaluate(requests) : Promise.reject(new Error("stopped")),
    };
    await expect(searched(runnable, path, NAMES[0]!, { evaluator })).rejects.toThrow("stopped");
    const archive = Archive.open(path);
    expect(archive.firstJudged()).toHaveLength(100);
    archive.close();
  });
});
