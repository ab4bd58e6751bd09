import type { AreaEntry, NeuronCharacter, OperatingPoint, Phase } from "@neurofront/core";
import {
  meanReadCurrent_A,
  mtjDividerState,
  mtjReadErrorProbability,
  poleLeavingSpinCurrent_A,
  spinCount,
} from "@neurofront/physics";
import { defineNeuron } from "@neurofront/plugin-kit";
import { decisionErrorProbability, offsetSpread_A, readPush } from "./decision-error.ts";
import {
  dividerOf,
  equatorResistance_ohm,
  freeMagnetOf,
  junctionPolarisation,
  magnetArea_m2,
  readSwitchWidth_m,
  scalesOf,
} from "./device.ts";
import { energyOf } from "./energy.ts";
import { errorCurrentView } from "./error-current-view.ts";
import { currentScaleOf } from "./fidelity.ts";
import { presetHeating_K } from "./heating.ts";
import { effectiveSpinHallAngle, heavyMetalShare, spinPerCharge, stripSection_m2 } from "./heavy-metal-strip.ts";
import { parameters } from "./parameters.ts";
import type { SheMtjDesign } from "./parameters.ts";
import { presetDrive } from "./preset-drive.ts";
import type { PresetDrive } from "./preset-drive.ts";
import { presetView } from "./preset-view.ts";
import { presets } from "./presets.ts";
import { referencePoints } from "./reference-points.ts";
import { lossRate_Hz } from "./retention.ts";
import { sheMtjSpice } from "./spice.ts";
import { trajectoryView } from "./trajectory-view.ts";
import { trends } from "./trends.ts";
import { brokenRules, impossibilities, shapeOf } from "./validity.ts";

/**
 * The spin-Hall-preset tunnel-junction neuron, after the spin-orbit-torque neuron of Sengupta et al., Appl. Phys. Lett. 106, 143701
 * (2015): a current along a heavy-metal strip lays a perpendicular free magnet along its hard axis by the spin Hall effect;
 * when it ends, the net synapse current, which crosses the tunnel junction on the magnet, decides by spin transfer to which side the magnet
 * falls. The same junction is read. Fidelity: a linear Langevin equation, or a Monte Carlo of the full macrospin equation.
 */
export const sheMtjNeuron = defineNeuron({
  id: "she-mtj-neuron",
  title: "Spin-Hall-preset tunnel-junction neuron",
  parameters,
  presets,
  views: [trajectoryView, errorCurrentView, presetView],
  trends,
  referencePoints,
  characterize(design, operating) {
    const violations = impossibilities(design);
    if (violations.length > 0) return { status: "impossible", violations };
    return { status: "ok", ...characterOf(design, operating) };
  },
  errorProbability(design, operating, decision) {
    const scale = currentScaleOf(design, operating);
    return decisionErrorProbability(design, operating.temperature_K, scale * decision.netCurrent_A);
  },
  spice: sheMtjSpice,
});

function characterOf(design: SheMtjDesign, operating: OperatingPoint): NeuronCharacter {
  const phases: Phase[] = [
    { phase: "preset", duration_s: design.presetDuration_s, formula: "presetDuration_s" },
    { phase: "evaluate", duration_s: design.evaluation_s, formula: "evaluation_s" },
    { phase: "settle", duration_s: design.fallTime_s, formula: "fallTime_s" },
    // Not `read`: the next preset destroys what is read, so that it cannot hide behind the next decision.
    { phase: "latch", duration_s: design.readTime_s, formula: "readTime_s" },
  ];
  const cycle_s = phases.reduce((sum_s, { duration_s }) => sum_s + duration_s, 0);
  const drive = presetDrive(design, scalesOf(design).presetSpinCurrent_A);
  return {
    inputResistance_ohm: inputResistance_ohm(design, drive),
    // The preset forgets the old output: only noise decides.
    thresholdCurrent_A: 0,
    offsetSpread_V: 0,
    offsetSpread_A: offsetSpread_A(design),
    phases,
    synapsesDriven_s: design.evaluation_s,
    cycle_s,
    energy: energyOf(design, cycle_s),
    area: areaOf(design, drive),
    violations: brokenRules(design, operating),
    quantities: quantitiesOf(design, operating, drive),
  };
}

