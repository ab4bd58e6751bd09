import { randomAt } from "@neurofront/core";
import type {
  Design,
  EvaluatedPoint,
  Optimizer,
  OptimizerModel,
  Parameters,
  Proposal,
  RandomStream,
  Score,
  SearchProblem,
} from "@neurofront/core";
import { firstGenerationSize } from "./first-generation.ts";
import { FreshPoints } from "./fresh-points.ts";
import { Generations } from "./generations.ts";
import { hypervolumeSurvivors } from "./hypervolume-survival.ts";
import type { Placed } from "./hypervolume-survival.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { differentialBinomialChild } from "./operators/differential-binomial.ts";
import { variationParameters } from "./operators/variation-parameters.ts";
import { mutate, vary } from "./operators/variation.ts";
import { pointCount, settleInactive } from "./space.ts";
import { ToleratedViolation } from "./tolerated-violation.ts";

const parameters = {
  population: {
    kind: "integer",
    meaning: "designs that are kept; 0 chooses by objectives and constraints",
    source: {
      kind: "assumed",
      note: "20 for one or two objectives, 40 with constraints, 60 for three: small ones lead from 2 500 to 25 000 evaluations, since everything found is kept elsewhere",
    },
    low: 0,
    high: 10_000,
    default: 0,
  },
  ...variationParameters,
  differentialShare: {
    kind: "quantity",
    unit: "1",
    meaning: "share of new designs made from differences of others instead of crossover and mutation",
    source: {
      kind: "assumed",
      note: "no single operator is safe on all test problems; between 0.5 and 0.7 both do their part, the more does better on three objectives and on searches of neurons",
    },
    low: 0,
    high: 1,
    default: 0.7,
    scale: "linear",
  },
} as const satisfies Parameters;

type Settings = Design<typeof parameters>;

/**
 * Mixed-operator evolutionary algorithm: survival by contribution to the hypervolume (SMS-EMOA: Beume, Naujoks and Emmerich,
 * Eur. J. Oper. Res. 181, 1653 (2007)), a small population, and children partly by simulated binary crossover with polynomial
 * mutation, the other ones by differential evolution with factors and crossover rates drawn from a few. At first some
 * violation of constraints is tolerated.
 */
export const mixEa: OptimizerModel<typeof parameters> = {
  role: "optimizer",
  id: "mix-ea",
  title: "Mixed-operator evolution by hypervolume",
  parameters,
  create: (settings, problem) => new MixEa(settings, problem),
};

/** Factors on differences: small steps refine a front, large ones cross between local fronts. */
const FACTORS = [0.3, 0.5, 0.9];
/** A front of three objectives and more is a surface, along which small steps do. */
const SURFACE_FACTORS = [0.3];
/** Crossover rates: half of the coordinates where they act alone, most where they act together. */
const CROSSOVERS = [0.5, 0.95];
/** Distance below which two members no longer differ in a real coordinate. */
const LOST = 1e-3;
/**
 * Share of the children by differences that mutate in a coordinate in which their difference is lost: such a difference leads nowhere,
 * and a population in a local front has no other. Of eleven searches of 25 000 evaluations it frees one from a local front of ZDT4 and
 * four from those of DTLZ1; mutation of other coordinates as well gains nothing more.
 */
const LOST_MUTATED = 0.4;
const CROSSOVER_PROBABILITY = 0.9;
/** Draws of a second parent that differs from the first. */
const PARTNER_DRAWS = 5;

/** Designs kept for a problem. */
function automaticPopulation({ objectiveCount, constrained }: SearchProblem): number {
  if (objectiveCount > 2) return 60;
  return constrained === false ? 20 : 40;
}

class MixEa implements Optimizer {
  readonly #settings: Settings;
  readonly #problem: SearchProblem;
  readonly #generations: Generations;
  readonly #fresh: FreshPoints;
  readonly #population: number;
  readonly #factors: readonly number[];
  #members: readonly Placed[] = [];
  #tolerated: ToleratedViolation | undefined;
  #generation = 0;
  /** Designs of all generations so far. */
  #told = 0;

