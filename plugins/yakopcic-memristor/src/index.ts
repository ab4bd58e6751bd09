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
      key: "memristormodels",
      type: "misc",
      author: "{Memristor-Models}",
      title: "Memristor-Models: a collection of memristor models in Python",
      year: 2020,
      note: "Parameter sets for the devices of Jo 2010, Miao 2011 and Boise State University",
    },
    {
      key: "garciaredondo",
      type: "misc",
      author: "{Garcia-Redondo, Fernando}",
      title: "A memristor simulator with presets of published models",
      year: 2016,
      note: "Parameter sets for the TiO2 device of Hewlett-Packard and for Ag/a-Si",
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
