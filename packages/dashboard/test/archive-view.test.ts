import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import type { CandidateRecord } from "@neurofront/core";
import { afterAll, describe, expect, it } from "vitest";
import { syntheticInput } from "../../report/test/synthetic-candidates.ts";
import { ArchiveViews } from "../src/archive-view.ts";
import { candidatePage } from "../src/candidate-page.ts";

const folder = mkdtempSync(join(tmpdir(), "neurofront-view-"));
const input = syntheticInput(undefined, 40);
afterAll(() => rmSync(folder, { recursive: true }));

function stored(name: string, candidates: readonly CandidateRecord[]): string {
  const path = join(folder, `${name}.sqlite`);
  const archive = Archive.create(path, input.study);
  archive.append(candidates);
  archive.close();
  return path;
}

const isFeasible = ({ violation, assessment }: CandidateRecord): boolean =>
  violation === 0 && assessment.status === "ok";
const [one] = input.candidates.filter(({ search, violation }) => search === "latch/full" && violation === 0);

describe.each<[string, readonly CandidateRecord[], number]>([
  ["no candidate", [], 0],
  ["an empty technology", input.candidates.filter(({ search }) => !search.startsWith("dwm/")), 4],
  ["nothing feasible", input.candidates.filter((record) => !isFeasible(record)), 0],
  ["nothing possible", input.candidates.filter(({ assessment }) => assessment.status === "impossible"), 0],
  ["one design", [one!], 1],
])("an archive with %s", (name, candidates, technologies) => {
  const path = stored(name.replaceAll(" ", "-"), candidates);
  const views = new ArchiveViews();

  it("has progress, headlines and figures", async () => {
    const overview = views.overview(path);
    expect(overview.searches).toHaveLength(10);
    expect(overview.searches.reduce((sum, { assessed }) => sum + assessed, 0)).toBe(candidates.length);
    const best = overview.searches.filter(({ best: text, accounting }) => text !== "" && accounting === "full");
    expect(best).toHaveLength(technologies);
    expect(overview.headlines.map(({ headline }) => headline).join(" ").length).toBeGreaterThan(20);
    const figures: { id: string; markup: string }[] = [];
    for await (const part of views.figures(path)) if ("figure" in part) figures.push(part.figure);
    const fronts = figures.filter(({ id }) => id.startsWith("energy-delay"));
    expect(fronts).toHaveLength(2);
    for (const { markup } of fronts) {
      expect(markup).toMatch(/^<figure>/u);
      expect(markup).not.toContain("NaN");
    }
    const full = fronts[1]!.markup;
    expect(full.split("(no feasible design)").length - 1).toBe(5 - technologies);
  });

  it("has a table", () => {
    const { study } = views.snapshot(path);
    const page = candidatePage(path, study, { offset: 0, limit: 1000 });
    expect([page.count, page.rows.length]).toEqual([candidates.length, candidates.length]);
    expect(views.fronts(path).length).toBeGreaterThanOrEqual(technologies);
  });
});

it("an archive that is replaced by that of another study is read anew", () => {
  const path = stored("replaced", input.candidates);
  const views = new ArchiveViews();
  expect(views.overview(path).searches[0]!.assessed).toBe(40);
  rmSync(path);
  const archive = Archive.create(path, { ...input.study, hash: "another", title: "Another" });
  archive.append([one!]);
  archive.close();
  const { title, searches } = views.overview(path);
  expect([title, searches.reduce((sum, { assessed }) => sum + assessed, 0)]).toEqual(["Another", 1]);
});

it("figures see the last judgement of a candidate", () => {
  const path = stored("revised", input.candidates);
  const views = new ArchiveViews();
  const before = views.overview(path).searches.find(({ search }) => search === "latch/full")!;
  const archive = Archive.open(path, "write");
  const { assessment, objectives } = one!;
  archive.revise(
    [{ search: "latch/full", candidate: one!.candidate, round: 0, assessment, objectives, violation: 1 }],
    [],
  );
  archive.close();
  const after = views.overview(path).searches.find(({ search }) => search === "latch/full")!;
  expect([after.assessed, after.feasible]).toEqual([before.assessed, before.feasible - 1]);
});
