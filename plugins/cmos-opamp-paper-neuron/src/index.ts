import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { discrepancies } from "./discrepancies.ts";
import { cmosOpampPaperNeuron } from "./model.ts";

export default definePlugin({
  id: "cmos-opamp-paper-neuron",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "CMOS amplifier neuron as the reference paper charges for it",
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
      key: "enz2017",
      type: "article",
      author: "Enz, Christian and Chicco, Francesco and Pezzotta, Alessandro",
      title: "Nanoscale MOSFET modeling: Part 1, The simplified EKV model for the design of low-power analog circuits",
      journal: "IEEE Solid-State Circuits Magazine",
      volume: "9",
      pages: "26-35",
      year: 2017,
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
  ],
  models: [cmosOpampPaperNeuron],
  discrepancies,
  publishedPoints: [
    {
      id: "cmos-opamp",
      title: "CMOS amplifier neuron, 25 inputs, +-0.5 V",
      reference: "sharad2013",
      energy_J: 0.7e-12,
      delay_s: 5e-9,
      note: "Section II states 70 uW, 100 MHz, 0.7 pJ per cycle and 3.5e-21 J s; the last one implies a delay of 5 ns, half of the 10 ns cycle.",
    },
  ],
});
