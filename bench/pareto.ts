/**
 * Processor time of the tools on fronts beside their targets, which are what compiled libraries or a first version here took on a
 * processor of 2020s servers: `node bench/pareto.ts`.
 */
import { randomAt } from "@neurofront/core";
import { contributions3d } from "../packages/pareto/src/contributions-3d.ts";
import { createFrontArchive } from "../packages/pareto/src/front-archive.ts";
import { hypervolume } from "../packages/pareto/src/hypervolume.ts";
import { withoutLeastContributors } from "../packages/pareto/src/least-contributors.ts";
import { nonDominatedSort } from "../packages/pareto/src/non-dominated-sort.ts";
import { processorTime_s } from "./processor-time.ts";

type Points = readonly (readonly number[])[];

/** Uniform in the cube: many fronts. */
function cloud(count: number, width: number): Points {
  const random = randomAt("bench", "cloud", count, width);
  return Array.from({ length: count }, () => Array.from({ length: width }, () => random.uniform()));
}

/** One front, uniform on a sphere; `behind` moves points up to that far away from it. */
function sphere(count: number, width: number, behind: (place: number) => number = () => 0): Points {
  const random = randomAt("bench", "sphere", count, width);
  return Array.from({ length: count }, (_, place) => {
    const direction = Array.from({ length: width }, () => Math.abs(random.normal()));
    const length = Math.hypot(...direction) * (1 + behind(place) * random.uniform());
    return direction.map((value) => 1 - value / length);
  });
}

/** A search that comes nearer and nearer. */
const converging = (count: number, width: number): Points =>
  sphere(count, width, (place) => 3 * (1 - place / count) ** 2);

function addAll(points: Points): number {
  const archive = createFrontArchive(points[0]!.length);
  for (const [id, point] of points.entries()) archive.add(point, id);
  return archive.size;
}

const ones = (width: number): number[] => Array.from({ length: width }, () => 1.1);

interface Row {
  readonly what: string;
  readonly work: () => unknown;
  /** Calls, insertions or numbers that one `work` does. */
  readonly count: number;
  readonly target_us: number;
}

const sorting = (width: number, count: number, target_us: number): Row => {
  const points = cloud(count, width);
  return {
    what: `non-dominated sort, ${width} objectives, ${count} points`,
    count: 1,
    target_us,
    work: () => nonDominatedSort(points),
  };
};

const volume = (width: number, count: number, target_us: number): Row => {
  const points = sphere(count, width);
  return {
    what: `hypervolume, ${width} objectives, ${count} points`,
    count: 1,
    target_us,
    work: () => hypervolume(points, ones(width)),
  };
};

const archive = (what: string, points: Points, perSecond: number): Row => ({
  what: `archive, ${points[0]!.length} objectives, ${points.length} points, ${what}`,
  count: points.length,
  target_us: 1e6 / perSecond,
  work: () => addAll(points),
});

const front200 = Float64Array.from(sphere(200, 3).flat());

const ROWS: readonly Row[] = [
  sorting(2, 200, 23),
  sorting(2, 1000, 160),
  sorting(3, 200, 50),
  sorting(3, 1000, 400),
  volume(2, 1000, 65),
  volume(2, 100_000, 17_000),
  volume(3, 1000, 210),
  volume(3, 100_000, 55_000),
  volume(4, 100, 100),
  volume(4, 200, 200),
  volume(4, 500, 1500),
  {
    what: "contributions, 3 objectives, 200 points",
    count: 1,
    target_us: 50,
    work: () => contributions3d(front200, ones(3)),
  },
  {
    what: "half of 200 points of 3 objectives dropped",
    count: 100,
    target_us: 5,
    work: () => withoutLeastContributors(front200, ones(3), 100),
  },
  archive("all kept", sphere(100_000, 2), 1e6),
  archive("converging", converging(100_000, 3), 200e3),
  archive("all kept", sphere(100_000, 3), 82e3),
  archive("all kept", sphere(100_000, 4), 41e3),
];

for (const { what, work, count, target_us } of ROWS) {
  const found_us = (1e6 * processorTime_s(work)) / count;
  console.log(
    `${what.padEnd(60)} ${found_us.toPrecision(3).padStart(9)} us, target ${target_us.toPrecision(3).padStart(7)} us, ratio ${(found_us / target_us).toFixed(2)}`,
  );
}
