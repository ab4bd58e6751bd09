import { delay_s } from "@neurofront/core";
import type { AreaEntry, NeuronCharacter, OperatingPoint, Phase, Violation } from "@neurofront/core";
import { defineNeuron } from "@neurofront/plugin-kit";
import {
  boltzmann_J_K,
  depinningForce_N,
  domainWallDiffusivity_m2_s,
  meanReadCurrent_A,
  wilsonInterval,
} from "@neurofront/physics";
import { crossingErrorOf, writeErrorProbability } from "./decision-error.ts";
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
  readDuration_s,
  readEnergy,
  readErrorProbability,
  readSwing_V,
  readTimeConstant_s,
} from "./read-path.ts";
import { resetEnergy, resetPhases } from "./reset.ts";
import { digitalEnergy, inverterCount } from "./sense.ts";
import { dwmSpice } from "./spice.ts";
import { readDisturbProbability, retention_s } from "./state-keeping.ts";
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
  characterize(design, operating) {
    const operation = operationOf(design, operating.temperature_K);
    if (operation.status === "impossible") return operation;
    const threshold_A = thresholdCurrent_A(design, operation, operating.temperature_K);
    if (threshold_A === undefined)
      return { status: "impossible", violations: [noThreshold(design, operation, operating)] };
    return { status: "ok", ...characterOf(design, operation, operating, threshold_A) };
  },
  errorProbability(design, operating, decision) {
    const write = writeErrorProbability(design, operating.temperature_K, decision);
    const read = readErrorProbability(design);
    // A wrong read of a wrong write is right.
    return write * (1 - read) + read * (1 - write);
  },
  spice: dwmSpice,
});

function characterOf(
  design: DwmDesign,
  operation: Operation,
  operating: OperatingPoint,
  threshold_A: number,
): NeuronCharacter {
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
    inputResistance_ohm: path.resistance_ohm,
    thresholdCurrent_A: threshold_A,
    offsetSpread_V: 0,
    offsetSpread_A: 0,
    phases,
    synapsesDriven_s: write_s,
    cycle_s: delay_s(phases, operating.conventions.readTiming),
    energy: [...resetEnergy(design, operation), readEnergy(design), ...digitalEnergy(design)],
    area: areaOf(design),
    violations: brokenRules(design, operation, temperature_K),
    quantities: quantitiesOf(design, operation, operating),
  };
}

/** At 0 K the deterministic threshold; a neuron that is reset has none, for one output has to cross and the other to stay. */
function thresholdCurrent_A(design: DwmDesign, operation: Operation, temperature_K: number): number | undefined {
  if (design.memory === "reset") return 0;
  if (temperature_K === 0) return design.switchingCurrent_A;
  return halfErrorCurrent_A(crossingErrorOf(design, operation, temperature_K), design.switchingCurrent_A);
}

