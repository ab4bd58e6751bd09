import { bestOf, searchedValue } from "@neurofront/core";
import { Archive } from "@neurofront/archive";
import { describe, expect, it } from "vitest";
import { buildCatalog } from "../../src/catalog.ts";
import { exploreBest } from "../../src/explore/explore.ts";
import { parseStudy } from "../../src/parse.ts";
import { resolveStudy } from "../../src/resolve.ts";
import { runStudy } from "../../src/run.ts";
import { smallHashes, smallPlugin, smallStudy } from "../small-plugins.ts";

describe("a look around the best designs", async () => {
  const catalog = buildCatalog([smallPlugin], smallHashes);
  const runnable = await resolveStudy(parseStudy(smallStudy, "small.json", catalog), catalog);
  const archive = Archive.create(":memory:", runnable.resolved);
  await runStudy(runnable, archive, () => undefined);
  const records = (search: string) => archive.candidates(search);
  // As often as it takes to be allowed the pictures: what they cost is a share of the evaluations.
  const many = (search: string) => Array.from({ length: 40 }, () => records(search)).flat();
  const found = exploreBest(runnable, many);
  const best = bestOf(records("small/full"), runnable.resolved.rank)!;

  it("finds that the energy-delay product hangs on what its formula holds, and shares its variance among that", () => {
    const [interactions] = found.interactions.filter(({ search }) => search === "small/full");
    expect(interactions!.candidate).toBe(best.candidate);
    expect(interactions!.rows).toBeGreaterThanOrEqual(8);
    expect(interactions!.logDeviation).toBeGreaterThan(0);
    const totals = interactions!.parameters.map(({ total }) => total.value);
    // The least that the totals of all parameters add up to is the whole variance; 0.2 is what so few rows leave open.
    expect(totals.reduce((sum, total) => sum + total, 0)).toBeGreaterThan(0.8);
    const length = interactions!.parameters.find(({ name }) => name === "neuron.length_m")!;
    expect(length.total.value).toBeGreaterThan(0.1);
    expect(length.total.low).toBeLessThanOrEqual(length.total.value);
    expect(length.total.high).toBeGreaterThanOrEqual(length.total.value);
  });

  it("maps the rank around the best design, in whose cell stands the design's own value", () => {
    const [map] = found.maps.filter(({ search }) => search === "small/full");
    expect(map!.cells).toHaveLength(map!.x.values.length * map!.y.values.length);
    for (const side of [map!.x, map!.y]) {
      expect(side.own).toBe(searchedValue(best.design, side.name));
      expect(side.values[0]).toBeLessThanOrEqual(side.own * (1 + 1e-9));
      expect(side.values.at(-1)).toBeGreaterThanOrEqual(side.own * (1 - 1e-9));
    }
    const values = map!.cells.flatMap(({ value }) => value ?? []);
    const own = best.assessment.metrics[runnable.resolved.rank]!;
    expect(Math.min(...values)).toBeLessThan(own * 1.3);
    expect(Math.max(...values)).toBeGreaterThan(own);
  });

  it("has the accuracy of the archive at the models' own spread, and no more with more spread", () => {
    const [course] = found.variations;
    const at = (factor: number) => course!.points.find((point) => point.factor === factor)!.accuracy;
    expect(at(1)).toBeCloseTo(best.assessment.metrics.accuracy!, 12);
    expect(at(0)).toBeGreaterThanOrEqual(at(1));
    expect(at(3)).toBeLessThanOrEqual(at(1) + 1e-12);
  });

  it("has a share for every cell of the array", () => {
    const [array] = found.arrays;
    expect(array!.share).toHaveLength(array!.rowCount * array!.columnCount);
    for (const share of array!.share) expect(share > 0 || Number.isNaN(share)).toBe(true);
  });

  it("leaves the dear pictures out after a short search, and everything without a feasible design", () => {
    const short = exploreBest(runnable, records);
    expect([short.interactions, short.maps]).toEqual([[], []]);
    expect(short.leftOut.map(({ picture, reason }) => `${picture}: ${reason}`)).toEqual(
      ["small/paper", "small/full"].flatMap(() => [
        "interactions: the search assessed 120 designs and needs 160 for them",
        "map: the search assessed 120 designs and needs 250 for it",
      ]),
    );
    expect(short.variations).toHaveLength(1);
    const none = exploreBest(runnable, () => []);
    expect(Object.values(none).flat()).toEqual([]);
  });

  it("assesses no more for a long search than pictures need", () => {
    const own = new Map(["small/paper", "small/full"].map((search) => [search, many(search)]));
    const long = (search: string) => Array.from({ length: 10 }, () => own.get(search)!).flat();
    const { interactions, maps, leftOut } = exploreBest(runnable, long);
    expect(leftOut).toEqual([]);
    const rowCosts = interactions.map(({ askedRows, parameters }) => askedRows * (parameters.length + 2));
    const cost = [...rowCosts, ...maps.map(({ cells }) => cells.length)].reduce((sum, each) => sum + each, 0);
    // 1000 are for all searches of a study, of which rounding down to whole rows and squares leaves some.
    expect(cost).toBeLessThanOrEqual(1000);
    expect(cost).toBeGreaterThan(700);
  });

  it("is the same every time", () => {
    expect(exploreBest(runnable, many).interactions).toEqual(found.interactions);
  });
});
