import type { AreaEntry, NeuronCharacter, OperatingPoint, Phase } from "@neurofront/core";
import { defineNeuron } from "@neurofront/plugin-kit";
import {
  anisotropyField_A_m,
  meanReadCurrent_A,
  mtjDividerState,
  mtjReadErrorProbability,
  poleLeavingSpinCurrent_A,
  shapeAnisotropy,
  spinCount,
} from "@neurofront/physics";
import { fixedMagnetPath_ohm, injectorArea_m2, presetDrive } from "./charge-path.ts";
import { decisionErrorProbability, misalignmentCurrent_A } from "./decision-error.ts";
import { dividerOf, outputMagnetOf, scalesOf, spinValveOf } from "./device.ts";
import { energyOf } from "./energy.ts";
import { parameters } from "./parameters.ts";
import type { LsvDesign } from "./parameters.ts";
import { lateralSpinValveSpice } from "./spice.ts";
import { nonLocalResistance_ohm, spinTransferEfficiency } from "./spin-transport.ts";
import { brokenRules, impossibilities } from "./validity.ts";

/**
 * The lateral-spin-valve neuron (Sharad et al., Design Automation Conference 2012): the net synapse current enters a fixed
 * magnet on a metal channel, a pure spin current diffuses to a free magnet that was preset to its hard axis, and the sign of
 * the current decides to which side it falls. Fidelity: closed form of spin diffusion and of a single-domain magnet near
 * its equator at finite temperature, with a perpendicular easy axis.
 */
export const lateralSpinValveNeuron = defineNeuron({
  id: "lateral-spin-valve-neuron",
  title: "Lateral-spin-valve neuron",
  parameters,
  characterize(design, operating) {
    const violations = impossibilities(design);
    if (violations.length > 0) return { status: "impossible", violations };
    return { status: "ok", ...characterOf(design, operating) };
  },
  errorProbability(design, operating, decision) {
    return decisionErrorProbability(design, operating.temperature_K, decision.netCurrent_A);
  },
  spice: lateralSpinValveSpice,
});

function characterOf(design: LsvDesign, operating: OperatingPoint): NeuronCharacter {
  const phases: Phase[] = [
    { phase: "preset", duration_s: design.presetDuration_s, formula: "presetDuration_s" },
    { phase: "evaluate", duration_s: design.evaluation_s, formula: "evaluation_s" },
    { phase: "settle", duration_s: design.fallTime_s, formula: "fallTime_s" },
    { phase: "read", duration_s: design.readTime_s, formula: "readTime_s" },
  ];
  return {
    inputResistance_ohm: fixedMagnetPath_ohm(design, injectorArea_m2(design)),
    // The preset forgets the old output: only noise decides.
    thresholdCurrent_A: 0,
    offsetSpread_V: 0,
    offsetSpread_A: misalignmentCurrent_A(design),
    phases,
    synapsesDriven_s: design.evaluation_s,
    // The next preset destroys what is read, so the phases of one device cannot overlap.
    cycle_s: phases.reduce((sum_s, { duration_s }) => sum_s + duration_s, 0),
    energy: energyOf(design),
    area: areaOf(design),
    violations: brokenRules(design, operating),
    quantities: quantitiesOf(design, operating),
  };
}

function areaOf(design: LsvDesign): AreaEntry[] {
  const { channelWidth_m, injectorDetectorDistance_m, groundLeadLength_m, inverterArea_m2 } = design;
  const { switchWidth_m } = presetDrive(design, scalesOf(design).presetSpinCurrent_A);
  return [
    {
      part: "spin valve",
      // Injector, output and preset magnet in a row with a ground lead at each end; the space to the next is as wide as the channel.
      area_m2: 2 * channelWidth_m * 2 * (injectorDetectorDistance_m + groundLeadLength_m),
      formula: "2 channelWidth_m * 2 (injectorDetectorDistance_m + groundLeadLength_m)",
    },
    {
      part: "preset switch",
      area_m2: switchWidth_m * contactedPitch_m,
      formula: "switchWidth_m * 180 nm",
    },
    { part: "sense and buffer inverters", area_m2: 2 * inverterArea_m2, formula: "2 inverterArea_m2" },
  ];
}

/** Length that a transistor takes of the chip with one contact, 4 x 45 nm: an assumption. */
const contactedPitch_m = 180e-9;

function quantitiesOf(design: LsvDesign, operating: OperatingPoint): Readonly<Record<string, number>> {
  const magnet = outputMagnetOf(design);
  const scales = scalesOf(design);
  const drive = presetDrive(design, scales.presetSpinCurrent_A);
  const valve = spinValveOf(design, "transverse");
  const divider = dividerOf(design);
  const shape = shapeAnisotropy(magnet, {
    length_m: design.magnetLength_m,
    width_m: design.magnetWidth_m,
    thickness_m: design.magnetThickness_m,
  });
  const swing_V = mtjDividerState(divider, 0).midVoltage_V - mtjDividerState(divider, 1).midVoltage_V;
  return {
    channelSpinResistance_ohm: valve.channelSpinResistance_ohm,
    transferEfficiency: spinTransferEfficiency(valve),
    poleTransferEfficiency: spinTransferEfficiency(spinValveOf(design, "longitudinal")),
    nonLocalResistance_ohm: nonLocalResistance_ohm(spinValveOf(design, "longitudinal")),
    switchingSpinCurrent_A: scales.switchingSpinCurrent_A,
    poleLeavingSpinCurrent_A: poleLeavingSpinCurrent_A(design.energyBarrier_J),
    anisotropyField_A_m: anisotropyField_A_m(magnet),
    spinCount: spinCount(magnet),
    relaxation_s: scales.relaxation_s,
    evaluationGrowth: design.evaluation_s / scales.relaxation_s,
    interfaceAnisotropy_J_m2: shape.interfaceAnisotropy_J_m2,
    inPlaneShapeRatio: shape.inPlaneRatio,
    presetSpinCurrent_A: scales.presetSpinCurrent_A,
    presetCurrent_A: drive.current_A,
    presetSwitchWidth_m: drive.switchWidth_m,
    presetResidual: scales.presetResidual,
    injectorDensity_A_m2: operating.columnCurrent_A / injectorArea_m2(design),
    readCurrent_A: meanReadCurrent_A(divider),
    readSwing_V: swing_V,
    readError: mtjReadErrorProbability(divider, design.readTime_s, design.senseThresholdSpread_V),
  };
}
