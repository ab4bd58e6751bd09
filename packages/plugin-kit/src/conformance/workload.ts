import { isDeepStrictEqual } from "node:util";
import { activationCount, idealAccuracy } from "@neurofront/core";
import type { PreparedWorkload, WorkloadModel } from "@neurofront/core";
import { answerShape, neverThrows, sameAgain } from "./answering.ts";
import { finiteNumbers } from "./finiteness.ts";
import { DECLARATION_RULES } from "./parameters.ts";
import { quantityNames } from "./quantity-names.ts";
import { findingsOf } from "./rule.ts";
import type { Finding, Rule } from "./rule.ts";
import { problemOfName } from "./unit-in-name.ts";
import { tryWorkload, whereOf } from "./workload-trials.ts";
import type { TriedWorkload } from "./workload-trials.ts";

const ROUNDING = 1e-9;

const SETS = ["clean", "test"] as const;

const preparationThrows: Rule<TriedWorkload> = {
  code: neverThrows.code,
  law: neverThrows.law,
  *breaches({ all }) {
    for (const trial of all) if (trial.error !== undefined) yield `it throws "${trial.error}" ${whereOf(trial)}`;
  },
};

const preparationShape: Rule<TriedWorkload> = {
  code: answerShape.code,
  law: answerShape.law,
  *breaches({ all }) {
    for (const trial of all) if (trial.problem !== undefined) yield `${trial.problem}, ${whereOf(trial)}`;
  },
};

const sameSeed: Rule<TriedWorkload> = {
  code: sameAgain.code,
  law: sameAgain.law,
  *breaches({ first, again }) {
    if (first.prepared !== undefined && !isDeepStrictEqual(first.prepared, again.prepared))
      yield `prepared twice it differs ${whereOf(first)}`;
  },
};

const otherSeed: Rule<TriedWorkload> = {
  code: "seed-draws-test-set",
  law: "Another seed draws another test set.",
  *breaches({ first, otherSeed: other }) {
    if (first.prepared === undefined || other.prepared === undefined) return;
    if (isDeepStrictEqual(first.prepared.test, other.prepared.test))
      yield `the test sets of seeds ${first.seed} and ${other.seed} are the same ${whereOf(other)}`;
  },
};

/** A rule about each prepared workload, with one breach for each. */
function ruleOf(
  code: string,
  law: string,
  problemOf: (prepared: PreparedWorkload) => string | undefined,
): Rule<TriedWorkload> {
  return {
    code,
    law,
    *breaches({ all }) {
      for (const trial of all) {
        const problem = trial.prepared === undefined ? undefined : problemOf(trial.prepared);
        if (problem !== undefined) yield `${problem}, ${whereOf(trial)}`;
      }
    },
  };
}

const weightsScaled = ruleOf(
  "weights-scaled",
  "The largest weight of each output of a layer has a magnitude of 1.",
  ({ layers }) => {
    for (const [index, { weights, outputCount }] of layers.entries())
      for (let output = 0; output < outputCount; output++) {
        let largest = 0;
        for (let at = output; at < weights.length; at += outputCount) {
          // Math.max keeps a NaN, which is no 1 either.
          largest = Math.max(largest, Math.abs(weights[at]!));
        }
        if (!(Math.abs(largest - 1) <= ROUNDING))
          return `the largest weight of output ${output} of layer ${index + 1} is ${largest}; legal is 1`;
      }
    return undefined;
  },
);

const outputsOf = ({ layers }: PreparedWorkload): number => activationCount(layers.at(-1)!);

const labelsInRange = ruleOf(
  "labels-in-range",
  "Every label is the index of an activation of the last layer.",
  (prepared) => {
    const outputCount = outputsOf(prepared);
    for (const set of SETS) {
      const { labels } = prepared[set];
      const k = labels.findIndex((label) => !Number.isInteger(label) || label < 0 || label >= outputCount);
      if (k >= 0) return `label ${k} of the ${set} set is ${labels[k]}; legal is 0 to ${outputCount - 1}`;
    }
    return undefined;
  },
);

const levelsInRange = ruleOf("levels-in-range", "Every input level of a pattern is in [-1, 1].", (prepared) => {
  for (const set of SETS) {
    const { patterns, count } = prepared[set];
    const width = patterns.length / count;
    const k = patterns.findIndex((level) => !(Math.abs(level) <= 1));
    if (k >= 0)
      return `level ${k % width} of pattern ${Math.floor(k / width)} of the ${set} set is ${patterns[k]}; legal is -1 to 1`;
  }
  return undefined;
});

const preparedNames = ruleOf(quantityNames.code, quantityNames.law, ({ quantities }) => {
  for (const name of Object.keys(quantities)) {
    const problem = problemOfName(name);
    if (problem !== undefined) return `the name "${name}" ${problem}`;
  }
  return undefined;
});

const preparedNumbers = ruleOf(finiteNumbers.code, finiteNumbers.law, ({ quantities }) => {
  const strange = Object.entries(quantities).find(([, value]) => !Number.isFinite(value));
  return strange && `quantities.${strange[0]} is ${strange[1]}, not a finite number`;
});

const accuracyAsClaimed = ruleOf(
  "ideal-accuracy-as-claimed",
  "Quantities named idealAccuracy and idealTestAccuracy are what ideal sign neurons reach on the clean and the test set.",
  (prepared) => {
    for (const [name, data] of [
      ["idealAccuracy", prepared.clean],
      ["idealTestAccuracy", prepared.test],
    ] as const) {
      const claimed = prepared.quantities[name];
      if (claimed === undefined || !Number.isFinite(claimed)) continue;
      const found = idealAccuracy(prepared.layers, data);
      // A sum that is zero but for rounding may fall to either side.
      if (Math.abs(found - claimed) > 1 / data.count) return `${name} is ${claimed}, but ideal neurons reach ${found}`;
    }
    return undefined;
  },
);

const accuracyAboveGuess: Rule<TriedWorkload> = {
  code: "ideal-accuracy-above-guess",
  // At the defaults: a training may be asked for margins that no weights have.
  law: "By default, ideal sign neurons recognise more of the clean patterns than always firing the most common output would.",
  *breaches({ first, otherSeed: other }) {
    for (const trial of [first, other]) {
      if (trial.prepared === undefined || outputsOf(trial.prepared) < 2) continue;
      const { clean } = trial.prepared;
      const counts = new Map<number, number>();
      for (const label of clean.labels) counts.set(label, (counts.get(label) ?? 0) + 1);
      const guess = Math.max(...counts.values()) / clean.count;
      const found = idealAccuracy(trial.prepared.layers, clean);
      if (!(found > guess))
        yield `ideal neurons reach ${found} on the clean set; always firing the most common output, ${guess}, ${whereOf(trial)}`;
    }
  },
};

/** Every rule for workloads. */
export const WORKLOAD_RULES: readonly Rule<TriedWorkload>[] = [
  ...DECLARATION_RULES,
  preparationThrows,
  preparationShape,
  sameSeed,
  otherSeed,
  preparedNumbers,
  preparedNames,
  weightsScaled,
  labelsInRange,
  levelsInRange,
  accuracyAsClaimed,
  accuracyAboveGuess,
];

/** What a workload breaks of the contract; empty for a sound one. */
export async function checkWorkload(model: WorkloadModel): Promise<Finding[]> {
  const tried = await tryWorkload(model);
  return WORKLOAD_RULES.flatMap((rule) => findingsOf(rule, tried));
}