  constructor(settings: Settings, problem: SearchProblem) {
    this.#settings = settings;
    this.#problem = problem;
    this.#generations = new Generations(problem.objectiveCount, (evaluated) => this.#nextGeneration(evaluated));
    this.#fresh = new FreshPoints(problem.dimensions);
    const wanted = settings.population === 0 ? automaticPopulation(problem) : settings.population;
    this.#population = Math.min(wanted, pointCount(problem.dimensions));
    this.#factors = problem.objectiveCount > 2 ? SURFACE_FACTORS : FACTORS;
    const before = problem.evaluatedBefore ?? [];
    this.#fresh.keep(before);
    this.#members = hypervolumeSurvivors(
      before.map((each) => ({ ...each, front: 0 })),
      this.#population,
    );
  }

  ask(count: number): readonly Proposal[] {
    return this.#generations.ask(count);
  }

  tell(scores: readonly Score[]): void {
    this.#generations.tell(scores);
  }

  #nextGeneration(evaluated: readonly EvaluatedPoint[]): readonly Float64Array[] {
    const isComplete = this.#members.length >= this.#population;
    if (evaluated.length === 0) return isComplete ? this.#children() : this.#firstGeneration();
    // Whoever goes on from a whole population is past the choice of a basin.
    this.#tolerated ??= new ToleratedViolation(
      isComplete ? [] : evaluated.map(({ score }) => score),
      this.#problem.evaluations,
    );
    this.#told += evaluated.length;
    const children = evaluated.map(({ coordinates, score }) => ({ coordinates, score, front: 0 }));
    const tolerated = this.#tolerated.after(this.#told);
    this.#members = hypervolumeSurvivors([...this.#members, ...children], this.#population, tolerated);
    this.#generation++;
    return this.#children();
  }

  #children(): readonly Float64Array[] {
    const random = randomAt(this.#problem.seed, "mix-ea", this.#generation);
    return Array.from({ length: this.#population }, (_, slot) =>
      this.#fresh.take(() => this.#child(slot, random), random),
    );
  }

  #firstGeneration(): Float64Array[] {
    const { dimensions, seed, evaluations } = this.#problem;
    const size = Math.min(firstGenerationSize(this.#population, evaluations), pointCount(dimensions));
    const points = latinHypercube(dimensions, size, (k) => randomAt(seed, "mix-ea", "first", k));
    const random = randomAt(seed, "mix-ea", 0);
    return points.map((point) => this.#fresh.take(() => point, random));
  }

  #child(slot: number, random: RandomStream): Float64Array {
    const { dimensions } = this.#problem;
    if (random.uniform() < this.#settings.differentialShare) {
      const target = this.#members[slot % this.#members.length]!;
      const settings = {
        factor: this.#factors[random.integer(this.#factors.length)]!,
        crossover: CROSSOVERS[random.integer(CROSSOVERS.length)]!,
      };
      const others = [this.#anyone(random), this.#anyone(random), this.#anyone(random)] as const;
      const child = differentialBinomialChild(dimensions, target.coordinates, others, settings, random);
      return this.#mutatedWhereLost(child, others[1], others[2], random);
    }
    const first = this.#tournament(random);
    let second = this.#tournament(random);
    for (let draw = 0; second === first && draw < PARTNER_DRAWS; draw++) second = this.#tournament(random);
    return vary(
      dimensions,
      first.coordinates,
      second.coordinates,
      {
        crossoverProbability: CROSSOVER_PROBABILITY,
        crossoverIndex: this.#settings.crossoverIndex,
        mutatedCoordinates: 1,
        mutationIndex: this.#settings.mutationIndex,
      },
      random,
    );
  }

  #mutatedWhereLost(child: Float64Array, plus: Float64Array, minus: Float64Array, random: RandomStream): Float64Array {
    const { dimensions } = this.#problem;
    if (dimensions.length === 0) return child;
    const k = random.integer(dimensions.length);
    const dimension = dimensions[k]!;
    if (dimension.kind !== "real" || Math.abs(plus[k]! - minus[k]!) >= LOST) return child;
    if (random.uniform() < LOST_MUTATED) child[k] = mutate(dimension, child[k]!, this.#settings.mutationIndex, random);
    return settleInactive(dimensions, child);
  }

  #anyone(random: RandomStream): Float64Array {
    return this.#members[random.integer(this.#members.length)]!.coordinates;
  }

  /** The better placed of two, the first of equals. */
  #tournament(random: RandomStream): Placed {
    const a = this.#members[random.integer(this.#members.length)]!;
    const b = this.#members[random.integer(this.#members.length)]!;
    return b.front < a.front ? b : a;
  }
}
