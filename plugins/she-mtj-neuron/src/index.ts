import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { discrepancies } from "./discrepancies.ts";
import { sheMtjNeuron } from "./model.ts";
import { references } from "./references.ts";

export default definePlugin({
  id: "she-mtj-neuron",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title:
    "Spin-Hall-preset tunnel-junction neuron: heavy-metal strip, spin transfer through the junction, junction read",
  references,
  models: [sheMtjNeuron],
  discrepancies,
});
