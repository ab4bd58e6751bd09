import { normalCdf, normalPdf, normalQuantile } from "@neurofront/physics";
import { zeros } from "./small-arrays.ts";

/**
 * A neuron's error probability as a table, and its average over Gaussian current noise.
 *
 * The chance P(I) of a wrong decision never increases with the net current I, so P(I) = Pr(theta > I) for a random threshold
 * theta. With Gaussian noise of standard deviation sigma on a mean current mu the chance is
 * E[P] = E_theta[ Phi((theta - mu)/sigma) ]. The table holds knots of P so close together that theta may be taken as uniform
 * between two knots, for which the average has a closed form.
 */
export interface ErrorTable {
  /** Increasing net currents. */
  readonly current_A: Float64Array;
  /** Error probability at each, non-increasing. */
  readonly probability: Float64Array;
}

/**
 * Largest change of the normal score, and ratio of P, over an interval that is only halved once more. Chords over the halves of a
 * normal distribution are then off by 0.18^2 / 8 * 0.242 = 0.001, and those of an exponential tail by cosh(0.3) - 1 = 4.5 %.
 */
const SCORE_STEP = 0.36;
const LARGEST_RATIO = Math.exp(1.2);
/** Largest distance of P from the chord in the middle of such an interval, absolute and relative to P. */
const CHORD_ERROR = 2e-3;
const RELATIVE_CHORD_ERROR = 0.1;
/** Smaller chances of an error do not show in any network's accuracy, larger ones are failures; between them P is resolved. */
const LEAST = 1e-10;
const MOST = 1 - 3e-5;
const SCORE_OF_LEAST = normalQuantile(LEAST);
const SCORE_OF_MOST = normalQuantile(MOST);
/** Knots closer than this fraction of the range are a step. */
const RESOLUTION = 1e-5;

/** Space for the knots of the table that is being made, from left to right; kept, for growing it anew takes a table 1.4 times as long. */
const knotCurrents: number[] = [];
const knotProbabilities: number[] = [];
/** Space for the points to the right of its last knot at which P is known already, the next one last. */
const aheadCurrents: number[] = [];
const aheadProbabilities: number[] = [];
const aheadScores: number[] = [];

/**
 * Tabulate an error probability over [-limit_A, limit_A], refining where it changes.
 *
 * @param errorProbability non-increasing, values in [0, 1]; it may not tabulate itself, for all tables are made in one space
 * @param limit_A > 0, largest magnitude of interest
 * @param scale_A currents around which the neuron decides, tried first so that a narrow step is not missed
 */
export function tabulateError(
  errorProbability: (netCurrent_A: number) => number,
  limit_A: number,
  scale_A: number,
): ErrorTable {
  const starts = [-limit_A, -limit_A / 2, -limit_A / 8, 0, limit_A / 8, limit_A / 2, limit_A];
  const extra = Math.abs(scale_A);
  if (extra > 0 && extra < limit_A) {
    starts.push(-extra, extra);
    starts.sort((a, b) => a - b);
  }
  let left = -limit_A;
  let leftP = errorProbability(left);
  let leftScore = scoreOf(leftP);
  knotCurrents[0] = left;
  knotProbabilities[0] = leftP;
  let count = 1;
  for (const start of starts) {
    // The first, and a scale that is among the others.
    if (start === left) continue;
    aheadCurrents[0] = start;
    aheadProbabilities[0] = errorProbability(start);
    aheadScores[0] = scoreOf(aheadProbabilities[0]);
    let next = 0;
    while (next >= 0) {
      const right = aheadCurrents[next]!;
      const rightP = aheadProbabilities[next]!;
      const rightScore = aheadScores[next]!;
      if (leftP !== rightP && right - left > RESOLUTION * limit_A) {
        const middle = 0.5 * (left + right);
        const p = errorProbability(middle);
        if (isFar(leftP, leftScore, rightP, rightScore) || isBent(leftP, p, rightP)) {
          next++;
          aheadCurrents[next] = middle;
          aheadProbabilities[next] = p;
          aheadScores[next] = scoreOf(p);
          continue;
        }
        knotCurrents[count] = middle;
        knotProbabilities[count++] = p;
      }
      knotCurrents[count] = right;
      knotProbabilities[count++] = rightP;
      left = right;
      leftP = rightP;
      leftScore = rightScore;
      next--;
    }
  }
  return { current_A: firstOf(knotCurrents, count), probability: firstOf(knotProbabilities, count) };
}

