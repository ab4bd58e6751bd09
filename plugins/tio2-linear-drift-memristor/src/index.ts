import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { tio2LinearDriftMemristor } from "./model.ts";

export default definePlugin({
  id: "tio2-linear-drift-memristor",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Titanium-dioxide memristor with linear ion drift",
  references: [
    {
      key: "strukov2008",
      type: "article",
      author: "Strukov, Dmitri B. and Snider, Gregory S. and Stewart, Duncan R. and Williams, R. Stanley",
      title: "The missing memristor found",
      journal: "Nature",
      volume: "453",
      pages: "80-83",
      year: 2008,
      doi: "10.1038/nature06932",
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
      key: "biolek2009",
      type: "article",
      author: "Biolek, Zdenek and Biolek, Dalibor and Biolkova, Viera",
      title: "SPICE model of memristor with nonlinear dopant drift",
      journal: "Radioengineering",
      volume: "18",
      pages: "210-214",
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
      note: "Parameters of the device model LinearIonDrift",
    },
  ],
  models: [tio2LinearDriftMemristor],
});
