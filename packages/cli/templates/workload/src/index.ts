import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { templateWorkload } from "./model.ts";

export default definePlugin({
  id: "template-workload",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Template workload: orthogonal codes told apart by matched filters",
  references: [
    {
      key: "walsh1923",
      type: "article",
      author: "Walsh, Joseph L.",
      title: "A closed set of normal orthogonal functions",
      journal: "American Journal of Mathematics",
      volume: "45",
      pages: "5-24",
      year: 1923,
      doi: "10.2307/2387224",
    },
  ],
  models: [templateWorkload],
});
