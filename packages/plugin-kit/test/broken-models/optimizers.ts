import type { Optimizer, OptimizerModel, Proposal } from "@neurofront/core";
import { soundOptimizer } from "../sound-models/optimizer.ts";
import type { Broken } from "./broken.ts";

/** The sound optimizer with something else done to it. */
const searching = (change: (optimizer: Optimizer) => Partial<Optimizer>): OptimizerModel => ({
  ...soundOptimizer,
  create(settings, problem) {
    const optimizer = soundOptimizer.create(settings, problem);
    return { ...optimizer, ...change(optimizer) };
  },
});

const proposing = (change: (proposal: Proposal) => object): OptimizerModel =>
  searching((sound) => ({
    ask: (count) => sound.ask(count).map((proposal) => ({ ...proposal, ...change(proposal) })),
  }));

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
    breaks: "answer-shape",
    how: "one coordinate missing",
    model: proposing(({ coordinates }) => ({ coordinates: coordinates.slice(1) })),
  },
  {
    breaks: "same-input-same-answer",
    how: "draws from Math.random",
    model: proposing(({ coordinates }) => ({ coordinates: coordinates.map(() => Math.random()) })),
  },
  {
    breaks: "ask-count",
    how: "one more than asked",
    model: searching((sound) => ({ ask: (count) => sound.ask(count + 1) })),
  },
  { breaks: "ask-count", how: "nothing at all", model: searching(() => ({ ask: () => [] })) },
  { breaks: "proposal-ids", how: "from 1", model: proposing(({ id }) => ({ id: id + 1 })) },
  {
    breaks: "proposal-in-cube",
    how: "reaches 1",
    model: proposing(({ coordinates }) => ({ coordinates: coordinates.map(() => 1) })),
  },
];
