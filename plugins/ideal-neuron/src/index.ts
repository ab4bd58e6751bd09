import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { idealNeuron } from "./model.ts";

export default definePlugin({
  id: "ideal-neuron",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Ideal sign neuron: what synapses and wires alone cost",
  references: [
    {
      key: "sharad2013",
      type: "article",
      author: "Sharad, Mrigank and Fan, Deliang and Roy, Kaushik",
      title: "Spin-neurons: A possible path to energy-efficient neuromorphic computers",
      journal: "Journal of Applied Physics",
      volume: "114",
      pages: "234906",
      year: 2013,
    },
  ],
  models: [idealNeuron],
});
