import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { agAsiMemristor } from "./model.ts";

export default definePlugin({
  id: "ag-asi-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Ag/a-Si memristor programmed by equal pulses",
  references: [
    {
      key: "jo2010",
      type: "article",
      author: "Jo, Sung Hyun and others",
      title: "Nanoscale memristor device as synapse in neuromorphic systems",
      journal: "Nano Letters",
      volume: "10",
      pages: "1297-1301",
      year: 2010,
    },
    {
      key: "neurosim",
      type: "misc",
      author: "Chen, Pai-Yu and Peng, Xiaochen and Yu, Shimeng",
      title: "MLP+NeuroSim: a framework to benchmark neuro-inspired architectures",
      year: 2018,
      note: "Device Ag:a-Si: conductances at 0.5 V, pulses, nonlinearity labels, variation; table of the pulse constant",
    },
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
  models: [agAsiMemristor],
});
