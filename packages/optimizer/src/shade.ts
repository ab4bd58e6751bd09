import { randomAt } from "@neurofront/core";
import type {
  Design,
  Dimension,
  EvaluatedPoint,
  OptimizerModel,
  Parameters,
  RandomStream,
  SearchProblem,
} from "@neurofront/core";
import { latinHypercube } from "./latin-hypercube.ts";
import { mirrored } from "./operators/mirrored.ts";
import { Scalarisation } from "./scalarisation.ts";
import { SuccessMemory } from "./shade/success-memory.ts";
import type { Mutation, Success } from "./shade/success-memory.ts";
import { settleInactive, snap } from "./space.ts";
import { optimizerOf } from "./strategy.ts";
import type { Strategy } from "./strategy.ts";

const parameters = {
  population: {
    kind: "integer",
    meaning: "designs of the first generation; 0 chooses by dimensions and budget",
    source: {
      kind: "recalled",
      note: "18 for every dimension; here at most the budget over 125, at least 8",
      reference: "tanabe2014",
    },
    low: 0,
    high: 10_000,
    default: 0,
  },
  bestShare: {
    kind: "quantity",
    unit: "1",
    meaning: "share of the population towards which children are drawn",
    source: { kind: "recalled", note: "0.11", reference: "tanabe2014" },
    low: 0,
    high: 1,
    default: 0.11,
    scale: "linear",
  },
  archiveShare: {
    kind: "quantity",
    unit: "1",
    meaning: "replaced designs that are kept for differences, over the population",
    source: { kind: "recalled", note: "2.6", reference: "tanabe2014" },
    low: 0,
    high: 10,
    default: 2.6,
    scale: "linear",
  },
} as const satisfies Parameters;

type Settings = Design<typeof parameters>;

/** The population shrinks to this at the end of the budget. */
const LEAST_POPULATION = 4;
/** Parts of the front that a search with several objectives heads for, for every objective past the first. */
const DIRECTIONS = 10;

/** L-SHADE (Tanabe and Fukunaga, CEC 2014, 1658) on mixed spaces. */
export const shade: OptimizerModel<typeof parameters> = {
  role: "optimizer",
  id: "l-shade",
  title: "L-SHADE",
  parameters,
  create: (settings, problem) => optimizerOf(problem, () => generations(settings, problem)),
};

/**
 * Population of the first generation for a space and a budget. In 5 dimensions and 5000 evaluations 40 designs solve 0.72 of the
 * test targets, 20 designs 0.71, the published 90 designs 0.59.
 */
export function firstPopulation(dimensionCount: number, evaluations: number): number {
  return Math.max(Math.min(18 * dimensionCount, Math.floor(evaluations / 125)), 8);
}

function* generations(settings: Settings, problem: SearchProblem): Strategy {
  const { dimensions, objectiveCount, evaluations, seed, evaluatedBefore: before = [] } = problem;
  const scalarisation = new Scalarisation(objectiveCount, seed);
  const memory = new SuccessMemory();
  const first = Math.max(settings.population || firstPopulation(dimensions.length, evaluations), LEAST_POPULATION);
  const turnEvery = Math.ceil(evaluations / (DIRECTIONS * Math.max(objectiveCount - 1, 1)));
  let archive: Float64Array[] = [];
  scalarisation.observe(before);
  let population = before.toSorted((a, b) => scalarisation.compare(a.score, b.score)).slice(0, first);
  const missing = first - population.length;
  if (missing > 0) {
    const others = yield latinHypercube(dimensions, missing, (k) => randomAt(seed, "l-shade", "first", k));
    scalarisation.observe(others);
    population.push(...others);
  }
  let spent = missing;
  for (let generation = 1; ; generation++) {
    const random = randomAt(seed, "l-shade", generation);
    if (scalarisation.hasWeights && Math.floor(spent / turnEvery) > Math.floor((spent - population.length) / turnEvery))
      scalarisation.turn();
    population.sort((a, b) => scalarisation.compare(a.score, b.score));
    const mutations = population.map(() => memory.draw(random));
    const best = Math.max(2, Math.round(settings.bestShare * population.length));
    const children = yield population.map((parent, slot) => {
      const target = population[random.integer(Math.min(best, population.length))]!.coordinates;
      const others = twoOthers(slot, population, archive, random);
      return childOf(dimensions, parent.coordinates, target, others, mutations[slot]!, random);
    });
    spent += children.length;
    scalarisation.observe(children);
    const { survivors, successes, replaced } = selected(population, children, mutations, scalarisation);
    memory.learn(successes);
    const left = Math.max(1 - spent / evaluations, 0);
    const size = Math.round(LEAST_POPULATION + (first - LEAST_POPULATION) * left);
    population = survivors.toSorted((a, b) => scalarisation.compare(a.score, b.score)).slice(0, size);
    archive = thinned([...archive, ...replaced], Math.round(settings.archiveShare * population.length), random);
  }
}

