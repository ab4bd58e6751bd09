import { API_VERSION } from "@neurofront/core";
import type { Discrepancy, Plugin } from "@neurofront/core";
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

export const BROKEN_PLUGINS: readonly Broken<Plugin>[] = [
  { breaks: "plugin-identity", how: "id with a space", model: { ...soundPlugin, id: "sound plugin" } },
  { breaks: "plugin-identity", how: "version of two numbers", model: { ...soundPlugin, version: "1.2" } },
  { breaks: "plugin-identity", how: "another apiVersion", model: { ...soundPlugin, apiVersion: API_VERSION + 1 } },
  { breaks: "plugin-models", how: "no models", model: { ...soundPlugin, models: [] } },
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
];
