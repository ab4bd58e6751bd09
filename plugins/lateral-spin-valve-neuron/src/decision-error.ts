import type { Decision } from "@neurofront/core";
import {
  boltzmann_J_K,
  bracketedRoot,
  fallenTilt,
  fallingReadErrorProbability,
  heldVariance,
  mtjReadErrorProbability,
  thermalVariance,
  tiltBelowProbability,
} from "@neurofront/physics";
import type { Tilt } from "@neurofront/physics";
import { dividerOf, outputMagnetOf, scalesOf } from "./device.ts";
import { saddleHoldingSpinCurrent_A } from "./in-plane-magnet.ts";
import type { LsvDesign } from "./parameters.ts";
import { releasedTilt } from "./preset-release.ts";
import { simulatedErrorProbability, simulatedThreshold_A } from "./simulated-error.ts";
import { transferEfficiency } from "./transfer.ts";
import { writeErrorProbability } from "./write-error.ts";

/**
 * Chance that a decision comes out wrong, by the design's dynamics and clocking. The net current enters the injector with its
 * sign and injects eta times as much spin.
 */
export function decisionErrorProbability(design: LsvDesign, temperature_K: number, decision: Decision): number {
  const spinCurrent_A = signalSpinCurrent_A(design, decision.netCurrent_A);
  if (design.dynamics === "macrospin")
    return simulatedErrorProbability(design, temperature_K, spinCurrent_A, decision.mustSwitch);
  return closedFormErrorProbability(design, temperature_K, spinCurrent_A, decision.mustSwitch);
}

/** Spin current that a net charge current brings to an output magnet on its equator, or at its pole when there is no preset. */
export function signalSpinCurrent_A(design: LsvDesign, netCurrent_A: number): number {
  return signalEfficiency(design) * netCurrent_A;
}

function signalEfficiency(design: LsvDesign): number {
  return transferEfficiency(design, design.clocking === "none" ? "longitudinal" : "transverse");
}

/** The decision error of a perpendicular magnet in closed form. */
export function closedFormErrorProbability(
  design: LsvDesign,
  temperature_K: number,
  spinCurrent_A: number,
  mustSwitch: boolean,
): number {
  const overdrive = spinCurrent_A / scalesOf(design).switchingSpinCurrent_A;
  return design.clocking === "none"
    ? unclockedError(design, temperature_K, overdrive, mustSwitch)
    : bennettError(design, temperature_K, overdrive);
}

/**
 * Mean over the two outputs that the neuron may have held before, of which the preset leaves the tilt +- residual; 0.5 for a
 * preset that cannot hold the equator.
 */
function bennettError(design: LsvDesign, temperature_K: number, overdrive: number): number {
  const { presetOverdrive } = design;
  if (presetOverdrive <= 1) return 0.5;
  const scales = scalesOf(design);
  const noise = thermalVariance(design.energyBarrier_J, temperature_K);
  const variance = heldVariance(presetOverdrive, noise);
  // With the signal on, the preset holds the magnet off the equator.
  const held = design.rowsDriven === "evaluation" ? 0 : overdrive / (presetOverdrive - 1);
  const release_s = Math.min(design.presetFallTime_s, design.evaluation_s);
  const growth = (design.evaluation_s - release_s) / scales.relaxation_s;
  let error = 0;
  for (const residual of [scales.presetResidual, -scales.presetResidual]) {
    const start = { mean: held + residual, variance };
    const released = releasedTilt(start, overdrive, presetOverdrive, release_s / scales.relaxation_s, noise);
    error += readError(design, fallenTilt(released, overdrive, growth, noise), noise) / 2;
  }
  return Math.min(1, error);
}

/** Error of a read after the evaluation has left a tilt. */
function readError(design: LsvDesign, evaluated: Tilt, noise: number): number {
  const { readTime_s, senseThresholdSpread_V } = design;
  const divider = dividerOf(design);
  if (design.fall === "complete")
    return composed(
      tiltBelowProbability(evaluated),
      mtjReadErrorProbability(divider, readTime_s, senseThresholdSpread_V),
    );
  const laterGrowth = (design.fallTime_s + readTime_s) / scalesOf(design).relaxation_s;
  const read = fallenTilt(evaluated, 0, laterGrowth, noise);
  return fallingReadErrorProbability(read, divider, readTime_s, senseThresholdSpread_V);
}

/** One of two independent errors happens, but not both. */
function composed(wrong: number, misread: number): number {
  return wrong * (1 - misread) + misread * (1 - wrong);
}

/** Write error from equilibrium, read as fallen: a magnet that has passed the equator counts as arrived. */
function unclockedError(design: LsvDesign, temperature_K: number, overdrive: number, mustSwitch: boolean): number {
  const misread = mtjReadErrorProbability(dividerOf(design), design.readTime_s, design.senseThresholdSpread_V);
  if (mustSwitch) return composed(notReversed(design, temperature_K, overdrive), misread);
  return composed(1 - notReversed(design, temperature_K, -overdrive), misread);
}

function notReversed(design: LsvDesign, temperature_K: number, overdrive: number): number {
  const stability = design.energyBarrier_J / (boltzmann_J_K * temperature_K);
  return writeErrorProbability(overdrive, design.evaluation_s / scalesOf(design).relaxation_s, stability);
}

/** Net current at which half of the decisions that must switch are right: 0 with a preset, which forgets the old output. */
export function thresholdCurrent_A(design: LsvDesign, temperature_K: number): number {
  if (design.clocking === "bennett") return 0;
  if (design.dynamics === "macrospin") return simulatedThreshold_A(design, temperature_K) / signalEfficiency(design);
  const excess = (overdrive: number): number => notReversed(design, temperature_K, overdrive) - 0.5;
  let high = 2;
  while (excess(high) > 0) high *= 2;
  const overdrive = bracketedRoot(excess, { low: 0, high });
  return (overdrive * scalesOf(design).switchingSpinCurrent_A) / signalEfficiency(design);
}

/**
 * Net current that shifts the decision as much as a preset misaligned by an angle. A perpendicular magnet is held at a tilt of
 * that angle, which grows as e^y, the current acts as i (e^y - 1). An in-plane one leaves its saddle by the rate
 * gamma0 sqrt(H_k H_d), and the angle acts at most as that part of the holding current. 0 without a preset.
 */
export function misalignmentCurrent_A(design: LsvDesign): number {
  if (design.clocking === "none") return 0;
  const efficiency = signalEfficiency(design);
  if (design.magnet === "in-plane")
    return (design.presetMisalignment_rad * saddleHoldingSpinCurrent_A(outputMagnetOf(design))) / efficiency;
  const scales = scalesOf(design);
  const growth = design.evaluation_s / scales.relaxation_s;
  const overdrive = design.presetMisalignment_rad / -Math.expm1(-growth);
  return (overdrive * scales.switchingSpinCurrent_A) / efficiency;
}
