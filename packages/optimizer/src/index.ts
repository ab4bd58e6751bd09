import { API_VERSION } from "@neurofront/core";
import type { Plugin } from "@neurofront/core";
import { mixEa } from "./mix-ea.ts";
import { nsga2 } from "./nsga2.ts";
import { randomSearch } from "./random-search.ts";

export { createFrontArchive } from "./pareto/front-archive.ts";
export type { FrontArchive } from "./pareto/front-archive.ts";
export { hypervolume } from "./pareto/hypervolume.ts";

export default {
  id: "optimizers",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Random search, NSGA-II and mixed-operator evolution",
  references: [
    {
      key: "beume2007",
      type: "article",
      author: "Beume, Nicola and Naujoks, Boris and Emmerich, Michael",
      title: "SMS-EMOA: multiobjective selection based on dominated hypervolume",
      journal: "European Journal of Operational Research",
      volume: "181",
      pages: "1653--1669",
      year: 2007,
    },
    {
      key: "deb2002",
      type: "article",
      author: "Deb, Kalyanmoy and Pratap, Amrit and Agarwal, Sameer and Meyarivan, T.",
      title: "A fast and elitist multiobjective genetic algorithm: NSGA-II",
      journal: "IEEE Transactions on Evolutionary Computation",
      volume: "6",
      pages: "182--197",
      year: 2002,
      doi: "10.1109/4235.996017",
    },
    {
      key: "deb1995",
      type: "article",
      author: "Deb, Kalyanmoy and Agrawal, Ram Bhushan",
      title: "Simulated binary crossover for continuous search space",
      journal: "Complex Systems",
      volume: "9",
      pages: "115--148",
      year: 1995,
    },
    {
      key: "deb1996",
      type: "article",
      author: "Deb, Kalyanmoy and Goyal, Mayank",
      title: "A combined genetic adaptive search (GeneAS) for engineering design",
      journal: "Computer Science and Informatics",
      volume: "26",
      pages: "30--45",
      year: 1996,
    },
    {
      key: "deb2000",
      type: "article",
      author: "Deb, Kalyanmoy",
      title: "An efficient constraint handling method for genetic algorithms",
      journal: "Computer Methods in Applied Mechanics and Engineering",
      volume: "186",
      pages: "311--338",
      year: 2000,
    },
    {
      key: "zhang2015",
      type: "article",
      author: "Zhang, Xingyi and Tian, Ye and Cheng, Ran and Jin, Yaochu",
      title: "An efficient approach to nondominated sorting for evolutionary multiobjective optimization",
      journal: "IEEE Transactions on Evolutionary Computation",
      volume: "19",
      pages: "201--213",
      year: 2015,
    },
    {
      key: "mckay1979",
      type: "article",
      author: "McKay, M. D. and Beckman, R. J. and Conover, W. J.",
      title:
        "A comparison of three methods for selecting values of input variables in the analysis of output from a computer code",
      journal: "Technometrics",
      volume: "21",
      pages: "239--245",
      year: 1979,
    },
  ],
  models: [randomSearch, nsga2, mixEa],
} satisfies Plugin;
