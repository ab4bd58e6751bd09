import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { discrepancies } from "./discrepancies.ts";
import { dwmNeuron } from "./model.ts";
import { publishedPoints } from "./published-points.ts";
import { references } from "./references.ts";

export default definePlugin({
  id: "dwm-neuron",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Domain-wall-magnet neuron",
  references,
  models: [dwmNeuron],
  discrepancies,
  publishedPoints,
});
