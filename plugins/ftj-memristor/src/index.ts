import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { ftjMemristor } from "./model.ts";

export default definePlugin({
  id: "ftj-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Ferroelectric tunnel junction as a synapse",
  references: [
    {
      key: "wang2014",
      type: "inproceedings",
      author:
        "Wang, Zhaohao and Zhao, Weisheng and Kang, Wang and Zhang, Youguang and Klein, Jacques-Olivier and Chappert, Claude",
      title: "Ferroelectric tunnel memristor-based neuromorphic network with 1T1R crossbar architecture",
      journal: "International Joint Conference on Neural Networks Proceedings",
      year: 2014,
      doi: "10.1109/IJCNN.2014.6889951",
      note: "Abstract: on/off ratio above 100, about 10 ns",
    },
    {
      key: "moon2023",
      type: "article",
      author: "Moon, Taehwan and others",
      title: "Parallel synaptic design of ferroelectric tunnel junctions for neuromorphic computing",
      journal: "Neuromorphic Computing and Engineering",
      volume: "3",
      pages: "024001",
      year: 2023,
      doi: "10.1088/2634-4386/accc51",
      note: "Abstract: variation of 3.6 % from cycle to cycle and of 3.2 % over six dies of a wafer",
    },
    {
      key: "luo2022",
      type: "article",
      author: "Luo, Zhen and others",
      title:
        "High-precision and linear weight updates by subnanosecond pulses in ferroelectric tunnel junction for neuro-inspired computing",
      journal: "Nature Communications",
      volume: "13",
      pages: "699",
      year: 2022,
      doi: "10.1038/s41467-022-28303-x",
      note: "Abstract: endurance above 1e9 cycles, of another junction (PZT)",
    },
  ],
  models: [ftjMemristor],
});
