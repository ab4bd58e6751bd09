import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { templateOptimizer } from "./model.ts";

export default definePlugin({
  id: "template-optimizer",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Template optimizer: points of the Halton sequence",
  references: [
    {
      key: "halton1960",
      type: "article",
      author: "Halton, John H.",
      title: "On the efficiency of certain quasi-random sequences of points in evaluating multi-dimensional integrals",
      journal: "Numerische Mathematik",
      volume: "2",
      pages: "84-90",
      year: 1960,
      doi: "10.1007/BF01386213",
    },
    {
      key: "cranley1976",
      type: "article",
      author: "Cranley, Roy and Patterson, Thomas N. L.",
      title: "Randomization of number theoretic methods for multiple integration",
      journal: "SIAM Journal on Numerical Analysis",
      volume: "13",
      pages: "904-914",
      year: 1976,
      doi: "10.1137/0713071",
    },
  ],
  models: [templateOptimizer],
});
