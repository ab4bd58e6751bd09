import { randomAt } from "@neurofront/core";
import type { RandomStream } from "@neurofront/core";

/** A function of the unit cube whose least value is known, one instance of a family. */
export interface SingleObjective {
  readonly title: string;
  /** Least value in the cube. */
  readonly optimum: number;
  readonly evaluate: (point: ArrayLike<number>) => number;
}

type Vector = number[];
/** A family after the noiseless functions of Hansen, Finck, Ros and Auger, INRIA report RR-6829 (2009), least value 0. */
type Family = (size: number, random: RandomStream) => (x: Vector) => number;

/** Coordinates of the cube are those of [-5, 5]. */
const HALF_WIDTH = 5;

/** Instances of all families; shift, rotations and the value of the optimum are drawn from the number of the instance. */
export function singleObjectives(size: number, instances: number): SingleObjective[] {
  return Object.entries(families).flatMap(([title, family]) =>
    Array.from({ length: instances }, (_, instance) => {
      const random = randomAt("single objective", title, size, instance);
      const optimum =
        Math.round(100 * Math.max(-1000, Math.min(1000, (100 * random.normal()) / random.normal()))) / 100;
      const f = family(size, random);
      return {
        title: `${title} ${instance + 1}`,
        optimum,
        evaluate: (point) => optimum + f(Array.from(point, (u) => HALF_WIDTH * (2 * u - 1))),
      };
    }),
  );
}

