import { randomAt } from "@neurofront/core";
import type { Design, EvaluatedPoint, OptimizerModel, Parameters, RandomStream, SearchProblem } from "@neurofront/core";
import { constrainedFronts } from "@neurofront/pareto";
import { latinHypercube } from "./latin-hypercube.ts";
import { niched } from "./nsga3/niching.ts";
import { Normalisation } from "./nsga3/normalisation.ts";
import { referenceDirections } from "./nsga3/reference-directions.ts";
import { vary } from "./operators/variation.ts";
import { optimizerOf } from "./strategy.ts";
import type { Strategy } from "./strategy.ts";

const parameters = {
  directions: {
    kind: "integer",
    meaning:
      "reference directions at most, about one design of the population for each; 0 chooses by objectives and budget",
    source: {
      kind: "assumed",
      note: "0.6 times the root of the evaluations, from 12 to 92, the 92 of the reference for three objectives",
    },
    low: 0,
    high: 10_000,
    default: 0,
  },
  crossoverIndex: {
    kind: "quantity",
    unit: "1",
    meaning: "distribution index of the crossover: the larger, the nearer to the parents",
    source: { kind: "recalled", note: "table II of the reference", reference: "deb2014" },
    low: 0,
    high: 100,
    default: 30,
    scale: "linear",
  },
  mutatedCoordinates: {
    kind: "quantity",
    unit: "1",
    meaning: "coordinates of a new design that mutate, on average",
    source: { kind: "recalled", note: "table II of the reference: one", reference: "deb2014" },
    low: 0,
    high: 100,
    default: 1,
    scale: "linear",
  },
  mutationIndex: {
    kind: "quantity",
    unit: "1",
    meaning: "distribution index of the mutation: the larger, the smaller the steps",
    source: { kind: "recalled", note: "table II of the reference", reference: "deb2014" },
    low: 0,
    high: 100,
    default: 20,
    scale: "linear",
  },
} as const satisfies Parameters;

type Settings = Design<typeof parameters>;

/** NSGA-III (Deb and Jain, IEEE Trans. Evol. Comput. 18, 577 (2014); with constraints Jain and Deb, 602) on mixed spaces. */
export const nsga3: OptimizerModel<typeof parameters> = {
  role: "optimizer",
  id: "nsga3",
  title: "NSGA-III",
  parameters,
  create: (settings, problem) => optimizerOf(problem, () => generations(settings, problem)),
};

/** A member of the population: how far up it stands in the order of constrained domination. */
interface Member extends EvaluatedPoint {
  readonly front: number;
}

function* generations(settings: Settings, problem: SearchProblem): Strategy {
  const { dimensions, objectiveCount, evaluations, seed, evaluatedBefore: before = [] } = problem;
  const wanted = settings.directions || Math.min(Math.max(Math.round(0.6 * Math.sqrt(evaluations)), 12), 92);
  const directions = referenceDirections(objectiveCount, wanted);
  // One direction for one objective would leave a population of one.
  const size = Math.max(4 * Math.ceil(directions.length / 4), 12);
  const normalisation = new Normalisation(objectiveCount);
  const variation = { ...settings, crossoverProbability: 1 };
  const missing = Math.max(size - before.length, 0);
  const others = latinHypercube(dimensions, missing, (k) => randomAt(seed, "nsga3", "first", k));
  const first = missing === 0 ? before : [...before, ...(yield others)];
  let members = survivorsOf(first, size, directions, normalisation, randomAt(seed, "nsga3", "niches", 0));
  for (let generation = 1; ; generation++) {
    const children = yield Array.from({ length: size }, (_, slot) => {
      const random = randomAt(seed, "nsga3", generation, slot);
      const mother = parentOf(members, random);
      let father = parentOf(members, random);
      while (father === mother) father = parentOf(members, random);
      return vary(dimensions, mother.coordinates, father.coordinates, variation, random);
    });
    const random = randomAt(seed, "nsga3", "niches", generation);
    members = survivorsOf([...members, ...children], size, directions, normalisation, random);
  }
}

/** Any member while all are feasible, for the directions keep them apart; otherwise the better of two. */
function parentOf(members: readonly Member[], random: RandomStream): Member {
  const a = members[random.integer(members.length)]!;
  const b = members[random.integer(members.length)]!;
  const isDecided = [a, b].some(({ score }) => score.status === "impossible" || score.violation > 0);
  return isDecided && b.front < a.front ? b : a;
}

function survivorsOf(
  candidates: readonly EvaluatedPoint[],
  size: number,
  directions: readonly (readonly number[])[],
  normalisation: Normalisation,
  random: RandomStream,
): Member[] {
  const chosen: Member[] = [];
  for (const [front, indices] of constrainedFronts(candidates.map(({ score }) => score)).entries()) {
    const members = indices.map((index) => ({
      coordinates: candidates[index]!.coordinates,
      score: candidates[index]!.score,
      front,
    }));
    const isFeasible = members[0]!.score.status === "ok" && members[0]!.score.violation === 0;
    if (isFeasible && front === 0) normalisation.observe(members.map(({ score }) => score.objectives));
    const room = size - chosen.length;
    if (members.length <= room) chosen.push(...members);
    else if (isFeasible) {
      const placeOf = ({ score }: Member): number[] => normalisation.normalised(score.objectives);
      const kept = niched(chosen.map(placeOf), members.map(placeOf), directions, room, random);
      chosen.push(...kept.map((index) => members[index]!));
    } else chosen.push(...members.slice(0, room));
    if (chosen.length === size) break;
  }
  return chosen;
}