function firstOf(values: readonly number[], count: number): Float64Array {
  const first = zeros(count);
  for (let k = 0; k < count; k++) first[k] = values[k]!;
  return first;
}

/** Normal score of P, of the nearest one that is resolved. */
function scoreOf(p: number): number {
  if (p > LEAST && p < MOST) return normalQuantile(p);
  return p >= MOST ? SCORE_OF_MOST : SCORE_OF_LEAST;
}

/** Whether P changes so much that a point in the middle cannot tell its course. */
function isFar(larger: number, largerScore: number, smaller: number, smallerScore: number): boolean {
  const a = Math.min(larger, MOST);
  const b = Math.max(smaller, LEAST);
  return a > b && (a > LARGEST_RATIO * b || largerScore - smallerScore > SCORE_STEP);
}

/** Whether P in the middle is off the chord: a curve that reaches its floor soon is not a slow fall over the whole interval. */
function isBent(left: number, middle: number, right: number): boolean {
  const distance = Math.abs(middle - 0.5 * (left + right));
  return distance > CHORD_ERROR || distance > Math.max(RELATIVE_CHORD_ERROR * middle, LEAST);
}

/** The table of `share` times `a` plus (1 - share) times `b`, on the knots of both. */
export function blendTables(a: ErrorTable, b: ErrorTable, share: number): ErrorTable {
  const [first, second] = [a.current_A, b.current_A];
  let count = 0;
  for (let j = 0, k = 0; j < first.length || k < second.length; count++) {
    const current = Math.min(first[j] ?? Infinity, second[k] ?? Infinity);
    knotCurrents[count] = current;
    knotProbabilities[count] = share * valueBefore(a, j, current) + (1 - share) * valueBefore(b, k, current);
    if (first[j] === current) j++;
    if (second[k] === current) k++;
  }
  return { current_A: firstOf(knotCurrents, count), probability: firstOf(knotProbabilities, count) };
}

/** Error probability at a current between the knot before `next`, where there is one, and that one. */
function valueBefore({ current_A: knots, probability }: ErrorTable, next: number, current_A: number): number {
  if (next === knots.length) return probability[next - 1]!;
  const right = knots[next]!;
  if (next === 0 || right === current_A) return probability[next]!;
  const left = knots[next - 1]!;
  const share = (current_A - left) / (right - left);
  return probability[next - 1]! + share * (probability[next]! - probability[next - 1]!);
}

/** Error probability at a current, linear between knots. */
export function lookUp(table: ErrorTable, current_A: number): number {
  const { current_A: knots, probability } = table;
  const last = knots.length - 1;
  if (current_A <= knots[0]!) return probability[0]!;
  if (current_A >= knots[last]!) return probability[last]!;
  const low = lastAtMost(knots, current_A);
  const share = (current_A - knots[low]!) / (knots[low + 1]! - knots[low]!);
  return probability[low]! + share * (probability[low + 1]! - probability[low]!);
}

/** Index of the last knot that is not above a current; 0 when all are. */
function lastAtMost(knots: Float64Array, current_A: number): number {
  let low = 0;
  let high = knots.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knots[middle]! <= current_A) low = middle;
    else high = middle;
  }
  return low;
}

const STEP = 1 / 128;
const REACH = 8;
const NODES = Float64Array.from({ length: (2 * REACH) / STEP + 1 }, (_, k) => k * STEP - REACH);
const DENSITY = NODES.map((u) => normalPdf(u));
const CDF = NODES.map((u) => normalCdf(u));
/** Integral of the normal distribution function, u Phi(u) + phi(u). */
const CDF_INTEGRAL = NODES.map((u, k) => u * CDF[k]! + DENSITY[k]!);
/** Above this width the difference of two integrals is more exact than the middle of the interval. */
const NARROW = 1 / 32;

/** Index of the node nearest to u, for |u| < REACH. */
function nearestNode(u: number): number {
  return ((u + REACH) / STEP + 0.5) | 0;
}

/** Taylor series around the nearest node: error below STEP^2 / 8 / 4 = 2e-6. */
function cdf(u: number): number {
  if (u <= -REACH) return 0;
  if (u >= REACH) return 1;
  const k = nearestNode(u);
  return CDF[k]! + (u - NODES[k]!) * DENSITY[k]!;
}

