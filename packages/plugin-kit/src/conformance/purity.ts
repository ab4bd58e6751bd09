import { isDeepStrictEqual } from "node:util";
import type { Rule } from "./rule.ts";
import { where } from "./trial.ts";
import type { Outcome, Tried } from "./trial.ts";

type Any = Tried<object, object, unknown>;

/** What JavaScript says when a frozen object is written to. */
const WRITES_FROZEN = /TypeError: (?:Cannot (?:assign|add|delete|define|redefine)|.*(?:read.only|not extensible))/u;

const writesFrozen = (outcome: Outcome<object, unknown>): boolean =>
  outcome.kind === "threw" && WRITES_FROZEN.test(outcome.error);

/** Fails when a model writes to its arguments. */
export const inputsUntouched: Rule<Any> = {
  code: "inputs-untouched",
  law: "A model leaves its design and its circuit as they are.",
  *breaches({ trials }) {
    for (const trial of trials) {
      if (trial.changedInputs) yield `it changes its inputs ${where(trial)}`;
      else if (trial.outcome.kind !== "threw" && writesFrozen(trial.later))
        yield `it writes to frozen inputs (${(trial.later as { error: string }).error}) ${where(trial)}`;
    }
  },
};

/** Fails when an answer depends on what was asked before, or is overwritten by what is asked after. */
export const noMemory: Rule<Any> = {
  code: "no-memory-between-calls",
  law: "An answer does not depend on which designs were asked before, and does not change when others are asked.",
  *breaches({ trials }) {
    for (const trial of trials) {
      if (trial.changedAnswer) {
        yield `the answer it gave changes when other designs are asked ${where(trial)}`;
        continue;
      }
      if (!trial.repeats || trial.changedInputs || writesFrozen(trial.later)) continue;
      if (!isDeepStrictEqual(trial.later, trial.outcome))
        yield `it answers otherwise after other designs were asked ${where(trial)}`;
    }
  },
};
