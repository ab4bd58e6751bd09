import { above, below, violationsAmong } from "@neurofront/core";
import type { Violation } from "@neurofront/core";
import { boltzmann_J_K, domainWallMotion, LARGEST_CURIE_SHARE } from "@neurofront/physics";
import type { DomainWall } from "@neurofront/physics";
import type { DomainWallMemristorDesign } from "./parameters.ts";
import { driveAt } from "./wall.ts";

/** Heating and electromigration: no device is driven harder for long. */
const LARGEST_DENSITY_A_M2 = 1e12;

/** Closest places that notches can hold a wall at. */
const CLOSEST_PLACES_M = 20e-9;

/** Bias up to which the roll-off of a tunnel magnetoresistance is a Lorentzian. */
const LARGEST_BIAS_V = 0.5;

interface Found {
  readonly wall: DomainWall;
  readonly critical_A: number;
  readonly readCurrent_A: number;
  readonly inputVoltage_V: number;
  readonly temperature_K: number;
}

/** The rules that a design with a wall breaks. */
export function brokenRules(design: DomainWallMemristorDesign, found: Found): Violation[] {
  const { wall, critical_A, readCurrent_A, inputVoltage_V, temperature_K } = found;
  const largest_K = LARGEST_CURIE_SHARE * design.curieTemperature_K;
  const { writeCurrent_A, width_m, thickness_m, pinningPitch_m, length_m } = design;
  const section_m2 = width_m * thickness_m;
  const density_A_m2 = writeCurrent_A / section_m2;
  const { walkerRatio } = domainWallMotion(wall, driveAt(design, wall, writeCurrent_A));
  const uA = (current_A: number): string => `${(current_A * 1e6).toPrecision(3)} uA`;
  return violationsAmong([
    above(
      "invalid",
      "near-curie-temperature",
      temperature_K,
      largest_K,
      `the film is at ${temperature_K} K; the laws of its material hold up to ${largest_K.toPrecision(4)} K, ${LARGEST_CURIE_SHARE} of its Curie temperature`,
    ),
    below(
      "invalid",
      "wall-stays-pinned",
      writeCurrent_A,
      critical_A,
      `a write current of ${uA(writeCurrent_A)} does not move the wall; a barrier of ${(design.pinningBarrier_J / (boltzmann_J_K * 300)).toPrecision(3)} kT every ${(pinningPitch_m * 1e9).toPrecision(3)} nm holds it up to ${uA(critical_A)}, ${(critical_A / section_m2).toPrecision(3)} A/m^2`,
    ),
    above(
      "invalid",
      "write-density",
      density_A_m2,
      LARGEST_DENSITY_A_M2,
      `the write current has a density of ${density_A_m2.toPrecision(3)} A/m^2; strips bear ${LARGEST_DENSITY_A_M2} A/m^2`,
    ),
    above(
      "invalid",
      "walker-breakdown",
      walkerRatio,
      1,
      `the write current is ${walkerRatio.toPrecision(3)} of that at which the wall begins to turn over`,
    ),
    above(
      "invalid",
      "read-disturb",
      readCurrent_A,
      critical_A,
      `a read current of ${uA(readCurrent_A)} along the strip moves the wall, which is held up to ${uA(critical_A)}`,
    ),
    below(
      "invalid",
      "places-too-close",
      pinningPitch_m,
      CLOSEST_PLACES_M,
      `places ${(pinningPitch_m * 1e9).toPrecision(3)} nm apart are closer than notches of ${CLOSEST_PLACES_M * 1e9} nm can be`,
    ),
    below(
      "invalid",
      "strip-shorter-than-wall",
      length_m,
      2 * Math.PI * wall.wallParameter_m,
      `a strip of ${(length_m * 1e9).toPrecision(3)} nm is shorter than two walls, ${(2e9 * Math.PI * wall.wallParameter_m).toPrecision(3)} nm`,
    ),
    above(
      "invalid",
      "dmi-above-critical",
      wall.dmi_J_m2,
      wall.criticalDmi_J_m2,
      `a Dzyaloshinskii-Moriya interaction of ${wall.dmi_J_m2.toPrecision(3)} J/m^2 exceeds ${wall.criticalDmi_J_m2.toPrecision(3)} J/m^2, from which on the film is not uniform`,
    ),
    above(
      "invalid",
      "bias-above-law",
      inputVoltage_V,
      LARGEST_BIAS_V,
      `the magnetoresistance is known up to ${LARGEST_BIAS_V} V; the input level is ${inputVoltage_V} V`,
    ),
  ]);
}
