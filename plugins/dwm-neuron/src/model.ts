import { delay_s } from "@neurofront/core";
import type { AreaEntry, NeuronCharacter, OperatingPoint, Phase, Violation } from "@neurofront/core";
import { defineNeuron } from "@neurofront/plugin-kit";
import {
  boltzmann_J_K,
  depinningForce_N,
  domainWallAngle_rad,
  domainWallDiffusivity_m2_s,
  meanReadCurrent_A,
  wilsonInterval,
} from "@neurofront/physics";
import { crossingErrorOf, decisionErrorProbability } from "./decision-error.ts";
import { temperatureRise_K, thermalResistance_K_W } from "./heating.ts";
import { integratedMotionOf } from "./integrated-motion.ts";
import { isSimulated, langevinErrorsOf } from "./langevin-error.ts";
import { operationOf } from "./operation.ts";
import type { Operation } from "./operation.ts";
import { parameters } from "./parameters.ts";
import type { DwmDesign } from "./parameters.ts";
import { presets } from "./presets.ts";
import {
  dividerOf,
  nodeEnergy,
  readDuration_s,
  readEnergy,
  readErrorProbability,
  readSwing_V,
  readTimeConstant_s,
} from "./read-path.ts";
import { referencePoints } from "./reference-points.ts";
import { resetEnergy, resetPhases } from "./reset.ts";
import { digitalEnergy, inverterCount } from "./sense.ts";
import { dwmSpice } from "./spice.ts";
import { readDisturbProbability, retention_s } from "./state-keeping.ts";
import { trends } from "./trends.ts";
import { brokenRules } from "./validity.ts";
import { errorCurrentView } from "./views/error-current.ts";
import { errorTimeView } from "./views/error-time.ts";
import { hysteresisView } from "./views/hysteresis.ts";
import { speedView } from "./views/speed.ts";
import { trajectoryView } from "./views/trajectory.ts";
import { criticalCurrent_A, driveAt } from "./wall-drive.ts";
import { crossingErrorProbability, halfErrorCurrent_A } from "./write-error.ts";

/**
 * The domain-wall-magnet neuron of Sharad, Fan, Roy, J. Appl. Phys. 114, 234906 (2013), figure 3: the net synapse current
 * pushes one domain wall along a free strip, a junction over the strip reads on which side the wall is.
 * Three fidelities of one wall: the closed form of the one-dimensional q-phi model with drift and diffusion at finite
 * temperature, the integrated q-phi equations, and many such walls with thermal fields.
 */
export const dwmNeuron = defineNeuron({
  id: "dwm-neuron",
  title: "Domain-wall-magnet neuron",
  parameters,
  presets,
  views: [trajectoryView, speedView, errorCurrentView, errorTimeView, hysteresisView],
  trends,
  referencePoints,
  characterize(design, operating) {
    const operation = operationOf(design, operating.temperature_K);
    if (operation.status === "impossible") return operation;
    const errorAt = crossingErrorOf(design, operation, operating.temperature_K);
    const errorAtSwitching = errorAt(design.switchingCurrent_A);
    const threshold_A = thresholdCurrent_A(design, operating.temperature_K, errorAt, errorAtSwitching);
    if (threshold_A === undefined)
      return { status: "impossible", violations: [noThreshold(errorAtSwitching, operating)] };
    return characterOf(design, operation, operating, { threshold_A, errorAtSwitching });
  },
  errorProbability: (design, operating, decision) =>
    decisionErrorProbability(design, operating.temperature_K, decision),
  spice: dwmSpice,
});

function characterOf(
  design: DwmDesign,
  operation: Operation,
  operating: OperatingPoint,
  found: { readonly threshold_A: number; readonly errorAtSwitching: number },
): { readonly status: "ok" } & NeuronCharacter {
  const { path, write_s } = operation;
  const { temperature_K } = operating;
  const phases: Phase[] = [
    ...resetPhases(design, operation),
    { phase: "evaluate", duration_s: write_s, formula: "crossing time of the wall at switchingCurrent_A" },
    {
      phase: "read",
      duration_s: readDuration_s(design),
      formula: design.sense === "latch" ? "readTime_s + latchTime_s" : "readTime_s",
    },
  ];
  return {
    status: "ok",
    inputResistance_ohm: path.resistance_ohm,
    thresholdCurrent_A: found.threshold_A,
    offsetSpread_V: 0,
    offsetSpread_A: 0,
    phases,
    synapsesDriven_s: write_s,
    cycle_s: delay_s(phases, operating.conventions.readTiming),
    energy: [...resetEnergy(design, operation), readEnergy(design), nodeEnergy(design), ...digitalEnergy(design)],
    area: areaOf(design),
    violations: brokenRules(design, operation, temperature_K),
    quantities: quantitiesOf(design, operation, operating, found.errorAtSwitching),
  };
}

/** At 0 K the deterministic threshold; a neuron that is reset has none, for one output has to cross and the other to stay. */
function thresholdCurrent_A(
  { memory, switchingCurrent_A }: DwmDesign,
  temperature_K: number,
  errorAt: (current_A: number) => number,
  error: number,
): number | undefined {
  if (memory === "reset") return 0;
  return temperature_K === 0
    ? switchingCurrent_A
    : halfErrorCurrent_A(errorAt, { current_A: switchingCurrent_A, error });
}

/** A wall that crosses once, without noise, but that no current drives steadily enough against thermal agitation. */
function noThreshold(error: number, { temperature_K }: OperatingPoint): Violation {
  return {
    kind: "impossible",
    code: "no-threshold",
    message: `no current makes half of the decisions right at ${temperature_K} K: the wall has no steady motion; at switchingCurrent_A ${(100 * error).toPrecision(3)} % fail`,
    amount: Math.max(Number.MIN_VALUE, error - 0.5),
  };
}