/** The same: error below (STEP / 2)^3 / 6 / 4 = 3e-9. */
function cdfIntegral(u: number): number {
  if (u <= -REACH) return 0;
  if (u >= REACH) return u;
  const k = nearestNode(u);
  const distance = u - NODES[k]!;
  return CDF_INTEGRAL[k]! + distance * (CDF[k]! + 0.5 * distance * DENSITY[k]!);
}

/**
 * Error probability averaged over Gaussian noise of the net current.
 *
 * @param mean_A mean net current towards the wanted output
 * @param sigma_A standard deviation, >= 0
 */
export function averageError(table: ErrorTable, mean_A: number, sigma_A: number): number {
  if (sigma_A <= 0) return lookUp(table, mean_A);
  const { current_A: knots, probability } = table;
  // Thresholds further than REACH below the mean are always passed, those further above never.
  const first = lastAtMost(knots, mean_A - REACH * sigma_A);
  const last = Math.min(lastAtMost(knots, mean_A + REACH * sigma_A) + 1, knots.length - 1);
  const inverse = 1 / sigma_A;
  let total = probability[last]!;
  let u = (knots[first]! - mean_A) * inverse;
  /** Of the wide interval before, up to u; NaN after a narrow one. */
  let integral = Number.NaN;
  for (let k = first + 1; k <= last; k++) {
    const nextU = (knots[k]! - mean_A) * inverse;
    const width = nextU - u;
    let share: number;
    if (width > NARROW) {
      const from = Number.isNaN(integral) ? cdfIntegral(u) : integral;
      integral = cdfIntegral(nextU);
      share = (integral - from) / width;
    } else {
      integral = Number.NaN;
      share = cdf(0.5 * (u + nextU));
    }
    total += (probability[k - 1]! - probability[k]!) * share;
    u = nextU;
  }
  return Math.max(0, Math.min(total, 1));
}

/** An error probability averaged over noise, on evenly spaced currents, for many quick look-ups. */
export interface EvenErrorTable {
  readonly least_A: number;
  readonly step_A: number;
  /** Averages; NaN until one is asked for. */
  readonly probability: Float64Array;
  readonly source: ErrorTable;
  readonly sigma_A: number;
  /** Below this current the average is the largest error probability. */
  readonly surelyWrong_A: number;
  readonly largest: number;
  /** Above this current the average is the least error probability. */
  readonly surelyRight_A: number;
  readonly least: number;
}

/** The table averaged over Gaussian noise of `sigma_A`, at `count` even steps over [-limit_A, limit_A]. */
export function smoothTable(table: ErrorTable, sigma_A: number, limit_A: number, count: number): EvenErrorTable {
  const { current_A, probability } = table;
  const step_A = (2 * limit_A) / (count - 1);
  const reach_A = REACH * sigma_A + step_A;
  const largest = probability[0]!;
  const least = probability.at(-1)!;
  return {
    least_A: -limit_A,
    step_A,
    probability: new Float64Array(count).fill(Number.NaN),
    source: table,
    sigma_A,
    surelyWrong_A: current_A[probability.lastIndexOf(largest)]! - reach_A,
    largest,
    surelyRight_A: current_A[probability.indexOf(least)]! + reach_A,
    least,
  };
}

/** Error probability at a current, linear between the even steps, constant beyond the ends. */
export function lookUpEven(table: EvenErrorTable, current_A: number): number {
  if (current_A > table.surelyRight_A) return table.least;
  if (current_A < table.surelyWrong_A) return table.largest;
  const last = table.probability.length - 1;
  const position = (current_A - table.least_A) / table.step_A;
  if (position <= 0) return evenEntry(table, 0);
  if (position >= last) return evenEntry(table, last);
  const k = Math.floor(position);
  const left = evenEntry(table, k);
  return left + (position - k) * (evenEntry(table, k + 1) - left);
}

function evenEntry(table: EvenErrorTable, k: number): number {
  let entry = table.probability[k]!;
  if (Number.isNaN(entry)) {
    entry = averageError(table.source, k * table.step_A + table.least_A, table.sigma_A);
    table.probability[k] = entry;
  }
  return entry;
}
