import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { hfoxMiloMemristor } from "./model.ts";

export default definePlugin({
  id: "hfox-milo-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "HfO2 memristor with measured programming spread and nonlinear current",
  references: [
    {
      key: "milo2021",
      type: "inproceedings",
      author: "Milo, Valerio and others",
      title: "Optimized programming algorithms for multilevel RRAM in hardware neural networks",
      journal: "IEEE International Reliability Physics Symposium Proceedings",
      year: 2021,
    },
    {
      key: "crosssim",
      type: "misc",
      author: "{Sandia National Laboratories}",
      title: "CrossSim: accuracy simulation of analog in-memory computing",
      year: 2023,
      note: "Device model RRAMMilo: fits of the programming spread and of the current-voltage law",
    },
  ],
  models: [hfoxMiloMemristor],
});
