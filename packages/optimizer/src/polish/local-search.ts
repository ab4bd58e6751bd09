import type { Dimension, EvaluatedPoint, Score } from "@neurofront/core";
import type { Scalarisation } from "../scalarisation.ts";
import { settleInactive, snap } from "../space.ts";
import { boxStep } from "./box-step.ts";
import { changeOf, interpolationAt } from "./quadratic-model.ts";
import type { Interpolation } from "./quadratic-model.ts";

/** Radius at which a local search ends, in widths of the cube. */
const LAST_RADIUS = 1e-11;
/** Spread of the values, relative to that of the first points, at which it ends. */
const VALUE_TOLERANCE = 1e-14;

/** How a local search goes. */
export interface LocalSearch {
  /** Indices of the reals that count. */
  readonly free: readonly number[];
  /** Half-width of the first trust region. */
  readonly radius: number;
  /** Evaluations after the first points at the most. */
  readonly evaluations: number;
}

/**
 * A local search in the reals of a design by quadratic models in a trust region, the rest kept: 2n + 1 points carry a model
 * that changes least from step to step (after NEWUOA and BOBYQA of Powell). The trust region is a box, so that it and the cube
 * have a box in common.
 *
 * @returns the best design found
 */
export function* localSearch(
  dimensions: readonly Dimension[],
  start: EvaluatedPoint,
  { free, radius, evaluations }: LocalSearch,
  scalarisation: Scalarisation,
): Generator<readonly Float64Array[], EvaluatedPoint, readonly EvaluatedPoint[]> {
  if (free.length === 0) return start;
  const n = free.length;
  const pointAt = (base: Float64Array, step: Float64Array): Float64Array => {
    const point = Float64Array.from(base);
    for (const [place, k] of free.entries())
      point[k] = snap(dimensions[k]!, Math.min(Math.max(base[k]! + step[place]!, 0), 1));
    return settleInactive(dimensions, point);
  };
  const cross = yield firstPoints(start.coordinates, free, radius).map((step) => pointAt(start.coordinates, step));
  scalarisation.observe(cross);
  const points: EvaluatedPoint[] = [start, ...cross];
  let hessian = new Float64Array(n * n);
  let trusted = radius;
  let resolution = radius;
  let firstSpread = 0;
  let spent = 0;
  for (;;) {
    const best = bestOf(points, scalarisation);
    const base = points[best]!.coordinates;
    const steps = points.map(({ coordinates }) => Float64Array.from(free, (k) => coordinates[k]! - base[k]!));
    const merits = meritsOf(
      points.map(({ score }) => score),
      scalarisation,
    );
    const spread = merits.reduce((most, merit) => Math.max(most, merit), -Infinity) - merits[best]!;
    firstSpread = Math.max(firstSpread, spread);
    const hasConverged = resolution < LAST_RADIUS || spread <= VALUE_TOLERANCE * firstSpread;
    if (hasConverged || spent >= evaluations) return points[best]!;
    const interpolation = interpolationAt(steps);
    const model = interpolation.fit(
      hessian,
      merits.map((merit) => merit - merits[best]!),
    );
    // Points that determine no model are too close or in a plane: what was found is the end of this search.
    if (model === undefined) return points[best]!;
    hessian = Float64Array.from(model.hessian);
    const low = Float64Array.from(free, (k) => Math.max(-trusted, -base[k]!));
    const high = Float64Array.from(free, (k) => Math.min(trusted, 1 - base[k]!));
    const step = boxStep(model, low, high);
    const length = largest(step);
    let isPoor = true;
    if (length >= 0.5 * resolution) {
      const predicted = changeOf(model, step);
      const [tried] = yield [pointAt(base, step)];
      spent++;
      scalarisation.observe([tried!]);
      const gain = (meritOf(tried!.score, points, scalarisation) - merits[best]!) / predicted;
      isPoor = !(gain >= 0.1);
      const isBetter = scalarisation.compare(tried!.score, points[best]!.score) < 0;
      const replaced = leastUseful(interpolation, steps, step, best, isBetter, trusted);
      if (replaced !== undefined) points[replaced] = tried!;
      if (gain >= 0.7) trusted = Math.min(Math.max(trusted, 2 * length), 0.5);
      else if (isPoor) trusted = Math.max(0.5 * Math.min(trusted, length), resolution);
      if (!isPoor) continue;
    } else trusted = resolution;
    const far = farthest(points, bestOf(points, scalarisation), free);
    if (far.distance > 2 * trusted) {
      const moved = yield* movedPoint(points, far.index, free, trusted, pointAt, scalarisation);
      if (moved === undefined) return points[bestOf(points, scalarisation)]!;
      points[far.index] = moved;
      spent++;
    } else if (trusted <= resolution) {
      resolution *= resolution > 1e-3 ? 0.3 : 0.1;
      trusted = Math.max(0.5 * trusted, resolution);
    }
  }
}

