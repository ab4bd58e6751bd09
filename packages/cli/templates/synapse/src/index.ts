import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { templateSynapse } from "./model.ts";

export default definePlugin({
  id: "template-synapse",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Template synapse: a tunnelling device with a hyperbolic-sine characteristic",
  references: [
    {
      key: "simmons1963",
      type: "article",
      author: "Simmons, John G.",
      title:
        "Generalized formula for the electric tunnel effect between similar electrodes separated by a thin insulating film",
      journal: "Journal of Applied Physics",
      volume: "34",
      pages: "1793-1803",
      year: 1963,
      doi: "10.1063/1.1702682",
    },
  ],
  models: [templateSynapse],
});
