import { API_VERSION } from "@neurofront/core";
import type { Plugin } from "@neurofront/core";
import { autoSearch } from "./auto.ts";
import { cmaEs } from "./cma-es.ts";
import { enumeration } from "./enumeration.ts";
import { latinHypercubeSearch } from "./latin-hypercube-search.ts";
import { gpSearch } from "./gp-search.ts";
import { mixEa } from "./mix-ea.ts";
import { nsga2 } from "./nsga2.ts";
import { nsga3 } from "./nsga3.ts";
import { polish } from "./polish.ts";
import { randomSearch } from "./random-search.ts";
import { shade } from "./shade.ts";
import { sobolSearch } from "./sobol-search.ts";
import { tpe } from "./tpe.ts";

export { additiveEpsilon } from "./pareto/additive-epsilon.ts";
export { attainmentSurface } from "./pareto/attainment.ts";
export type { Corner } from "./pareto/attainment.ts";
export { bestSubset } from "./pareto/best-subset.ts";
export { coverage } from "./pareto/coverage.ts";
export { createFrontArchive } from "./pareto/front-archive.ts";
export type { FrontArchive } from "./pareto/front-archive.ts";
export { hypervolume } from "./pareto/hypervolume.ts";
export { igdPlus } from "./pareto/igd-plus.ts";
export { sampledHypervolume } from "./pareto/sampled-hypervolume.ts";
export type { VolumeEstimate } from "./pareto/sampled-hypervolume.ts";
export { archiveStall, hypervolumeReached, hypervolumeStall } from "./stopping-rules.ts";
export type { SearchProgress, StoppingRule } from "./stopping-rules.ts";

