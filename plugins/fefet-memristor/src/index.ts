import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { fefetMemristor } from "./model.ts";

export default definePlugin({
  id: "fefet-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Ferroelectric transistor as a synapse",
  references: [
    {
      key: "neurosim",
      type: "misc",
      author: "Peng, Xiaochen and others",
      title: "DNN+NeuroSim: an end-to-end benchmarking framework for compute-in-memory accelerators",
      year: 2020,
      note: "Memory cell FeFET: 240 kohm, on/off 100, write 4 V for 50 ns, gate capacitance 2.17 aF, read 0.5 V, cell 6F by 4F",
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
  models: [fefetMemristor],
});
