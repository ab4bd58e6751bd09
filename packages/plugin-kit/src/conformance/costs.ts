import type { AreaEntry, LedgerEntry, Phase } from "@neurofront/core";
import type { Rule } from "./rule.ts";
import { okTrials, where } from "./trial.ts";
import type { Tried } from "./trial.ts";

/** Members that are costs or magnitudes in the characters of all roles. */
const MAGNITUDES = [
  "inputResistance_ohm",
  "thresholdCurrent_A",
  "offsetSpread_V",
  "offsetSpread_A",
  "synapsesDriven_s",
  "cycle_s",
  "area_m2",
  "pitch_m",
  "capacitance_F",
  "settling_s",
] as const;

/** A sum of currents that cancel may round to slightly below zero; relative to the largest power. */
const ROUNDING = 1e-9;

type Character = Readonly<Partial<Record<(typeof MAGNITUDES)[number], number>>> & {
  readonly energy?: readonly LedgerEntry[];
  readonly area?: readonly AreaEntry[];
  readonly phases?: readonly Phase[];
  readonly inputPower_W?: Float64Array;
};

function* costsOf(character: Character): Generator<[string, number]> {
  for (const name of MAGNITUDES) yield [name, character[name] ?? 0];
  for (const { line, energy_J } of character.energy ?? []) yield [`the energy of ${line} in J`, energy_J];
  for (const { part, area_m2 } of character.area ?? []) yield [`the area of ${part} in m^2`, area_m2];
  for (const { phase, duration_s } of character.phases ?? []) yield [`the duration of ${phase} in s`, duration_s];
  const power_W = character.inputPower_W ?? new Float64Array();
  const largest_W = power_W.reduce((largest, power) => Math.max(largest, Math.abs(power)), 0);
  for (const [pattern, power] of power_W.entries())
    if (power < -ROUNDING * largest_W) yield [`the input power of pattern ${pattern} in W`, power];
}

/** Fails when energy, area or time would be a gain. */
export const nonNegativeCosts: Rule<Tried<object, Character, unknown>> = {
  code: "non-negative-costs",
  law: "Energies, powers, areas, durations, resistances and spreads are >= 0.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      for (const [name, value] of costsOf(trial.character))
        if (value < 0) yield `${name} is ${value}; legal is >= 0, ${where(trial)}`;
    }
  },
};
