import type { Optimizer, OptimizerModel, Proposal, SearchProblem } from "@neurofront/core";
import { soundOptimizer } from "../sound-models/optimizer.ts";
import type { Broken } from "./broken.ts";

/** The sound optimizer with something else done to it. */
const searching = (change: (optimizer: Optimizer, problem: SearchProblem) => Partial<Optimizer>): OptimizerModel => ({
  ...soundOptimizer,
  create(settings, problem) {
    const optimizer = soundOptimizer.create(settings, problem);
    return { ...optimizer, ...change(optimizer, problem) };
  },
});

const proposing = (change: (proposal: Proposal, problem: SearchProblem) => object): OptimizerModel =>
  searching((sound, problem) => ({
    ask: (count) => sound.ask(count).map((proposal) => ({ ...proposal, ...change(proposal, problem) })),
  }));

/** Moves the first coordinate where it is a real. */
function moved({ coordinates }: Proposal, { dimensions }: SearchProblem, step: number): { coordinates: Float64Array } {
  if (dimensions[0]?.kind !== "real") return { coordinates };
  return { coordinates: coordinates.map((value, k) => (k === 0 ? (value + step) % 1 : value)) };
}

export const BROKEN_OPTIMIZERS: readonly Broken<OptimizerModel>[] = [
  {
    breaks: "never-throws",
    how: "cannot take an impossible design",
    model: searching(() => ({
      tell(scores) {
        if (scores.some(({ objectives }) => objectives.length === 0)) throw new Error("no objectives");
      },
    })),
  },
  {
    breaks: "never-throws",
    how: "cannot start where nothing is feasible",
    model: searching(() => ({
      tell(scores) {
        if (scores.every(({ status, violation }) => status === "ok" && violation > 0))
          throw new Error("none is feasible");
      },
    })),
  },
  {
    breaks: "never-throws",
    how: "cannot divide a single value",
    model: {
      ...soundOptimizer,
      create(settings, problem) {
        if (problem.dimensions.some((dimension) => dimension.kind !== "real" && dimension.count === 1))
          throw new Error("no range");
        return soundOptimizer.create(settings, problem);
      },
    },
  },
  {
    breaks: "never-throws",
    how: "has room for a hundred dimensions",
    model: {
      ...soundOptimizer,
      create(settings, problem) {
        if (problem.dimensions.length > 100) throw new Error("too many dimensions");
        return soundOptimizer.create(settings, problem);
      },
    },
  },
  {
    breaks: "answer-shape",
    how: "one coordinate missing",
    model: proposing(({ coordinates }) => ({ coordinates: coordinates.slice(1) })),
  },
  {
    breaks: "same-input-same-answer",
    how: "counts its searches",
    model: (() => {
      let searches = 0;
      return {
        ...soundOptimizer,
        create(settings, problem) {
          const optimizer = soundOptimizer.create(settings, problem);
          const step = searches++ / 1000;
          return {
            ...optimizer,
            ask: (count) => optimizer.ask(count).map((p) => ({ ...p, ...moved(p, problem, step) })),
          };
        },
      } satisfies OptimizerModel;
    })(),
  },
  {
    breaks: "ask-count",
    how: "one more than asked",
    model: searching((sound) => ({ ask: (count) => sound.ask(count + 1) })),
  },
  { breaks: "proposes-when-idle", how: "nothing at all", model: searching(() => ({ ask: () => [] })) },
  {
    breaks: "proposes-when-idle",
    how: "ends after 30 proposals",
    model: searching((sound) => {
      let left = 30;
      return {
        ask(count) {
          const batch = Math.min(count, left);
          left -= batch;
          return sound.ask(batch);
        },
      };
    }),
  },
  { breaks: "proposal-ids", how: "from 1", model: proposing(({ id }) => ({ id: id + 1 })) },
  {
    breaks: "proposal-in-cube",
    how: "reaches 1",
    model: proposing(({ coordinates, id }, { dimensions }) => ({
      coordinates: coordinates.map((value, k) => (k === 0 && id === 9 && dimensions[0]!.kind === "real" ? 1 : value)),
    })),
  },
  {
    breaks: "inactive-settled",
    how: "leaves what it drew",
    model: proposing(({ coordinates }, { dimensions }) => ({
      coordinates: coordinates.map((value, k) => (dimensions[k]!.activeWhen && value === 0.5 ? 0.25 : value)),
    })),
  },
  {
    breaks: "no-repeats",
    how: "draws again what it drew",
    model: searching((sound, { dimensions }) => {
      let last: Float64Array | undefined;
      return {
        ask: (count) =>
          sound.ask(count).map(({ id, coordinates }) => {
            if (dimensions[0]!.kind !== "real" && id === 20) return { id, coordinates: last! };
            last = coordinates;
            return { id, coordinates };
          }),
      };
    }),
  },
  {
    breaks: "completion-order",
    how: "goes by the score told last",
    model: searching((sound, problem) => {
      let step = 0;
      return {
        ask: (count) => sound.ask(count).map((proposal) => ({ ...proposal, ...moved(proposal, problem, step) })),
        tell(scores) {
          step = scores.at(-1)!.id / 1000;
        },
      };
    }),
  },
  {
    breaks: "completion-order",
    how: "goes by how many are asked at once",
    model: searching((sound, problem) => ({
      ask: (count) => sound.ask(count).map((proposal) => ({ ...proposal, ...moved(proposal, problem, count / 100) })),
    })),
  },
  {
    breaks: "resumes",
    how: "goes on from the middle of what is recorded",
    model: proposing((proposal, problem) => moved(proposal, problem, problem.recorded?.(0) === undefined ? 0 : 0.1)),
  },
  {
    breaks: "seed-draws-search",
    how: "one seed for all",
    model: {
      ...soundOptimizer,
      create: (settings, problem) => soundOptimizer.create(settings, { ...problem, seed: 1 }),
    },
  },
  {
    breaks: "refine-taken",
    how: "offers what it has not",
    model: searching(() => ({
      refine() {
        throw new Error("has no use for a better estimate");
      },
    })),
  },
  {
    breaks: "limits-refused",
    how: "states limits and keeps none of them",
    model: { ...soundOptimizer, limits: { objectives: 1, kinds: ["real"], constraints: false } },
  },
];