function areaOf(design: DwmDesign): AreaEntry[] {
  const { length_m, width_m, inverterArea_m2 } = design;
  return [
    {
      part: "magnets",
      // The free domain with a square fixed domain at each end, and a reference junction as large as the free domain.
      area_m2: 2 * (length_m + width_m) * width_m,
      formula: "2 (length_m + width_m) width_m",
    },
    {
      part: "sense and buffer inverters",
      area_m2: inverterCount(design) * inverterArea_m2,
      formula: `${inverterCount(design)} inverterArea_m2`,
    },
  ];
}

function quantitiesOf(
  design: DwmDesign,
  operation: Operation,
  operating: OperatingPoint,
  writeErrorAtSwitchingCurrent: number,
): Readonly<Record<string, number>> {
  const { wall, path, motion, write_s } = operation;
  const { switchingCurrent_A, length_m } = design;
  const { temperature_K } = operating;
  const drive = driveAt(wall, path, switchingCurrent_A);
  const divider = dividerOf(design);
  const diffusivity = domainWallDiffusivity_m2_s(wall, temperature_K);
  const integrated = design.fidelity === "closed-form" ? undefined : integratedMotionOf(operation, drive);
  // Written to one object: merging several would cost more than what is in them.
  const quantities: Record<string, number> = {
    effectiveAnisotropy_J_m3: wall.effectiveAnisotropy_J_m3,
    wallParameter_m: wall.wallParameter_m,
    shapeField_A_m: wall.shapeField_A_m,
    dmi_J_m2: wall.dmi_J_m2,
    criticalDmi_J_m2: wall.criticalDmi_J_m2,
    magnetDensity_A_m2: path.magnetDensity_A_m2_A * switchingCurrent_A,
    heavyMetalDensity_A_m2: path.heavyMetalDensity_A_m2_A * switchingCurrent_A,
    spinDrift_m_s: drive.drift_m_s,
    spinHallField_A_m: drive.spinHallField_A_m,
    wallSpeed_m_s: integrated?.speed_m_s ?? motion.speed_m_s,
    wallAngle_rad: integrated?.angle_rad ?? domainWallAngle_rad(wall, drive),
    relaxation_s: motion.relaxation_s,
    coasting_m: integrated?.coasting_m ?? motion.speed_m_s * motion.relaxation_s,
    writeResistance_ohm: path.resistance_ohm,
    thermalResistance_K_W: thermalResistance_K_W(design),
    temperatureRise_K: temperatureRise_K(design, operation),
    diffusivity_m2_s: diffusivity,
    // How far a free wall wanders, rms, in a write without current.
    diffusionLength_m: Math.sqrt(2 * diffusivity * write_s),
    writeErrorAtSwitchingCurrent,
    readCurrent_A: meanReadCurrent_A(divider),
    readSwing_V: readSwing_V(divider),
    readTimeConstant_s: readTimeConstant_s(divider),
    readError: readErrorProbability(design),
    readDisturb: readDisturbProbability(design, operation, temperature_K),
  };
  if (temperature_K > 0) quantities["driveWorkPerThermalEnergy"] = (motion.speed_m_s * length_m) / diffusivity;
  addKeeping(quantities, operation, temperature_K);
  if (design.memory === "reset" && temperature_K > 0)
    quantities["resetError"] = crossingErrorProbability(
      { wall, path, track: operation.track, write_s: operation.reset_s },
      temperature_K,
      design.resetCurrent_A,
    );
  addSimulation(quantities, design, operation, temperature_K);
  return quantities;
}

/** How well the state is kept, and what depinning takes; numbers that would not be finite are left out. */
function addKeeping(quantities: Record<string, number>, operation: Operation, temperature_K: number): void {
  const { wall, path, track } = operation;
  const time_s = retention_s(operation, temperature_K);
  if (time_s !== undefined) quantities["retention_s"] = time_s;
  if (track.pinning.barrier_J === 0) return;
  const critical_A = criticalCurrent_A(wall, path, depinningForce_N(track.pinning));
  if (Number.isFinite(critical_A)) {
    quantities["criticalCurrent_A"] = critical_A;
    quantities["criticalDensity_A_m2"] =
      critical_A * Math.max(path.magnetDensity_A_m2_A, path.heavyMetalDensity_A_m2_A);
  }
  if (temperature_K > 0)
    quantities["barrierPerThermalEnergy"] = track.pinning.barrier_J / (boltzmann_J_K * temperature_K);
}

/** What the simulation is worth: the interval of the error at the switching current, and the smallest chance it has counted. */
function addSimulation(
  quantities: Record<string, number>,
  design: DwmDesign,
  operation: Operation,
  temperature_K: number,
): void {
  if (!isSimulated(design, operation, temperature_K)) return;
  const { crossing, runs, step_s } = langevinErrorsOf(design, operation, temperature_K);
  const last = crossing.current_A.length - 1;
  quantities["simulatedRuns"] = runs;
  quantities["simulationStep_s"] = step_s;
  quantities["strongestSimulatedCurrent_A"] = crossing.current_A[last]!;
  quantities["smallestSimulatedError"] = crossing.failures[last]! / runs;
  const at = crossing.current_A.indexOf(design.switchingCurrent_A);
  if (at < 0) return;
  const { low, high } = wilsonInterval(crossing.failures[at]!, runs);
  quantities["simulatedWriteError"] = crossing.failures[at]! / runs;
  quantities["simulatedWriteErrorLow"] = low;
  quantities["simulatedWriteErrorHigh"] = high;
}
