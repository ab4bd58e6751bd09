import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { describe, expect, it } from "vitest";
import { testFolder } from "../test-folder.ts";
import { quickStudyFile, savedCandidates, startRun } from "./real-run.ts";

const patience_ms = 90_000;
const folder = testFolder();

describe("a run that is stopped", () => {
  it.each<[who: string, name: "SIGINT" | "SIGTERM", exitCode: number, options: readonly string[]]>([
    ["its batch", "SIGINT", 130, []],
    ["the batches of threads that do a search each", "SIGTERM", 143, ["--threads", "2"]],
  ])(
    "by a signal saves %s and says how to go on",
    async (_who, name, exitCode, options) => {
      const study = quickStudyFile(folder, `${name}.json`, 100_000);
      const out = join(folder, name);
      const { child, ended, firstBatch } = startRun(study, out, { options });
      await firstBatch;
      child.kill(name);
      const { code, err } = await ended;
      expect(err).toContain(`${name}: stopping when this batch is saved; once more stops at once`);
      expect(err).toContain(`stopped by ${name}; all that was assessed is saved. Go on: neurofront run`);
      expect(code).toBe(exitCode);
      const count = savedCandidates(out);
      expect(count).toBeGreaterThan(0);
      // Batches are of 50 candidates.
      expect(count % 50).toBe(0);
    },
    patience_ms,
  );

  it(
    "by a signal while it searches asynchronously saves what it has begun and says how to go on",
    async () => {
      const study = quickStudyFile(folder, "asynchronous.json", 100_000);
      const out = join(folder, "asynchronous");
      const options = ["--asynchronous", "--threads", "1"];
      const { child, ended, firstBatch } = startRun(study, out, { options });
      await firstBatch;
      child.kill("SIGTERM");
      const { code, err } = await ended;
      expect(err).toContain(
        "SIGTERM: no other candidate is begun, stopping when those that were are saved; once more stops at once",
      );
      expect(err).toMatch(
        /stopped by SIGTERM; all that was assessed is saved\. Go on: neurofront run .* --asynchronous\n/u,
      );
      expect(code).toBe(143);
      const archive = Archive.open(join(out, "archive.sqlite"));
      const steps = archive.schedule("ideal/full");
      archive.close();
      const asked = steps.reduce((sum, step) => sum + step.asked, 0);
      expect(savedCandidates(out)).toBe(asked);
      // Two at a time wait for the thread, and one of them is the last to be told.
      expect(steps.slice(-2).map((step) => step.asked)).toEqual([0, 0]);
    },
    patience_ms,
  );
});
