import { bohrMagneton_J_T, elementaryCharge_C, fieldGyromagneticRatio_m_A_s } from "./constants.ts";
import type { Macrospin, Vector } from "./macrospin.ts";

/** Pulls the length of the magnetisation back to 1, in 1/ns; changes no direction. */
const lengthKeeping_1_ns = 10;

const axes = ["x", "y", "z"] as const;

/**
 * The equation of `integrateMacrospin` without heat, as ngspice elements: nodes x, y, z hold the direction, tx, ty, tz the torques in
 * 1/ns. Capacitors of 1 nF turn a current of 1 A into a rate of 1/ns. The time stands still until the transient begins.
 *
 * @param spinCurrent_A expressions of the spin current into the magnet along the axes; absent ones are 0
 * @param start expressions of the direction at time 0
 */
export function macrospinNetlist(
  magnet: Macrospin,
  spinCurrent_A: Readonly<Partial<Record<(typeof axes)[number], string>>>,
  start: readonly [x: string, y: string, z: string],
): string[] {
  const { damping: alpha } = magnet;
  const perSpinCurrent =
    (bohrMagneton_J_T / (elementaryCharge_C * magnet.saturationMagnetisation_A_m * magnet.volume_m3)) * 1e-9;
  const scale = 1 / (1 + alpha ** 2);
  const driven = axes.filter((axis) => spinCurrent_A[axis] !== undefined);
  return [
    ...driven.map((axis) => `Bs${axis} s${axis} 0 V = ${perSpinCurrent}*(${spinCurrent_A[axis]})`),
    `Balong along 0 V = ${driven.map((axis) => `V(${axis})*V(s${axis})`).join(" + ") || "0"}`,
    ...axes.map((axis, k) => {
      const [next, last] = [axes[(k + 1) % 3]!, axes[(k + 2) % 3]!];
      const spin = driven.includes(axis) ? ` + V(s${axis})` : "";
      return `Bt${axis} t${axis} 0 V = ${torqueFactor_1_ns(magnet.anisotropyField_A_m, k)}*V(${next})*V(${last})${spin} - V(along)*V(${axis})`;
    }),
    ...axes.map((axis, k) => {
      const [next, last] = [axes[(k + 1) % 3]!, axes[(k + 2) % 3]!];
      return `B${axis} 0 ${axis} I = (time > 0 ? 1 : 0)*(${scale}*(V(t${axis}) + ${alpha}*(V(${next})*V(t${last}) - V(${last})*V(t${next}))) - ${lengthKeeping_1_ns}*V(${axis})*(V(x)*V(x) + V(y)*V(y) + V(z)*V(z) - 1))`;
    }),
    ...axes.map((axis, k) => `C${axis} ${axis} 0 1n ic=${start[k]}`),
    ...axes.map((axis) => `R${axis} ${axis} 0 1e12`),
  ];
}

/** Of -gamma0 m x H along axis k, H = (a_x m_x, a_y m_y, a_z m_z): -gamma0 (a_last - a_next), times m_next m_last. */
function torqueFactor_1_ns(anisotropyField_A_m: Vector, k: number): number {
  return fieldGyromagneticRatio_m_A_s * (anisotropyField_A_m[(k + 1) % 3]! - anisotropyField_A_m[(k + 2) % 3]!) * 1e-9;
}