/** A wall that crosses once, without noise, but that no current drives steadily enough against thermal agitation. */
function noThreshold(design: DwmDesign, operation: Operation, { temperature_K }: OperatingPoint): Violation {
  const error = crossingErrorOf(design, operation, temperature_K)(design.switchingCurrent_A);
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
): Readonly<Record<string, number>> {
  const { wall, path, motion, write_s } = operation;
  const { switchingCurrent_A, length_m } = design;
  const { temperature_K } = operating;
  const drive = driveAt(wall, path, switchingCurrent_A);
  const divider = dividerOf(design);
  const diffusivity = domainWallDiffusivity_m2_s(wall, temperature_K);
  const { speed_m_s, angle_rad, coasting_m } =
    design.fidelity === "closed-form"
      ? { ...motion, coasting_m: motion.speed_m_s * motion.relaxation_s }
      : integratedMotionOf(operation, drive);
  return {
    effectiveAnisotropy_J_m3: wall.effectiveAnisotropy_J_m3,
    wallParameter_m: wall.wallParameter_m,
    shapeField_A_m: wall.shapeField_A_m,
    dmi_J_m2: wall.dmi_J_m2,
    criticalDmi_J_m2: wall.criticalDmi_J_m2,
    magnetDensity_A_m2: path.magnetDensity_A_m2_A * switchingCurrent_A,
    heavyMetalDensity_A_m2: path.heavyMetalDensity_A_m2_A * switchingCurrent_A,
    spinDrift_m_s: drive.drift_m_s,
    spinHallField_A_m: drive.spinHallField_A_m,
    wallSpeed_m_s: speed_m_s,
    wallAngle_rad: angle_rad,
    relaxation_s: motion.relaxation_s,
    coasting_m,
    writeResistance_ohm: path.resistance_ohm,
    thermalResistance_K_W: thermalResistance_K_W(design),
    temperatureRise_K: temperatureRise_K(design, operation),
    diffusivity_m2_s: diffusivity,
    // How far a free wall wanders, rms, in a write without current.
    diffusionLength_m: Math.sqrt(2 * diffusivity * write_s),
    writeErrorAtSwitchingCurrent: crossingErrorOf(design, operation, temperature_K)(switchingCurrent_A),
    readCurrent_A: meanReadCurrent_A(divider),
    readSwing_V: readSwing_V(divider),
    readTimeConstant_s: readTimeConstant_s(divider),
    readError: readErrorProbability(design),
    readDisturb: readDisturbProbability(design, operation, temperature_K),
    ...(temperature_K > 0 ? { driveWorkPerThermalEnergy: (motion.speed_m_s * length_m) / diffusivity } : {}),
    ...keepingQuantities(operation, temperature_K),
    ...(design.memory === "reset" && temperature_K > 0
      ? {
          resetError: crossingErrorProbability(
            { ...operation, write_s: operation.reset_s },
            temperature_K,
            design.resetCurrent_A,
          ),
        }
      : {}),
    ...simulationQuantities(design, operation, temperature_K),
  };
}

/** How well the state is kept, and what depinning takes; numbers that would not be finite are left out. */
function keepingQuantities(operation: Operation, temperature_K: number): Record<string, number> {
  const { wall, path, track } = operation;
  const time_s = retention_s(operation, temperature_K);
  const kept = time_s === undefined ? {} : { retention_s: time_s };
  if (track.pinning.barrier_J === 0) return kept;
  const critical_A = criticalCurrent_A(wall, path, depinningForce_N(track.pinning));
  return {
    ...kept,
    ...(Number.isFinite(critical_A)
      ? {
          criticalCurrent_A: critical_A,
          criticalDensity_A_m2: critical_A * Math.max(path.magnetDensity_A_m2_A, path.heavyMetalDensity_A_m2_A),
        }
      : {}),
    ...(temperature_K > 0
      ? { barrierPerThermalEnergy: track.pinning.barrier_J / (boltzmann_J_K * temperature_K) }
      : {}),
  };
}

/** What the simulation is worth: the interval of the error at the switching current, and the smallest chance it has counted. */
function simulationQuantities(design: DwmDesign, operation: Operation, temperature_K: number): Record<string, number> {
  if (!isSimulated(design, operation, temperature_K)) return {};
  const { crossing, runs, step_s } = langevinErrorsOf(design, operation, temperature_K);
  const last = crossing.current_A.length - 1;
  const smallest = {
    simulatedRuns: runs,
    simulationStep_s: step_s,
    strongestSimulatedCurrent_A: crossing.current_A[last]!,
    smallestSimulatedError: crossing.failures[last]! / runs,
  };
  const at = crossing.current_A.indexOf(design.switchingCurrent_A);
  if (at < 0) return smallest;
  const { low, high } = wilsonInterval(crossing.failures[at]!, runs);
  return {
    ...smallest,
    simulatedWriteError: crossing.failures[at]! / runs,
    simulatedWriteErrorLow: low,
    simulatedWriteErrorHigh: high,
  };
}
