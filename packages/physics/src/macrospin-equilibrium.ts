import { boltzmann_J_K, vacuumPermeability_T_m_A } from "./constants.ts";
import type { Macrospin, Vector } from "./macrospin.ts";

/** Where random numbers come from. */
export interface DirectionDraw {
  /** Standard normal. */
  readonly normal: () => number;
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
}

/** Least component along the pole of a drawn direction; what lies beyond has a weight of exp(-0.96 E_b / kT). */
const leastAlong = 0.2;

/**
 * A direction of the thermal equilibrium of the well around a pole of the easy axis, without applied field.
 *
 * The energy is quadratic in the two components across the axis, so they are drawn as normal numbers and accepted in proportion
 * to 1 / m_along, the solid angle of their projection: exact but for the directions beyond `leastAlong`.
 *
 * @param pole the axis with the largest anisotropy field, and the sign of m along it
 * @throws RangeError if the lowest barrier between the two poles is below 2 kT: there is no well to draw from
 */
export function equilibriumDirection(
  magnet: Macrospin,
  pole: { readonly axis: 0 | 1 | 2; readonly sign: 1 | -1 },
  temperature_K: number,
  draw: DirectionDraw,
): Vector {
  const fields = magnet.anisotropyField_A_m;
  const moment_J_m_A = vacuumPermeability_T_m_A * magnet.saturationMagnetisation_A_m * magnet.volume_m3;
  const first = ((pole.axis + 1) % 3) as 0 | 1 | 2;
  const second = ((pole.axis + 2) % 3) as 0 | 1 | 2;
  const thermal_J = boltzmann_J_K * temperature_K;
  const lowest_A_m = fields[pole.axis] - Math.max(fields[first], fields[second]);
  if (!((moment_J_m_A * lowest_A_m) / 2 >= 2 * thermal_J)) {
    throw new RangeError(
      `equilibriumDirection: expected a barrier of at least 2 kT, got ${(moment_J_m_A * lowest_A_m) / 2} J at ${temperature_K} K`,
    );
  }
  const spread = (across: 0 | 1 | 2): number =>
    Math.sqrt(thermal_J / (moment_J_m_A * (fields[pole.axis] - fields[across])));
  const spreadFirst = spread(first);
  const spreadSecond = spread(second);
  for (;;) {
    const a = spreadFirst * draw.normal();
    const b = spreadSecond * draw.normal();
    const square = 1 - a * a - b * b;
    if (square < leastAlong * leastAlong) continue;
    const along = Math.sqrt(square);
    if (draw.uniform() * along >= leastAlong) continue;
    const direction: [number, number, number] = [0, 0, 0];
    direction[pole.axis] = pole.sign * along;
    direction[first] = a;
    direction[second] = b;
    return direction;
  }
}