const families: Record<string, Family> = {
  sphere: shifted(() => (z) => sum(z, (v) => v * v)),
  "ellipsoid, separable": shifted((n) => (z) => sum(z, (v, i) => 10 ** (6 * part(i, n)) * oscillated(v) ** 2)),
  "Rastrigin, separable": shifted(() => (z) => rastrigin(scaled(asymmetric(z.map(oscillated), 0.2), 10))),
  "Bueche-Rastrigin": shifted((n) => (z) => {
    const t = z.map(oscillated).map((v, i) => 10 ** (0.5 * part(i, n)) * (v > 0 && i % 2 === 0 ? 10 * v : v));
    return rastrigin(t);
  }),
  "linear slope": (n, random) => {
    const signs = Array.from({ length: n }, () => (random.uniform() < 0.5 ? -1 : 1));
    return (x) => sum(x, (v, i) => 10 ** part(i, n) * (HALF_WIDTH - signs[i]! * v));
  },
  "attractive sector": (n, random) => {
    const at = optimumOf(n, random);
    const [first, second] = [rotation(n, random), rotation(n, random)];
    return (x) => {
      const z = times(first, scaled(times(second, minus(x, at)), 10));
      const s = sum(z, (v, i) => (v * at[i]! > 0 ? 100 * v : v) ** 2);
      return oscillated(s) ** 0.9;
    };
  },
  "step ellipsoid": (n, random) => {
    const at = optimumOf(n, random);
    const [first, second] = [rotation(n, random), rotation(n, random)];
    return (x) => {
      const smooth = scaled(times(second, minus(x, at)), 10);
      const steps = smooth.map((v) => (Math.abs(v) > 0.5 ? Math.floor(0.5 + v) : Math.floor(0.5 + 10 * v) / 10));
      const z = times(first, steps);
      return (
        0.1 *
        Math.max(
          Math.abs(smooth[0]!) / 1e4,
          sum(z, (v, i) => 100 ** part(i, n) * v * v),
        )
      );
    };
  },
  Rosenbrock: (n, random) => {
    const at = optimumOf(n, random).map((v) => 0.75 * v);
    const scale = Math.max(1, Math.sqrt(n) / 8);
    return (x) => rosenbrock(minus(x, at).map((v) => scale * v + 1));
  },
  "Rosenbrock, rotated": (n, random) => {
    const at = optimumOf(n, random).map((v) => 0.5 * v);
    const r = rotation(n, random);
    const scale = Math.max(1, Math.sqrt(n) / 8);
    return (x) => rosenbrock(times(r, minus(x, at)).map((v) => scale * v + 1));
  },
  ellipsoid: rotated((n) => (z) => sum(z, (v, i) => 10 ** (6 * part(i, n)) * oscillated(v) ** 2)),
  discus: rotated(() => (z) => sum(z, (v, i) => (i === 0 ? 1e6 : 1) * oscillated(v) ** 2)),
  "bent cigar": (n, random) => {
    const at = optimumOf(n, random);
    const r = rotation(n, random);
    return (x) => sum(times(r, asymmetric(times(r, minus(x, at)), 0.5)), (v, i) => (i === 0 ? 1 : 1e6) * v * v);
  },
  "sharp ridge": twiceRotated(() => (z) => z[0]! ** 2 + 100 * Math.sqrt(sum(z.slice(1), (v) => v * v))),
  "different powers": rotated((n) => (z) => Math.sqrt(sum(z, (v, i) => Math.abs(v) ** (2 + 4 * part(i, n))))),
  Rastrigin: (n, random) => {
    const at = optimumOf(n, random);
    const [first, second] = [rotation(n, random), rotation(n, random)];
    return (x) =>
      rastrigin(times(first, scaled(times(second, asymmetric(times(first, minus(x, at)).map(oscillated), 0.2)), 10)));
  },
  Weierstrass: (n, random) => {
    const at = optimumOf(n, random);
    const [first, second] = [rotation(n, random), rotation(n, random)];
    const terms = Array.from({ length: 12 }, (_, k) => k);
    const least = terms.reduce((s, k) => s + 0.5 ** k * Math.cos(Math.PI * 3 ** k), 0);
    return (x) => {
      const z = times(first, scaled(times(second, times(first, minus(x, at)).map(oscillated)), 0.01));
      const mean =
        sum(z, (v) => terms.reduce((s, k) => s + 0.5 ** k * Math.cos(2 * Math.PI * 3 ** k * (v + 0.5)), 0)) / n;
      return 10 * (mean - least) ** 3;
    };
  },
  "Schaffer F7": schaffer(10),
  "Schaffer F7, ill-conditioned": schaffer(1000),
  "Griewank-Rosenbrock": (n, random) => {
    const r = rotation(n, random);
    const scale = Math.max(1, Math.sqrt(n) / 8);
    // The optimum is where every rotated coordinate is 1.
    return (x) => {
      const z = times(r, x).map((v) => scale * v + 0.5);
      let mean = 0;
      for (let i = 0; i + 1 < n; i++) {
        const s = 100 * (z[i]! ** 2 - z[i + 1]!) ** 2 + (z[i]! - 1) ** 2;
        mean += (s / 4000 - Math.cos(s)) / (n - 1);
      }
      return 10 * mean + 10;
    };
  },
  Schwefel: (n, random) => {
    const signs = Array.from({ length: n }, () => (random.uniform() < 0.5 ? -1 : 1));
    const at = 4.2096874633 / 2;
    return (x) => {
      const mirrored = x.map((v, i) => 2 * signs[i]! * v);
      const chained = mirrored.map((v, i) => (i === 0 ? v : v + 0.25 * (mirrored[i - 1]! - 2 * at)));
      const z = scaled(
        chained.map((v) => v - 2 * at),
        10,
      ).map((v) => 100 * (v + 2 * at));
      const wave = -sum(z, (v) => v * Math.sin(Math.sqrt(Math.abs(v)))) / (100 * n) + 4.189828872724339;
      const outside = sum(z, (v) => Math.max(0, Math.abs(v / 100) - HALF_WIDTH) ** 2);
      return wave + 100 * outside;
    };
  },
  "Gallagher, 101 peaks": gallagher(101, 1000),
  "Gallagher, 21 peaks": gallagher(21, 1e6),
  Katsuura: (n, random) => {
    const at = optimumOf(n, random);
    const [first, second] = [rotation(n, random), rotation(n, random)];
    return (x) => {
      const z = times(first, scaled(times(second, minus(x, at)), 100));
      let product = 1;
      for (const [i, v] of z.entries()) {
        let rough = 0;
        for (let j = 1; j <= 32; j++) rough += Math.abs(2 ** j * v - Math.round(2 ** j * v)) / 2 ** j;
        product *= (1 + (i + 1) * rough) ** (10 / n ** 1.2);
      }
      return (10 / n ** 2) * (product - 1);
    };
  },
  "Lunacek bi-Rastrigin": (n, random) => {
    const signs = Array.from({ length: n }, () => (random.uniform() < 0.5 ? -1 : 1));
    const [first, second] = [rotation(n, random), rotation(n, random)];
    const mu = 2.5;
    const s = 1 - 1 / (2 * Math.sqrt(n + 20) - 8.2);
    const other = -Math.sqrt((mu * mu - 1) / s);
    return (x) => {
      const y = x.map((v, i) => 2 * signs[i]! * v);
      const z = times(
        first,
        scaled(
          times(
            second,
            y.map((v) => v - mu),
          ),
          100,
        ),
      );
      const bowls = Math.min(
        sum(y, (v) => (v - mu) ** 2),
        n + s * sum(y, (v) => (v - other) ** 2),
      );
      return bowls + 10 * (n - sum(z, (v) => Math.cos(2 * Math.PI * v)));
    };
  },
};

function shifted(base: (size: number) => (z: Vector) => number): Family {
  return (n, random) => {
    const at = optimumOf(n, random);
    const f = base(n);
    return (x) => f(minus(x, at));
  };
}

function rotated(base: (size: number) => (z: Vector) => number): Family {
  return (n, random) => {
    const at = optimumOf(n, random);
    const r = rotation(n, random);
    const f = base(n);
    return (x) => f(times(r, minus(x, at)));
  };
}

