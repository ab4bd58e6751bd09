import type { InterconnectModel } from "@neurofront/core";
import { answerShape, neverThrows, sameAgain } from "./answering.ts";
import { columnOnce } from "./column-once.ts";
import { nonNegativeCosts } from "./costs.ts";
import { finiteNumbers } from "./finiteness.ts";
import { tryInterconnect } from "./interconnect-trials.ts";
import type { TriedInterconnect } from "./interconnect-trials.ts";
import { formulaStated, ledgerFormula, ledgerLines } from "./ledger.ts";
import { namedDesignsWork } from "./named-designs-work.ts";
import { DECLARATION_RULES, PRESET_RULES } from "./parameters.ts";
import { PASSIVE_NETWORK_RULES } from "./passive-network.ts";
import { inputsUntouched, noMemory } from "./purity.ts";
import { quantityNames } from "./quantity-names.ts";
import { findingsOf } from "./rule.ts";
import type { Finding, Rule } from "./rule.ts";
import { answersQuickly } from "./speed.ts";
import { SPICE_RULES } from "./spice-form.ts";
import { impossibleReason, violationForm } from "./validity.ts";

/** Every rule for interconnects. */
export const INTERCONNECT_RULES: readonly Rule<TriedInterconnect>[] = [
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
  columnOnce,
  quantityNames,
  ...SPICE_RULES,
  ledgerLines,
  ledgerFormula,
  formulaStated,
  ...PASSIVE_NETWORK_RULES,
  answersQuickly,
];

/** What an interconnect model breaks of the contract; empty for a sound one. */
export function checkInterconnect(model: InterconnectModel): Finding[] {
  const tried = tryInterconnect(model);
  return INTERCONNECT_RULES.flatMap((rule) => findingsOf(rule, tried));
}
