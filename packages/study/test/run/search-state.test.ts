import { bestOf, frontOf } from "@neurofront/core";
import type { CandidateRecord } from "@neurofront/core";
import { beforeAll, describe, expect, it } from "vitest";
import { Archive } from "@neurofront/archive";
import { SearchState } from "../../src/run/search-state.ts";
import { CHIP_STUDIES, smallRunnable } from "./small-run.ts";
import { runSmall } from "./written-archive.ts";

let records: CandidateRecord[];
beforeAll(async () => {
  const written = await runSmall(await smallRunnable({ variation: { chips: 0 } }));
  const archive = Archive.open(written.path);
  records = archive.candidates("small/full");
  archive.close();
});

describe.each([
  ["whose candidates may be judged again", true, 120],
  ["whose candidates are judged once", false, 0],
])("the state of a search %s", (_what, isJudgedAgain, kept) => {
  it("knows its best and how many there are after every batch, and keeps no more than it must", () => {
    const state = new SearchState("edp", isJudgedAgain);
    for (let at = 0; at < records.length; at += 10) {
      state.put(records.slice(at, at + 10), []);
      expect(state.count).toBe(at + 10);
      expect(state.best()).toEqual(bestOf(records.slice(0, at + 10), "edp"));
    }
    expect(records).toHaveLength(120);
    expect(state.records).toHaveLength(kept);
  });
});

it("knows the front of what has come, at any fidelity and when candidates are judged again, and what it was before", async () => {
  const written = await runSmall(await smallRunnable(CHIP_STUDIES[2]![1]));
  const archive = Archive.open(written.path);
  const [first, last] = [archive.firstJudged("ladder/full"), archive.candidates("ladder/full")];
  archive.close();
  const state = new SearchState("edp", true);
  const known: CandidateRecord[] = [];
  const before: { readonly records: readonly CandidateRecord[]; readonly known: ReturnType<SearchState["asOfNow"]> }[] =
    [];
  for (const record of first) {
    before.push({ records: [...known], known: state.asOfNow() });
    state.put([record], []);
    known.push(record);
    expect(state.front()).toEqual(frontOf(known));
  }
  expect(new Set(first.map(({ assessment }) => assessment.fidelity)).size).toBeGreaterThan(1);
  for (const one of before) expect(one.known.records).toEqual(one.records);
  state.put(last, []);
  expect(state.front()).toEqual(frontOf(last));
});
