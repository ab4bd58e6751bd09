import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { localSearch } from "./local-search.ts";
import { mutationSearch } from "./mutation-search.ts";

export default definePlugin({
  id: "optimization-js",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "The library optimization-js: a baseline",
  references: [
    {
      key: "shcherbatyi2018",
      type: "misc",
      author: "Shcherbatyi, Iaroslav",
      title: "optimization-js 1.5.0: mathematical optimization in JavaScript",
      year: 2018,
    },
  ],
  models: [mutationSearch, localSearch],
});