/** Input switch, junction at the equator, and from the middle of the strip by both ends, each with a switch, to ground. */
function inputResistance_ohm(design: SheMtjDesign, { strip_ohm, switch_ohm }: PresetDrive): number {
  const inputSwitch_ohm = design.switchResistanceWidth_ohm_m / design.inputSwitchWidth_m;
  return inputSwitch_ohm + equatorResistance_ohm(design) + strip_ohm / 4 + switch_ohm / 2;
}

/** Length that a transistor takes of the chip with one contact, 4 x 45 nm: an assumption. */
const contactedPitch_m = 180e-9;

function areaOf(design: SheMtjDesign, { switchWidth_m }: PresetDrive): AreaEntry[] {
  const { stripLength_m, stripWidth_m, inputSwitchWidth_m, inverterArea_m2 } = design;
  return [
    {
      part: "strip and junction",
      // A square contact at each end; the space to the next strip is as wide as the strip.
      area_m2: 2 * stripWidth_m * (stripLength_m + 2 * stripWidth_m),
      formula: "2 stripWidth_m (stripLength_m + 2 stripWidth_m)",
    },
    {
      part: "preset, input and read switches",
      area_m2: (3 * switchWidth_m + inputSwitchWidth_m + readSwitchWidth_m(design)) * contactedPitch_m,
      formula: "(3 presetSwitchWidth_m + inputSwitchWidth_m + readSwitchWidth_m) * 180 nm",
    },
    { part: "sense and buffer inverters", area_m2: 2 * inverterArea_m2, formula: "2 inverterArea_m2" },
  ];
}

function quantitiesOf(
  design: SheMtjDesign,
  operating: OperatingPoint,
  drive: PresetDrive,
): Readonly<Record<string, number>> {
  const scales = scalesOf(design);
  const magnet = freeMagnetOf(design);
  const divider = dividerOf(design);
  const shape = shapeOf(design);
  const loss_Hz = lossRate_Hz(design.energyBarrier_J, scales.relaxation_s, operating.temperature_K);
  return {
    effectiveSpinHallAngle: effectiveSpinHallAngle(design),
    heavyMetalShare: heavyMetalShare(design),
    spinPerCharge: spinPerCharge(design),
    switchingSpinCurrent_A: scales.switchingSpinCurrent_A,
    poleLeavingSpinCurrent_A: poleLeavingSpinCurrent_A(design.energyBarrier_J),
    anisotropyField_A_m: scales.anisotropyField_A_m,
    spinCount: spinCount(magnet),
    relaxation_s: scales.relaxation_s,
    evaluationGrowth: design.evaluation_s / scales.relaxation_s,
    interfaceAnisotropy_J_m2: shape.interfaceAnisotropy_J_m2,
    inPlaneShapeRatio: shape.inPlaneRatio,
    presetSpinCurrent_A: scales.presetSpinCurrent_A,
    presetCurrent_A: drive.current_A,
    stripDensity_A_m2: drive.current_A / stripSection_m2(design),
    stripResistance_ohm: drive.strip_ohm,
    presetSwitchWidth_m: drive.switchWidth_m,
    presetResidual: scales.presetResidual,
    presetHeating_K: presetHeating_K(design, drive.current_A),
    junctionPolarisation: junctionPolarisation(design.tunnelMagnetoresistance),
    equatorResistance_ohm: equatorResistance_ohm(design),
    junctionDensity_A_m2: operating.columnCurrent_A / magnetArea_m2(design),
    readCurrent_A: meanReadCurrent_A(divider),
    readOverdrive: scales.readOverdrive,
    readPush: readPush(design),
    readSwing_V: mtjDividerState(divider, 0).midVoltage_V - mtjDividerState(divider, 1).midVoltage_V,
    readError: mtjReadErrorProbability(divider, design.readTime_s, design.senseThresholdSpread_V),
    ...(loss_Hz > 0 ? { retention_s: 1 / loss_Hz } : {}),
    macrospinCurrentScale: currentScaleOf(design, operating),
  };
}
