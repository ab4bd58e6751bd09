import { API_VERSION } from "@neurofront/core";
import type { Discrepancy, MeasuredDevice, Plugin } from "@neurofront/core";
import { declaredNeuron } from "../sound-models/neuron.ts";
import { soundOptimizer } from "../sound-models/optimizer.ts";
import { soundPlugin } from "../sound-models/plugin.ts";
import type { Broken } from "./broken.ts";

const reference = soundPlugin.references[0]!;
const discrepancy = soundPlugin.discrepancies![0]!;
const point = soundPlugin.publishedPoints![0]!;

const disagreeing = (change: Partial<Discrepancy>): Plugin => ({
  ...soundPlugin,
  discrepancies: [{ ...discrepancy, ...change }],
});

const measured = soundPlugin.measured![0]!;

const measuring = (change: Partial<MeasuredDevice & { readonly role: "neuron" }>): Plugin => ({
  ...soundPlugin,
  measured: [{ ...(measured as MeasuredDevice & { readonly role: "neuron" }), ...change }],
});

export const BROKEN_PLUGINS: readonly Broken<Plugin>[] = [
  { breaks: "plugin-identity", how: "id with a space", model: { ...soundPlugin, id: "sound plugin" } },
  { breaks: "plugin-identity", how: "version of two numbers", model: { ...soundPlugin, version: "1.2" } },
  { breaks: "plugin-identity", how: "another apiVersion", model: { ...soundPlugin, apiVersion: API_VERSION + 1 } },
  { breaks: "plugin-models", how: "no models", model: { ...soundPlugin, models: [], measured: [] } },
  {
    breaks: "plugin-models",
    how: "a model twice",
    model: { ...soundPlugin, models: [soundOptimizer, soundOptimizer] },
  },
  {
    breaks: "reference-complete",
    how: "no author",
    model: { ...soundPlugin, references: [{ ...reference, author: "" }] },
  },
  { breaks: "reference-complete", how: "a key twice", model: { ...soundPlugin, references: [reference, reference] } },
  {
    breaks: "reference-known",
    how: "a parameter cites an unknown key",
    model: { ...soundPlugin, references: [{ ...reference, key: "another" }] },
  },
  {
    breaks: "reference-known",
    how: "a published point cites an unknown key",
    model: { ...soundPlugin, publishedPoints: [{ ...point, reference: "another" }] },
  },
  {
    breaks: "reference-known",
    how: "a reference point cites an unknown key",
    model: {
      ...soundPlugin,
      models: [
        {
          ...declaredNeuron,
          referencePoints: [
            {
              ...declaredNeuron.referencePoints![1]!,
              source: { kind: "literature", note: "table 2", reference: "another" },
            },
          ],
        },
      ],
    },
  },
  { breaks: "discrepancy-checked", how: "no treatment", model: disagreeing({ treatment: "" }) },
  {
    breaks: "discrepancy-checked",
    how: "check throws",
    model: disagreeing({
      check() {
        throw new Error("no root");
      },
    }),
  },
  {
    breaks: "discrepancy-checked",
    how: "check finds NaN",
    model: disagreeing({ check: () => [{ quantity: "current", unit: "A", stated: 1, found: Number.NaN }] }),
  },
  {
    breaks: "published-point-positive",
    how: "no energy",
    model: { ...soundPlugin, publishedPoints: [{ ...point, energy_J: 0 }] },
  },
  {
    breaks: "measured-example",
    how: "example without units",
    model: measuring({ example: "current,delay\n1,2\n2,1\n3,1" }),
  },
  {
    breaks: "measured-example",
    how: "no model of its own example",
    model: measuring({ define: () => ({ ok: false, problem: "too few points" }) }),
  },
  {
    breaks: "measured-example",
    how: "throws",
    model: measuring({
      define() {
        throw new Error("no root");
      },
    }),
  },
];
