import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { yakopcicMemristor } from "./model.ts";

export default definePlugin({
  id: "yakopcic-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Memristor with hyperbolic-sine conduction and thresholds (Yakopcic)",
  references: [
    {
      key: "yakopcic2011",
      type: "article",
      author: "Yakopcic, Chris and Taha, Tarek M. and Subramanyam, Guru and Pino, Robinson E. and Rogers, Stanley",
      title: "A memristor device model",
      journal: "IEEE Electron Device Letters",
      volume: "32",
      pages: "1436-1438",
      year: 2011,
    },
    {
      key: "yakopcic2013",
      type: "article",
      author: "Yakopcic, Chris and Taha, Tarek M. and Subramanyam, Guru and Pino, Robinson E.",
      title: "Generalized memristive device SPICE model and its application in circuit design",
      journal: "IEEE Transactions on Computer-Aided Design of Integrated Circuits and Systems",
      volume: "32",
      pages: "1201-1214",
      year: 2013,
      note: "Fits to published devices, from which the parameter sets descend",
    },
    {
      key: "memristormodels",
      type: "misc",
      author: "{Memristor-Models}",
      title: "Memristor-Models: memristor models in Python",
      year: 2020,
      note: "github.com/Tioz90/Memristor-Models: sets for the devices of Jo 2010, Miao 2011 and Boise State University",
    },
    {
      key: "garciaredondo",
      type: "misc",
      author: "Garcia-Redondo, Fernando",
      title: "Simulator of memristor models with presets",
      year: 2016,
      note: "Sets for the TiO2 device of Hewlett-Packard and for Ag/a-Si; the year is recalled",
    },
    {
      key: "xyce",
      type: "misc",
      author: "{Sandia National Laboratories}",
      title: "Xyce: parallel electronic simulator",
      year: 2022,
      note: "Tests of the Yakopcic device",
    },
  ],
  models: [yakopcicMemristor],
});
