import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { pcmMemristor } from "./model.ts";

export default definePlugin({
  id: "pcm-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Phase-change memory with programming spread, drift and 1/f noise",
  references: [
    {
      key: "nandakumar2019",
      type: "inproceedings",
      author: "Nandakumar, S. R. and others",
      title: "Phase-change memory models for deep learning training and inference",
      journal: "IEEE International Conference on Electronics, Circuits and Systems Proceedings",
      year: 2019,
    },
    {
      key: "joshi2020",
      type: "article",
      author: "Joshi, Vinay and others",
      title: "Accurate deep neural network inference using computational phase-change memory",
      journal: "Nature Communications",
      volume: "11",
      pages: "2473",
      year: 2020,
    },
    {
      key: "legallo2023",
      type: "article",
      author: "Le Gallo, Manuel and others",
      title:
        "A 64-core mixed-signal in-memory compute chip based on phase-change memory for deep neural network inference",
      journal: "Nature Electronics",
      volume: "6",
      pages: "680-693",
      year: 2023,
    },
    {
      key: "aihwkit",
      type: "misc",
      author: "{IBM Research}",
      title: "IBM Analog Hardware Acceleration Kit",
      year: 2024,
      note: "Noise models PCMLike and Hermes: fits to measured devices",
    },
    {
      key: "nvmexplorer",
      type: "misc",
      author: "Pentecost, Lillian and others",
      title: "NVMExplorer: a framework for cross-stack comparisons of embedded non-volatile memories",
      year: 2022,
      note: "Memory cell of PCM: set 150 uA for 150 ns, reset 300 uA for 40 ns, 1 kohm when set, 9 F^2; survey of endurance 2016-2020",
    },
  ],
  models: [pcmMemristor],
});
