import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Archive } from "@neurofront/archive";
import { randomAt } from "@neurofront/core";
import type { ScheduleStep } from "@neurofront/core";
import { expect, it } from "vitest";
import { testFolder } from "../test-folder.ts";
import { neurofront } from "../tiny-study.ts";
import { digestsOf, quickStudyFile, savedCandidates, startRun } from "./real-run.ts";

const KILLS = 50;
/** Two minutes on two cores that do other things too. */
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
    await undisturbed.drawing;
    const searched_ms = performance.now() - begin_ms;
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
        // A third of the moments at any time, from the start of the process to the end of its report; the others after its first batch, while
        // the archive is written.
        const random = randomAt(50, "kill", kills);
        const isAnyTime = kills % 3 === 0;
        if (!isAnyTime) await Promise.race([firstBatch, isDone]);
        await Promise.race([setTimeout(random.uniform() * (isAnyTime ? whole_ms : searched_ms - start_ms)), isDone]);
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

it(
  "runs whose threads do a search each, killed again and again, end with the archive of one that was not",
  async () => {
    const study = quickStudyFile(folder, "beside.json", 400);
    const [out, undisturbed] = [join(folder, "beside"), join(folder, "beside-undisturbed")];
    const options = ["--threads", "2"];
    expect((await startRun(study, undisturbed, { options: ["--threads", "0"] }).ended).code).toBe(0);
    const saved = [0];
    for (let kills = 0; kills < 5; kills++) {
      await killedRun(study, out, options, randomAt(52, "kill", kills).uniform() * 300);
      saved.push(savedCandidates(out));
    }
    expect(saved).toEqual(saved.toSorted((a, b) => a - b));
    expect(saved.at(-1)).toBeGreaterThan(0);
    expect((await startRun(study, out, { options }).ended).code).toBe(0);
    expect(digestsOf(join(out, "archive.sqlite"))).toEqual(digestsOf(join(undisturbed, "archive.sqlite")));
  },
  patience_ms,
);

it(
  "asynchronous runs on threads that are killed go on with what was asked for, and end with an archive that can be repeated",
  async () => {
    const study = quickStudyFile(folder, "asynchronous.json", 150);
    const out = join(folder, "asynchronous");
    const archivePath = join(out, "archive.sqlite");
    const options = ["--asynchronous", "--threads", "2"];
    let before: readonly ScheduleStep[] = [];
    let waiting = 0;
    for (let kills = 0; kills < 4; kills++) {
      await killedRun(study, out, options, randomAt(51, "kill", kills).uniform() * 300);
      const steps = stepsIn(archivePath);
      expect(steps.slice(0, before.length)).toEqual(before);
      const told = steps.filter((step) => step.told !== null).length;
      expect(savedCandidates(out)).toBe(told);
      waiting += steps.reduce((sum, { asked }) => sum + asked, 0) - told;
      before = steps;
    }
    expect(waiting).toBeGreaterThan(0);
    expect((await startRun(study, out, { options }).ended).code).toBe(0);
    expect(savedCandidates(out)).toBe(300);
    const { code, out: text } = await neurofront("reproduce", archivePath, "--threads", "0");
    expect(text).toContain("Reproduced: every number came out again to the last digit.");
    expect(code).toBe(0);
  },
  patience_ms,
);

/** A run that is killed so long after its first batch. */
async function killedRun(study: string, out: string, options: readonly string[], after_ms: number): Promise<void> {
  const { child, ended, firstBatch } = startRun(study, out, { options });
  await Promise.race([firstBatch, ended]);
  await setTimeout(after_ms);
  child.kill("SIGKILL");
  await ended;
}

/** Every step of an archive, search by search. */
function stepsIn(path: string): ScheduleStep[] {
  const archive = Archive.open(path);
  try {
    return archive.asynchronousSearches().flatMap((search) => archive.schedule(search));
  } finally {
    archive.close();
  }
}
