import { above, below, formatQuantity, violationsAmong } from "@neurofront/core";
import type { OperatingPoint, Violation } from "@neurofront/core";
import {
  boltzmann_J_K,
  meanReadCurrent_A,
  mtjDividerState,
  poleLeavingSpinCurrent_A,
  shapeAnisotropy,
} from "@neurofront/physics";
import { channelSection_m2, injectorArea_m2, presetDrive } from "./charge-path.ts";
import { dividerOf, outputMagnetOf, scalesOf } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";

/** Largest lateral size at which a thin magnet reverses as one domain. Rule of thumb, a few domain-wall widths. */
const singleDomain_m = 60e-9;

/** Largest growth t / tau_D of the evaluation for which the linear Langevin equation was compared with the full equation. */
const largestGrowth = 1.5;

/**
 * Largest in-plane anisotropy, relative to the barrier, for which the uniaxial decision error holds within 20 %: Monte Carlo of
 * the full equation (20 kT, damping 0.01, spin current 3 uA) gives, after the fall, an error 0.9, 1.1 and 1.5 times the uniaxial
 * one at 0.04, 0.07 and 0.15.
 */
const largestInPlaneRatio = 0.07;

/** Current density that copper and thin magnets stand for nanosecond pulses without damage or much heating. */
const largestDensity_A_m2 = 1e12;

/** Part of the switching current that the read current may inject into the output magnet. */
const largestDisturbance = 0.2;

/** Reasons why no such device can be built or clocked. */
export function impossibilities(design: LsvDesign): Violation[] {
  const { injectorDetectorDistance_m, injectorLength_m, magnetWidth_m, magnetLength_m, channelWidth_m } = design;
  const { presetOverdrive, presetVoltage_V } = design;
  const { presetSpinCurrent_A } = scalesOf(design);
  const drive = presetDrive(design, presetSpinCurrent_A);
  const closest_m = (injectorLength_m + magnetWidth_m) / 2;
  const drop_V = drive.current_A * drive.path_ohm;
  return violationsAmong([
    below(
      "impossible",
      "injector-overlaps-output",
      injectorDetectorDistance_m,
      closest_m,
      `injector and output magnet are ${formatQuantity(injectorDetectorDistance_m, "m")} apart and need ${formatQuantity(closest_m, "m")}`,
    ),
    above(
      "impossible",
      "output-wider-than-channel",
      magnetLength_m,
      channelWidth_m,
      `the output magnet is ${formatQuantity(magnetLength_m, "m")} long across a channel of ${formatQuantity(channelWidth_m, "m")}`,
    ),
    atMost(
      "preset-cannot-hold",
      1,
      presetOverdrive,
      `a preset of ${presetOverdrive} times the switching current cannot hold the equator; it takes more than 1`,
    ),
    atMost(
      "preset-voltage",
      drop_V,
      presetVoltage_V,
      `the preset current drops ${formatQuantity(drop_V, "V")} before its switch; the supply has ${formatQuantity(presetVoltage_V, "V")}`,
    ),
  ]);
}

/** An impossibility unless `found` is strictly above `bound`; on the bound the amount is the least number above 0. */
function atMost(code: string, bound: number, found: number, message: string): Violation | undefined {
  if (found === bound) return { kind: "impossible", code, message, amount: Number.EPSILON };
  return below("impossible", code, found, bound, message);
}

