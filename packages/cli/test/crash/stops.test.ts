import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testFolder } from "../test-folder.ts";
import { quickStudyFile, savedCandidates, startRun } from "./real-run.ts";

const patience_ms = 90_000;
const folder = testFolder();

describe("a run that is stopped", () => {
  it(
    "by a signal saves its batch and says how to go on",
    async () => {
      const [name, exitCode] = ["SIGINT", 130] as const;
      const study = quickStudyFile(folder, `${name}.json`, 100_000);
      const out = join(folder, name);
      const { child, ended, firstBatch } = startRun(study, out);
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
});
