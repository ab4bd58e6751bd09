import { solveTridiagonal } from "../tridiagonal.ts";

/** A line of cells in a row, fed at one end. */
export interface CellLine {
  readonly driverResistance_ohm: number;
  /** Of the segment before each cell, the first one behind the driver; driver and segment together above zero. */
  readonly cellResistance_ohm: number;
  readonly cellCapacitance_F: number;
  readonly cellCount: number;
  /** Synapse of each cell, to lines at 0 V. */
  readonly cellConductance_S: number;
  /** At the last cell. */
  readonly loadCapacitance_F: number;
}

/** The line as its matrices: conductances between the nodes and to the source and ground, and capacitances. */
interface LineMatrices {
  readonly diagonal_S: Float64Array;
  readonly offDiagonal_S: Float64Array;
  readonly capacitance_F: Float64Array;
  /** Current into each node per volt of the source. */
  readonly source_S: Float64Array;
}

/**
 * Elmore's delay of the last cell: the time from a step of the source to the centroid of the rate at which that cell rises,
 * integral of (1 - v(t)/v(inf)) dt (W. C. Elmore, J. Appl. Phys. 19, 55 (1948)). With synapses to ground, which the original
 * form has not, it is (G^-1 C v(inf))_N / v(inf)_N for the conductance matrix G.
 */
export function elmoreDelay_s(line: CellLine): number {
  const { diagonal_S, offDiagonal_S, capacitance_F, source_S } = matricesOf(line);
  const final = source_S.slice();
  solveTridiagonal(diagonal_S, offDiagonal_S, final);
  const moment_s = final.map((volt, k) => volt * capacitance_F[k]!);
  solveTridiagonal(diagonal_S, offDiagonal_S, moment_s);
  return moment_s.at(-1)! / final.at(-1)!;
}

/** Steps of the integration to Elmore's delay; the error of the crossing falls with the square of their length. */
const STEPS = 400;

/** The last cell rises steadily and Elmore's delay is the mean time of its rise: half of it is over within twice that (Markov). */
const LONGEST = 2;

/**
 * Time from a step of the source until the last cell has gone half of the way to its final value: the ladder of all cells
 * integrated by the trapezoidal rule, after two steps of the implicit Euler rule that damp the fast parts of the step.
 */
export function simulatedHalfSwing_s(line: CellLine): number {
  const { diagonal_S, offDiagonal_S, capacitance_F, source_S } = matricesOf(line);
  const final = source_S.slice();
  solveTridiagonal(diagonal_S, offDiagonal_S, final);
  const step_s = elmoreDelay_s(line) / STEPS;
  const last = line.cellCount - 1;
  // In the distance from the final value the source drops out: C dx/dt = -G x.
  const distance = final.slice();
  const advance = (duration_s: number, implicit: number): void => {
    const right = Float64Array.from(
      distance,
      (x, k) => (capacitance_F[k]! / duration_s) * x - (1 - implicit) * flow_A(diagonal_S, offDiagonal_S, distance, k),
    );
    const matrix = diagonal_S.map((entry, k) => implicit * entry + capacitance_F[k]! / duration_s);
    solveTridiagonal(
      matrix,
      offDiagonal_S.map((entry) => implicit * entry),
      right,
    );
    distance.set(right);
  };
  const half = final[last]! / 2;
  let before = distance[last]!;
  for (let k = 0; k < 2; k++) advance(step_s / 2, 1);
  for (let step = 1; step <= LONGEST * STEPS; step++) {
    const now = distance[last]!;
    if (now <= half) return step_s * (step - 1 + (before - half) / (before - now));
    before = now;
    advance(step_s, 0.5);
  }
  throw new Error("a line of resistors and capacitors passes half of its final value within twice its Elmore delay");
}

function flow_A(diagonal_S: Float64Array, offDiagonal_S: Float64Array, volt: Float64Array, k: number): number {
  const left = k > 0 ? offDiagonal_S[k - 1]! * volt[k - 1]! : 0;
  const right = k + 1 < volt.length ? offDiagonal_S[k]! * volt[k + 1]! : 0;
  return diagonal_S[k]! * volt[k]! + left + right;
}

function matricesOf(line: CellLine): LineMatrices {
  const { driverResistance_ohm, cellResistance_ohm, cellCapacitance_F, cellCount, cellConductance_S } = line;
  const feed_S = 1 / (driverResistance_ohm + cellResistance_ohm);
  const segment_S = 1 / cellResistance_ohm;
  const diagonal_S = new Float64Array(cellCount).fill(cellConductance_S);
  const offDiagonal_S = new Float64Array(cellCount - 1).fill(-segment_S);
  const capacitance_F = new Float64Array(cellCount).fill(cellCapacitance_F);
  capacitance_F[cellCount - 1]! += line.loadCapacitance_F;
  const source_S = new Float64Array(cellCount);
  source_S[0] = feed_S;
  for (let k = 0; k < cellCount; k++)
    diagonal_S[k]! += (k === 0 ? feed_S : segment_S) + (k + 1 < cellCount ? segment_S : 0);
  return { diagonal_S, offDiagonal_S, capacitance_F, source_S };
}
