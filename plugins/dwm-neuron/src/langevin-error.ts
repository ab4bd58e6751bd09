import { randomAt } from "@neurofront/core";
import {
  advanceLangevin,
  depinningForce_N,
  domainWallDiffusivity_m2_s,
  domainWallFriction_kg_s,
  domainWallMass_kg,
  domainWallMotion,
  nonIncreasing,
  restingEnsemble,
  threePointNoise,
} from "@neurofront/physics";
import type { DomainWallEnsemble } from "@neurofront/physics";
import type { Operation } from "./operation.ts";
import type { DwmDesign } from "./parameters.ts";
import { driveAt } from "./wall-drive.ts";
import { crossingErrorProbability } from "./write-error.ts";

/**
 * The thermal error by simulation: many walls at a few currents, the same thermal fields at each, and a curve between them
 * that never rises.
 *
 * Simulated are currents from 0 outwards, on both sides, until fewer than {@link leastFailures} walls end on the wrong side.
 * Between them the log odds are linear. Beyond the last, where a simulation of this size sees nothing, the closed form goes
 * on, scaled so that it meets the last simulated chance: an extrapolation, and the only statement made about rarer errors.
 */
export interface LangevinErrors {
  /** Currents > 0 that were simulated, with the walls that failed to cross there. */
  readonly crossing: Curve;
  /** Currents > 0 that were simulated, with the walls that failed to stay although the current held them. */
  readonly holding: Curve;
  readonly runs: number;
  readonly step_s: number;
}

/** A falling chance of failure at increasing currents from 0. */
interface Curve {
  readonly current_A: readonly number[];
  /** Corrected so that it falls, in (0, 1). */
  readonly chance: readonly number[];
  /** As counted. */
  readonly failures: readonly number[];
}

/** Currents over the switching current at which walls are simulated. */
const multiples = [0, 0.25, 0.5, 1, 1.5, 2.25, 3.375] as const;
/** Fewer say little: ten are uncertain by a third. */
const leastFailures = 10;
/** Steps of the longest write simulated: longer ones are slow walks, for which the closed form holds. */
const mostSteps = 800;
/** Largest part of the time scales of the wall in one step. */
const stepOverRelaxation = 0.05;
const stepTimesFrequency = 0.12;
/** Largest variance of the angle's random walk in one step, rad^2. */
const angleVariance = 4e-3;

/** Step of the simulation: short against the relaxation, against the vibration in wells and at the ends, and against the noise. */
export function langevinStep_s(
  { wall, path, track }: Pick<Operation, "wall" | "path" | "track">,
  temperature_K: number,
  largestCurrent_A: number,
): number {
  const { relaxation_s } = domainWallMotion(wall, driveAt(wall, path, largestCurrent_A));
  const mass_kg = domainWallMass_kg(wall);
  const stiffness_N_m = Math.max(
    track.endStiffness_N_m,
    (2 * Math.PI * depinningForce_N(track.pinning)) / track.pinning.period_m,
  );
  // The angle walks at random with the diffusivity alpha^2 / Delta^2 times that of the position.
  const angleDiffusivity_Hz =
    domainWallDiffusivity_m2_s(wall, temperature_K) * (wall.damping / wall.wallParameter_m) ** 2;
  const softest_s =
    mass_kg === Infinity ? domainWallFriction_kg_s(wall) / stiffness_N_m : Math.sqrt(mass_kg / stiffness_N_m);
  return Math.min(
    stepOverRelaxation * relaxation_s,
    stepTimesFrequency * softest_s,
    angleDiffusivity_Hz > 0 ? angleVariance / (2 * angleDiffusivity_Hz) : Infinity,
  );
}

/** Steps that a write of this design takes. */
function stepsOf(design: DwmDesign, operation: Operation, temperature_K: number): number {
  return Math.ceil(
    operation.write_s / langevinStep_s(operation, temperature_K, multiples.at(-1)! * design.switchingCurrent_A),
  );
}

/** Whether the write is short enough to be simulated. */
export function isSimulated(design: DwmDesign, operation: Operation, temperature_K: number): boolean {
  return design.fidelity === "langevin" && temperature_K > 0 && stepsOf(design, operation, temperature_K) <= mostSteps;
}

/** Walls of a design after a time at a current, from rest at the beginning. */
export function simulatedWalls(
  operation: Operation,
  run: {
    readonly runs: number;
    readonly seed: number;
    readonly temperature_K: number;
    readonly current_A: number;
    readonly step_s: number;
    readonly count: number;
  },
): DomainWallEnsemble {
  const { wall, path, track } = operation;
  const ensemble = restingEnsemble(run.runs);
  advanceLangevin(wall, track, driveAt(wall, path, run.current_A), ensemble, {
    temperature_K: run.temperature_K,
    step_s: run.step_s,
    count: run.count,
    // Not of the current: common random numbers make the curve smoother than its points are certain.
    random: threePointNoise(randomAt(run.seed, "domain-wall-langevin")),
  });
  return ensemble;
}

