import { feasible, reals } from "./benchmark-problem.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";
import { concaveShape, convexShape, disconnectedShape, linearShape, mixedShape } from "./wfg-shapes.ts";
import {
  biasByOthers,
  biasFlat,
  reduceMean,
  reduceNonSeparable,
  shiftDeceptive,
  shiftLinear,
  shiftMultimodal,
} from "./wfg-transformations.ts";

/** Variables of position and of distance. */
const POSITIONS = 4;
const DISTANCES = 20;
const VARIABLES = POSITIONS + DISTANCES;

/** Where the distance variables are best. */
const BEST = 0.35;

type Variables = readonly number[];
type Step = (y: Variables) => number[];

const where =
  (test: (k: number) => boolean, change: (value: number, k: number, y: Variables) => number): Step =>
  (y) =>
    y.map((value, k) => (test(k) ? change(value, k, y) : value));

const all = (): boolean => true;
const isDistance = (k: number): boolean => k >= POSITIONS;
const isPosition = (k: number): boolean => k < POSITIONS;
const byOthers = (value: number, others: number): number => biasByOthers(value, others, 0.98 / 49.98, 0.02, 50);

const shiftDistances = where(isDistance, (value) => shiftLinear(value, BEST));

/** The distances two by two. */
const pairDistances: Step = (y) => [
  ...y.slice(0, POSITIONS),
  ...Array.from({ length: DISTANCES / 2 }, (_, k) =>
    reduceNonSeparable(y, POSITIONS + 2 * k, POSITIONS + 2 * k + 2, 2),
  ),
];

type Reduction = (y: Variables, from: number, to: number) => number;

/** Positions in as many groups as there are objectives but one, and the distances, to one number each. */
const reduce = (objectives: number, reduction: Reduction, ofDistances = reduction): Step => {
  const size = POSITIONS / (objectives - 1);
  return (y) => [
    ...Array.from({ length: objectives - 1 }, (_, m) => reduction(y, m * size, (m + 1) * size)),
    ofDistances(y, POSITIONS, y.length),
  ];
};

const nonSeparable = (y: Variables, from: number, to: number): number => reduceNonSeparable(y, from, to, to - from);
const meanOfRest = (y: Variables, k: number): number => reduceMean(y, k + 1, y.length);

/** Steps of a problem, by the number of objectives, and the shape of its front. */
const STEPS: readonly (readonly [steps: (objectives: number) => readonly Step[], shape: typeof convexShape])[] = [
  [
    (objectives) => [
      shiftDistances,
      where(isDistance, (value) => biasFlat(value, 0.8, 0.75, 0.85)),
      where(all, (value) => value ** 0.02),
      reduce(objectives, (y, from, to) => reduceMean(y, from, to, true)),
    ],
    mixedShape,
  ],
  [(objectives) => [shiftDistances, pairDistances, reduce(objectives, reduceMean)], disconnectedShape],
  [(objectives) => [shiftDistances, pairDistances, reduce(objectives, reduceMean)], linearShape],
  [
    (objectives) => [where(all, (value) => shiftMultimodal(value, 30, 10, BEST)), reduce(objectives, reduceMean)],
    concaveShape,
  ],
  [
    (objectives) => [where(all, (value) => shiftDeceptive(value, BEST, 0.001, 0.05)), reduce(objectives, reduceMean)],
    concaveShape,
  ],
  [(objectives) => [shiftDistances, reduce(objectives, nonSeparable)], concaveShape],
  [
    (objectives) => [
      where(isPosition, (value, k, y) => byOthers(value, meanOfRest(y, k))),
      shiftDistances,
      reduce(objectives, reduceMean),
    ],
    concaveShape,
  ],
  [
    (objectives) => [
      where(isDistance, (value, k, y) => byOthers(value, reduceMean(y, 0, k))),
      shiftDistances,
      reduce(objectives, reduceMean),
    ],
    concaveShape,
  ],
  [
    (objectives) => [
      where(
        (k) => k < VARIABLES - 1,
        (value, k, y) => byOthers(value, meanOfRest(y, k)),
      ),
      (y) =>
        y.map((value, k) =>
          isPosition(k) ? shiftDeceptive(value, BEST, 0.001, 0.05) : shiftMultimodal(value, 30, 95, BEST),
        ),
      reduce(objectives, nonSeparable),
    ],
    concaveShape,
  ],
];

/** Share of the box up to the reference point, 1.1 in every objective, that a sphere leaves. */
const concaveVolume = (objectives: 2 | 3): number => (objectives === 2 ? 1.21 - Math.PI / 4 : 1.331 - Math.PI / 6);

/**
 * Hypervolumes in objectives from 0 to 1. WFG1: closed form of the integral of its shape. WFG2: integral over the running least of
 * its last objective, to 1e-6.
 */
function unitVolume(number: number, objectives: 2 | 3): number {
  if (number === 1)
    return objectives === 2
      ? 1.21 - (1 - 2 / Math.PI - (1 / 9.5 + 1 / 10.5) / (40 * Math.PI))
      : 1.331 - (1 - Math.PI / 4) * (1.5 - 4 / Math.PI + (1 / 10.5 - 1 / 9.5) / Math.PI);
  if (number === 2) return objectives === 2 ? 0.7688897 : 1.2642964;
  return number === 3 ? 1.21 - 0.5 : concaveVolume(objectives);
}

/**
 * A problem of the walking fish group (Huband, Hingston, Barone and While, IEEE Trans. Evol. Comput. 10, 477 (2006)), with 4 variables
 * of position and 20 of distance, the objectives scaled by 2, 4, 6.
 *
 * @param number 1 to 9. The third with three objectives is not among them: besides its degenerate front, a line, other points
 *   are optimal (Ishibuchi, Masuda and Nojima, GECCO 2016), and the volume of those has no closed form.
 */
export function wfg(number: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9, objectives: 2 | 3): BenchmarkProblem {
  if (number === 3 && objectives === 3) throw new Error("the front of WFG3 with three objectives is not known");
  const [stepsOf, shape] = STEPS[number - 1]!;
  const steps = stepsOf(objectives);
  const scales = [2, 4, 6].slice(0, objectives);
  return {
    title: `WFG${number}, ${objectives} objectives`,
    dimensions: reals(VARIABLES),
    constrained: false,
    reference: scales.map((scale) => 1.1 * scale),
    frontHypervolume: unitVolume(number, objectives) * scales.reduce((volume, scale) => volume * scale, 1),
    evaluate(x) {
      let y: number[] = Array.from(x);
      for (const step of steps) y = step(y);
      const distance = y.at(-1)!;
      // With two objectives no position of the third problem is degenerate.
      const heights = shape(y.slice(0, -1));
      return feasible(...heights.map((height, m) => distance + scales[m]! * height));
    },
  };
}
