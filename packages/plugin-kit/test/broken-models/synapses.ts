import type { SynapseCharacter, SynapseModel } from "@neurofront/core";
import { declaredSynapse, soundSynapse } from "../sound-models/synapse.ts";
import type { Broken } from "./broken.ts";

/** The sound synapse with other members in its character. */
const characterized = (change: (character: SynapseCharacter) => object): SynapseModel => ({
  ...soundSynapse,
  characterize(design, operating) {
    const answer = soundSynapse.characterize(design, operating);
    return answer.status === "ok" ? { ...answer, ...change(answer) } : answer;
  },
});

/** The sound synapse with another current. */
const carrying = (
  current_A: (current_A: number, conductance_S: number, voltage_V: number) => number,
): SynapseModel => ({
  ...soundSynapse,
  current_A: (design, conductance_S, voltage_V) =>
    current_A(soundSynapse.current_A(design, conductance_S, voltage_V), conductance_S, voltage_V),
});

const ageing = (after: (conductance_S: number, age_s: number) => readonly [number, number]): SynapseModel => ({
  ...soundSynapse,
  aged(_design, _operating, conductance_S, age_s) {
    const [mean_S, spread_S] = after(conductance_S, age_s);
    return { mean_S, spread_S };
  },
});

const spreading = (spread_S: (target_S: number) => number): SynapseModel => ({
  ...soundSynapse,
  programmingSpread_S: (_design, _operating, target_S) => spread_S(target_S),
});

export const BROKEN_SYNAPSES: readonly Broken<SynapseModel>[] = [
  {
    breaks: "trend-holds",
    how: "the other way",
    model: { ...declaredSynapse, trends: [{ ...declaredSynapse.trends![0]!, direction: "falls" }] },
  },
  {
    breaks: "reference-point-met",
    how: "twice too large",
    model: { ...declaredSynapse, referencePoints: [{ ...declaredSynapse.referencePoints![0]!, expected: 4e-5 }] },
  },
  {
    breaks: "conductance-range",
    how: "least above largest",
    model: characterized(({ conductanceMin_S, conductanceMax_S }) => ({
      conductanceMin_S: conductanceMax_S,
      conductanceMax_S: conductanceMin_S,
    })),
  },
  { breaks: "conductance-range", how: "off is zero", model: characterized(() => ({ conductanceMin_S: 0 })) },
  { breaks: "levels", how: "one level", model: characterized(() => ({ levels: 1 })) },
  { breaks: "levels", how: "half a level", model: characterized(() => ({ levels: 2.5 })) },
  { breaks: "stuck-chances", how: "more than all", model: characterized(() => ({ stuckAtMin: 0.6, stuckAtMax: 0.6 })) },
  { breaks: "stuck-chances", how: "negative", model: characterized(() => ({ stuckAtMin: -0.1 })) },
  { breaks: "programming-spread", how: "negative", model: spreading((target_S) => -target_S) },
  { breaks: "programming-spread", how: "NaN", model: spreading((target_S) => Math.sqrt(-target_S)) },
  { breaks: "read-noise", how: "negative", model: { ...soundSynapse, readNoise: () => -0.01 } },
  {
    breaks: "read-noise",
    how: "NaN in the first second",
    model: { ...soundSynapse, readNoise: (_d, _o, _g, age_s) => Math.log(age_s - 1) },
  },
  { breaks: "ageing", how: "drifted before it was programmed", model: ageing((g, age_s) => [g / (2 + age_s), 0]) },
  { breaks: "ageing", how: "spreads before it was programmed", model: ageing((g) => [g, 0.1 * g]) },
  { breaks: "ageing", how: "drifts below zero", model: ageing((g, age_s) => [g * (1 - age_s), 0]) },
  { breaks: "ageing", how: "NaN", model: ageing((g, age_s) => [g, Math.sqrt(-age_s)]) },
  { breaks: "non-negative-costs", how: "negative area", model: characterized(() => ({ area_m2: -1e-14 })) },
  {
    breaks: "finite-numbers",
    how: "infinite conductance",
    model: characterized(() => ({ conductanceMax_S: Infinity })),
  },
  { breaks: "answer-shape", how: "does not say isSeparable", model: characterized(() => ({ isSeparable: undefined })) },
  {
    breaks: "current-finite",
    how: "overflows",
    model: carrying((current_A, _conductance_S, voltage_V) =>
      Math.abs(voltage_V) >= 0.5 ? current_A * Infinity : current_A,
    ),
  },
  {
    breaks: "current-odd",
    how: "even",
    model: carrying((current_A) => Math.abs(current_A)),
  },
  {
    breaks: "current-odd",
    how: "rectifies",
    model: carrying((current_A, _conductance_S, voltage_V) => (voltage_V < 0 ? current_A / 10 : current_A)),
  },
  {
    breaks: "current-increases",
    how: "negative differential resistance",
    model: carrying((current_A, _conductance_S, voltage_V) => current_A / (1 + (voltage_V / 0.1) ** 4)),
  },
  {
    breaks: "current-ohmic-limit",
    how: "conducts twice its conductance",
    model: carrying((current_A) => 2 * current_A),
  },
  {
    breaks: "separable-claim",
    how: "larger conductances are more linear",
    model: carrying(
      (_current_A, conductance_S, voltage_V) =>
        conductance_S * voltage_V * (1 + voltage_V ** 2 / (1 + 1e4 * conductance_S)),
    ),
  },
  {
    breaks: "spice-form",
    how: "cannot be programmed",
    model: {
      ...soundSynapse,
      spice: (design, operating) => ({ ...soundSynapse.spice!(design, operating), parameters: {} }),
    },
  },
  {
    breaks: "spice-form",
    how: "ends the wrong way round",
    model: {
      ...soundSynapse,
      spice: (design, operating) => ({ ...soundSynapse.spice!(design, operating), ports: ["column", "row"] }),
    },
  },
];
