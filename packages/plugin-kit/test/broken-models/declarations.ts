import type { NeuronModel, Parameter } from "@neurofront/core";
import { choice, integer, quantity } from "../../src/define.ts";
import { soundNeuron } from "../sound-models/neuron.ts";
import type { Broken } from "./broken.ts";

const source = { kind: "assumed", note: "an example" } as const;
const sound = { unit: "m", meaning: "width", source, low: 1e-9, high: 1e-7, default: 2e-8 } as const;

/** The sound neuron with one parameter more, which it ignores. */
const withParameter = (name: string, parameter: Parameter): NeuronModel => ({
  ...soundNeuron,
  parameters: { ...soundNeuron.parameters, [name]: parameter },
});

const withPreset = (values: Readonly<Record<string, number | string>>, note = "an example"): NeuronModel => ({
  ...soundNeuron,
  presets: { odd: { title: "odd", source: { kind: "assumed", note }, values } },
});

export const BROKEN_DECLARATIONS: readonly Broken<NeuronModel>[] = [
  { breaks: "model-identity", how: "id with a capital", model: { ...soundNeuron, id: "Sound" } },
  { breaks: "model-identity", how: "no title", model: { ...soundNeuron, title: " " } },
  {
    breaks: "parameter-unit",
    how: "unknown unit",
    model: withParameter("width_furlong", quantity({ ...sound, unit: "furlong" })),
  },
  {
    breaks: "parameter-unit",
    how: "unit with a prefix",
    model: withParameter("width_nm", quantity({ ...sound, unit: "nm" })),
  },
  { breaks: "parameter-name-unit", how: "unit missing in the name", model: withParameter("width", quantity(sound)) },
  { breaks: "parameter-name-unit", how: "wrong unit in the name", model: withParameter("width_s", quantity(sound)) },
  {
    breaks: "parameter-name-unit",
    how: "unit in the name of a plain number",
    model: withParameter("width_m", quantity({ ...sound, unit: "1" })),
  },
  {
    breaks: "parameter-study-key",
    how: "one name in two units",
    model: withParameter("stages_m", quantity(sound)),
  },
  {
    breaks: "parameter-range",
    how: "low above high",
    model: withParameter("fins", integer({ ...sound, low: 3, high: 3, default: 3 })),
  },
  {
    breaks: "parameter-range",
    how: "half of a whole number",
    model: withParameter("fins", integer({ ...sound, low: 0.5, high: 3, default: 2 })),
  },
  {
    breaks: "parameter-range",
    how: "an option twice",
    model: withParameter("mode", choice({ ...sound, options: ["a", "a"], default: "a" })),
  },
  {
    breaks: "parameter-default",
    how: "default above high",
    model: withParameter("width_m", quantity({ ...sound, default: 1 })),
  },
  {
    breaks: "parameter-default",
    how: "default NaN",
    model: withParameter("width_m", quantity({ ...sound, default: Number.NaN })),
  },
  {
    breaks: "parameter-default",
    how: "default not among the options",
    model: withParameter("mode", choice<string>({ ...sound, options: ["a", "b"], default: "c" })),
  },
  {
    breaks: "parameter-log-scale",
    how: "logarithm of zero",
    model: withParameter("width_m", quantity({ ...sound, low: 0, scale: "log" })),
  },
  {
    breaks: "parameter-meaning",
    how: "no meaning",
    model: withParameter("width_m", quantity({ ...sound, meaning: "" })),
  },
  {
    breaks: "parameter-source",
    how: "no note",
    model: withParameter("width_m", quantity({ ...sound, source: { kind: "paper", note: "" } })),
  },
  { breaks: "preset-values", how: "sets what is not declared", model: withPreset({ thickness_m: 2e-9 }) },
  { breaks: "preset-values", how: "value out of range", model: withPreset({ length_m: 1 }) },
  { breaks: "preset-values", how: "no such option", model: withPreset({ memory: "forget" }) },
  { breaks: "preset-values", how: "half of a whole number", model: withPreset({ stages: 1.5 }) },
  { breaks: "preset-source", how: "no note", model: withPreset({ length_m: 2e-8 }, "") },
];
