import { nonDominatedBoxes } from "@neurofront/pareto";
import type { Posterior, Prediction } from "../gaussian-process/posterior.ts";
import type { Surrogate } from "../surrogate.ts";
import { ExpectedImprovement } from "./expected-improvement.ts";
import type { LogImprovement } from "./expected-improvement.ts";
import { normalLogarithms } from "../normal-logarithms.ts";
import type { NormalLogarithms } from "../normal-logarithms.ts";

/** Distance of the reference point beyond the worst of the front, in units of the front's range. */
const REFERENCE = 0.1;
/** Range of a front that is assumed at least, in standard deviations of the objective over all designs. */
const LEAST_RANGE = 1;

/**
 * How much an evaluation of a point is worth, as a logarithm: the expected hypervolume improvement times the probability of being
 * feasible (Gardner, Kusner, Xu, Weinberger and Cunningham, ICML 2014, PMLR 32, 937); while nothing feasible is known, the expected
 * decrease of the violation.
 */
export class Worth {
  readonly #surrogate: Surrogate;
  readonly #improving: readonly Posterior[];
  readonly #holding: readonly Posterior[];
  readonly #improvement: ExpectedImprovement | undefined;
  readonly #predictions: readonly Prediction[];
  readonly #means: Float64Array;
  readonly #deviations: Float64Array;
  readonly #result: LogImprovement;
  readonly #logarithms: NormalLogarithms = { density: 0, integral: 0, secondIntegral: 0 };
  readonly #byFeature: Float64Array;

  constructor(surrogate: Surrogate) {
    this.#surrogate = surrogate;
    const { objectives, limits, feasible, leastViolation, map } = surrogate;
    if (objectives !== undefined && feasible.length > 0) {
      this.#improving = objectives;
      this.#holding = limits;
      this.#improvement = new ExpectedImprovement(nonDominatedBoxes(feasible, referenceOf(feasible)));
    } else {
      this.#improving = limits.slice(-1);
      this.#holding = limits.slice(0, -1);
      this.#improvement =
        limits.length === 0 ? undefined : new ExpectedImprovement(nonDominatedBoxes([], [leastViolation]));
    }
    this.#predictions = [...this.#improving, ...this.#holding].map((posterior) => posterior.blank());
    this.#means = new Float64Array(this.#improving.length);
    this.#deviations = new Float64Array(this.#improving.length);
    this.#result = {
      value: 0,
      byMean: new Float64Array(this.#means.length),
      byDeviation: new Float64Array(this.#means.length),
    };
    this.#byFeature = new Float64Array(map.featureCount);
  }

  /** @param gradient by coordinates, overwritten; left out, it is not computed */
  at(point: Float64Array, gradient?: Float64Array): number {
    if (this.#improvement === undefined) return 0;
    const { map } = this.#surrogate;
    const withGradient = gradient !== undefined;
    const encoded = map.encode(point);
    for (const [k, posterior] of this.#improving.entries()) {
      const prediction = this.#predictions[k]!;
      posterior.predict(encoded, prediction, withGradient);
      this.#means[k] = prediction.mean;
      this.#deviations[k] = prediction.deviation;
    }
    this.#improvement.evaluate(this.#means, this.#deviations, this.#result, withGradient);
    let { value } = this.#result;
    this.#byFeature.fill(0);
    if (withGradient)
      for (let k = 0; k < this.#improving.length; k++)
        this.#add(this.#predictions[k]!, this.#result.byMean[k]!, this.#result.byDeviation[k]!);
    for (const [k, posterior] of this.#holding.entries()) {
      const prediction = this.#predictions[this.#improving.length + k]!;
      posterior.predict(encoded, prediction, withGradient);
      const z = -prediction.mean / prediction.deviation;
      normalLogarithms(z, this.#logarithms);
      value += this.#logarithms.integral;
      const slope = Math.exp(this.#logarithms.density - this.#logarithms.integral) / prediction.deviation;
      if (withGradient) this.#add(prediction, -slope, -z * slope);
    }
    if (withGradient) {
      gradient.fill(0);
      map.addCoordinateGradient(point, this.#byFeature, gradient);
    }
    return value;
  }

  #add({ meanByFeature, deviationByFeature }: Prediction, byMean: number, byDeviation: number): void {
    for (let f = 0; f < this.#byFeature.length; f++)
      this.#byFeature[f] = this.#byFeature[f]! + byMean * meanByFeature[f]! + byDeviation * deviationByFeature[f]!;
  }
}

/**
 * Beyond the worst of the feasible points that no other dominates, and at least a standard deviation of the objective from the best:
 * else a front of two near points would keep the search between them. Of one objective the best.
 */
function referenceOf(feasible: readonly Float64Array[]): Float64Array {
  const width = feasible[0]!.length;
  const front = feasible.filter((point) => !feasible.some((other) => other !== point && isBetter(other, point)));
  return Float64Array.from({ length: width }, (_, m) => {
    const low = Math.min(...front.map((point) => point[m]!));
    if (width === 1) return low;
    const high = Math.max(...front.map((point) => point[m]!), low + LEAST_RANGE);
    return high + REFERENCE * (high - low);
  });
}

function isBetter(a: Float64Array, b: Float64Array): boolean {
  let somewhere = false;
  for (let m = 0; m < a.length; m++) {
    if (a[m]! > b[m]!) return false;
    if (a[m]! < b[m]!) somewhere = true;
  }
  return somewhere;
}
