import { feasible, reals } from "./benchmark-problem.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";

// The test functions of Zitzler, Deb and Thiele, Evol. Comput. 8, 173 (2000), without the fifth, which is binary: two
// objectives f1 and g h(f1, g), the front at g = 1.

/** 1 + 9 times the mean of the coordinates after the first. */
function linearDistance(x: Float64Array): number {
  let sum = 0;
  for (let k = 1; k < x.length; k++) sum += x[k]!;
  return 1 + (9 * sum) / (x.length - 1);
}

/** Convex front 1 - sqrt(f1). */
export const zdt1: BenchmarkProblem = {
  title: "ZDT1",
  constrained: false,
  dimensions: reals(30),
  reference: [1.1, 1.1],
  frontHypervolume: 1.21 - 1 / 3,
  evaluate(x) {
    const g = linearDistance(x);
    return feasible(x[0]!, g * (1 - Math.sqrt(x[0]! / g)));
  },
};

/** Concave front 1 - f1^2. */
export const zdt2: BenchmarkProblem = {
  title: "ZDT2",
  constrained: false,
  dimensions: reals(30),
  reference: [1.1, 1.1],
  frontHypervolume: 1.21 - 2 / 3,
  evaluate(x) {
    const g = linearDistance(x);
    return feasible(x[0]!, g * (1 - (x[0]! / g) ** 2));
  },
};

/** The front is the five falling parts of 1 - sqrt(f1) - f1 sin(10 pi f1); bounds and hypervolume by dense sampling. */
export const zdt3: BenchmarkProblem = {
  title: "ZDT3",
  constrained: false,
  dimensions: reals(30),
  reference: [0.9370163, 1.1773369],
  frontHypervolume: 1.0988997,
  evaluate(x) {
    const g = linearDistance(x);
    const f1 = x[0]!;
    return feasible(f1, g * (1 - Math.sqrt(f1 / g) - (f1 / g) * Math.sin(10 * Math.PI * f1)));
  },
};

/** The front of ZDT1 behind 21^9 local ones. */
export const zdt4: BenchmarkProblem = {
  title: "ZDT4",
  constrained: false,
  dimensions: reals(10),
  reference: [1.1, 1.1],
  frontHypervolume: 1.21 - 1 / 3,
  evaluate(x) {
    let g = 1;
    for (let k = 1; k < x.length; k++) {
      const y = 10 * x[k]! - 5;
      g += 10 + y * y - 10 * Math.cos(4 * Math.PI * y);
    }
    return feasible(x[0]!, g * (1 - Math.sqrt(x[0]! / g)));
  },
};

/** Concave front 1 - f1^2 from f1 = 0.2808 on, thinly populated near the front and along it. */
export const zdt6: BenchmarkProblem = {
  title: "ZDT6",
  constrained: false,
  dimensions: reals(10),
  reference: [1.0719225, 1.0132817],
  frontHypervolume: 0.408384,
  evaluate(x) {
    const f1 = 1 - Math.exp(-4 * x[0]!) * Math.sin(6 * Math.PI * x[0]!) ** 6;
    const g = 1 + 9 * ((linearDistance(x) - 1) / 9) ** 0.25;
    return feasible(f1, g * (1 - (f1 / g) ** 2));
  },
};
