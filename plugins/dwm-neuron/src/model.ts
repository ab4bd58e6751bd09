import { delay_s } from "@neurofront/core";
import type { AreaEntry, Decision, NeuronCharacter, OperatingPoint, Phase } from "@neurofront/core";
import { defineNeuron } from "@neurofront/plugin-kit";
import { domainWallDiffusivity_m2_s, meanReadCurrent_A } from "@neurofront/physics";
import { digitalEnergy } from "./digital-energy.ts";
import { driveAt, operationOf } from "./operation.ts";
import type { Operation } from "./operation.ts";
import { parameters } from "./parameters.ts";
import type { DwmDesign } from "./parameters.ts";
import { presets } from "./presets.ts";
import { dividerOf, readEnergy, readErrorProbability, readSwing_V, readTimeConstant_s } from "./read-path.ts";
import { brokenRules } from "./validity.ts";
import { crossingErrorProbability, halfErrorCurrent_A } from "./write-error.ts";

/**
 * The domain-wall-magnet neuron of Sharad, Fan, Roy, J. Appl. Phys. 114, 234906 (2013), figure 3: the net synapse current
 * pushes one domain wall along a free strip, a junction over the strip reads on which side the wall is.
 * Fidelity: closed form of the one-dimensional q-phi model, with drift and diffusion of the wall at finite temperature.
 * The wall is not pinned: the neuron holds its output from one decision to the next, but does not retain it for long.
 */
export const dwmNeuron = defineNeuron({
  id: "dwm-neuron",
  title: "Domain-wall-magnet neuron",
  parameters,
  presets,
  characterize(design, operating) {
    const operation = operationOf(design);
    if (operation.status === "impossible") return operation;
    return { status: "ok", ...characterOf(design, operation, operating) };
  },
  errorProbability(design, operating, decision) {
    const write = writeErrorProbability(design, operating.temperature_K, decision);
    const read = readErrorProbability(design);
    // A wrong read of a wrong write is right.
    return write * (1 - read) + read * (1 - write);
  },
});

/** Chance that the wall is on the wrong side after the write; a device that cannot be written keeps its output. */
function writeErrorProbability(design: DwmDesign, temperature_K: number, decision: Decision): number {
  const { netCurrent_A, mustSwitch } = decision;
  const operation = operationOf(design);
  if (operation.status === "impossible") return mustSwitch ? 1 : 0;
  if (mustSwitch) return crossingErrorProbability(operation, design, temperature_K, netCurrent_A);
  // The wall starts at the right end; seen from there the strip is its own mirror image.
  return 1 - crossingErrorProbability(operation, design, temperature_K, -netCurrent_A);
}

function characterOf(design: DwmDesign, operation: Operation, operating: OperatingPoint): NeuronCharacter {
  const { path, write_s } = operation;
  const phases: Phase[] = [
    { phase: "evaluate", duration_s: write_s, formula: "crossing time of the wall at switchingCurrent_A" },
    { phase: "read", duration_s: design.readTime_s, formula: "readTime_s" },
  ];
  return {
    inputResistance_ohm: path.resistance_ohm,
    thresholdCurrent_A: halfErrorCurrent_A(operation, design, operating.temperature_K),
    offsetSpread_V: 0,
    offsetSpread_A: 0,
    phases,
    synapsesDriven_s: write_s,
    cycle_s: delay_s(phases, operating.conventions.readTiming),
    energy: [readEnergy(design), ...digitalEnergy(design)],
    area: areaOf(design),
    violations: brokenRules(design, operation, operating.temperature_K),
    quantities: quantitiesOf(design, operation, operating),
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
    { part: "sense and buffer inverters", area_m2: 2 * inverterArea_m2, formula: "2 inverterArea_m2" },
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
    wallSpeed_m_s: motion.speed_m_s,
    wallAngle_rad: motion.angle_rad,
    relaxation_s: motion.relaxation_s,
    coasting_m: motion.speed_m_s * motion.relaxation_s,
    writeResistance_ohm: path.resistance_ohm,
    diffusivity_m2_s: diffusivity,
    // How far the unpinned wall wanders, rms, in a write without current: there is no retention.
    diffusionLength_m: Math.sqrt(2 * diffusivity * write_s),
    ...(temperature_K > 0 ? { driveWorkPerThermalEnergy: (motion.speed_m_s * length_m) / diffusivity } : {}),
    writeErrorAtSwitchingCurrent: crossingErrorProbability(operation, design, temperature_K, switchingCurrent_A),
    readCurrent_A: meanReadCurrent_A(divider),
    readSwing_V: readSwing_V(divider),
    readTimeConstant_s: readTimeConstant_s(divider),
    readError: readErrorProbability(design),
  };
}
