import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { characters } from "./model.ts";

export default definePlugin({
  id: "characters",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Character recognition: 26 letters of 5 x 5 pixels",
  references: [
    {
      key: "sharad2013",
      type: "article",
      author: "Sharad, Mrigank and Fan, Deliang and Roy, Kaushik",
      title: "Spin-neurons: A possible path to energy-efficient neuromorphic computers",
      journal: "Journal of Applied Physics",
      volume: "114",
      pages: "234906",
      year: 2013,
    },
    {
      key: "mangasarian1999",
      type: "article",
      author: "Mangasarian, Olvi L.",
      title: "Arbitrary-norm separating plane",
      journal: "Operations Research Letters",
      volume: "24",
      pages: "15--23",
      year: 1999,
    },
    {
      key: "huangfu2018",
      type: "article",
      author: "Huangfu, Qi and Hall, J. A. Julian",
      title: "Parallelizing the dual revised simplex method",
      journal: "Mathematical Programming Computation",
      volume: "10",
      pages: "119--142",
      year: 2018,
      note: "the linear-program solver HiGHS",
    },
    {
      key: "hoerl1970",
      type: "article",
      author: "Hoerl, Arthur E. and Kennard, Robert W.",
      title: "Ridge regression: biased estimation for nonorthogonal problems",
      journal: "Technometrics",
      volume: "12",
      pages: "55--67",
      year: 1970,
    },
  ],
  models: [characters],
});
