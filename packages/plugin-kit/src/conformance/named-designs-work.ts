import { isDeepStrictEqual } from "node:util";
import { namedDesigns } from "./design-sample.ts";
import type { Rule } from "./rule.ts";
import type { Tried } from "./trial.ts";

/** Fails when nobody who starts from the defaults or a preset gets an answer. */
export const namedDesignsWork: Rule<Tried<object, object, unknown>> = {
  code: "named-designs-work",
  law: "The defaults, and each preset over them, are possible in at least one of the circuits tried.",
  *breaches(subject) {
    for (const { title, design } of namedDesigns(subject)) {
      const trials = subject.trials.filter((trial) => isDeepStrictEqual(trial.design, design));
      const impossible = trials.flatMap(({ outcome }) => (outcome.kind === "impossible" ? [outcome] : []));
      if (impossible.length < trials.length) continue;
      yield `impossible in all ${trials.length} circuits tried at ${title}: ${impossible[0]?.violations[0]?.message ?? "no reason given"}`;
    }
  },
};
