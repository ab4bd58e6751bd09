import { above, below, formatQuantity, violationsAmong } from "@neurofront/core";
import type { OperatingPoint, Violation } from "@neurofront/core";
import { boltzmann_J_K, mtjDividerState, poleLeavingSpinCurrent_A, shapeAnisotropy } from "@neurofront/physics";
import { readPush } from "./decision-error.ts";
import { dividerOf, equatorResistance_ohm, freeMagnetOf, scalesOf } from "./device.ts";
import { presetHeating_K } from "./heating.ts";
import { stripSection_m2 } from "./heavy-metal-strip.ts";
import { simulationCost } from "./macrospin-decision.ts";
import type { SheMtjDesign } from "./parameters.ts";
import { presetDrive } from "./preset-drive.ts";
import { lossRate_Hz } from "./retention.ts";

/** Largest lateral size at which a thin magnet reverses as one domain. Rule of thumb, a few domain-wall widths. */
const singleDomain_m = 60e-9;

/** Largest growth t / tau_D of the evaluation for which the linear Langevin equation was compared with the full equation. */
const largestGrowth = 1.5;

/**
 * Largest in-plane anisotropy, relative to the barrier, for which the uniaxial decision error holds, by Monte Carlo: no change is
 * seen at 0.007; at 0.07 the default magnet errs twice to four times as often with its long side across the strip, and hardly
 * decides with it along the strip, where the preset leaves it on a saddle.
 */
const largestInPlaneRatio = 0.01;

/** Current density that heavy metals stand for nanosecond pulses without electromigration. */
const largestDensity_A_m2 = 1e12;

/** Largest rise of temperature in a preset, so that magnetisation and anisotropy stay within a few per cent. Assumed. */
const largestHeating_K = 100;

/** Largest push of the read current, in asinh of the tilt, up to which the closed form was compared with Monte Carlo. */
const largestReadPush = 0.5;

/** Voltage that a thin MgO barrier stands for years of nanosecond pulses; about half of what breaks it at once. Assumed. */
const largestBarrierVoltage_V = 0.6;

/** Largest chance to lose the output by heat within one cycle. */
const largestLoss = 1e-3;

/** Reasons why no such device can be built or clocked. */
export function impossibilities(design: SheMtjDesign): Violation[] {
  const { presetOverdrive, presetVoltage_V, magnetWidth_m, magnetLength_m, stripWidth_m, stripLength_m } = design;
  const drive = presetDrive(design, scalesOf(design).presetSpinCurrent_A);
  const drop_V = drive.current_A * drive.strip_ohm;
  return violationsAmong([
    above(
      "impossible",
      "magnet-wider-than-strip",
      magnetWidth_m,
      stripWidth_m,
      `the magnet is ${formatQuantity(magnetWidth_m, "m")} wide on a strip of ${formatQuantity(stripWidth_m, "m")}`,
    ),
    above(
      "impossible",
      "magnet-longer-than-strip",
      magnetLength_m,
      stripLength_m,
      `the magnet is ${formatQuantity(magnetLength_m, "m")} long on a strip of ${formatQuantity(stripLength_m, "m")}`,
    ),
    atLeast(
      "preset-cannot-hold",
      presetOverdrive,
      1,
      `a preset of ${presetOverdrive} times the switching current cannot hold the equator; it takes more than 1`,
    ),
    atLeast(
      "preset-voltage",
      presetVoltage_V,
      drop_V,
      `the preset current drops ${formatQuantity(drop_V, "V")} along the strip; the supply has ${formatQuantity(presetVoltage_V, "V")}`,
    ),
  ]);
}

/** An impossibility unless `found` is strictly above `bound`; on the bound the amount is the least number above 0. */
function atLeast(code: string, found: number, bound: number, message: string): Violation | undefined {
  if (found === bound) return { kind: "impossible", code, message, amount: Number.EPSILON };
  return below("impossible", code, found, bound, message);
}

/** Rules of validity that a possible design breaks, and warnings. */
export function brokenRules(design: SheMtjDesign, operating: OperatingPoint): Violation[] {
  return [...deviceRules(design, operating), ...readRules(design, operating), ...fidelityRules(design)];
}

