import type { SynapseModel } from "@neurofront/core";
import { answerShape, neverThrows, sameAgain } from "./answering.ts";
import { ageing, conductanceRange, levels, programmingSpread, readNoise, stuckChances } from "./conductances.ts";
import { nonNegativeCosts } from "./costs.ts";
import { CURRENT_VOLTAGE_RULES } from "./current-voltage.ts";
import { finiteNumbers } from "./finiteness.ts";
import { namedDesignsWork } from "./named-designs-work.ts";
import { DECLARATION_RULES, PRESET_RULES } from "./parameters.ts";
import { inputsUntouched, noMemory } from "./purity.ts";
import { quantityNames } from "./quantity-names.ts";
import { findingsOf } from "./rule.ts";
import type { Finding, Rule } from "./rule.ts";
import { trySynapse } from "./synapse-trials.ts";
import type { TriedSynapse } from "./synapse-trials.ts";
import { impossibleReason, violationForm } from "./validity.ts";
import { answersQuickly } from "./speed.ts";
import { TREND_RULES } from "./trends.ts";
import { REFERENCE_POINT_RULES } from "./reference-points.ts";
import { SPICE_RULES } from "./spice-form.ts";
import { VIEW_RULES } from "./views.ts";

/** Every rule for synapses. */
export const SYNAPSE_RULES: readonly Rule<TriedSynapse>[] = [
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
  conductanceRange,
  levels,
  stuckChances,
  programmingSpread,
  readNoise,
  ageing,
  ...CURRENT_VOLTAGE_RULES,
  ...TREND_RULES,
  ...REFERENCE_POINT_RULES,
  answersQuickly,
];

/** What a synapse model breaks of the contract; empty for a sound one. */
export function checkSynapse(model: SynapseModel): Finding[] {
  const tried = trySynapse(model);
  return SYNAPSE_RULES.flatMap((rule) => findingsOf(rule, tried));
}
