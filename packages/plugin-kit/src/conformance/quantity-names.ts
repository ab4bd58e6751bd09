import type { LedgerEntry } from "@neurofront/core";
import type { Rule } from "./rule.ts";
import { okTrials } from "./trial.ts";
import type { Tried } from "./trial.ts";
import { problemOfName } from "./unit-in-name.ts";

interface Character {
  readonly quantities: Readonly<Record<string, number>>;
  readonly energy?: readonly LedgerEntry[];
}

/** Fails when a name carries something that is not an SI unit. */
export const quantityNames: Rule<Tried<object, Character, unknown>> = {
  code: "quantity-names",
  law: "Names of quantities and of ledger inputs are a word and then SI units only, such as currentDensity_A_m2.",
  *breaches(subject) {
    const names = new Set<string>();
    for (const { character } of okTrials(subject)) {
      for (const name of Object.keys(character.quantities)) names.add(name);
      for (const { inputs } of character.energy ?? []) for (const name of Object.keys(inputs)) names.add(name);
    }
    for (const name of names) {
      const problem = problemOfName(name);
      if (problem !== undefined) yield `the name "${name}" ${problem}`;
    }
  },
};
