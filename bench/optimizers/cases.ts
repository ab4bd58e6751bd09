import { c1dtlz1 } from "../../packages/optimizer/src/problems/c1-dtlz1.ts";
import { c2dtlz2 } from "../../packages/optimizer/src/problems/c2-dtlz2.ts";
import { c3dtlz4 } from "../../packages/optimizer/src/problems/c3-dtlz4.ts";
import { reals } from "../../packages/optimizer/src/problems/benchmark-problem.ts";
import type { BenchmarkProblem } from "../../packages/optimizer/src/problems/benchmark-problem.ts";
import { branches } from "../../packages/optimizer/src/problems/branches.ts";
import { dtlz1 } from "../../packages/optimizer/src/problems/dtlz1.ts";
import { dtlz2 } from "../../packages/optimizer/src/problems/dtlz2.ts";
import { dtlz7 } from "../../packages/optimizer/src/problems/dtlz7.ts";
import { mw7 } from "../../packages/optimizer/src/problems/mw7.ts";
import { withBernoulliNoise, withGaussianNoise } from "../../packages/optimizer/src/problems/noise.ts";
import { technologies } from "../../packages/optimizer/src/problems/technologies.ts";
import { tnk } from "../../packages/optimizer/src/problems/tnk.ts";
import { wfg } from "../../packages/optimizer/src/problems/wfg.ts";
import { zdt1, zdt2, zdt3, zdt4, zdt6 } from "../../packages/optimizer/src/problems/zdt.ts";

/** A problem with the evaluations and the optimizers that it is searched with. */
export interface BenchmarkCase {
  /** Part of the document. */
  readonly suite: string;
  readonly problem: BenchmarkProblem;
  /** What is measured where `problem` answers with estimates: its exact answers. */
  readonly exact?: BenchmarkProblem;
  readonly evaluations: number;
  readonly models: readonly string[];
}

const EVOLUTION = ["auto", "nsga2", "nsga3", "random-search"];
const FEW = ["auto", "tpe", "mix-ea", "random-search"];
const NOISE_SEED = 1;

const classic = [zdt1, zdt2, zdt3, zdt4, zdt6, dtlz1, dtlz2, dtlz7];
const constrained = [tnk, c1dtlz1, c2dtlz2, c3dtlz4, mw7];
const mixed = [technologies, branches];
/** ZDT1 with few variables, for few evaluations. */
const small: BenchmarkProblem = { ...zdt1, title: "ZDT1 of 6 variables", dimensions: reals(6) };

function cases(
  suite: string,
  problems: readonly BenchmarkProblem[],
  evaluations: number,
  models: readonly string[],
): BenchmarkCase[] {
  return problems.map((problem) => ({ suite, problem, evaluations, models }));
}

function noisy(exact: BenchmarkProblem, problem: BenchmarkProblem, evaluations: number): BenchmarkCase {
  return { suite: "Estimates with standard errors", problem, exact, evaluations, models: FEW };
}

/** All problems with known fronts, in the order of the document. */
export const frontCases: readonly BenchmarkCase[] = [
  ...cases("Classic problems, 25 000 evaluations", classic, 25_000, EVOLUTION),
  ...cases("Classic problems, 2 500 evaluations", classic, 2500, EVOLUTION),
  ...cases(
    "WFG with two objectives, 2 500 evaluations",
    ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((number) => wfg(number, 2)),
    2500,
    EVOLUTION,
  ),
  ...cases("Constrained problems, 25 000 evaluations", constrained, 25_000, EVOLUTION),
  ...cases("Constrained problems, 2 500 evaluations", constrained, 2500, EVOLUTION),
  ...cases("Mixed and conditional spaces, 2 500 evaluations", mixed, 2500, EVOLUTION),
  ...cases("Few evaluations: 100", [small, tnk, ...mixed], 100, FEW),
  noisy(small, withGaussianNoise(small, 0.1, NOISE_SEED), 100),
  noisy(technologies, withBernoulliNoise(technologies, 400, 2, NOISE_SEED), 100),
];

/** Budgets of the searches for one least value, in evaluations a dimension, with the optimizers that take part. */
export const singleBudgets: readonly { readonly each: number; readonly models: readonly string[] }[] = [
  { each: 10, models: ["auto", "cma-es", "l-shade", "polish", "random-search"] },
  { each: 100, models: ["auto", "cma-es", "l-shade", "polish", "random-search"] },
  { each: 300, models: ["auto", "cma-es", "l-shade", "polish", "random-search"] },
  { each: 1000, models: ["auto", "cma-es", "l-shade", "random-search"] },
];
