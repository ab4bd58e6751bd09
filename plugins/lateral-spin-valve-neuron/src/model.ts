import type { AreaEntry, NeuronCharacter, OperatingPoint, Phase } from "@neurofront/core";
import {
  anisotropyField_A_m,
  meanReadCurrent_A,
  mtjDividerState,
  mtjReadErrorProbability,
  poleLeavingSpinCurrent_A,
  spinCount,
} from "@neurofront/physics";
import { defineNeuron } from "@neurofront/plugin-kit";
import { fixedMagnetPath_ohm, injectorArea_m2, presetDrive, tunnelBarrier_ohm } from "./charge-path.ts";
import {
  decisionErrorProbability,
  misalignmentCurrent_A,
  signalSpinCurrent_A,
  thresholdCurrent_A,
} from "./decision-error.ts";
import { dividerOf, outputMagnetOf, scalesOf, shapeOf } from "./device.ts";
import { energyOf } from "./energy.ts";
import { saddleHoldingSpinCurrent_A } from "./in-plane-magnet.ts";
import { parameters } from "./parameters.ts";
import type { LsvDesign } from "./parameters.ts";
import { presets } from "./presets.ts";
import { referencePoints } from "./reference-points.ts";
import { simulatedErrorInterval, simulatedErrorProbability } from "./simulated-error.ts";
import { lateralSpinValveSpice } from "./spice.ts";
import { nonLocalResistance_ohm } from "./spin-transport.ts";
import { spinValveOf, transferEfficiency } from "./transfer.ts";
import { trends } from "./trends.ts";
import { brokenRules, impossibilities } from "./validity.ts";
import { views } from "./views.ts";

/**
 * The lateral-spin-valve neuron (Sharad et al., Design Automation Conference 2012): the net synapse current enters a fixed
 * magnet on a metal channel, a pure spin current diffuses to a free magnet that was preset to its hard axis, and the sign of
 * the current decides to which side it falls. Fidelity by parameters: spin diffusion in closed form or as a circuit; the magnet
 * by a linear Langevin equation near its equator or by Monte Carlo runs of the macrospin equation.
 */
export const lateralSpinValveNeuron = defineNeuron({
  id: "lateral-spin-valve-neuron",
  title: "Lateral-spin-valve neuron",
  parameters,
  presets,
  views,
  trends,
  referencePoints,
  characterize(design, operating) {
    const violations = impossibilities(design, operating);
    if (violations.length > 0) return { status: "impossible", violations };
    return { status: "ok", ...characterOf(design, operating) };
  },
  errorProbability(design, operating, decision) {
    return decisionErrorProbability(design, operating.temperature_K, decision);
  },
  spice: lateralSpinValveSpice,
});

function characterOf(design: LsvDesign, operating: OperatingPoint): NeuronCharacter {
  const isPreset = design.clocking === "bennett";
  const phases: Phase[] = [
    ...(isPreset
      ? [{ phase: "preset", duration_s: design.presetDuration_s, formula: "presetDuration_s" } as const]
      : []),
    { phase: "evaluate", duration_s: design.evaluation_s, formula: "evaluation_s" },
    { phase: "settle", duration_s: design.fallTime_s, formula: "fallTime_s" },
    // Not `read`, which may hide behind the next decision: here the next preset or signal turns the magnet that is read.
    { phase: "latch", duration_s: design.readTime_s, formula: "readTime_s" },
  ];
  const isEarly = isPreset && design.rowsDriven === "preset-and-evaluation";
  return {
    inputResistance_ohm: fixedMagnetPath_ohm(design, injectorArea_m2(design)) + tunnelBarrier_ohm(design),
    thresholdCurrent_A: thresholdCurrent_A(design, operating.temperature_K),
    offsetSpread_V: 0,
    offsetSpread_A: misalignmentCurrent_A(design),
    phases,
    synapsesDriven_s: design.evaluation_s + (isEarly ? design.presetDuration_s : 0),
    cycle_s: phases.reduce((sum_s, { duration_s }) => sum_s + duration_s, 0),
    energy: energyOf(design),
    area: areaOf(design),
    violations: brokenRules(design, operating),
    quantities: quantitiesOf(design, operating),
  };
}

function areaOf(design: LsvDesign): AreaEntry[] {
  const inverters = { part: "sense and buffer inverters", formula: "2 inverterArea_m2" };
  const entries: AreaEntry[] = [valveArea(design), { ...inverters, area_m2: 2 * design.inverterArea_m2 }];
  if (design.clocking === "bennett") {
    const { switchWidth_m } = presetDrive(design, scalesOf(design).presetSpinCurrent_A);
    const area_m2 = switchWidth_m * contactedPitch_m;
    entries.splice(1, 0, { part: "preset switch", area_m2, formula: "switchWidth_m * 180 nm" });
  }
  return entries;
}