/** A design of the population and one of the population or the archive, different ones where there are enough. */
function twoOthers(
  slot: number,
  population: readonly EvaluatedPoint[],
  archive: readonly Float64Array[],
  random: RandomStream,
): readonly [Float64Array, Float64Array] {
  let first = random.integer(population.length);
  while (first === slot) first = random.integer(population.length);
  let second = random.integer(population.length + archive.length);
  while (second === slot || second === first) second = random.integer(population.length + archive.length);
  const other = second < population.length ? population[second]!.coordinates : archive[second - population.length]!;
  return [population[first]!.coordinates, other];
}

/**
 * The parent moved towards one of the best and by a difference (current-to-pbest/1/bin). A category is taken from the best or,
 * half as often, from one of the two others; a coordinate that would leave the cube is mirrored at the bound.
 */
function childOf(
  dimensions: readonly Dimension[],
  parent: Float64Array,
  target: Float64Array,
  [plus, minus]: readonly [Float64Array, Float64Array],
  { factor, rate }: Mutation,
  random: RandomStream,
): Float64Array {
  const child = Float64Array.from(parent);
  const sure = random.integer(dimensions.length);
  for (const [k, dimension] of dimensions.entries()) {
    if (random.uniform() >= rate && k !== sure) continue;
    if (dimension.kind === "category") {
      child[k] = [target, target, plus, minus][random.integer(4)]![k]!;
      continue;
    }
    const moved = parent[k]! + factor * (target[k]! - parent[k]! + plus[k]! - minus[k]!);
    child[k] = snap(dimension, mirrored(moved));
  }
  return settleInactive(dimensions, child);
}

interface Selection {
  readonly survivors: EvaluatedPoint[];
  readonly successes: Success[];
  /** Parents that lost. */
  readonly replaced: Float64Array[];
}

/**
 * Each child against its parent. A success counts by the ranks it gained among all, where the method as published takes the
 * difference of the values: that has no meaning between violations and values, and ranks do not depend on the scale of either.
 */
function selected(
  parents: readonly EvaluatedPoint[],
  children: readonly EvaluatedPoint[],
  mutations: readonly Mutation[],
  scalarisation: Scalarisation,
): Selection {
  const count = parents.length;
  const all = [...parents, ...children];
  const order = all.map((_, k) => k).toSorted((a, b) => scalarisation.compare(all[a]!.score, all[b]!.score) || a - b);
  const rank = new Int32Array(all.length);
  for (const [place, k] of order.entries()) rank[k] = place;
  const successes: Success[] = [];
  const replaced: Float64Array[] = [];
  const survivors = parents.map((parent, slot) => {
    const child = children[slot]!;
    const comparison = scalarisation.compare(child.score, parent.score);
    if (comparison > 0) return parent;
    if (comparison < 0) {
      successes.push({ ...mutations[slot]!, gain: rank[slot]! - rank[count + slot]! });
      replaced.push(parent.coordinates);
    }
    return child;
  });
  return { survivors, successes, replaced };
}

/** At most `size` of the designs, the others dropped at random. */
function thinned(designs: Float64Array[], size: number, random: RandomStream): Float64Array[] {
  while (designs.length > size) {
    designs[random.integer(designs.length)] = designs.at(-1)!;
    designs.pop();
  }
  return designs;
}
