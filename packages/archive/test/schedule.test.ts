import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { ScheduleStep } from "@neurofront/core";
import { afterAll, describe, expect, it } from "vitest";
import { Archive } from "../src/archive.ts";
import { mergeArchives } from "../src/merge-archives.ts";
import { repairArchive } from "../src/repair-archive.ts";
import { soundSteps } from "../src/sound-steps.ts";
import { record, study } from "./made-up-study.ts";

const folder = mkdtempSync(join(tmpdir(), "neurofront-schedule-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const search = "dwm/full";
const step = (number: number, told: number | null, asked: number): ScheduleStep => ({
  search,
  step: number,
  told,
  asked,
});
const STEPS = [step(0, null, 3), step(1, 1, 1), step(2, 0, 0), step(3, 3, 0), step(4, 2, 0)];

/** An archive of four candidates, each appended with the step that tells of it. */
function written(name: string): string {
  const path = join(folder, name);
  const archive = Archive.create(path, {
    ...study(),
    technologies: [{ name: "dwm", title: "", ...parts, inputVoltage_V: value }],
  });
  for (const one of STEPS) archive.append(one.told === null ? [] : [record(one.told)], [], [one]);
  archive.close();
  return path;
}
const value = { unit: "V", meaning: "", source: "", chosenBy: "study", value: 0.1 } as const;
const part = { plugin: "p", version: "1.0.0", model: "m", title: "", parameters: {} };
const parts = { neuron: part, synapse: part, interconnect: part };

describe("the schedule of an asynchronous search", () => {
  it("is given back in the order of its steps, and kept by a merge", () => {
    const merged = join(folder, "merged.sqlite");
    mergeArchives([written("part.sqlite")], merged);
    const archive = Archive.open(merged);
    expect(archive.schedule(search)).toStrictEqual(STEPS);
    expect(archive.schedule("dwm/paper")).toStrictEqual([]);
    expect(archive.asynchronousSearches()).toStrictEqual([search]);
    archive.close();
  });

  it.each([
    ["a step is gone", "DELETE FROM schedule WHERE step = 2", [0, 1]],
    ["a number was changed", "UPDATE schedule SET asked = 2 WHERE step = 1", [0]],
    ["the first steps are gone", "DELETE FROM schedule WHERE step < 2", []],
    ["the last step is gone", "DELETE FROM schedule WHERE step = 4", [0, 1, 2, 3]],
  ])("is refused where %s, and repaired as far as it is whole", (what, sql, kept) => {
    const path = written(`${what}.sqlite`);
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
    const damaged = Archive.open(path);
    expect(() => damaged.schedule(search)).toThrow(/is damaged \(.*"neurofront repair/u);
    damaged.close();
    const repair = repairArchive(path, `${path}.repaired`);
    expect(repair.kept.schedule).toBe(kept.length);
    const archive = Archive.open(`${path}.repaired`);
    expect(archive.schedule(search)).toStrictEqual(STEPS.slice(0, kept.length));
    const told = STEPS.slice(0, kept.length).flatMap((one) => one.told ?? []);
    expect(archive.candidates().map(({ candidate }) => candidate)).toStrictEqual(told.toSorted((a, b) => a - b));
    archive.close();
  });
});

it.each<[string, readonly ScheduleStep[], number]>([
  ["all that can have been", STEPS, 5],
  ["up to one that tells of what was not asked for", [step(0, null, 2), step(1, 2, 0)], 1],
  ["up to one that tells of a candidate twice", [step(0, null, 2), step(1, 1, 0), step(2, 1, 0)], 2],
  ["up to one with another number", [step(0, null, 2), step(2, 1, 0)], 1],
  ["up to one that asks for more than there may be", [step(0, null, 9), step(1, 1, 2)], 1],
  ["up to one that asks for less than nothing", [step(0, null, 2), step(1, 1, -1)], 1],
  ["up to one that tells of no number", [step(0, null, 2), step(1, 0.5, 0)], 1],
])("of steps are sound %s", (_what, steps, sound) => {
  expect(soundSteps(steps, 10)).toStrictEqual(steps.slice(0, sound));
});