/**
 * Injector, output and preset magnet in a row with a ground lead at each end; the space to the next is as wide as the channel.
 * The circuit has the side arms that it computes with; the closed form takes them as infinite and counts none.
 */
function valveArea(design: LsvDesign): AreaEntry {
  const { channelWidth_m, injectorDetectorDistance_m, groundLeadLength_m, injectorArm_m, outputArm_m } = design;
  const row_m = 2 * (injectorDetectorDistance_m + groundLeadLength_m);
  if (design.transport === "closed-form")
    return {
      part: "spin valve",
      area_m2: 2 * channelWidth_m * row_m,
      formula: "2 channelWidth_m * 2 (injectorDetectorDistance_m + groundLeadLength_m)",
    };
  const isPair = design.injectors === "pair";
  return {
    part: "spin valve",
    area_m2: 2 * channelWidth_m * (row_m + injectorArm_m + (isPair ? injectorArm_m : outputArm_m)),
    formula: `2 channelWidth_m * (2 (injectorDetectorDistance_m + groundLeadLength_m) + injectorArm_m + ${isPair ? "injectorArm_m" : "outputArm_m"})`,
  };
}

/** Length that a transistor takes of the chip with one contact, 4 x 45 nm: an assumption. */
const contactedPitch_m = 180e-9;

function quantitiesOf(design: LsvDesign, operating: OperatingPoint): Readonly<Record<string, number>> {
  const magnet = outputMagnetOf(design);
  const scales = scalesOf(design);
  const poleValve = spinValveOf(design, "longitudinal");
  const poleEfficiency = transferEfficiency(design, "longitudinal");
  const divider = dividerOf(design);
  const shape = shapeOf(design);
  const swing_V = mtjDividerState(divider, 0).midVoltage_V - mtjDividerState(divider, 1).midVoltage_V;
  return {
    channelSpinResistance_ohm: poleValve.channelSpinResistance_ohm,
    transferEfficiency: transferEfficiency(design, "transverse"),
    poleTransferEfficiency: poleEfficiency,
    nonLocalResistance_ohm: nonLocalResistance_ohm({
      polarisation: design.polarisation,
      efficiency: poleEfficiency,
      conductance_S: poleValve.absorberConductance_S,
    }),
    switchingSpinCurrent_A: scales.switchingSpinCurrent_A,
    poleLeavingSpinCurrent_A: poleLeavingSpinCurrent_A(design.energyBarrier_J),
    anisotropyField_A_m: anisotropyField_A_m(magnet),
    spinCount: spinCount(magnet),
    relaxation_s: scales.relaxation_s,
    evaluationGrowth: design.evaluation_s / scales.relaxation_s,
    interfaceAnisotropy_J_m2: shape.interfaceAnisotropy_J_m2,
    inPlaneShapeRatio: shape.inPlaneRatio,
    ...(design.clocking === "bennett" ? presetQuantities(design) : {}),
    ...(design.dynamics === "macrospin" ? simulationQuantities(design, operating) : {}),
    injectorDensity_A_m2: operating.columnCurrent_A / injectorArea_m2(design),
    readCurrent_A: meanReadCurrent_A(divider),
    readSwing_V: swing_V,
    readError: mtjReadErrorProbability(divider, design.readTime_s, design.senseThresholdSpread_V),
  };
}

function presetQuantities(design: LsvDesign): Readonly<Record<string, number>> {
  const { presetSpinCurrent_A, presetResidual } = scalesOf(design);
  const { current_A, switchWidth_m } = presetDrive(design, presetSpinCurrent_A);
  return {
    presetSpinCurrent_A,
    presetCurrent_A: current_A,
    presetSwitchWidth_m: switchWidth_m,
    ...(design.magnet === "perpendicular"
      ? { presetResidual }
      : { saddleHoldingSpinCurrent_A: saddleHoldingSpinCurrent_A(outputMagnetOf(design)) }),
  };
}

/** Part of the column current that is net current in the domain-wall neuron of the reference paper, 3 uA of 40 uA. */
const netRatio = 3 / 40;

/** Error with its 95 % interval at a usual net current, and what the runs can resolve. */
function simulationQuantities(
  design: LsvDesign,
  { temperature_K, columnCurrent_A }: OperatingPoint,
): Record<string, number> {
  const probeCurrent_A = netRatio * columnCurrent_A;
  const spinCurrent_A = signalSpinCurrent_A(design, probeCurrent_A);
  const { low, high } = simulatedErrorInterval(design, temperature_K, spinCurrent_A);
  return {
    simulatedRuns: design.runs,
    leastResolvedError: 0.5 / (design.runs + 1),
    probeCurrent_A,
    probeError: simulatedErrorProbability(design, temperature_K, spinCurrent_A, true),
    probeErrorLow: low,
    probeErrorHigh: high,
  };
}