/** Along every axis a step to either side, or one and two to the side where there is room. */
function firstPoints(start: Float64Array, free: readonly number[], radius: number): Float64Array[] {
  return free.flatMap((k, place) => {
    const at = start[k]!;
    const sides = at < radius ? [1, 2] : at > 1 - radius ? [-1, -2] : [1, -1];
    return sides.map((side) => {
      const step = new Float64Array(free.length);
      step[place] = side * radius;
      return step;
    });
  });
}

/**
 * A new place for a point that is far from the best: where the quadratic that is 1 at it and 0 at the others is largest within
 * the trust region.
 */
function* movedPoint(
  points: readonly EvaluatedPoint[],
  index: number,
  free: readonly number[],
  trusted: number,
  pointAt: (base: Float64Array, step: Float64Array) => Float64Array,
  scalarisation: Scalarisation,
): Generator<readonly Float64Array[], EvaluatedPoint | undefined, readonly EvaluatedPoint[]> {
  const base = points[bestOf(points, scalarisation)]!.coordinates;
  const steps = points.map(({ coordinates }) => Float64Array.from(free, (k) => coordinates[k]! - base[k]!));
  const own = interpolationAt(steps).fit(
    new Float64Array(free.length ** 2),
    steps.map((_, other) => (other === index ? 1 : 0)),
  );
  if (own === undefined) return undefined;
  const low = Float64Array.from(free, (k) => Math.max(-trusted, -base[k]!));
  const high = Float64Array.from(free, (k) => Math.min(trusted, 1 - base[k]!));
  const opposite = { gradient: own.gradient.map((slope) => -slope), hessian: own.hessian.map((value) => -value) };
  const [least, most] = [boxStep(own, low, high), boxStep(opposite, low, high)];
  const step = Math.abs(changeOf(own, least)) > Math.abs(changeOf(own, most)) ? least : most;
  if (largest(step) === 0) return undefined;
  const [moved] = yield [pointAt(base, step)];
  scalarisation.observe([moved!]);
  return moved;
}

/** The point whose place the new one takes: it counts much there, or is far away. Undefined when the new one adds nothing. */
function leastUseful(
  interpolation: Interpolation,
  steps: readonly Float64Array[],
  step: Float64Array,
  best: number,
  isBetter: boolean,
  trusted: number,
): number | undefined {
  const shares = interpolation.lagrange(step);
  if (shares === undefined) return undefined;
  let index: number | undefined;
  let most = isBetter ? 0 : 1e-6;
  for (const [i, other] of steps.entries()) {
    if (i === best && !isBetter) continue;
    const centre = isBetter ? step : steps[best]!;
    const distance = other.reduce((far, value, k) => Math.max(far, Math.abs(value - centre[k]!)), 0);
    const weight = Math.abs(shares[i]!) * Math.max(1, distance / trusted) ** 3;
    if (weight > most) {
      most = weight;
      index = i;
    }
  }
  return index;
}

function farthest(
  points: readonly EvaluatedPoint[],
  best: number,
  free: readonly number[],
): { readonly index: number; readonly distance: number } {
  let index = best;
  let distance = 0;
  for (const [i, { coordinates }] of points.entries()) {
    const own = free.reduce((far, k) => Math.max(far, Math.abs(coordinates[k]! - points[best]!.coordinates[k]!)), 0);
    if (own > distance) {
      distance = own;
      index = i;
    }
  }
  return { index, distance };
}

function bestOf(points: readonly EvaluatedPoint[], scalarisation: Scalarisation): number {
  let best = 0;
  for (const [i, { score }] of points.entries()) if (scalarisation.compare(score, points[best]!.score) < 0) best = i;
  return best;
}

function meritOf(score: Score, points: readonly EvaluatedPoint[], scalarisation: Scalarisation): number {
  return meritsOf([...points.map((point) => point.score), score], scalarisation).at(-1)!;
}

/** Violations past this count alike in a model. */
const LARGEST_VIOLATION = 1e3;

/**
 * Numbers in the order of Deb's rule for a model to follow: values of feasible designs, above them infeasible and then
 * impossible ones by violation, in units of the spread of the values.
 */
function meritsOf(scores: readonly Score[], scalarisation: Scalarisation): number[] {
  const values = scores.filter(isFeasible).map((score) => scalarisation.valueOf(score));
  const worst = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const spread = worst - values.reduce((least, value) => Math.min(least, value), Infinity);
  const base = values.length === 0 ? 0 : worst;
  const unit = spread > 0 ? spread : 1;
  const infeasible = scores.reduce(
    (most, score) => (score.status === "ok" ? Math.max(most, Math.min(score.violation, LARGEST_VIOLATION)) : most),
    0,
  );
  return scores.map((score) => {
    if (isFeasible(score)) return scalarisation.valueOf(score);
    const violation = Math.min(score.violation, LARGEST_VIOLATION);
    return base + unit * (score.status === "ok" ? violation : infeasible + violation);
  });
}

function isFeasible({ status, violation }: Score): boolean {
  return status === "ok" && violation === 0;
}

function largest(step: Float64Array): number {
  return step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
