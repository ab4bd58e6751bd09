import { above, below, formatQuantity, violationsAmong } from "@neurofront/core";
import type { OperatingPoint, Violation } from "@neurofront/core";
import { boltzmann_J_K, meanReadCurrent_A, mtjDividerState, poleLeavingSpinCurrent_A } from "@neurofront/physics";
import { groundLeadSection_m2, injectorArea_m2, presetDrive } from "./charge-path.ts";
import { cycleSteps } from "./cycle-simulation.ts";
import { dividerOf, scalesOf, shapeOf } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";
import { cycleOf } from "./simulated-cycle.ts";
import { simulatedThreshold_A, tabulatedSignals_A } from "./simulated-error.ts";

/** Largest lateral size at which a thin magnet reverses as one domain. Rule of thumb, a few domain-wall widths. */
const singleDomain_m = 60e-9;

/** Largest growth t / tau_D of the evaluation for which the linear Langevin equation was compared with the full equation. */
const largestGrowth = 1.5;

/**
 * Largest in-plane anisotropy, relative to the barrier, for which the uniaxial decision error holds within 20 % down to errors of
 * 6 %: Monte Carlo of the full equation (20 kT, damping 0.01, 1 ns and 4 ns of fall) gives 1.10, 1.16 and 2.1 times the uniaxial
 * error at 3, 5 and 7 uA of spin current for 0.02, and 1.2, 1.7 and 4.9 times for 0.07. The magnet leaves such a saddle by
 * precession, at a rate of gamma0 H_k times the root of this ratio, not by damping.
 */
const largestInPlaneRatio = 0.02;

/** Spin-diffusion lengths from which a side arm takes spin like an infinite one, within 0.5 %: tanh(3). */
const shortestArm = 3;

/** Current density that copper and thin magnets stand for nanosecond pulses without damage or much heating. */
const largestDensity_A_m2 = 1e12;

/** Part of the switching current that the read current may inject into the output magnet. */
const largestDisturbance = 0.2;

/** Most steps of magnets in one simulation, one to two seconds of work. */
const largestSimulation = 2e7;

/** Least barrier, in kT, for which a magnet starts from a well. */
const leastWell = 4;

/** Reasons why no such device can be built or clocked, or why the model has no answer for it. */
export function impossibilities(design: LsvDesign, { temperature_K }: OperatingPoint): Violation[] {
  if (design.dynamics === "closed-form") return [...unbuildable(design), ...noClosedForm(design)];
  const violations = unanswerable(design, temperature_K);
  return violations.length > 0 ? violations : neverSwitching(design, temperature_K);
}

/** Why no such device can be built, or why it cannot be simulated. */
export function unanswerable(design: LsvDesign, temperature_K: number): Violation[] {
  return [...unbuildable(design), ...unsimulable(design, temperature_K)];
}

function unbuildable(design: LsvDesign): Violation[] {
  const { injectorDetectorDistance_m, injectorLength_m, magnetWidth_m, magnetLength_m, channelWidth_m } = design;
  const closest_m = (injectorLength_m + magnetWidth_m) / 2;
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
    ...(design.clocking === "bennett" ? undrivable(design) : []),
  ]);
}

