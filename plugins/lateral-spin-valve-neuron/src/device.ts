import {
  elementaryCharge_C,
  parallelResistance_ohm,
  poleLeavingSpinCurrent_A,
  presetResidual,
  relaxationTime_s,
  shapeAnisotropy,
  spinCount,
  switchingSpinCurrent_A,
} from "@neurofront/physics";
import type { MtjDivider, ShapeAnisotropy } from "@neurofront/physics";
import { inPlaneRelaxationTime_s, inPlaneSwitchingSpinCurrent_A } from "./in-plane-magnet.ts";
import type { InPlaneMagnet } from "./in-plane-magnet.ts";
import type { LsvDesign } from "./parameters.ts";

/** Area of the free domain: its contact to the channel and the junction on top. */
export function magnetArea_m2({ magnetLength_m, magnetWidth_m }: LsvDesign): number {
  return magnetLength_m * magnetWidth_m;
}

/** The free output magnet of a design; its demagnetising field matters to an in-plane magnet only. */
export function outputMagnetOf(design: LsvDesign): InPlaneMagnet {
  const { energyBarrier_J, damping, saturationMagnetisation_A_m, demagnetisingField_A_m } = design;
  const volume_m3 = magnetArea_m2(design) * design.magnetThickness_m;
  return { energyBarrier_J, damping, saturationMagnetisation_A_m, volume_m3, demagnetisingField_A_m };
}

/** Shape anisotropy of the free domain against its barrier. */
export function shapeOf(design: LsvDesign): ShapeAnisotropy {
  const { magnetLength_m, magnetWidth_m, magnetThickness_m } = design;
  return shapeAnisotropy(outputMagnetOf(design), {
    length_m: magnetLength_m,
    width_m: magnetWidth_m,
    thickness_m: magnetThickness_m,
  });
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
  /** 0 without Bennett clocking. */
  readonly presetSpinCurrent_A: number;
  /** Time in which a small tilt off the equator (perpendicular) grows, or a precession around a pole (in-plane) decays, by e. */
  readonly relaxation_s: number;
  /** |m_z| of the previous output of a perpendicular magnet that is left when the preset ends; 1 without preset or in-plane. */
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
  const isInPlane = design.magnet === "in-plane";
  const switching_A = isInPlane ? inPlaneSwitchingSpinCurrent_A(magnet) : switchingSpinCurrent_A(magnet);
  const preset_A = design.clocking === "none" ? 0 : design.presetOverdrive * switching_A;
  return {
    switchingSpinCurrent_A: switching_A,
    presetSpinCurrent_A: preset_A,
    relaxation_s: isInPlane ? inPlaneRelaxationTime_s(magnet) : relaxationTime_s(magnet),
    presetResidual: isInPlane
      ? 1
      : presetResidual(
          preset_A / poleLeavingSpinCurrent_A(magnet.energyBarrier_J),
          (preset_A * design.presetDuration_s) / (elementaryCharge_C * spinCount(magnet)),
        ),
  };
}
