import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { iris } from "./model.ts";

export default definePlugin({
  id: "iris",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Iris flowers: three species from four lengths",
  references: [
    {
      key: "fisher1936",
      type: "article",
      author: "Fisher, Ronald A.",
      title: "The use of multiple measurements in taxonomic problems",
      journal: "Annals of Eugenics",
      volume: "7",
      pages: "179--188",
      year: 1936,
    },
  ],
  models: [iris],
});