/** How many walls are in the half in which they started. */
export function countNear({ position_m }: DomainWallEnsemble, length_m: number): number {
  let near = 0;
  for (const position of position_m) if (position < length_m / 2) near++;
  return near;
}

/** By design object and temperature, since every current asks for the same curve. */
const known = new WeakMap<DwmDesign, Map<number, LangevinErrors>>();

/** The simulated errors of a device whose write is short enough to be simulated. */
export function langevinErrorsOf(design: DwmDesign, operation: Operation, temperature_K: number): LangevinErrors {
  let byTemperature = known.get(design);
  if (byTemperature === undefined) {
    byTemperature = new Map();
    known.set(design, byTemperature);
  }
  let errors = byTemperature.get(temperature_K);
  if (errors === undefined) {
    errors = simulateErrors(design, operation, temperature_K);
    byTemperature.set(temperature_K, errors);
  }
  return errors;
}

function simulateErrors(design: DwmDesign, operation: Operation, temperature_K: number): LangevinErrors {
  const { langevinRuns: runs, langevinSeed: seed, switchingCurrent_A, length_m } = design;
  const count = stepsOf(design, operation, temperature_K);
  const step_s = operation.write_s / count;
  const nearAt = (current_A: number): number =>
    countNear(simulatedWalls(operation, { runs, seed, temperature_K, current_A, step_s, count }), length_m);
  const still = nearAt(0);
  const outwards = (
    failuresAt: (current_A: number) => number,
    atRest: number,
  ): { current_A: number[]; failures: number[] } => {
    const current_A = [0];
    const failures = [atRest];
    for (const multiple of multiples.slice(1)) {
      const found = failuresAt(multiple * switchingCurrent_A);
      if (found < leastFailures) break;
      current_A.push(multiple * switchingCurrent_A);
      failures.push(found);
    }
    return { current_A, failures };
  };
  const crossing = outwards((current_A) => nearAt(current_A), still);
  const holding = outwards((current_A) => runs - nearAt(-current_A), runs - still);
  return { ...consistentCurves(crossing, holding, runs), runs, step_s };
}

/**
 * Chances from counts: never rising with the current, and holding never more often wrong than crossing.
 *
 * The counts get half a hit on each side, so that no chance is 0 or 1 because nothing was seen.
 */
function consistentCurves(
  crossing: { current_A: number[]; failures: number[] },
  holding: { current_A: number[]; failures: number[] },
  runs: number,
): Pick<LangevinErrors, "crossing" | "holding"> {
  const chanceOf = (failures: number): number => (failures + 0.5) / (runs + 1);
  // From the strongest current that holds the wall back to the strongest that drives it: the chance that it is near.
  const against = holding.failures.slice(1).map((failures) => 1 - chanceOf(failures));
  const along = crossing.failures.map(chanceOf);
  const falling = nonIncreasing([...against.toReversed(), ...along]);
  const cross = falling.slice(against.length);
  const hold = [
    1 - cross[0]!,
    ...falling
      .slice(0, against.length)
      .toReversed()
      .map((near) => 1 - near),
  ];
  // Where noise makes holding worse than crossing, both are their mean; at rest one is what the other is not.
  const both = Math.min(cross.length, hold.length);
  const meanAt = (k: number): number => (cross[k]! + hold[k]!) / 2;
  return {
    crossing: { ...crossing, chance: cross.map((chance, k) => (k < both ? Math.max(chance, meanAt(k)) : chance)) },
    holding: {
      current_A: holding.current_A.slice(0, both),
      failures: holding.failures.slice(0, both),
      chance: hold.slice(0, both).map((chance, k) => Math.min(chance, meanAt(k))),
    },
  };
}

const logOdds = (chance: number): number => Math.log(chance / (1 - chance));
const chanceAt = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The curve at a current >= 0; beyond its end `closed`, scaled to meet it. */
function curveAt({ current_A, chance }: Curve, current: number, closed: (current_A: number) => number): number {
  const last = current_A.length - 1;
  if (current >= current_A[last]!) {
    const anchor = closed(current_A[last]!);
    return anchor > 0 ? Math.min(1, closed(current) / anchor) * chance[last]! : chance[last]!;
  }
  let k = 0;
  while (current_A[k + 1]! <= current) k++;
  const share = (current - current_A[k]!) / (current_A[k + 1]! - current_A[k]!);
  const low = logOdds(chance[k]!);
  return chanceAt(low + share * (logOdds(chance[k + 1]!) - low));
}

/**
 * Chance that a wall that must cross is on the wrong side when the write ends, by simulation.
 *
 * @returns in [0, 1], falling with the current
 */
export function simulatedErrorProbability(
  errors: LangevinErrors,
  operation: Operation,
  temperature_K: number,
  current_A: number,
): number {
  const closed = (current: number): number => crossingErrorProbability(operation, temperature_K, current);
  const magnitude_A = Math.abs(current_A);
  const cross = curveAt(errors.crossing, magnitude_A, closed);
  if (current_A >= 0) return cross;
  const hold = curveAt(errors.holding, magnitude_A, (current) => 1 - closed(-current));
  return 1 - Math.min(hold, cross);
}
