import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testFolder } from "../test-folder.ts";
import { neurofront, tinyStudy } from "../tiny-study.ts";

const patience_ms = 60_000;
const folder = testFolder();

function eventsIn(log: string): Record<string, unknown>[] {
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

it(
  "a run is logged from its start to its end, and says what its time was spent on",
  async () => {
    const study = join(folder, "study.json");
    const log = join(folder, "events.ndjson");
    writeFileSync(study, JSON.stringify(tinyStudy(1)));
    const { code, err } = await neurofront("run", study, "--out", join(folder, "out"), "--log", log, "--profile");
    expect(code).toBe(0);
    const events = eventsIn(log);
    expect(events[0]).toMatchObject({ event: "start", study, title: "Ideal neuron against latch", seed: 1 });
    expect(new Set(events.map(({ event }) => event))).toEqual(
      new Set(["start", "batch", "progress", "verification", "end"]),
    );
    const batches = events.filter(({ event }) => event === "batch");
    expect(batches.map(({ search, candidates }) => [search, candidates])).toEqual([
      ["ideal/full", 12],
      ["latch/full", 12],
    ]);
    const end = events.at(-1) as { whole_ms: number; stages: { stage: string; time_ms: number; calls: number }[] };
    expect(end).toMatchObject({ event: "end", outcome: "done", candidates: 24 });
    expect(end.stages.map(({ stage }) => stage)).toEqual(["ask", "assess", "chips", "tell", "archive", "report"]);
    // Stages do not overlap, so their times add up to less than the whole.
    expect(end.stages.reduce((sum, { time_ms }) => sum + time_ms, 0)).toBeLessThan(end.whole_ms);
    expect(err).toMatch(/assess +candidates without chips +2 +\d/u);
    expect(err).toMatch(/whole +from the first line on/u);
  },
  patience_ms,
);

it(
  "a run whose threads do a search each is logged and timed as one that does them itself",
  async () => {
    const study = join(folder, "beside.json");
    const log = join(folder, "beside.ndjson");
    writeFileSync(study, JSON.stringify(tinyStudy(1)));
    const options = ["--log", log, "--profile", "--threads", "2"];
    const { code, err } = await neurofront("run", study, "--out", join(folder, "beside"), ...options);
    expect(code).toBe(0);
    const events = eventsIn(log);
    const told = (name: string) => events.filter(({ event }) => event === name);
    expect(new Set(told("batch").map(({ search, candidates }) => `${String(search)} ${String(candidates)}`))).toEqual(
      new Set(["ideal/full 12", "latch/full 12"]),
    );
    expect(told("progress").find(({ stage, totalDone }) => stage === "search" && totalDone === 24)).toMatchObject({
      done: 12,
      totalBudget: 24,
    });
    const end = events.at(-1) as unknown as { stages: { stage: string; calls: number }[] };
    expect(end.stages.map(({ stage }) => stage)).toEqual(["ask", "assess", "chips", "tell", "archive", "report"]);
    expect(err).toMatch(/assess +candidates without chips +2 +\d/u);
  },
  patience_ms,
);
