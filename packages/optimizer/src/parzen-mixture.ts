import type { Dimension, RandomStream } from "@neurofront/core";
import { normalLogarithms } from "./normal-logarithms.ts";
import { coordinateOf, isActive, partOf, settleInactive, snap } from "./space.ts";

/** Width of the kernels of one observation, in units of the cube; with more they narrow as the rule of Scott has it. */
const WIDTH = 0.2;
/** Narrowest kernel for many observations. */
const NARROWEST = 0.01;
/** What a category keeps for values that were not observed, against one observation. */
const OTHER_PARTS = 1;
const DRAWS = 20;

/**
 * A density on a space with conditions: a uniform one, and with the same weight a product of kernels about each point. The
 * dimensions of a branch enter together, so that what goes with what is kept; where a dimension is inactive at the point of a
 * kernel its density is uniform (group decomposition: Watanabe, arXiv:2304.11127 (2023)).
 */
export class ParzenMixture {
  readonly #dimensions: readonly Dimension[];
  readonly #points: readonly Float64Array[];
  readonly #active: readonly (readonly boolean[])[];
  readonly #width: number;
  /** Logarithm of what a kernel has inside the cube, by point and dimension. */
  readonly #logInside: readonly Float64Array[];

  constructor(dimensions: readonly Dimension[], points: readonly Float64Array[]) {
    this.#dimensions = dimensions;
    this.#points = points;
    this.#active = points.map((point) => dimensions.map((_, k) => isActive(dimensions, point, k)));
    this.#width = Math.max(WIDTH * Math.max(points.length, 1) ** (-1 / (dimensions.length + 4)), NARROWEST);
    this.#logInside = points.map((point) =>
      Float64Array.from(dimensions, (dimension, k) => {
        const width = this.#widthOf(dimension);
        return Math.log(normalMass(-point[k]! / width, (1 - point[k]!) / width));
      }),
    );
  }

  draw(random: RandomStream): Float64Array {
    const chosen = random.integer(this.#points.length + 1);
    const centre = this.#points[chosen];
    const point = Float64Array.from(this.#dimensions, (dimension, k) => {
      if (centre === undefined || !this.#active[chosen]![k]!) return snap(dimension, random.uniform());
      if (dimension.kind === "category") {
        const keeps = random.uniform() < this.#keepChance(dimension.count);
        return keeps ? centre[k]! : snap(dimension, random.uniform());
      }
      return snap(dimension, truncatedNormal(centre[k]!, this.#widthOf(dimension), random));
    });
    return settleInactive(this.#dimensions, point);
  }

  /** Logarithm of the density in the dimensions that are active at the point. */
  logDensity(point: Float64Array): number {
    const active = this.#dimensions.map((_, k) => isActive(this.#dimensions, point, k));
    // The uniform component.
    let largest = 0;
    const terms = [0];
    for (const [i, centre] of this.#points.entries()) {
      let term = 0;
      for (const [k, dimension] of this.#dimensions.entries()) {
        if (!active[k]! || !this.#active[i]![k]!) continue;
        term += this.#logKernel(dimension, centre[k]!, point[k]!, this.#logInside[i]![k]!);
      }
      terms.push(term);
      if (term > largest) largest = term;
    }
    let sum = 0;
    for (const term of terms) sum += Math.exp(term - largest);
    return largest + Math.log(sum / terms.length);
  }

  /** Against the uniform density. */
  #logKernel(dimension: Dimension, centre: number, x: number, logInside: number): number {
    if (dimension.kind === "category") {
      const { count } = dimension;
      const keep = this.#keepChance(count);
      const other = 1 - keep;
      return Math.log(partOf(count, centre) === partOf(count, x) ? keep * count + other : other);
    }
    const width = this.#widthOf(dimension);
    if (dimension.kind === "integer") {
      const part = partOf(dimension.count, x);
      const low = coordinateOf(dimension.count, part) - 0.5 / dimension.count;
      const mass = normalMass((low - centre) / width, (low + 1 / dimension.count - centre) / width);
      return Math.log(Math.max(mass * dimension.count, Number.MIN_VALUE)) - logInside;
    }
    const z = (x - centre) / width;
    return -0.5 * z * z - Math.log(width * Math.sqrt(2 * Math.PI)) - logInside;
  }

  #widthOf(dimension: Dimension): number {
    return dimension.kind === "integer" ? Math.max(this.#width, 0.5 / dimension.count) : this.#width;
  }

  #keepChance(count: number): number {
    const observations = this.#points.length;
    return observations / (observations + OTHER_PARTS * Math.min(count, observations + 1) ** 0.5);
  }
}

/** Drawn again until it lies in the cube; a uniform number in the rare case that it does not. */
function truncatedNormal(centre: number, width: number, random: RandomStream): number {
  for (let draw = 0; draw < DRAWS; draw++) {
    const x = centre + width * random.normal();
    if (x >= 0 && x < 1) return x;
  }
  return random.uniform();
}

const logarithms = { density: 0, integral: 0, secondIntegral: 0 };

/** Integral of the standard normal density between two numbers. */
function normalMass(from: number, to: number): number {
  normalLogarithms(from, logarithms);
  const below = Math.exp(logarithms.integral);
  normalLogarithms(to, logarithms);
  return Math.exp(logarithms.integral) - below;
}
