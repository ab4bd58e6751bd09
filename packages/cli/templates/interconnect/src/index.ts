import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { templateInterconnect } from "./model.ts";

export default definePlugin({
  id: "template-interconnect",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Template interconnect: columns with a series resistance, rows without",
  references: [
    {
      key: "elmore1948",
      type: "article",
      author: "Elmore, William C.",
      title: "The transient response of damped linear networks with particular regard to wideband amplifiers",
      journal: "Journal of Applied Physics",
      volume: "19",
      pages: "55-63",
      year: 1948,
      doi: "10.1063/1.1697872",
    },
  ],
  models: [templateInterconnect],
});
