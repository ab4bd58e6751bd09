import {
  elementaryCharge_C,
  parallelResistance_ohm,
  poleLeavingSpinCurrent_A,
  presetResidual,
  relaxationTime_s,
  spinCount,
  switchingSpinCurrent_A,
} from "@neurofront/physics";
import type { MtjDivider, PerpendicularMagnet } from "@neurofront/physics";
import { channelSection_m2, injectorArea_m2 } from "./charge-path.ts";
import type { LsvDesign } from "./parameters.ts";
import {
  channelSpinResistance_ohm,
  longitudinalSpinConductance_S,
  transverseSpinConductance_S,
} from "./spin-transport.ts";
import type { NonLocalSpinValve } from "./spin-transport.ts";

/** Area of the free domain: its contact to the channel and the junction on top. */
export function magnetArea_m2({ magnetLength_m, magnetWidth_m }: LsvDesign): number {
  return magnetLength_m * magnetWidth_m;
}

/** The free output magnet of a design. */
export function outputMagnetOf(design: LsvDesign): PerpendicularMagnet {
  const { energyBarrier_J, damping, saturationMagnetisation_A_m } = design;
  const volume_m3 = magnetArea_m2(design) * design.magnetThickness_m;
  return { energyBarrier_J, damping, saturationMagnetisation_A_m, volume_m3 };
}

/**
 * Injector, channel and output magnet of a design.
 *
 * @param absorption `transverse` while the output magnet lies on the equator, across the signal spin; `longitudinal` at a pole
 */
export function spinValveOf(design: LsvDesign, absorption: "transverse" | "longitudinal"): NonLocalSpinValve {
  const { polarisation, magnetResistivity_ohm_m, magnetSpinDiffusionLength_m, spinDiffusionLength_m } = design;
  const longitudinal_S = (area_m2: number): number =>
    longitudinalSpinConductance_S(magnetResistivity_ohm_m, magnetSpinDiffusionLength_m, polarisation, area_m2);
  return {
    polarisation,
    channelSpinResistance_ohm: channelSpinResistance_ohm(
      design.channelResistivity_ohm_m,
      spinDiffusionLength_m,
      channelSection_m2(design),
    ),
    injectorConductance_S: longitudinal_S(injectorArea_m2(design)),
    absorberConductance_S:
      absorption === "transverse"
        ? transverseSpinConductance_S(design.mixingConductance_S_m2, magnetArea_m2(design))
        : longitudinal_S(magnetArea_m2(design)),
    reducedDistance: design.injectorDetectorDistance_m / spinDiffusionLength_m,
  };
}

/** Junction and reference of a design; the junction covers the free domain. */
export function dividerOf(design: LsvDesign): MtjDivider {
  return {
    parallelResistance_ohm: parallelResistance_ohm(design.resistanceArea_ohm_m2, magnetArea_m2(design)),
    tunnelMagnetoresistance: design.tunnelMagnetoresistance,
    halfTmrVoltage_V: design.halfTmrVoltage_V,
    readVoltage_V: design.readVoltage_V,
    nodeCapacitance_F: design.readNodeCapacitance_F,
  };
}

/** The magnet's own scales of a design. */
export interface MagnetScales {
  readonly switchingSpinCurrent_A: number;
  readonly presetSpinCurrent_A: number;
  readonly relaxation_s: number;
  /** |m_z| of the previous output that is left when the preset ends. */
  readonly presetResidual: number;
}

/** By design object, since the error probability asks for the same one at every current. */
const known = new WeakMap<LsvDesign, MagnetScales>();

/** The scales of a design's magnet and preset. */
export function scalesOf(design: LsvDesign): MagnetScales {
  let scales = known.get(design);
  if (scales === undefined) {
    scales = computeScales(design);
    known.set(design, scales);
  }
  return scales;
}

function computeScales(design: LsvDesign): MagnetScales {
  const magnet = outputMagnetOf(design);
  const switching_A = switchingSpinCurrent_A(magnet);
  const preset_A = design.presetOverdrive * switching_A;
  return {
    switchingSpinCurrent_A: switching_A,
    presetSpinCurrent_A: preset_A,
    relaxation_s: relaxationTime_s(magnet),
    presetResidual: presetResidual(
      preset_A / poleLeavingSpinCurrent_A(magnet.energyBarrier_J),
      (preset_A * design.presetDuration_s) / (elementaryCharge_C * spinCount(magnet)),
    ),
  };
}
