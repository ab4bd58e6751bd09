import { Archive } from "@neurofront/archive";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { RunnableStudy } from "../../src/resolve.ts";
import { assessor } from "../../src/run/assessor.ts";
import { searchWork } from "../../src/run/search-work.ts";
import { searchesOf } from "../../src/search-start.ts";
import { CHIP_STUDIES, smallRunnable } from "./small-run.ts";
import { contentsOf, runSmall, runSmallInPieces } from "./written-archive.ts";
import type { WrittenArchive } from "./written-archive.ts";

describe.each(CHIP_STUDIES)("a run with %s", (_name, blocks) => {
  let runnable: RunnableStudy;
  let whole: WrittenArchive;
  let expected: Record<string, unknown[]>;
  beforeAll(async () => {
    runnable = await smallRunnable(blocks);
    whole = await runSmall(runnable);
    expected = contentsOf(whole);
  }, 60_000);

  it("draws chips for the front again, or takes it to a higher fidelity", () => {
    expect(expected["revision"]!.length).toBeGreaterThan(0);
    expect(whole.writes).toBeGreaterThan(4);
  });

  it("stopped between any two writes and resumed, equals one never stopped", { timeout: 120_000 }, async () => {
    const pieces = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(pieces, async (stops) => {
        const parts = await runSmallInPieces(runnable, stops);
        expect(contentsOf(parts)).toEqual(expected);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it("does not depend on who computes what, or in which order", { timeout: 60_000 }, () => {
    // Of every list of requests the last is computed first, each by a newcomer who gets and gives copies.
    const inMemory = Archive.create(`${whole.path}-apart`, runnable.resolved);
    for (const search of searchesOf(runnable.resolved)) {
      const work = searchWork(runnable, search, inMemory, () => undefined);
      let step = work.next();
      while (step.done !== true) {
        const requests = structuredClone(step.value);
        const answers = requests.toReversed().map((request) => structuredClone(assessor(runnable)(request)));
        step = work.next(answers.toReversed());
      }
    }
    inMemory.close();
    const apart = contentsOf({ path: `${whole.path}-apart` });
    // Nothing is verified here; layouts that only verified assessments have come last.
    const layout = expected["layout"]!.slice(0, apart["layout"]!.length);
    expect(apart).toEqual({ ...expected, verification: [], layout });
  });
});
