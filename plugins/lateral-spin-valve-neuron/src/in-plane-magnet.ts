import {
  anisotropyField_A_m,
  elementaryCharge_C,
  fieldGyromagneticRatio_m_A_s,
  spinCount,
  switchingSpinCurrent_A,
} from "@neurofront/physics";
import type { PerpendicularMagnet } from "@neurofront/physics";

/** A free magnet whose easy axis lies in its plane; H_d is the field that holds it there. */
export interface InPlaneMagnet extends PerpendicularMagnet {
  readonly demagnetisingField_A_m: number;
}

/**
 * Spin current along the easy axis that makes a pole unstable: I_c = (2 e / hbar) alpha mu0 Ms V (H_k + H_d / 2), that of the
 * perpendicular magnet of the same barrier times 1 + H_d / (2 H_k). Sun, Phys. Rev. B 62, 570 (2000).
 */
export function inPlaneSwitchingSpinCurrent_A(magnet: InPlaneMagnet): number {
  return switchingSpinCurrent_A(magnet) * (1 + magnet.demagnetisingField_A_m / (2 * anisotropyField_A_m(magnet)));
}

/** Rate at which a magnet on its hard axis in the plane starts to leave it: gamma0 sqrt(H_k H_d), without damping. */
export function saddleRate_Hz(magnet: InPlaneMagnet): number {
  return fieldGyromagneticRatio_m_A_s * Math.sqrt(anisotropyField_A_m(magnet) * magnet.demagnetisingField_A_m);
}

/** Spin current along the hard axis in the plane that holds the magnet there: e N_s gamma0 sqrt(H_k H_d). */
export function saddleHoldingSpinCurrent_A(magnet: InPlaneMagnet): number {
  return elementaryCharge_C * spinCount(magnet) * saddleRate_Hz(magnet);
}

/** Time in which a small precession around a pole decays by e: 2 (1 + alpha^2) / (alpha gamma0 (2 H_k + H_d)). */
export function inPlaneRelaxationTime_s(magnet: InPlaneMagnet): number {
  const { damping, demagnetisingField_A_m } = magnet;
  const field_A_m = 2 * anisotropyField_A_m(magnet) + demagnetisingField_A_m;
  return (2 * (1 + damping ** 2)) / (damping * fieldGyromagneticRatio_m_A_s * field_A_m);
}