/** What keeps a preset from being driven. */
function undrivable(design: LsvDesign): (Violation | undefined)[] {
  const { presetOverdrive, presetVoltage_V, presetFallTime_s, evaluation_s } = design;
  const drive = presetDrive(design, scalesOf(design).presetSpinCurrent_A);
  const drop_V = drive.current_A * drive.path_ohm;
  return [
    design.dynamics === "macrospin"
      ? undefined
      : atMost(
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
    above(
      "impossible",
      "preset-outlasts-evaluation",
      presetFallTime_s,
      evaluation_s,
      `the preset falls for ${formatQuantity(presetFallTime_s, "s")} of an evaluation of ${formatQuantity(evaluation_s, "s")}`,
    ),
  ];
}

function noClosedForm({ magnet }: LsvDesign): Violation[] {
  if (magnet === "perpendicular") return [];
  const message =
    "an in-plane magnet sheds its energy over many turns, for which there is no closed form; use dynamics macrospin";
  return [{ kind: "impossible", code: "in-plane-needs-macrospin", message, amount: 1 }];
}

/** What a simulation cannot do: a magnet without a well, and more work than is bearable. */
function unsimulable(design: LsvDesign, temperature_K: number): Violation[] {
  const stability = design.energyBarrier_J / (boltzmann_J_K * temperature_K);
  const signals_A = tabulatedSignals_A(design, temperature_K);
  const work = cycleSteps(cycleOf(design, temperature_K), signals_A.at(-1)!) * signals_A.length * design.runs;
  return violationsAmong([
    below(
      "impossible",
      "no-well",
      stability,
      leastWell,
      `the barrier is ${stability.toPrecision(3)} kT: there is no output to start from below ${leastWell} kT`,
    ),
    above(
      "impossible",
      "simulation-too-long",
      work,
      largestSimulation,
      `${work.toPrecision(3)} steps of magnets; at most ${largestSimulation.toPrecision(3)} are simulated: fewer runs or shorter phases`,
    ),
  ]);
}

function neverSwitching(design: LsvDesign, temperature_K: number): Violation[] {
  if (simulatedThreshold_A(design, temperature_K) < Infinity) return [];
  const message = "no simulated signal reverses the output within the evaluation more often than not";
  return [{ kind: "impossible", code: "never-switches", message, amount: 1 }];
}

/** An impossibility unless `found` is strictly above `bound`; on the bound the amount is the least number above 0. */
function atMost(code: string, bound: number, found: number, message: string): Violation | undefined {
  if (found === bound) return { kind: "impossible", code, message, amount: Number.EPSILON };
  return below("impossible", code, found, bound, message);
}

/** Rules of validity that a possible design breaks, and warnings. */
export function brokenRules(design: LsvDesign, operating: OperatingPoint): Violation[] {
  const { magnetLength_m, magnetWidth_m, energyBarrier_J, readTime_s } = design;
  const scales = scalesOf(design);
  const largest_m = Math.max(magnetLength_m, magnetWidth_m);
  const presetCurrent_A = presetDrive(design, scales.presetSpinCurrent_A).current_A;
  const section_m2 = groundLeadSection_m2(design);
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
    ...(design.dynamics === "closed-form" ? brokenByClosedForm(design) : []),
    ...(design.transport === "closed-form" ? brokenByClosedTransport(design) : []),
    design.magnet === "perpendicular" ? anisotropyNotAvailable(design) : undefined,
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

/** Ranges of the closed-form dynamics: uniaxial perpendicular magnet, small tilts, a preset that reaches the equator. */
function brokenByClosedForm(design: LsvDesign): (Violation | undefined)[] {
  const scales = scalesOf(design);
  const pole_A = poleLeavingSpinCurrent_A(design.energyBarrier_J);
  const { inPlaneRatio } = shapeOf(design);
  const uniaxial = above(
    "invalid",
    "not-uniaxial",
    inPlaneRatio,
    largestInPlaneRatio,
    `the in-plane shape anisotropy is ${inPlaneRatio.toPrecision(3)} of the barrier; the decision error is known up to ${largestInPlaneRatio}`,
  );
  if (design.clocking === "none") return [uniaxial];
  const growth = design.evaluation_s / scales.relaxation_s;
  return [
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
    uniaxial,
  ];
}

/** Ranges of the closed-form transport: one injector, arms as good as infinite, no other place where spin goes. */
function brokenByClosedTransport(design: LsvDesign): (Violation | undefined)[] {
  const shortest = Math.min(design.injectorArm_m, design.outputArm_m) / design.spinDiffusionLength_m;
  const circuit = (code: string, has: string): Violation => ({
    kind: "invalid",
    code,
    message: `the closed form knows no ${has}; use transport nodal`,
    amount: 1,
  });
  return [
    below(
      "invalid",
      "side-arms-not-long",
      shortest,
      shortestArm,
      `a side arm is ${shortest.toPrecision(3)} spin-diffusion lengths long; the closed form takes it as infinite, which holds from ${shortestArm}`,
    ),
    design.injectors === "pair" ? circuit("closed-form-of-pair", "second injector") : undefined,
    design.groundLead === "spin-sink" ? circuit("closed-form-of-sink", "spin sink") : undefined,
  ];
}

function anisotropyNotAvailable(design: LsvDesign): Violation | undefined {
  const { interfaceAnisotropy_J_m2: needed_J_m2 } = shapeOf(design);
  return above(
    "invalid",
    "anisotropy-not-available",
    needed_J_m2,
    design.interfaceAnisotropyLimit_J_m2,
    `barrier and thickness need an interface anisotropy of ${formatQuantity(needed_J_m2, "J/m^2")}; the material offers ${formatQuantity(design.interfaceAnisotropyLimit_J_m2, "J/m^2")}`,
  );
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
