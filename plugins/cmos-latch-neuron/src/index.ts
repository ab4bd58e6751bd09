import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { discrepancies } from "./discrepancies.ts";
import { cmosLatchNeuron } from "./model.ts";

export default definePlugin({
  id: "cmos-latch-neuron",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Clocked CMOS latch neuron on the floating summing node",
  references: [
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
    {
      key: "pelgrom1989",
      type: "article",
      author: "Pelgrom, Marcel J. M. and Duinmaijer, Aad C. J. and Welbers, Anton P. G.",
      title: "Matching properties of MOS transistors",
      journal: "IEEE Journal of Solid-State Circuits",
      volume: "24",
      pages: "1433-1439",
      year: 1989,
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
      note: "Transistor tables as distributed with the simulator",
    },
    {
      key: "razavi2015",
      type: "article",
      author: "Razavi, Behzad",
      title: "The StrongARM latch",
      journal: "IEEE Solid-State Circuits Magazine",
      volume: "7",
      pages: "12-17",
      year: 2015,
    },
  ],
  models: [cmosLatchNeuron],
  discrepancies,
});
