import type { NeuronModel } from "@neurofront/core";
import { answerShape, neverThrows, sameAgain } from "./answering.ts";
import { nonNegativeCosts } from "./costs.ts";
import { ERROR_PROBABILITY_RULES } from "./error-probability.ts";
import { finiteNumbers } from "./finiteness.ts";
import { formulaStated, ledgerFormula, ledgerLines } from "./ledger.ts";
import { namedDesignsWork } from "./named-designs-work.ts";
import { tryNeuron } from "./neuron-trials.ts";
import type { TriedNeuron } from "./neuron-trials.ts";
import { DECLARATION_RULES, PRESET_RULES } from "./parameters.ts";
import { inputsUntouched, noMemory } from "./purity.ts";
import { quantityNames } from "./quantity-names.ts";
import { findingsOf } from "./rule.ts";
import type { Finding, Rule } from "./rule.ts";
import { answersQuickly } from "./speed.ts";
import { TREND_RULES } from "./trends.ts";
import { REFERENCE_POINT_RULES } from "./reference-points.ts";
import { SPICE_RULES } from "./spice-form.ts";
import { cycleHoldsDecision } from "./timing.ts";
import { impossibleReason, violationForm } from "./validity.ts";
import { VIEW_RULES } from "./views.ts";

/** Every rule for neurons. */
export const NEURON_RULES: readonly Rule<TriedNeuron>[] = [
  ...DECLARATION_RULES,
  ...PRESET_RULES,
  neverThrows,
  answerShape,
  sameAgain,
  noMemory,
  inputsUntouched,
  impossibleReason,
  violationForm,
  namedDesignsWork,
  finiteNumbers,
  nonNegativeCosts,
  quantityNames,
  ...VIEW_RULES,
  ...SPICE_RULES,
  ledgerLines,
  ledgerFormula,
  formulaStated,
  cycleHoldsDecision,
  ...ERROR_PROBABILITY_RULES,
  ...TREND_RULES,
  ...REFERENCE_POINT_RULES,
  answersQuickly,
];

/** What a neuron model breaks of the contract; empty for a sound one. */
export function checkNeuron(model: NeuronModel): Finding[] {
  const tried = tryNeuron(model);
  return NEURON_RULES.flatMap((rule) => findingsOf(rule, tried));
}
