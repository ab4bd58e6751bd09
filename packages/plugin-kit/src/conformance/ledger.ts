import { LEDGER_LINES } from "@neurofront/core";
import type { AreaEntry, LedgerEntry, LedgerLine, Phase } from "@neurofront/core";
import { evaluateFormula } from "./formula-arithmetic.ts";
import type { Rule } from "./rule.ts";
import { okTrials, where } from "./trial.ts";
import type { Tried } from "./trial.ts";

interface Ledgered {
  readonly energy: readonly LedgerEntry[];
  readonly area: readonly AreaEntry[];
  readonly phases?: readonly Phase[];
}
type Subject = Tried<object, Ledgered, unknown>;

/** Lines of parts other than the neuron; every other line is the neuron's. */
const OWNER: Readonly<Partial<Record<LedgerLine, "system" | "interconnect">>> = {
  "synapse-static": "system",
  "supply-conversion": "system",
  pooling: "system",
  "row-drivers": "interconnect",
  "wire-charging": "interconnect",
  "driver-leakage": "interconnect",
  "input-latch": "interconnect",
};

/** Lines that a second part writes too: whoever senses, converters of an interconnect's partial sums as well. */
const SHARED: Readonly<Partial<Record<LedgerLine, "interconnect">>> = { sense: "interconnect" };

/** Rounding of a few operations in another order. */
const TOLERANCE = 1e-9;

/** Fails when a part writes a line of another part, which would count a joule twice. */
export const ledgerLines: Rule<Subject> = {
  code: "ledger-lines",
  law: "A model writes only lines of the ledger that its role owns.",
  *breaches(subject) {
    const { role } = subject.model;
    for (const trial of okTrials(subject)) {
      for (const { line } of trial.character.energy) {
        if (!Object.hasOwn(LEDGER_LINES, line)) yield `"${line}" is not a line of the ledger, ${where(trial)}`;
        else if ((OWNER[line] ?? "neuron") !== role && SHARED[line] !== role)
          yield `it writes the line "${line}", which the ${OWNER[line] ?? "neuron"} writes, ${where(trial)}`;
      }
    }
  },
};

/** Fails when the formula of an energy cannot be computed, or gives another energy. */
export const ledgerFormula: Rule<Subject> = {
  code: "ledger-formula",
  law: "The formula of a ledger entry, computed with its inputs, gives its energy within 1e-9.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      for (const { line, energy_J, formula, inputs } of trial.character.energy) {
        if (formula.trim() === "") continue;
        const found = evaluateFormula(formula, inputs);
        if (!found.ok)
          yield `the formula "${formula}" of ${line} cannot be computed: ${found.problem}; ${where(trial)}`;
        else if (Number.isFinite(energy_J) && !(Math.abs(found.value - energy_J) <= TOLERANCE * Math.abs(energy_J)))
          yield `the formula "${formula}" of ${line} gives ${found.value} J, but its energy is ${energy_J} J, ${where(trial)}`;
      }
    }
  },
};

/** Fails when a joule, a second or an area comes without its formula. */
export const formulaStated: Rule<Subject> = {
  code: "formula-stated",
  law: "Every energy, area and phase says its formula.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      const { energy, area, phases = [] } = trial.character;
      const silent = [
        ...energy.map(({ line, formula }) => [`the energy of ${line}`, formula] as const),
        ...area.map(({ part, formula }) => [`the area of ${part}`, formula] as const),
        ...phases.map(({ phase, formula }) => [`the phase ${phase}`, formula] as const),
      ].find(([, formula]) => formula.trim() === "");
      if (silent !== undefined) yield `${silent[0]} has no formula, ${where(trial)}`;
    }
  },
};
