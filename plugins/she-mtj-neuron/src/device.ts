import {
  anisotropyField_A_m,
  elementaryCharge_C,
  meanReadCurrent_A,
  parallelResistance_ohm,
  poleLeavingSpinCurrent_A,
  presetResidual,
  referenceResistance_ohm,
  relaxationTime_s,
  spinCount,
  switchingSpinCurrent_A,
} from "@neurofront/physics";
import type { MtjDivider, PerpendicularMagnet } from "@neurofront/physics";
import type { SheMtjDesign } from "./parameters.ts";

/** Area of the free magnet and of the junction on it. */
export function magnetArea_m2({ magnetLength_m, magnetWidth_m }: SheMtjDesign): number {
  return magnetLength_m * magnetWidth_m;
}

/** The free magnet of a design. */
export function freeMagnetOf(design: SheMtjDesign): PerpendicularMagnet {
  const { energyBarrier_J, damping, saturationMagnetisation_A_m } = design;
  const volume_m3 = magnetArea_m2(design) * design.magnetThickness_m;
  return { energyBarrier_J, damping, saturationMagnetisation_A_m, volume_m3 };
}

/** Junction and reference of a design. */
export function dividerOf(design: SheMtjDesign): MtjDivider {
  return {
    parallelResistance_ohm: parallelResistance_ohm(design.resistanceArea_ohm_m2, magnetArea_m2(design)),
    tunnelMagnetoresistance: design.tunnelMagnetoresistance,
    halfTmrVoltage_V: design.halfTmrVoltage_V,
    readVoltage_V: design.readVoltage_V,
    nodeCapacitance_F: design.readNodeCapacitance_F,
  };
}

/** Width of the transistor that is the reference of the divider and its switch at once. */
export function readSwitchWidth_m(design: SheMtjDesign): number {
  return design.switchResistanceWidth_ohm_m / referenceResistance_ohm(dividerOf(design));
}

/** Spin polarisation of a junction with equal electrodes: sqrt(TMR / (2 + TMR)) (Julliere, Phys. Lett. A 54, 225 (1975)). */
export function junctionPolarisation(tunnelMagnetoresistance: number): number {
  return Math.sqrt(tunnelMagnetoresistance / (2 + tunnelMagnetoresistance));
}

/**
 * Resistance of the junction while the magnet lies on its equator, 2 / (G_P + G_AP) at small bias. There the spin current
 * across the magnet is exactly polarisation times charge current (Slonczewski, Phys. Rev. B 71, 024411 (2005)).
 */
export function equatorResistance_ohm({
  resistanceArea_ohm_m2,
  tunnelMagnetoresistance,
  ...size
}: SheMtjDesign): number {
  const parallel_ohm = parallelResistance_ohm(resistanceArea_ohm_m2, size.magnetLength_m * size.magnetWidth_m);
  return (2 * parallel_ohm * (1 + tunnelMagnetoresistance)) / (2 + tunnelMagnetoresistance);
}

/** The scales of a design's magnet: everything that the error at a current needs besides the current. */
export interface MagnetScales {
  readonly switchingSpinCurrent_A: number;
  readonly presetSpinCurrent_A: number;
  readonly relaxation_s: number;
  readonly anisotropyField_A_m: number;
  /** |m_z| of the previous output that is left when the preset ends. */
  readonly presetResidual: number;
  /** Spin current of the read over the switching spin current. */
  readonly readOverdrive: number;
}

/** By design object, since the error probability asks for the same one at every current. */
const known = new WeakMap<SheMtjDesign, MagnetScales>();

/** The scales of a design's magnet, preset and read. */
export function scalesOf(design: SheMtjDesign): MagnetScales {
  let scales = known.get(design);
  if (scales === undefined) {
    scales = computeScales(design);
    known.set(design, scales);
  }
  return scales;
}

function computeScales(design: SheMtjDesign): MagnetScales {
  const magnet = freeMagnetOf(design);
  const switching_A = switchingSpinCurrent_A(magnet);
  const preset_A = design.presetOverdrive * switching_A;
  const read_A = junctionPolarisation(design.tunnelMagnetoresistance) * meanReadCurrent_A(dividerOf(design));
  return {
    switchingSpinCurrent_A: switching_A,
    presetSpinCurrent_A: preset_A,
    relaxation_s: relaxationTime_s(magnet),
    anisotropyField_A_m: anisotropyField_A_m(magnet),
    presetResidual: presetResidual(
      preset_A / poleLeavingSpinCurrent_A(magnet.energyBarrier_J),
      (preset_A * design.presetDuration_s) / (elementaryCharge_C * spinCount(magnet)),
    ),
    readOverdrive: read_A / switching_A,
  };
}