function twiceRotated(base: (size: number) => (z: Vector) => number): Family {
  return (n, random) => {
    const at = optimumOf(n, random);
    const [first, second] = [rotation(n, random), rotation(n, random)];
    const f = base(n);
    return (x) => f(times(first, scaled(times(second, minus(x, at)), 10)));
  };
}

function schaffer(condition: number): Family {
  return (n, random) => {
    const at = optimumOf(n, random);
    const [first, second] = [rotation(n, random), rotation(n, random)];
    return (x) => {
      const z = scaled(times(second, asymmetric(times(first, minus(x, at)), 0.5)), condition);
      let mean = 0;
      for (let i = 0; i + 1 < n; i++) {
        const s = Math.hypot(z[i]!, z[i + 1]!);
        mean += (Math.sqrt(s) + Math.sqrt(s) * Math.sin(50 * s ** 0.2) ** 2) / (n - 1);
      }
      return mean ** 2;
    };
  };
}

function gallagher(peaks: number, steepest: number): Family {
  return (n, random) => {
    const r = rotation(n, random);
    const spread = peaks > 50 ? 5 : 4.9;
    const all = Array.from({ length: peaks }, (_, peak) => {
      const at = Array.from({ length: n }, () => (peak === 0 ? 0.8 : 1) * spread * (2 * random.uniform() - 1));
      const condition = peak === 0 ? Math.sqrt(steepest) : steepest ** random.uniform();
      const shuffled = [...Array(n).keys()]
        .map((i) => ({ i, key: random.uniform() }))
        .toSorted((a, b) => a.key - b.key);
      const widths = shuffled.map(({ i }) => condition ** (part(i, n) - 0.5));
      const height = peak === 0 ? 10 : 1.1 + (8 * (peak - 1)) / (peaks - 2);
      return { center: times(r, at), widths, height };
    });
    return (x) => {
      const z = times(r, x);
      const highest = Math.max(
        ...all.map(
          ({ center, widths, height }) =>
            height * Math.exp((-1 / (2 * n)) * sum(z, (v, i) => widths[i]! * (v - center[i]!) ** 2)),
        ),
      );
      return oscillated(10 - highest) ** 2;
    };
  };
}

function optimumOf(size: number, random: RandomStream): Vector {
  return Array.from({ length: size }, () => 8 * random.uniform() - 4);
}

/** A random orthogonal matrix: normal numbers made orthonormal row by row. */
function rotation(size: number, random: RandomStream): Vector[] {
  const rows: Vector[] = [];
  while (rows.length < size) {
    let row = Array.from({ length: size }, () => random.normal());
    for (const other of rows) {
      const along = sum(row, (v, i) => v * other[i]!);
      row = row.map((v, i) => v - along * other[i]!);
    }
    const length = Math.sqrt(sum(row, (v) => v * v));
    rows.push(row.map((v) => v / length));
  }
  return rows;
}

function sum(values: Vector, term: (value: number, index: number) => number): number {
  let total = 0;
  for (const [i, value] of values.entries()) total += term(value, i);
  return total;
}

function times(matrix: readonly Vector[], vector: Vector): Vector {
  return matrix.map((row) => sum(row, (v, i) => v * vector[i]!));
}

function minus(x: Vector, at: Vector): Vector {
  return x.map((v, i) => v - at[i]!);
}

/** 0 for the first coordinate, 1 for the last. */
function part(index: number, size: number): number {
  return size === 1 ? 0 : index / (size - 1);
}

/** Coordinate scales whose squares differ by up to `condition`. */
function scaled(z: Vector, condition: number): Vector {
  return z.map((v, i) => condition ** (0.5 * part(i, z.length)) * v);
}

/** Small irregular waves on a smooth function. */
function oscillated(value: number): number {
  if (value === 0) return 0;
  const log = Math.log(Math.abs(value));
  const [a, b] = value > 0 ? [10, 7.9] : [5.5, 3.1];
  return Math.sign(value) * Math.exp(log + 0.049 * (Math.sin(a * log) + Math.sin(b * log)));
}

/** Positive coordinates grow faster than negative ones. */
function asymmetric(z: Vector, strength: number): Vector {
  return z.map((v, i) => (v > 0 ? v ** (1 + strength * part(i, z.length) * Math.sqrt(v)) : v));
}

function rastrigin(z: Vector): number {
  return 10 * (z.length - sum(z, (v) => Math.cos(2 * Math.PI * v))) + sum(z, (v) => v * v);
}

function rosenbrock(z: Vector): number {
  let total = 0;
  for (let i = 0; i + 1 < z.length; i++) total += 100 * (z[i]! ** 2 - z[i + 1]!) ** 2 + (z[i]! - 1) ** 2;
  return total;
}
