import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { convolutional } from "./model.ts";

export default definePlugin({
  id: "convolutional",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Kernel arrays of convolutional networks",
  references: [
    {
      key: "shafiee2016",
      type: "inproceedings",
      author: "Shafiee, Ali and Nag, Anirban and Muralimanohar, Naveen and others",
      title: "ISAAC: A convolutional neural network accelerator with in-situ analog arithmetic in crossbars",
      journal: "International Symposium on Computer Architecture",
      pages: "14-26",
      year: 2016,
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
  ],
  models: [convolutional],
});
