import type { Dimension } from "@neurofront/core";
import { coordinateOf, partOf } from "../space.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";
import { TECHNOLOGY_FRONTS, technologies } from "./technologies.ts";

/** Dimensions by name. */
const BRANCH = 0;
const POSITION = 1;
const LEVEL = 3;
const VARIANT = 5;

const DIMENSIONS: readonly Dimension[] = [
  { kind: "category", count: TECHNOLOGY_FRONTS.length },
  { kind: "real" },
  { kind: "real", activeWhen: { dimension: BRANCH, parts: [0, 3] } },
  { kind: "integer", count: 9, activeWhen: { dimension: BRANCH, parts: [1] } },
  { kind: "real", activeWhen: { dimension: LEVEL, parts: [3, 4, 5] } },
  { kind: "category", count: 3, activeWhen: { dimension: BRANCH, parts: [2] } },
  { kind: "real", activeWhen: { dimension: VARIANT, parts: [1] } },
  { kind: "real", activeWhen: { dimension: BRANCH, parts: [1, 2] } },
];

/**
 * The choice among four technologies with parameters of their own: the front of `technologies`, behind a real in two of them, an
 * integer with a real of its middle values in another, and a category of which one variant has a real in the last, where all
 * other variants are impossible.
 */
export const branches: BenchmarkProblem = {
  title: "branches",
  dimensions: DIMENSIONS,
  constrained: true,
  reference: technologies.reference,
  frontHypervolume: technologies.frontHypervolume,
  evaluate(x) {
    const branch = partOf(TECHNOLOGY_FRONTS.length, x[BRANCH]!);
    if (branch === 2 && partOf(3, x[VARIANT]!) !== 1) return { status: "impossible", objectives: [], violation: 1 };
    const f1 = x[POSITION]!;
    const f2 = TECHNOLOGY_FRONTS[branch]!(f1) + DISTANCES[branch]!(x);
    return { status: "ok", objectives: [f1, f2], violation: branch === 0 ? 0 : Math.max(0, x[7]! - 0.9) };
  },
};

/** How far a point is behind the front of its branch. */
const DISTANCES: readonly ((x: Float64Array) => number)[] = [
  (x) => 3 * (x[2]! - 0.7) ** 2,
  (x) => {
    const level = partOf(9, x[LEVEL]!);
    return (level >= 3 && level <= 5 ? 2 * (x[4]! - 0.2) ** 2 + 0.1 * Math.abs(level - 4) : 0.5) + (x[7]! - 0.6) ** 2;
  },
  (x) => 2 * (x[6]! - 0.9) ** 2 + (x[7]! - 0.6) ** 2,
  (x) => (x[2]! - 0.1) ** 2,
];

/** An optimal point of the branches that reach the front. */
export function optimumOf(branch: 0 | 1 | 2, position: number): Float64Array {
  const at = (count: number, part: number): number => coordinateOf(count, part);
  const point = Float64Array.of(at(4, branch), position, 0.5, at(9, 4), 0.5, at(3, 1), 0.5, 0.5);
  if (branch === 0) point[2] = 0.7;
  if (branch === 1) point[4] = 0.2;
  if (branch === 2) point[6] = 0.9;
  if (branch > 0) point[7] = 0.6;
  return point;
}
