import type { Violation } from "@neurofront/core";
import type { Rule } from "./rule.ts";
import { where } from "./trial.ts";
import type { Tried } from "./trial.ts";

type Any = Tried<object, { readonly violations: readonly Violation[] }, unknown>;

/** Fails when an impossible design has no reason, or a possible one has. */
export const impossibleReason: Rule<Any> = {
  code: "impossible-reason",
  law: "An answer is impossible exactly when it has a violation of kind impossible.",
  *breaches({ trials }) {
    for (const trial of trials) {
      const { outcome } = trial;
      if (outcome.kind === "impossible" && !outcome.violations.some(({ kind }) => kind === "impossible"))
        yield `it says impossible without a violation of kind impossible ${where(trial)}`;
      if (outcome.kind === "ok") {
        const reason = outcome.character.violations.find(({ kind }) => kind === "impossible");
        if (reason !== undefined)
          yield `it says ok with the violation "${reason.code}" of kind impossible ${where(trial)}`;
      }
    }
  },
};

function problemOf({ kind, code, message, amount }: Violation): string | undefined {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(code)) return `the code "${code}" of a violation is not kebab-case`;
  if (message.trim() === "") return `the violation "${code}" has no message`;
  if (kind === "constraint") return `the violation "${code}" is of kind constraint, which only a study makes`;
  if (!(Number.isFinite(amount) && amount >= 0))
    return `the violation "${code}" has the amount ${amount}; legal is finite and >= 0`;
  return kind === "warning" && amount !== 0 ? `the warning "${code}" has the amount ${amount}; legal is 0` : undefined;
}

/** Fails when a violation is not what an optimizer and a reader can use. */
export const violationForm: Rule<Any> = {
  code: "violation-form",
  law: "A violation has a kebab-case code, a message, and a finite amount >= 0 that is 0 for warnings.",
  *breaches({ trials }) {
    for (const trial of trials) {
      const { outcome } = trial;
      if (outcome.kind === "threw" || outcome.kind === "malformed") continue;
      for (const violation of outcome.kind === "ok" ? outcome.character.violations : outcome.violations) {
        const problem = problemOf(violation);
        if (problem !== undefined) yield `${problem}, ${where(trial)}`;
      }
    }
  },
};
