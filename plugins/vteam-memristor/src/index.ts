import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { vteamMemristor } from "./model.ts";

export default definePlugin({
  id: "vteam-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Memristor with voltage thresholds (VTEAM)",
  references: [
    {
      key: "kvatinsky2015",
      type: "article",
      author: "Kvatinsky, Shahar and Ramadan, Misbah and Friedman, Eby G. and Kolodny, Avinoam",
      title: "VTEAM: a general model for voltage-controlled memristors",
      journal: "IEEE Transactions on Circuits and Systems II: Express Briefs",
      volume: "62",
      pages: "786-790",
      year: 2015,
      doi: "10.1109/TCSII.2015.2433536",
    },
    {
      key: "joglekar2009",
      type: "article",
      author: "Joglekar, Yogesh N. and Wolf, Stephen J.",
      title: "The elusive memristor: properties of basic electrical circuits",
      journal: "European Journal of Physics",
      volume: "30",
      pages: "661-675",
      year: 2009,
    },
    {
      key: "prodromakis2011",
      type: "article",
      author: "Prodromakis, Themistoklis and Peh, Boon Pin and Papavassiliou, Christos and Toumazou, Christofer",
      title: "A versatile memristor model with nonlinear dopant kinetics",
      journal: "IEEE Transactions on Electron Devices",
      volume: "58",
      pages: "3099-3105",
      year: 2011,
    },
    {
      key: "memtorch",
      type: "misc",
      author: "Lammie, Corey and others",
      title: "MemTorch: a simulation framework for memristive deep learning systems",
      year: 2022,
      note: "Parameters of the device model VTEAM",
    },
  ],
  models: [vteamMemristor],
});