/** Rules of validity that a possible design breaks, and warnings. */
export function brokenRules(design: LsvDesign, operating: OperatingPoint): Violation[] {
  const { magnetLength_m, magnetWidth_m, magnetThickness_m, energyBarrier_J, evaluation_s, readTime_s } = design;
  const magnet = outputMagnetOf(design);
  const scales = scalesOf(design);
  const largest_m = Math.max(magnetLength_m, magnetWidth_m);
  const growth = evaluation_s / scales.relaxation_s;
  const pole_A = poleLeavingSpinCurrent_A(energyBarrier_J);
  const shape = shapeAnisotropy(magnet, {
    length_m: magnetLength_m,
    width_m: magnetWidth_m,
    thickness_m: magnetThickness_m,
  });
  const limit_J_m2 = design.interfaceAnisotropyLimit_J_m2;
  const presetCurrent_A = presetDrive(design, scales.presetSpinCurrent_A).current_A;
  const section_m2 = channelSection_m2(design);
  // The whole column current is a bound: in a differential array the halves of a pair cancel in part.
  const density = (place: string, found_A_m2: number): Violation | undefined =>
    above(
      "invalid",
      `${place}-current-density`,
      found_A_m2,
      largestDensity_A_m2,
      `${formatQuantity(found_A_m2, "A/m^2")} in the ${place.replaceAll("-", " ")}; legal is up to ${formatQuantity(largestDensity_A_m2, "A/m^2")}`,
    );
  const divider = dividerOf(design);
  const settling_s = 3 * mtjDividerState(divider, 0).timeConstant_s;
  const disturbance_A = junctionPolarisation(design.tunnelMagnetoresistance) * meanReadCurrent_A(divider);
  const tolerated_A = largestDisturbance * scales.switchingSpinCurrent_A;
  return violationsAmong([
    above(
      "invalid",
      "not-single-domain",
      largest_m,
      singleDomain_m,
      `the output magnet is ${formatQuantity(largest_m, "m")} large; it is one domain up to ${formatQuantity(singleDomain_m, "m")}`,
    ),
    above(
      "invalid",
      "evaluation-beyond-linear-range",
      growth,
      largestGrowth,
      `the evaluation lasts ${growth.toPrecision(3)} relaxation times; the decision error is known up to ${largestGrowth}`,
    ),
    below(
      "invalid",
      "preset-stays-at-pole",
      scales.presetSpinCurrent_A,
      pole_A,
      `a preset spin current of ${formatQuantity(scales.presetSpinCurrent_A, "A")} does not leave the pole; it takes ${formatQuantity(pole_A, "A")}`,
    ),
    above(
      "invalid",
      "anisotropy-not-available",
      shape.interfaceAnisotropy_J_m2,
      limit_J_m2,
      `barrier and thickness need an interface anisotropy of ${formatQuantity(shape.interfaceAnisotropy_J_m2, "J/m^2")}; the material offers ${formatQuantity(limit_J_m2, "J/m^2")}`,
    ),
    above(
      "invalid",
      "not-uniaxial",
      shape.inPlaneRatio,
      largestInPlaneRatio,
      `the in-plane shape anisotropy is ${shape.inPlaneRatio.toPrecision(3)} of the barrier; the decision error is known up to ${largestInPlaneRatio}`,
    ),
    density("injector", operating.columnCurrent_A / injectorArea_m2(design)),
    density("ground-lead", operating.columnCurrent_A / section_m2),
    density("preset-magnet", presetCurrent_A / design.presetContactArea_m2),
    density("preset-lead", presetCurrent_A / section_m2),
    above(
      "invalid",
      "read-not-settled",
      settling_s,
      readTime_s,
      `the read lasts ${formatQuantity(readTime_s, "s")}; three time constants of its node are ${formatQuantity(settling_s, "s")}`,
    ),
    above(
      "invalid",
      "read-disturb",
      disturbance_A,
      tolerated_A,
      `the read current injects a spin current of ${formatQuantity(disturbance_A, "A")}; tolerated is ${formatQuantity(tolerated_A, "A")}`,
    ),
    lowBarrier(energyBarrier_J, operating.temperature_K),
  ]);
}

/** Spin polarisation of a junction with equal electrodes: sqrt(TMR / (2 + TMR)) (Julliere, Phys. Lett. A 54, 225 (1975)). */
function junctionPolarisation(tunnelMagnetoresistance: number): number {
  return Math.sqrt(tunnelMagnetoresistance / (2 + tunnelMagnetoresistance));
}

function lowBarrier(energyBarrier_J: number, temperature_K: number): Violation | undefined {
  const thermal_J = boltzmann_J_K * temperature_K;
  if (energyBarrier_J >= 10 * thermal_J) return undefined;
  return {
    kind: "warning",
    code: "low-barrier",
    message: `the barrier is ${(energyBarrier_J / thermal_J).toPrecision(3)} kT: the output does not keep for a microsecond`,
    amount: 0,
  };
}