export default {
  id: "optimizers",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Optimizers",
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
    {
      key: "sobol1967",
      type: "article",
      author: "Sobol, I. M.",
      title: "On the distribution of points in a cube and the approximate evaluation of integrals",
      journal: "USSR Computational Mathematics and Mathematical Physics",
      volume: "7",
      pages: "86--112",
      year: 1967,
    },
    {
      key: "joe2008",
      type: "article",
      author: "Joe, Stephen and Kuo, Frances Y.",
      title: "Constructing Sobol sequences with better two-dimensional projections",
      journal: "SIAM Journal on Scientific Computing",
      volume: "30",
      pages: "2635--2654",
      year: 2008,
      doi: "10.1137/070709359",
    },
    {
      key: "burley2020",
      type: "article",
      author: "Burley, Brent",
      title: "Practical hash-based Owen scrambling",
      journal: "Journal of Computer Graphics Techniques",
      volume: "9",
      pages: "1--20",
      year: 2020,
    },
    {
      key: "deb2014",
      type: "article",
      author: "Deb, Kalyanmoy and Jain, Himanshu",
      title:
        "An evolutionary many-objective optimization algorithm using reference-point-based nondominated sorting approach, part I",
      journal: "IEEE Transactions on Evolutionary Computation",
      volume: "18",
      pages: "577--601",
      year: 2014,
      doi: "10.1109/TEVC.2013.2281535",
    },
    {
      key: "jain2014",
      type: "article",
      author: "Jain, Himanshu and Deb, Kalyanmoy",
      title:
        "An evolutionary many-objective optimization algorithm using reference-point-based nondominated sorting approach, part II",
      journal: "IEEE Transactions on Evolutionary Computation",
      volume: "18",
      pages: "602--622",
      year: 2014,
      doi: "10.1109/TEVC.2013.2281534",
    },
    {
      key: "das1998",
      type: "article",
      author: "Das, Indraneel and Dennis, J. E.",
      title:
        "Normal-boundary intersection: a new method for generating the Pareto surface in nonlinear multicriteria optimization problems",
      journal: "SIAM Journal on Optimization",
      volume: "8",
      pages: "631--657",
      year: 1998,
    },
    {
      key: "hansen2016",
      type: "article",
      author: "Hansen, Nikolaus",
      title: "The CMA evolution strategy: a tutorial",
      journal: "arXiv:1604.00772",
      year: 2016,
    },
    {
      key: "auger2005",
      type: "article",
      author: "Auger, Anne and Hansen, Nikolaus",
      title: "A restart CMA evolution strategy with increasing population size",
      journal: "IEEE Congress on Evolutionary Computation",
      pages: "1769--1776",
      year: 2005,
    },
    {
      key: "hansen2009",
      type: "article",
      author: "Hansen, Nikolaus",
      title: "Benchmarking a BI-population CMA-ES on the BBOB-2009 function testbed",
      journal: "GECCO 2009 companion",
      pages: "2389--2396",
      year: 2009,
    },
    {
      key: "hamano2022",
      type: "article",
      author: "Hamano, Ryoki and Saito, Shota and Nomura, Masahiro and Shirakawa, Shinichi",
      title: "CMA-ES with margin: lower-bounding marginal probability for mixed-integer black-box optimization",
      journal: "GECCO 2022",
      pages: "639--647",
      year: 2022,
    },
    {
      key: "hamano2024",
      type: "article",
      author: "Hamano, Ryoki and Saito, Shota and Nomura, Masahiro and Uchida, Kento and Shirakawa, Shinichi",
      title: "CatCMA: stochastic optimization for mixed-category problems",
      journal: "GECCO 2024",
      pages: "656--664",
      year: 2024,
    },
    {
      key: "baluja1994",
      type: "article",
      author: "Baluja, Shumeet",
      title: "Population-based incremental learning",
      journal: "Carnegie Mellon University report CMU-CS-94-163",
      year: 1994,
    },
    {
      key: "tanabe2013",
      type: "article",
      author: "Tanabe, Ryoji and Fukunaga, Alex",
      title: "Success-history based parameter adaptation for differential evolution",
      journal: "IEEE Congress on Evolutionary Computation",
      pages: "71--78",
      year: 2013,
    },
    {
      key: "tanabe2014",
      type: "article",
      author: "Tanabe, Ryoji and Fukunaga, Alex S.",
      title: "Improving the search performance of SHADE using linear population size reduction",
      journal: "IEEE Congress on Evolutionary Computation",
      pages: "1658--1665",
      year: 2014,
    },
    {
      key: "powell2004",
      type: "article",
      author: "Powell, M. J. D.",
      title: "Least Frobenius norm updating of quadratic models that satisfy interpolation conditions",
      journal: "Mathematical Programming",
      volume: "100",
      pages: "183--215",
      year: 2004,
    },
    {
      key: "powell2009",
      type: "article",
      author: "Powell, M. J. D.",
      title: "The BOBYQA algorithm for bound constrained optimization without derivatives",
      journal: "University of Cambridge report DAMTP 2009/NA06",
      year: 2009,
    },
    {
      key: "knowles2006",
      type: "article",
      author: "Knowles, Joshua",
      title:
        "ParEGO: a hybrid algorithm with on-line landscape approximation for expensive multiobjective optimization problems",
      journal: "IEEE Transactions on Evolutionary Computation",
      volume: "10",
      pages: "50--66",
      year: 2006,
    },
    {
      key: "ament2023",
      type: "inproceedings",
      author: "Ament, Sebastian and Daulton, Samuel and Eriksson, David and Balandat, Maximilian and Bakshy, Eytan",
      title: "Unexpected improvements to expected improvement for Bayesian optimization",
      journal: "Advances in Neural Information Processing Systems",
      volume: "36",
      year: 2023,
    },
    {
      key: "bergstra2011",
      type: "inproceedings",
      author: "Bergstra, James and Bardenet, Rémi and Bengio, Yoshua and Kégl, Balázs",
      title: "Algorithms for hyper-parameter optimization",
      journal: "Advances in Neural Information Processing Systems",
      volume: "24",
      year: 2011,
    },
    {
      key: "eriksson2019",
      type: "inproceedings",
      author: "Eriksson, David and Pearce, Michael and Gardner, Jacob R. and Turner, Ryan and Poloczek, Matthias",
      title: "Scalable global optimization via local Bayesian optimization",
      journal: "Advances in Neural Information Processing Systems",
      volume: "32",
      year: 2019,
    },
    {
      key: "hvarfner2024",
      type: "inproceedings",
      author: "Hvarfner, Carl and Hellsten, Erik Orm and Nardi, Luigi",
      title: "Vanilla Bayesian optimization performs great in high dimensions",
      journal: "Proceedings of Machine Learning Research",
      volume: "235",
      year: 2024,
    },
    {
      key: "meunier2022",
      type: "article",
      author: "Meunier, Laurent and others",
      title: "Black-box optimization revisited: improving algorithm selection wizards through massive benchmarking",
      journal: "IEEE Transactions on Evolutionary Computation",
      volume: "26",
      pages: "490--500",
      year: 2022,
    },
    {
      key: "ozaki2022",
      type: "article",
      author: "Ozaki, Yoshihiko and Tanigaki, Yuta and Watanabe, Shuhei and Nomura, Masahiro and Onishi, Masaki",
      title: "Multiobjective tree-structured Parzen estimator",
      journal: "Journal of Artificial Intelligence Research",
      volume: "73",
      pages: "1209--1250",
      year: 2022,
    },
    {
      key: "rasmussen2006",
      type: "book",
      author: "Rasmussen, Carl Edward and Williams, Christopher K. I.",
      title: "Gaussian processes for machine learning",
      note: "MIT Press",
      year: 2006,
    },
    {
      key: "watanabe2023",
      type: "misc",
      author: "Watanabe, Shuhei",
      title:
        "Tree-structured Parzen estimator: understanding its algorithm components and their roles for better empirical performance",
      note: "arXiv:2304.11127",
      year: 2023,
    },
  ],
  models: [
    autoSearch,
    randomSearch,
    enumeration,
    sobolSearch,
    latinHypercubeSearch,
    nsga2,
    mixEa,
    nsga3,
    cmaEs,
    shade,
    polish,
    gpSearch,
    tpe,
  ],
} satisfies Plugin;
