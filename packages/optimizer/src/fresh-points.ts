import type { Dimension, EvaluatedPoint, RandomStream } from "@neurofront/core";
import { PointSet } from "./point-set.ts";
import { nextPoint, pointCount, uniformPoint } from "./space.ts";

/** How often a repeated point is drawn again in the same way before another way is tried. */
const ATTEMPTS = 10;

/** Keeps what was proposed, so that no design is proposed twice while others are left. */
export class FreshPoints {
  readonly #known = new PointSet();
  readonly #dimensions: readonly Dimension[];
  readonly #count: number;

  constructor(dimensions: readonly Dimension[]) {
    this.#dimensions = dimensions;
    this.#count = pointCount(dimensions);
  }

  /** Points proposed so far, repetitions not counted. */
  get size(): number {
    return this.#known.size;
  }

  /** Counts points as proposed. */
  keep(points: readonly EvaluatedPoint[]): void {
    for (const { coordinates } of points) this.#known.add(coordinates);
  }

  /**
   * A point not proposed before, drawn from `propose` if that yields one, else uniformly, else the next in the order of the
   * space; a repetition only when every design of the space was proposed.
   */
  take(propose: () => Float64Array, random: RandomStream): Float64Array {
    const first = propose();
    if (this.#known.add(first) || this.#known.size >= this.#count) return first;
    for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
      const point = propose();
      if (this.#known.add(point)) return point;
    }
    // Of infinitely many designs a uniform draw finds a new one.
    const draws = this.#count === Infinity ? Infinity : ATTEMPTS;
    for (let attempt = 0; attempt < draws; attempt++) {
      const point = uniformPoint(this.#dimensions, random);
      if (this.#known.add(point)) return point;
    }
    // Not all points are known, so the walk ends.
    let point = first;
    do point = nextPoint(this.#dimensions, point);
    while (!this.#known.add(point));
    return point;
  }
}
