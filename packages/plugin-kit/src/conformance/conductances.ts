import type { SynapseCharacter, SynapseOperating } from "@neurofront/core";
import type { Rule } from "./rule.ts";
import type { SynapseSweep } from "./synapse-sweep.ts";
import { okTrials, where } from "./trial.ts";
import type { Tried } from "./trial.ts";

type Subject = Tried<SynapseOperating, SynapseCharacter, SynapseSweep>;

/** Fails when no weight fits between the conductances. */
export const conductanceRange: Rule<Subject> = {
  code: "conductance-range",
  law: "0 < conductanceMin_S < conductanceMax_S.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      const { conductanceMin_S: least, conductanceMax_S: largest } = trial.character;
      if (least <= 0 || least >= largest)
        yield `conductances range from ${least} to ${largest} S; legal is 0 < least < largest, ${where(trial)}`;
    }
  },
};

/** Fails when the number of levels is none that a device can have. */
export const levels: Rule<Subject> = {
  code: "levels",
  law: "A device has a whole number of levels >= 2, or Infinity.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      const { levels: count } = trial.character;
      if (count === Infinity || (Number.isInteger(count) && count >= 2)) continue;
      if (Number.isFinite(count))
        yield `it has ${count} levels; legal is a whole number >= 2, or Infinity, ${where(trial)}`;
    }
  },
};

/** Fails when stuck devices are no chance. */
export const stuckChances: Rule<Subject> = {
  code: "stuck-chances",
  law: "The chances of a device stuck at either end are >= 0 and sum to at most 1.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      const { stuckAtMin, stuckAtMax } = trial.character;
      if (stuckAtMin < 0 || stuckAtMax < 0 || stuckAtMin + stuckAtMax > 1)
        yield `devices are stuck with chances ${stuckAtMin} and ${stuckAtMax}; legal is >= 0 with a sum <= 1, ${where(trial)}`;
    }
  },
};

/** Fails when read noise is no standard deviation. */
export const readNoise: Rule<Subject> = {
  code: "read-noise",
  law: "The relative read noise is finite and >= 0 for every conductance and age.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      const { readNoise: noise, conductance_S, age_s } = trial.sweep;
      const k = noise.findIndex((value) => !(Number.isFinite(value) && value >= 0));
      if (k >= 0)
        yield `the read noise of ${conductance_S[Math.floor(k / age_s.length)]} S after ${age_s[k % age_s.length]} s is ${noise[k]}; legal is finite and >= 0, ${where(trial)}`;
    }
  },
};

/** Programming gives the conductance back to rounding. */
const SAME = 1e-12;

/** Fails when a device has aged at age 0, or ages to what no conductance can be. */
export const ageing: Rule<Subject> = {
  code: "ageing",
  law: "At age 0 a conductance is what was programmed, without spread; at every age its mean and spread are finite and >= 0.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      const { agedMean_S, agedSpread_S, conductance_S, age_s } = trial.sweep;
      for (const [k, mean_S] of agedMean_S.entries()) {
        const spread_S = agedSpread_S[k]!;
        const target_S = conductance_S[Math.floor(k / age_s.length)]!;
        const age = age_s[k % age_s.length]!;
        const legal = Number.isFinite(mean_S) && mean_S >= 0 && Number.isFinite(spread_S) && spread_S >= 0;
        const unchanged = Math.abs(mean_S - target_S) <= SAME * target_S && spread_S === 0;
        if (legal && (age > 0 || unchanged)) continue;
        yield `${target_S} S became ${mean_S} S with a spread of ${spread_S} S after ${age} s; legal is ${age > 0 ? "finite and >= 0" : `${target_S} S without spread`}, ${where(trial)}`;
        break;
      }
    }
  },
};

/** Fails when a standard deviation is none. */
export const programmingSpread: Rule<Subject> = {
  code: "programming-spread",
  law: "The programming spread is finite and >= 0 over the range of conductances.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      const { spread_S, conductance_S } = trial.sweep;
      const k = spread_S.findIndex((spread) => !(Number.isFinite(spread) && spread >= 0));
      if (k >= 0)
        yield `the spread of a target of ${conductance_S[k]} S is ${spread_S[k]} S; legal is finite and >= 0, ${where(trial)}`;
    }
  },
};
