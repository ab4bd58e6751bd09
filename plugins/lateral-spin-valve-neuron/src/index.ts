import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { discrepancies } from "./discrepancies.ts";
import { lateralSpinValveNeuron } from "./model.ts";
import { references } from "./references.ts";

export default definePlugin({
  id: "lateral-spin-valve-neuron",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Lateral-spin-valve neuron: pure spin current, Bennett clocking, junction read",
  references,
  models: [lateralSpinValveNeuron],
  discrepancies,
});
