import type { Rule } from "./rule.ts";
import { where } from "./trial.ts";
import type { Tried } from "./trial.ts";

type Any = Tried<object, object, unknown>;

/** Fails when a model throws for a legal input. */
export const neverThrows: Rule<Any> = {
  code: "never-throws",
  law: "A model answers every legal design and circuit; it never throws.",
  *breaches({ trials }) {
    for (const trial of trials)
      if (trial.outcome.kind === "threw") yield `it throws "${trial.outcome.error}" ${where(trial)}`;
  },
};

/** Fails when an answer lacks a member or has one of another type. */
export const answerShape: Rule<Any> = {
  code: "answer-shape",
  law: "Every answer has the members and the lengths that the contract names.",
  *breaches({ trials }) {
    for (const trial of trials)
      if (trial.outcome.kind === "malformed") yield `${trial.outcome.problem} ${where(trial)}`;
  },
};

/** Fails when the same input gives something else at once. */
export const sameAgain: Rule<Any> = {
  code: "same-input-same-answer",
  law: "The same input gives the same answer when asked twice: no randomness, no clock, no counter.",
  *breaches({ trials }) {
    for (const trial of trials) if (!trial.repeats) yield `asked twice it gives two answers ${where(trial)}`;
  },
};
