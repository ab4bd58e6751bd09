import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { measuredMemristor } from "./measured-memristor.ts";
import { measuredNeuron } from "./measured-neuron.ts";

export default definePlugin({
  id: "measured-devices",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Neurons and memristors from tables of measured points",
  references: [
    {
      key: "fritsch1984",
      type: "article",
      author: "Fritsch, Frederick N. and Butland, Judy",
      title: "A method for constructing local monotone piecewise cubic interpolants",
      journal: "SIAM Journal on Scientific and Statistical Computing",
      volume: "5",
      pages: "300-304",
      year: 1984,
      doi: "10.1137/0905021",
    },
  ],
  models: [],
  measured: [measuredNeuron, measuredMemristor],
});
