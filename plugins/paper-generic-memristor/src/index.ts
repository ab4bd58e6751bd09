import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { paperGenericMemristor } from "./model.ts";

export default definePlugin({
  id: "paper-generic-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Generic ohmic memristor of the spin-neuron literature",
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
    {
      key: "milo2021",
      type: "inproceedings",
      author: "Milo, Valerio and others",
      title: "Optimized programming algorithms for multilevel RRAM in hardware neural networks",
      journal: "IEEE International Reliability Physics Symposium Proceedings",
      year: 2021,
      note: "HfO2 array programmed to 50-225 uS",
    },
    {
      key: "jiang2016",
      type: "article",
      author: "Jiang, Zizhen and others",
      title: "A compact model for metal-oxide resistive random access memory with experiment verification",
      journal: "IEEE Transactions on Electron Devices",
      volume: "63",
      pages: "1884-1892",
      year: 2016,
      note: "Model code gives 1.8 mS at the narrowest gap",
    },
  ],
  models: [paperGenericMemristor],
});