function deviceRules(design: SheMtjDesign, operating: OperatingPoint): Violation[] {
  const { magnetLength_m, magnetWidth_m, energyBarrier_J, interfaceAnisotropyLimit_J_m2 } = design;
  const scales = scalesOf(design);
  const largest_m = Math.max(magnetLength_m, magnetWidth_m);
  const pole_A = poleLeavingSpinCurrent_A(energyBarrier_J);
  const needed_J_m2 = shapeOf(design).interfaceAnisotropy_J_m2;
  const { current_A } = presetDrive(design, scales.presetSpinCurrent_A);
  const density_A_m2 = current_A / stripSection_m2(design);
  const heating_K = presetHeating_K(design, current_A);
  const cycle_s = design.evaluation_s + design.fallTime_s + design.readTime_s;
  const loss = cycle_s * lossRate_Hz(energyBarrier_J, scales.relaxation_s, operating.temperature_K);
  return violationsAmong([
    above(
      "invalid",
      "not-single-domain",
      largest_m,
      singleDomain_m,
      `the free magnet is ${formatQuantity(largest_m, "m")} large; it is one domain up to ${formatQuantity(singleDomain_m, "m")}`,
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
      needed_J_m2,
      interfaceAnisotropyLimit_J_m2,
      `barrier and thickness need an interface anisotropy of ${formatQuantity(needed_J_m2, "J/m^2")}; the material offers ${formatQuantity(interfaceAnisotropyLimit_J_m2, "J/m^2")}`,
    ),
    above(
      "invalid",
      "strip-current-density",
      density_A_m2,
      largestDensity_A_m2,
      `the preset drives ${formatQuantity(density_A_m2, "A/m^2")} through the strip; electromigration allows ${formatQuantity(largestDensity_A_m2, "A/m^2")}`,
    ),
    above(
      "invalid",
      "preset-heating",
      heating_K,
      largestHeating_K,
      `the preset heats the strip by ${formatQuantity(heating_K, "K")}; magnetisation and anisotropy are taken as constant up to ${formatQuantity(largestHeating_K, "K")}`,
    ),
    above(
      "invalid",
      "output-not-retained",
      loss,
      largestLoss,
      `heat turns the output over in ${loss.toPrecision(3)} of the cycles; legal is up to ${largestLoss}`,
    ),
    lowBarrier(energyBarrier_J, operating.temperature_K),
  ]);
}

function readRules(design: SheMtjDesign, operating: OperatingPoint): Violation[] {
  const { readTime_s, readVoltage_V, halfTmrVoltage_V } = design;
  const slowest = mtjDividerState(dividerOf(design), 0);
  const settling_s = 3 * slowest.timeConstant_s;
  const push = readPush(design);
  // A bound: every synapse of the column pulls the same way.
  const loading = operating.columnConductance_S * equatorResistance_ohm(design);
  const decision_V = (operating.inputVoltage_V * loading) / (1 + loading);
  const barrier_V = Math.max(slowest.midVoltage_V, decision_V);
  return violationsAmong([
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
      push,
      largestReadPush,
      `the read current tilts a magnet at its equator by ${push.toPrecision(3)}; the decision error is known up to ${largestReadPush}`,
    ),
    above(
      "invalid",
      "barrier-voltage",
      barrier_V,
      largestBarrierVoltage_V,
      `up to ${formatQuantity(barrier_V, "V")} stand across the barrier; it endures ${formatQuantity(largestBarrierVoltage_V, "V")}`,
    ),
    above(
      "invalid",
      "magnetoresistance-roll-off",
      readVoltage_V / 2,
      halfTmrVoltage_V,
      `the junction is read at ${formatQuantity(readVoltage_V / 2, "V")}, where less than half of its magnetoresistance is left; the roll-off is known to ${formatQuantity(halfTmrVoltage_V, "V")}`,
    ),
  ]);
}

/** What the chosen dynamics cannot answer for. */
function fidelityRules(design: SheMtjDesign): Violation[] {
  if (design.dynamics === "macrospin") {
    const cost = simulationCost(design);
    return violationsAmong([
      above(
        "invalid",
        "macrospin-too-long",
        cost,
        1,
        `the Monte Carlo would take ${cost.toPrecision(3)} times the steps that are legal; the closed form answers`,
      ),
    ]);
  }
  const growth = design.evaluation_s / scalesOf(design).relaxation_s;
  const { inPlaneRatio } = shapeOf(design);
  return violationsAmong([
    above(
      "invalid",
      "evaluation-beyond-linear-range",
      growth,
      largestGrowth,
      `the evaluation lasts ${growth.toPrecision(3)} relaxation times; the closed form is known up to ${largestGrowth}`,
    ),
    above(
      "invalid",
      "not-uniaxial",
      inPlaneRatio,
      largestInPlaneRatio,
      `the in-plane shape anisotropy is ${inPlaneRatio.toPrecision(3)} of the barrier; the closed form is known up to ${largestInPlaneRatio}`,
    ),
  ]);
}

/** Shape anisotropy of a design's magnet against its barrier. */
export function shapeOf(design: SheMtjDesign): ReturnType<typeof shapeAnisotropy> {
  const { magnetLength_m, magnetWidth_m, magnetThickness_m } = design;
  return shapeAnisotropy(freeMagnetOf(design), {
    length_m: magnetLength_m,
    width_m: magnetWidth_m,
    thickness_m: magnetThickness_m,
  });
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
