import type { Dimension, OptimizerModel } from "@neurofront/core";
import { cmaEs } from "./cma-es.ts";
import { enumeration } from "./enumeration.ts";
import { gpSearch } from "./gp-search.ts";
import { initialDesigns } from "./initial-designs.ts";
import { mixEa } from "./mix-ea.ts";
import { nsga3 } from "./nsga3.ts";
import { polish } from "./polish.ts";
import { shade } from "./shade.ts";
import { sobolSearch } from "./sobol-search.ts";
import { pointCount } from "./space.ts";
import { tpe } from "./tpe.ts";

/** An algorithm that can be chosen, with the time its thought takes. */
export interface Algorithm {
  readonly model: OptimizerModel;
  /** Time of asking and telling for one proposal when `evaluated` designs are known, with the models of this machine's kind. */
  overhead_s(evaluated: number, dimensionCount: number, objectiveCount: number): number;
}

/** The algorithms that are chosen among. */
const ALGORITHMS = {
  enumeration: { model: enumeration, overhead_s: () => 1e-6 },
  sobol: { model: sobolSearch, overhead_s: () => 2e-6 },
  mixEa: { model: mixEa, overhead_s: () => 5e-6 },
  nsga3: { model: nsga3, overhead_s: () => 3e-5 },
  cmaEs: { model: cmaEs, overhead_s: (_, dimensions) => 5e-6 + 1e-7 * dimensions ** 2 },
  shade: { model: shade, overhead_s: (_, dimensions) => 2e-6 + 4e-7 * dimensions },
  polish: { model: polish, overhead_s: (_, dimensions) => 2.7e-6 * dimensions ** 2 },
  gp: { model: gpSearch, overhead_s: gpOverhead_s },
  tpe: { model: tpe, overhead_s: (evaluated, dimensions) => 1e-4 + 5e-7 * evaluated * dimensions },
} as const satisfies Record<string, Algorithm>;

/** One algorithm up to a number of evaluations. */
export interface Stage {
  readonly algorithm: Algorithm;
  /** Evaluations of the whole search at which it ends. */
  readonly until: number;
}

/** What a search does, and why in one plain sentence. */
export interface Plan {
  readonly stages: readonly Stage[];
  readonly reason: string;
}

/** What the choice depends on. */
export interface Situation {
  readonly dimensions: readonly Dimension[];
  readonly objectiveCount: number;
  readonly evaluations: number;
  /** Absent: far less than a millisecond. */
  readonly evaluation_s?: number | undefined;
  /** Whether objectives were seen to be estimates with standard errors. */
  readonly isNoisy: boolean;
}

/** Overhead that is always granted for a proposal. */
const FREE_s = 5e-6;
/** Share of an evaluation's time that may be spent on its choice. */
const SHARE_OF_EVALUATION = 0.25;
/** Overhead that is granted to a whole search, however fast its evaluations are. */
const PATIENCE_s = 30;
/** Evaluations up to which a Gaussian process leads; with one objective it is overtaken earlier. */
const GP_LIMIT = 300;
const GP_LIMIT_SINGLE = 250;
const GP_OBJECTIVES = 3;
/** A hand-over must leave each side so many times the dimensions to be worth it. */
const WORTHWHILE = 4;
const TPE_LIMIT = 2000;
const DENSE_DIMENSIONS = 3;
const DENSE_EVALUATIONS = 100_000;
const DENSE_SHARE = 0.2;
/** Designs of a space that are enumerated at most. */
const ENUMERABLE = 2_000_000;
/** Designs spread first at most: more are no longer sorted in a moment. */
const DENSE_MOST = 20_000;
/** Share of a search of one objective after which the best design is polished. */
const POLISH_FROM = 0.9;
/**
 * Evaluations a dimension up to which local searches lead with one objective, and times one more than the dimensions from which L-SHADE
 * does: measured in 2, 5 and 20 dimensions.
 */
const LOCAL_SEARCHES = 100;
const DIFFERENTIAL = 100;

/** The rules, in the order of their application; after the competence maps of Liu et al., PPSN 2020, and Meunier et al., TEVC 2022. */
export function choosePlan(situation: Situation): Plan {
  const { dimensions, objectiveCount, evaluations } = situation;
  const count = dimensions.length;
  const designs = pointCount(dimensions);
  const { enumeration: complete, sobol, gp, tpe: parzen } = ALGORITHMS;
  if (designs <= Math.min(evaluations, ENUMERABLE))
    return plan([whole(complete)], `the space has ${designs} designs, no more than the ${evaluations} evaluations`);
  if (evaluations <= 2 * (count + 1))
    return plan([whole(sobol)], `${evaluations} evaluations of ${count} dimensions are too few to learn from`);

  const last = lastStages(situation);
  if (objectiveCount > 1 && count <= DENSE_DIMENSIONS && evaluations >= DENSE_EVALUATIONS) {
    const until = Math.min(Math.round(DENSE_SHARE * evaluations), DENSE_MOST);
    return plan(
      [{ algorithm: sobol, until }, ...last],
      `${evaluations} evaluations fill ${count} dimensions densely before the front is followed`,
    );
  }

  const conditional = dimensions.filter(({ activeWhen }) => activeWhen !== undefined).length;
  const isMixed = conditional > 0 || dimensions.some(({ kind }) => kind === "category");
  // Where one objective is exact, local searches lead: 0.18 to 0.13 of the test targets at 10 evaluations a dimension.
  const gpSuits =
    objectiveCount === 1 ? !isMixed && situation.isNoisy : objectiveCount <= GP_OBJECTIVES && conditional <= count / 2;
  const parzenSuits = evaluations <= TPE_LIMIT && (objectiveCount === 1 ? isMixed : conditional > 0);
  const modelled =
    (gpSuits ? modelFirst(gp, objectiveCount === 1 ? GP_LIMIT_SINGLE : GP_LIMIT, situation, last) : undefined) ??
    (parzenSuits ? modelFirst(parzen, TPE_LIMIT, situation, last) : undefined);
  if (modelled !== undefined) return modelled;
  const noise = situation.isNoisy ? "; the objectives are estimates, which it takes as they are" : "";
  return plan(last, `${problemText(situation)}; a model would take more time than it is worth${noise}`);
}

