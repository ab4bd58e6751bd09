import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { hfoxStanfordMemristor } from "./model.ts";

export default definePlugin({
  id: "hfox-stanford-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Hafnium-oxide memristor with filament gap and Joule heat (Stanford/PKU)",
  references: [
    {
      key: "jiang2016",
      type: "article",
      author: "Jiang, Zizhen and others",
      title: "A compact model for metal-oxide resistive random access memory with experiment verification",
      journal: "IEEE Transactions on Electron Devices",
      volume: "63",
      pages: "1884-1892",
      year: 2016,
      note: "Parameters are those of the model code, Stanford RRAM model 1.0.0",
    },
    {
      key: "nvmexplorer",
      type: "misc",
      author: "Pentecost, Lillian and others",
      title: "NVMExplorer: a framework for cross-stack comparisons of embedded non-volatile memories",
      year: 2022,
      note: "Survey of 2016 to 2020: endurance of memristive devices 1e4 to 1e9",
    },
  ],
  models: [hfoxStanfordMemristor],
});
