import type { Dimension, EvaluatedPoint } from "@neurofront/core";
import { feasibilityTargets, impossibility } from "./gaussian-process/feasibility-target.ts";
import { featureMap } from "./gaussian-process/feature-map.ts";
import type { FeatureMap } from "./gaussian-process/feature-map.ts";
import { fitHyperparameters } from "./gaussian-process/fit.ts";
import { fittedCount } from "./gaussian-process/fit-schedule.ts";
import type { Hyperparameters } from "./gaussian-process/kernel.ts";
import type { Observations } from "./gaussian-process/likelihood.ts";
import { outputScale } from "./gaussian-process/output-scale.ts";
import { Posterior } from "./gaussian-process/posterior.ts";

/** Variance of exact values in the models: rounding needs some. */
const NOISE_FLOOR = 1e-6;
/** Variance of the values that stand for violations: their jump at the limit is no part of a smooth function. */
const FEASIBILITY_NOISE = 1e-4;

/** Gaussian processes of what was evaluated. */
export interface Surrogate {
  readonly map: FeatureMap;
  /** One for each objective; absent while fewer than two designs have objectives. */
  readonly objectives: readonly Posterior[] | undefined;
  /** Positive beyond the limit; one for the violation of possible designs, one for the impossible, where there are such. */
  readonly limits: readonly Posterior[];
  /** Objectives of the feasible designs in the units of the models, pending ones believed. */
  readonly feasible: readonly Float64Array[];
  /** Value of the last limit at the least violation seen; it is what is to be improved while nothing is feasible. */
  readonly leastViolation: number;
}

/** The scalar or vector that is minimised of a score with objectives. */
export type Goals = (objectives: readonly number[]) => readonly number[];

/** Builds surrogates; keeps the hyperparameters, which are fitted now and then. */
export class SurrogateBuilder {
  readonly #map: FeatureMap;
  readonly #fits = new Map<string, Hyperparameters>();
  #fittedAt = -1;
  readonly #decidedBy: number;

  /** @param decidedBy evaluations that decide between linear and logarithmic objectives */
  constructor(dimensions: readonly Dimension[], decidedBy: number) {
    this.#map = featureMap(dimensions);
    this.#decidedBy = decidedBy;
  }

  /**
   * @param goals of the score with objectives, in this proposal
   * @param modelled what enters the models, in the order of evaluation
   */
  build(goals: Goals, modelled: readonly EvaluatedPoint[], pending: readonly Float64Array[]): Surrogate {
    const count = fittedCount(modelled.length);
    if (count !== this.#fittedAt) this.#fits.clear();
    this.#fittedAt = count;
    const early = modelled.slice(0, count);
    const room = pending.length;
    const posterior = (name: string, of: (some: readonly EvaluatedPoint[]) => Observations): Posterior => {
      const all = of(modelled);
      let fit = this.#fits.get(name);
      if (fit === undefined) {
        const first = of(early);
        fit = fitHyperparameters(first.values.length >= 2 ? first : all);
        this.#fits.set(name, fit);
      }
      return new Posterior(all, fit, room);
    };
    const possible = modelled.filter(({ score }) => score.status === "ok");
    const goalCount = possible.length < 2 ? 0 : goals(possible[0]!.score.objectives).length;
    const objectives = Array.from({ length: goalCount }, (_, m) =>
      posterior(`objective ${m}`, (some) => this.#objectiveObservations(goals, some, m)),
    );
    const limits: Posterior[] = [];
    let leastViolation = 0;
    if (possible.length < modelled.length) {
      const of = (some: readonly EvaluatedPoint[]): Observations =>
        this.#limitObservations(
          some,
          some.map(({ score }) => impossibility(score)),
        );
      limits.push(posterior("possible", of));
      leastViolation = of(modelled).values.reduce((least, each) => Math.min(least, each), Infinity);
    }
    if (possible.some(({ score }) => score.violation > 0)) {
      const of = (some: readonly EvaluatedPoint[]): Observations => {
        const legal = some.filter(({ score }) => score.status === "ok");
        return this.#limitObservations(
          legal,
          legal.map(({ score }) => score.violation),
        );
      };
      limits.push(posterior("violation", of));
      leastViolation = of(modelled).values.reduce((least, each) => Math.min(least, each), Infinity);
    }
    for (const point of pending) {
      const encoded = this.#map.encode(point);
      for (const each of [...objectives, ...limits]) each.believe(encoded);
    }
    return {
      map: this.#map,
      objectives: goalCount === 0 ? undefined : objectives,
      limits,
      feasible: this.#feasible(objectives, limits, modelled, pending, goals),
      leastViolation,
    };
  }

  #objectiveObservations(goals: Goals, some: readonly EvaluatedPoint[], goal: number): Observations {
    const rows = some.filter(({ score }) => score.status === "ok");
    const values = rows.map(({ score }) => goals(score.objectives)[goal]!);
    const scale = outputScale(values, this.#decidedBy);
    return {
      map: this.#map,
      points: rows.map(({ coordinates }) => this.#map.encode(coordinates)),
      values: Float64Array.from(values, scale.toModel),
      noise: Float64Array.from(rows, ({ score }, k) => {
        const error = score.standardErrors?.[goal] ?? 0;
        return Math.max(scale.errorToModel(values[k]!, error) ** 2, NOISE_FLOOR);
      }),
    };
  }

  #limitObservations(rows: readonly EvaluatedPoint[], violations: readonly number[]): Observations {
    return {
      map: this.#map,
      points: rows.map(({ coordinates }) => this.#map.encode(coordinates)),
      values: feasibilityTargets(violations),
      noise: new Float64Array(rows.length).fill(FEASIBILITY_NOISE),
    };
  }

  /** Exact objectives as observed, estimated ones as the models have them. */
  #feasible(
    objectives: readonly Posterior[],
    limits: readonly Posterior[],
    modelled: readonly EvaluatedPoint[],
    pending: readonly Float64Array[],
    goals: Goals,
  ): Float64Array[] {
    const first = objectives[0];
    if (first === undefined) return [];
    const prediction = first.blank();
    const meanOf = (posterior: Posterior, point: Float64Array): number => {
      posterior.predict(this.#map.encode(point), prediction, false);
      return prediction.mean;
    };
    const rows = modelled.filter(({ score }) => score.status === "ok");
    const observed = objectives.map((_, m) => this.#objectiveObservations(goals, rows, m).values);
    const result: Float64Array[] = [];
    for (const [k, { coordinates, score }] of rows.entries()) {
      if (score.violation > 0) continue;
      result.push(
        Float64Array.from(objectives, (posterior, m) =>
          (score.standardErrors?.[m] ?? 0) > 0 ? meanOf(posterior, coordinates) : observed[m]![k]!,
        ),
      );
    }
    for (const point of pending)
      if (limits.every((limit) => meanOf(limit, point) < 0))
        result.push(Float64Array.from(objectives, (posterior) => meanOf(posterior, point)));
    return result;
  }
}
