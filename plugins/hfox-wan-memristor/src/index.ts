import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { hfoxWanMemristor } from "./model.ts";

export default definePlugin({
  id: "hfox-wan-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "HfOx memristor with the measured relaxation of a compute-in-memory chip",
  references: [
    {
      key: "wan2022",
      type: "article",
      author: "Wan, Weier and others",
      title: "A compute-in-memory chip based on resistive random-access memory",
      journal: "Nature",
      volume: "608",
      pages: "504-512",
      year: 2022,
      doi: "10.1038/s41586-022-04992-8",
    },
    {
      key: "aihwkit",
      type: "misc",
      author: "{IBM Research}",
      title: "IBM Analog Hardware Acceleration Kit",
      year: 2024,
      note: "Noise model ReRamWan2022: polynomials fitted to the published figures at 1 s, 1 day and 2 days",
    },
    {
      key: "cimloop",
      type: "misc",
      author: "{Massachusetts Institute of Technology}",
      title: "CiMLoop: models of compute-in-memory accelerators",
      year: 2024,
      note: "Memory cell of Wan et al. 2022: set 1.75 V for 8.52 us in all, read 0.5 V, cell of 125.7 F^2",
    },
    {
      key: "nvmexplorer",
      type: "misc",
      author: "Pentecost, Lillian and others",
      title: "NVMExplorer: a framework for cross-stack comparisons of embedded non-volatile memories",
      year: 2022,
      note: "Survey of endurance 2016-2020",
    },
  ],
  models: [hfoxWanMemristor],
});
