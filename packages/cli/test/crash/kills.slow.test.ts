import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { randomAt } from "@neurofront/core";
import { expect, it } from "vitest";
import { testFolder } from "../test-folder.ts";
import { digestsOf, quickStudyFile, startRun } from "./real-run.ts";

const KILLS = 50;
/** Seven minutes on two cores that do other things too. */
const patience_ms = 1_800_000;
const folder = testFolder();

it(
  `runs that are killed ${KILLS} times at random moments end with the archive of one that was not`,
  async () => {
    const study = quickStudyFile(folder, "study.json", 30);
    const begin_ms = performance.now();
    const undisturbed = startRun(study, join(folder, "undisturbed"));
    await undisturbed.firstBatch;
    const start_ms = performance.now() - begin_ms;
    expect((await undisturbed.ended).code).toBe(0);
    const whole_ms = performance.now() - begin_ms;
    const expected = digestsOf(join(folder, "undisturbed/archive.sqlite"));

    let kills = 0;
    let completed = 0;
    let afterStart = 0;
    while (kills < KILLS || completed === 0) {
      const out = join(folder, "killed");
      const { child, ended, firstBatch } = startRun(study, out);
      const isDone = ended.then(() => true);
      if (kills < KILLS) {
        // A third of the moments at any time, from the start of the process on; the others after its first batch.
        const random = randomAt(50, "kill", kills);
        const isAnyTime = kills % 3 === 0;
        if (!isAnyTime) await Promise.race([firstBatch, isDone]);
        await Promise.race([setTimeout(random.uniform() * (isAnyTime ? whole_ms : whole_ms - start_ms)), isDone]);
        if (child.exitCode === null && child.kill("SIGKILL")) {
          kills++;
          if (!isAnyTime) afterStart++;
        }
      }
      const { code, killedBy, err } = await ended;
      if (killedBy === "SIGKILL") continue;
      expect(err).not.toContain("rror");
      expect(code).toBe(0);
      expect(digestsOf(join(out, "archive.sqlite"))).toEqual(expected);
      completed++;
      rmSync(out, { recursive: true });
    }
    expect(afterStart).toBeGreaterThan(20);
  },
  patience_ms,
);
