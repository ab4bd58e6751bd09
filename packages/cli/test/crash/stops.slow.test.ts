import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testFolder } from "../test-folder.ts";
import { digestsOf, quickStudyFile, savedCandidates, startRun } from "./real-run.ts";

/** More than the resolved form takes, less than the archive would. */
const FILE_LIMIT_KiB = 350;
const folder = testFolder();

describe("a run that is stopped", () => {
  it("by a second signal ends at once, with what was saved", async () => {
    const study = quickStudyFile(folder, "twice.json", 100_000);
    const out = join(folder, "twice");
    const { child, ended, firstBatch } = startRun(study, out);
    await firstBatch;
    child.kill("SIGTERM");
    child.kill("SIGINT");
    expect([130, 143]).toContain((await ended).code);
    expect(savedCandidates(out)).toBeGreaterThan(0);
  });

  it("by a signal while its report is drawn ends at once, and has all candidates", async () => {
    const out = join(folder, "drawing");
    const { child, ended, drawing } = startRun(quickStudyFile(folder, "drawing.json", 200), out);
    await drawing;
    child.kill("SIGINT");
    expect((await ended).killedBy).toBe("SIGINT");
    expect(existsSync(join(out, "report.html"))).toBe(false);
    expect(savedCandidates(out)).toBe(400);
  });

  it.each([0, 2])(
    "by a disk that takes no more keeps what was saved, says so, and goes on when there is room: %i threads",
    async (threads) => {
      const study = quickStudyFile(folder, "full.json", 200);
      const out = join(folder, `full-${threads}`);
      const options = ["--threads", String(threads)];
      const { code, err } = await startRun(study, out, { fileLimit_KiB: FILE_LIMIT_KiB, options }).ended;
      expect(err).toMatch(/archive\.sqlite could not be written \(disk I\/O error\): the disk or its quota refuses/u);
      expect(code).toBe(1);
      const count = savedCandidates(out);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(400);
      expect((await startRun(study, out).ended).code).toBe(0);
      const other = join(folder, `enough-room-${threads}`);
      expect((await startRun(study, other).ended).code).toBe(0);
      expect(digestsOf(join(out, "archive.sqlite"))).toEqual(digestsOf(join(other, "archive.sqlite")));
    },
  );
});