function whole(algorithm: Algorithm): Stage {
  return { algorithm, until: Infinity };
}

function plan(stages: readonly Stage[], why: string): Plan {
  const names = stages.map(({ algorithm: { model } }) => `${model.title} (${model.id})`);
  return { stages, reason: `${names.join(", then ")}: ${why}.` };
}

/** A model for as long as it may take its time, then a search without; undefined when that is not worth it. */
function modelFirst(
  algorithm: Algorithm,
  limit: number,
  situation: Situation,
  last: readonly Stage[],
): Plan | undefined {
  const { dimensions, evaluations, evaluation_s = 0, isNoisy } = situation;
  const granted = Math.max(FREE_s, SHARE_OF_EVALUATION * evaluation_s);
  const isSlow =
    algorithm.overhead_s(Math.min(limit, evaluations), dimensions.length, situation.objectiveCount) <= granted;
  // Estimates are what a model averages; else a budget beyond the limit is better spent without one, unless time is no matter.
  if (evaluations > limit && !isSlow && !isNoisy) return undefined;
  const reach = Math.min(limit, eligibleUntil(algorithm, situation));
  const least = initialDesigns(dimensions.length) + WORTHWHILE * dimensions.length;
  if (reach < Math.min(least, evaluations)) return undefined;
  const why = `${problemText(situation)}${isNoisy ? ", estimates with errors," : ""} are few enough for a model`;
  if (reach >= evaluations - WORTHWHILE * dimensions.length) return plan([whole(algorithm)], why);
  return plan(
    [{ algorithm, until: reach }, ...last.filter(({ until }) => until > reach)],
    `${why} up to evaluation ${reach}`,
  );
}

/** Evaluations after which an algorithm's time is no longer granted (rule 0). */
function eligibleUntil(
  algorithm: Algorithm,
  { dimensions, objectiveCount, evaluations, evaluation_s = 0 }: Situation,
): number {
  const granted = Math.max(FREE_s, SHARE_OF_EVALUATION * evaluation_s);
  let spent_s = 0;
  for (let n = 0; n < evaluations; n++) {
    const overhead_s =
      n < initialDesigns(dimensions.length) ? 0 : algorithm.overhead_s(n, dimensions.length, objectiveCount);
    spent_s += overhead_s;
    if (overhead_s > granted && spent_s > PATIENCE_s) return n;
  }
  return evaluations;
}

/** The search without a model that follows, or stands alone. */
function lastStages(situation: Situation): readonly Stage[] {
  const { dimensions, objectiveCount, evaluations, isNoisy } = situation;
  const { mixEa: mixed, nsga3: many, cmaEs: adapted, shade: differential, polish: local } = ALGORITHMS;
  if (objectiveCount > GP_OBJECTIVES) return [whole(many)];
  const isPlain = dimensions.every(({ kind, activeWhen }) => kind !== "category" && activeWhen === undefined);
  if (objectiveCount > 1 || !isPlain) return [whole(mixed)];
  const isEligible = (algorithm: Algorithm): boolean => eligibleUntil(algorithm, situation) >= evaluations;
  // Neither models through points nor comparisons of a child with its parent bear noise.
  if (isNoisy) return [whole(adapted)];
  const each = evaluations / dimensions.length;
  if (each <= LOCAL_SEARCHES && isEligible(local)) return [whole(local)];
  const global = each < DIFFERENTIAL * (dimensions.length + 1) && isEligible(adapted) ? adapted : differential;
  if (!isEligible(local)) return [whole(global)];
  return [{ algorithm: global, until: Math.round(POLISH_FROM * evaluations) }, whole(local)];
}

/**
 * Time of one proposal of the Gaussian process. Measured with 10 dimensions and two objectives: 0.02 s at 60 designs, 0.05 s at 100,
 * 0.1 s at 200, and fits that add a third.
 */
function gpOverhead_s(evaluated: number, dimensionCount: number, objectiveCount: number): number {
  const known = Math.min(evaluated, GP_LIMIT);
  return objectiveCount * (0.5 + dimensionCount / 20) * (0.008 + 1.6e-6 * known * known);
}

function problemText({ dimensions, objectiveCount, evaluations }: Situation): string {
  const objectives = objectiveCount === 1 ? "one objective" : `${objectiveCount} objectives`;
  return `${evaluations} evaluations of ${objectives} in ${dimensions.length} dimensions`;
}
