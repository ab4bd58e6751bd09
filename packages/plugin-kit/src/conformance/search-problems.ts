import type { Dimension, SearchLimits, SearchProblem } from "@neurofront/core";

/** A small problem that an optimizer is tried on. */
export interface TitledProblem {
  readonly title: string;
  readonly problem: SearchProblem;
}

const reals = (count: number): Dimension[] => Array.from({ length: count }, () => ({ kind: "real" }));

function titled(
  title: string,
  dimensions: readonly Dimension[],
  objectiveCount: number,
  evaluations: number,
): TitledProblem {
  return {
    title: `${title} with ${objectiveCount} objective${objectiveCount === 1 ? "" : "s"}`,
    problem: { dimensions, objectiveCount, evaluations, seed: 1 + dimensions.length },
  };
}

/** What is left of a problem within the limits of an optimizer; undefined when that is nothing. */
export function withinLimits(
  { title, problem }: TitledProblem,
  { objectives = Infinity, kinds }: SearchLimits = {},
): TitledProblem | undefined {
  const { dimensions, objectiveCount } = problem;
  const isKept = dimensions.map(
    ({ kind, activeWhen }) => kinds === undefined || (kinds.includes(kind) && activeWhen === undefined),
  );
  const isWhole = objectiveCount <= objectives && isKept.every(Boolean);
  if (isWhole) return { title, problem };
  if (!isKept.some(Boolean)) return undefined;
  return {
    title: `${title}, within the limits`,
    problem: {
      ...problem,
      dimensions: dimensions.filter((_, k) => isKept[k]),
      objectiveCount: Math.min(objectiveCount, objectives),
    },
  };
}

/** Problems just beyond limits, one for each limit. */
export function beyondLimits(limits: SearchLimits): TitledProblem[] {
  const kind = (limits.kinds ?? ["real"])[0]!;
  const fits: Dimension = kind === "real" ? { kind } : { kind, count: 3 };
  const beyond: TitledProblem[] = [];
  if (limits.objectives !== undefined) beyond.push(titled("a dimension it takes", [fits], limits.objectives + 1, FEW));
  for (const other of ["real", "integer", "category"] as const)
    if (limits.kinds?.includes(other) === false)
      beyond.push(
        titled(`dimension of kind ${other}`, [other === "real" ? { kind: other } : { kind: other, count: 3 }], 1, FEW),
      );
  if (limits.constraints === false) {
    const free = titled("a dimension it takes and constraints", [fits], 1, FEW);
    beyond.push({ ...free, problem: { ...free.problem, constrained: true } });
  }
  return beyond;
}

/** More than a population of usual size takes to fill. */
const MANY = 140;
const FEW = 42;

/** The same, no longer than a search of few evaluations: for optimizers that think long about a proposal. */
export function shortened({ title, problem }: TitledProblem): TitledProblem {
  return { title, problem: problem.evaluations <= FEW ? problem : { ...problem, evaluations: FEW } };
}

/** One of every kind, and some that count only at times: what most rules are tried on. */
export const FIRST_PROBLEM: TitledProblem = titled(
  "reals, an integer, a category and what depends on it",
  [
    { kind: "real" },
    { kind: "integer", count: 5 },
    { kind: "category", count: 3 },
    { kind: "real", activeWhen: { dimension: 2, parts: [0, 2] } },
    { kind: "integer", count: 4, activeWhen: { dimension: 2, parts: [1] } },
    { kind: "real", activeWhen: { dimension: 4, parts: [0, 1] } },
  ],
  2,
  MANY,
);

/** All designs of it. */
export const FINITE_COUNT = 30;

/** A space of {@link FINITE_COUNT} designs: 4 for the first part, 2 for the second and 4 for the third, 3 times. */
export const FINITE_PROBLEM: TitledProblem = titled(
  `a finite space of ${FINITE_COUNT} designs`,
  [
    { kind: "category", count: 3 },
    { kind: "integer", count: 4, activeWhen: { dimension: 0, parts: [0, 2] } },
    { kind: "category", count: 2, activeWhen: { dimension: 0, parts: [1] } },
    { kind: "integer", count: 3 },
  ],
  2,
  FEW,
);

/** Spaces of other shapes. */
export const SEARCH_PROBLEMS: readonly TitledProblem[] = [
  titled("one real", reals(1), 1, MANY),
  FINITE_PROBLEM,
  titled(
    "two categories",
    [
      { kind: "category", count: 3 },
      { kind: "category", count: 4 },
    ],
    2,
    FEW,
  ),
  titled(
    "a real and single values",
    [{ kind: "integer", count: 1 }, { kind: "real" }, { kind: "category", count: 1 }],
    2,
    FEW,
  ),
  titled("three reals", reals(3), 3, FEW),
  titled("200 reals", reals(200), 2, FEW),
];
