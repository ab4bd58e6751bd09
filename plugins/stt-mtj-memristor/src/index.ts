import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { sttMtjMemristor } from "./model.ts";

export default definePlugin({
  id: "stt-mtj-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Magnetic tunnel junction with two states",
  references: [
    {
      key: "nvmexplorer",
      type: "misc",
      author: "Pentecost, Lillian and others",
      title: "NVMExplorer: a framework for cross-stack comparisons of embedded non-volatile memories",
      year: 2022,
      note: "Memory cell of STT-RAM: 3 and 6 kohm, 80 uA for 10 ns, 1 pJ, read 0.25 V, 54 F^2; survey of endurance 2016-2020",
    },
    {
      key: "butler2012",
      type: "article",
      author: "Butler, William H. and others",
      title: "Switching distributions for perpendicular spin-torque devices within the macrospin approximation",
      journal: "IEEE Transactions on Magnetics",
      volume: "48",
      pages: "4684-4700",
      year: 2012,
    },
  ],
  models: [sttMtjMemristor],
});
