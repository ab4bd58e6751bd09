import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { templateNeuron } from "./model.ts";

export default definePlugin({
  id: "template-neuron",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Template neuron: a capacitor that collects the charge of a decision, limited by thermal noise",
  references: [
    {
      key: "nyquist1928",
      type: "article",
      author: "Nyquist, Harry",
      title: "Thermal agitation of electric charge in conductors",
      journal: "Physical Review",
      volume: "32",
      pages: "110-113",
      year: 1928,
      doi: "10.1103/PhysRev.32.110",
    },
  ],
  models: [templateNeuron],
});
