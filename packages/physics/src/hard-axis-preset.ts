/** x = ln(1 / |m_z|) at which the previous state counts as forgotten: exp(-12) = 6e-6. */
const forgotten = 12;

/** Step in units of e N_s / I_p; keeps the residual right to better than 1 %. */
const step = 0.2;

/** Most steps; only a current within 1e-6 of the limit below needs as many. */
const mostSteps = 1000;

/** I_p over the pole-leaving current at which an abrupt preset just leaves the pole: 2 / max over x of sqrt((e^(2x) - 1) / x^2). */
const abruptLimit = 0.80477;

/**
 * |m_z| that a preset from the pole leaves of the previous state, in [0, 1]; for temperature 0 and small damping.
 *
 * With the spin current I_p across the easy axis, torque rate a = I_p / (e N_s) and precession rate w = gamma0 H_k, the
 * undamped Landau-Lifshitz-Slonczewski equation has the first integral m_x / m_z = -(w / a) ln(1 / m_z). With x = ln(1 / m_z)
 * and k = w / a = 2 I_pole / I_p it reduces to x'' = exp(-2 x) (1 + k^2 x (x - 1)) in the time a t, from rest at x = 0.
 * A current switched on abruptly leaves the pole for k < 2.485; below that x oscillates and the magnet stays.
 *
 * @param poleRatio I_p over the pole-leaving current I_pole = 2 e E_b / hbar, > 0
 * @param torqueAngle a t_p = I_p t_p / (e N_s), through which the torque alone would turn the magnet, >= 0
 */
export function presetResidual(poleRatio: number, torqueAngle: number): number {
  if (poleRatio <= abruptLimit) return 1;
  const square = (2 / poleRatio) ** 2;
  const acceleration = (x: number): number => Math.exp(-2 * x) * (1 + square * x * (x - 1));
  let x = 0;
  let v = 0;
  let left = torqueAngle;
  for (let count = 0; count < mostSteps && left > 0 && x < forgotten; count++) {
    const h = Math.min(step, left);
    const a1 = acceleration(x);
    const v2 = v + (h / 2) * a1;
    const a2 = acceleration(x + (h / 2) * v);
    const v3 = v + (h / 2) * a2;
    const a3 = acceleration(x + (h / 2) * v2);
    const v4 = v + h * a3;
    const a4 = acceleration(x + h * v3);
    x += (h / 6) * (v + 2 * v2 + 2 * v3 + v4);
    v += (h / 6) * (a1 + 2 * a2 + 2 * a3 + a4);
    left -= h;
  }
  return Math.exp(-Math.max(x, 0));
}
