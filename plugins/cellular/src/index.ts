import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { cellular } from "./model.ts";

export default definePlugin({
  id: "cellular",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Near-neighbour interconnect of cellular neural networks",
  references: [
    {
      key: "chua1988",
      type: "article",
      author: "Chua, L. O. and Yang, L.",
      title: "Cellular neural networks: theory",
      journal: "IEEE Transactions on Circuits and Systems",
      volume: "35",
      pages: "1257-1272",
      year: 1988,
    },
    {
      key: "chen2018",
      type: "article",
      author: "Chen, Pai-Yu and Peng, Xiaochen and Yu, Shimeng",
      title: "NeuroSim: A circuit-level macro model for benchmarking neuro-inspired architectures in online learning",
      journal: "IEEE Transactions on Computer-Aided Design of Integrated Circuits and Systems",
      volume: "37",
      pages: "3067-3080",
      year: 2018,
      note: "Wire and transistor tables as distributed with DNN+NeuroSim 2.1",
    },
    {
      key: "elmore1948",
      type: "article",
      author: "Elmore, W. C.",
      title: "The transient response of damped linear networks with particular regard to wideband amplifiers",
      journal: "Journal of Applied Physics",
      volume: "19",
      pages: "55-63",
      year: 1948,
    },
    {
      key: "zhao2006",
      type: "article",
      author: "Zhao, Wei and Cao, Yu",
      title: "New generation of predictive technology model for sub-45 nm early design exploration",
      journal: "IEEE Transactions on Electron Devices",
      volume: "53",
      pages: "2816-2823",
      year: 2006,
    },
  ],
  models: [cellular],
});
