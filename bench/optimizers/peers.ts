/**
 * What other programs reached with their own defaults, run once with the seeds 1 to 11: pymoo 0.6.2 (Blank and Deb, IEEE Access 8,
 * 89497 (2020)), jMetalPy 1.9 (Benitez-Hidalgo et al., Swarm Evol. Comput. 51, 100598 (2019)), pygmo 2.18 (Biscani and Izzo, J. Open
 * Source Softw. 5, 2338 (2020)), Optuna 5 (Akiba et al., KDD 2019, 2623), nevergrad 1.0.12 (Bennet et al., SIGEVOlution 14, 8 (2021)).
 * Medians of the share of the front's hypervolume, the reference point at 1.1 of its range.
 */
export interface PeerShare {
  /** Title of the problem. */
  readonly problem: string;
  readonly evaluations: number;
  /** Of everything evaluated. */
  readonly all: number;
  readonly allBy: string;
  /** Of the last population of 100. */
  readonly hundred?: number;
  readonly hundredBy?: string;
}

/** The hypervolume of C2-DTLZ2 by quadrature, and that of the 5 050 points that shares of other programs were taken of. */
export const C2DTLZ2_EXACT = 0.729_646_3;
export const C2DTLZ2_OF_POINTS = 0.7184;

/** The best of the programs, problem by problem; C2-DTLZ2 in shares of the 5 050 points. */
export const peerShares: readonly PeerShare[] = [
  {
    problem: "ZDT1",
    evaluations: 25_000,
    all: 0.9994,
    allBy: "MOPSO-CD, pymoo",
    hundred: 0.9944,
    hundredBy: "SMPSO, jMetalPy",
  },
  {
    problem: "ZDT2",
    evaluations: 25_000,
    all: 0.997,
    allBy: "SMS-EMOA, pymoo",
    hundred: 0.9902,
    hundredBy: "SMS-EMOA, pymoo",
  },
  {
    problem: "ZDT3",
    evaluations: 25_000,
    all: 0.9991,
    allBy: "SMS-EMOA, pymoo",
    hundred: 0.9974,
    hundredBy: "SMS-EMOA, pymoo",
  },
  {
    problem: "ZDT4",
    evaluations: 25_000,
    all: 0.999,
    allBy: "SMPSO, jMetalPy",
    hundred: 0.9941,
    hundredBy: "SMPSO, jMetalPy",
  },
  {
    problem: "ZDT6",
    evaluations: 25_000,
    all: 0.9997,
    allBy: "MOPSO-CD, pymoo",
    hundred: 0.9785,
    hundredBy: "GDE3, pymoo",
  },
  {
    problem: "DTLZ2",
    evaluations: 25_000,
    all: 0.9875,
    allBy: "SMS-EMOA, pymoo",
    hundred: 0.9372,
    hundredBy: "SMS-EMOA, pymoo",
  },
  {
    problem: "C2-DTLZ2",
    evaluations: 25_000,
    all: 0.9934,
    allBy: "SMS-EMOA, pymoo",
    hundred: 0.9626,
    hundredBy: "SMS-EMOA, pymoo",
  },
  { problem: "ZDT1", evaluations: 2500, all: 0.49, allBy: "NSGA-II, Optuna" },
  { problem: "DTLZ2", evaluations: 2500, all: 0.865, allBy: "SMS-EMOA, pymoo" },
  { problem: "C2-DTLZ2", evaluations: 2500, all: 0.815, allBy: "NSGA-II, Optuna" },
  { problem: "ZDT4", evaluations: 2500, all: 0, allBy: "all" },
  { problem: "ZDT1 of 6 variables", evaluations: 100, all: 0.949, allBy: "Gaussian process, Optuna" },
];

/** Processor time of asking and telling for one evaluation. */
export const peerTimes: readonly { readonly what: string; readonly time_us: string }[] = [
  { what: "NSGA-II of pygmo, compiled", time_us: "4.6 to 5.5" },
  { what: "GDE3, NSGA-II and SMS-EMOA of pymoo", time_us: "40 to 112" },
  { what: "NSGA-II of jMetalPy", time_us: "54 to 70" },
  { what: "NSGA-II of Optuna", time_us: "500 to 1 400" },
  { what: "differential evolution of nevergrad", time_us: "600 to 3 000" },
  { what: "Parzen estimator of Optuna, up to 100 designs", time_us: "4 000 to 5 300" },
  { what: "Gaussian process of Optuna, up to 100 designs", time_us: "250 000 to 460 000" },
];

/**
 * Share of the targets on the 24 functions of COCO (Hansen et al., Optim. Methods Softw. 36, 114 (2021)) in 5 dimensions, 11
 * instances, after 10, 30, 100, 300 and 1000 evaluations a dimension of one search of 5 000: pycma 4.4 (Hansen, Akimoto and Baudis,
 * Zenodo 2559634), cmaes 0.13 (Nomura and Shibata, arXiv:2402.01373), NLopt (Johnson), SciPy 1.10, humpday 0.22, optimization-js 1.5.
 */
export const peerTargets: readonly { readonly by: string; readonly shares: readonly number[] }[] = [
  { by: "pycma, BIPOP", shares: [0.061, 0.098, 0.208, 0.489, 0.662] },
  { by: "cmaes, IPOP", shares: [0.064, 0.109, 0.214, 0.477, 0.645] },
  { by: "humpday, differential evolution", shares: [0.053, 0.119, 0.179, 0.316, 0.491] },
  { by: "NLopt, BOBYQA with restarts", shares: [0.153, 0.195, 0.273, 0.374, 0.485] },
  { by: "SciPy, differential evolution", shares: [0.05, 0.069, 0.115, 0.206, 0.461] },
  { by: "optimization-js, OMG", shares: [0.06, 0.13, 0.189, 0.253, 0.293] },
  { by: "random search", shares: [0.048, 0.059, 0.074, 0.087, 0.101] },
];
