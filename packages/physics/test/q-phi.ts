import { boltzmann_J_K, fieldGyromagneticRatio_m_A_s, vacuumPermeability_T_m_A } from "../src/constants.ts";
import { rungeKutta4 } from "../src/ode.ts";
import type { Rate } from "../src/ode.ts";
import type { DomainWall } from "../src/domain-wall-material.ts";
import type { DomainWallDrive } from "../src/domain-wall-motion.ts";

/** What acts on the wall of the reference model: the drive of the closed form, and an easy-axis field for textbook walls. */
export interface ReferenceDrive extends DomainWallDrive {
  readonly field_A_m?: number;
}

type QPhiWall = Pick<DomainWall, "wallParameter_m" | "shapeField_A_m" | "dmiField_A_m" | "damping" | "nonAdiabaticity">;

/**
 * The full one-dimensional q-phi equations, shape field included (Thiaville et al., EPL 100, 57002 (2012); Martinez et al.,
 * Appl. Phys. Lett. 103, 072406 (2013)), as dq/dt and dphi/dt of (q, phi).
 */
export function qPhiRate(wall: QPhiWall, drive: ReferenceDrive): Rate {
  const { wallParameter_m: delta_m, damping: alpha, nonAdiabaticity: beta } = wall;
  const g0 = fieldGyromagneticRatio_m_A_s;
  return (_time_s, state, rate) => {
    const phi = state[1]!;
    const a =
      drive.drift_m_s / delta_m +
      g0 * ((Math.PI / 2) * wall.dmiField_A_m * Math.sin(phi) - 0.5 * wall.shapeField_A_m * Math.sin(2 * phi));
    const b =
      (beta * drive.drift_m_s) / delta_m +
      g0 * ((drive.field_A_m ?? 0) + (Math.PI / 2) * drive.spinHallField_A_m * Math.cos(phi));
    rate[0] = (delta_m * (a + alpha * b)) / (1 + alpha ** 2);
    rate[1] = (b - alpha * a) / (1 + alpha ** 2);
  };
}

/** State (q, phi) after a time from (0, 0). */
export function stateAfter(wall: QPhiWall, drive: ReferenceDrive, time_s: number): { q_m: number; phi_rad: number } {
  const state = new Float64Array(2);
  const count = Math.ceil(time_s / 1e-12);
  rungeKutta4(qPhiRate(wall, drive), state, { step_s: time_s / count, count });
  return { q_m: state[0]!, phi_rad: state[1]! };
}

/** Steady speed: the rate of q after a time long against the relaxation. */
export function steadySpeed_m_s(wall: QPhiWall, drive: ReferenceDrive, settle_s = 20e-9): number {
  const { q_m, phi_rad } = stateAfter(wall, drive, settle_s);
  const rate = new Float64Array(2);
  qPhiRate(wall, drive)(0, Float64Array.of(q_m, phi_rad), rate);
  return rate[0]!;
}

/** Mean speed of a precessing wall over whole half turns of its angle. */
export function precessingSpeed_m_s(wall: QPhiWall, drive: ReferenceDrive): number {
  const rate = qPhiRate(wall, drive);
  const state = new Float64Array(2);
  const step_s = 5e-12;
  const passages: { time_s: number; q_m: number }[] = [];
  for (let time_s = 0; passages.length < 9;) {
    if (time_s > 5e-6) throw new Error("the wall does not precess");
    const [q_m, phi_rad] = [state[0]!, state[1]!];
    time_s = rungeKutta4(rate, state, { start_s: time_s, step_s, count: 1 });
    const turns = Math.floor(Math.abs(state[1]!) / Math.PI);
    if (turns === Math.floor(Math.abs(phi_rad) / Math.PI)) continue;
    const share = (turns * Math.PI - Math.abs(phi_rad)) / (Math.abs(state[1]!) - Math.abs(phi_rad));
    passages.push({ time_s: time_s - step_s * (1 - share), q_m: q_m + share * (state[0]! - q_m) });
  }
  const [first, last] = [passages[0]!, passages.at(-1)!];
  return (last.q_m - first.q_m) / (last.time_s - first.time_s);
}

/** Time from (0, 0) to q = length_m. */
export function referenceCrossing_s(wall: QPhiWall, drive: ReferenceDrive, length_m: number): number {
  const rate = qPhiRate(wall, drive);
  const state = new Float64Array(2);
  const step_s = 1e-12;
  for (let time_s = 0; ;) {
    const before_m = state[0]!;
    time_s = rungeKutta4(rate, state, { start_s: time_s, step_s, count: 1 });
    const after_m = state[0]!;
    if (after_m >= length_m) return time_s - (step_s * (after_m - length_m)) / (after_m - before_m);
    if (time_s > 1e-7) throw new Error("the wall does not cross");
  }
}

/** Spring constant of the ends of the free domain. */
const endStiffness_N_m = 2e-3;

/**
 * Part of many Langevin runs from (0, 0) in which the wall ends in the near half: Heun steps of the q-phi equations with
 * thermal fields of variance alpha kT / (mu0 g0 Ms w t Delta dt) on both, between springs at q = 0 and q = L.
 */
export function langevinNearHalf(
  wall: DomainWall,
  drive: DomainWallDrive,
  run: { length_m: number; time_s: number; temperature_K: number; step_s: number; runs: number },
  random: { normal(): number },
): number {
  const { wallParameter_m: delta_m, damping: alpha, nonAdiabaticity: beta } = wall;
  const g0 = fieldGyromagneticRatio_m_A_s;
  const { length_m, step_s, runs } = run;
  const moment = vacuumPermeability_T_m_A * wall.saturationMagnetisation_A_m * wall.width_m * wall.thickness_m;
  const noise_A_m = Math.sqrt((alpha * boltzmann_J_K * run.temperature_K) / (g0 * moment * delta_m * step_s));
  const stiffness = endStiffness_N_m / (2 * moment);
  const u = drive.drift_m_s / delta_m;
  const dmi_A_m = (Math.PI / 2) * wall.dmiField_A_m;
  const spinHall_A_m = (Math.PI / 2) * drive.spinHallField_A_m;
  const scale = 1 / (1 + alpha ** 2);
  const steps = Math.round(run.time_s / step_s);
  let near = 0;
  for (let k = 0; k < runs; k++) {
    let q = 0;
    let phi = 0;
    for (let step = 0; step < steps; step++) {
      const ha = noise_A_m * random.normal();
      const hb = noise_A_m * random.normal();
      let dq = 0;
      let dphi = 0;
      let trialQ = q;
      let trialPhi = phi;
      for (let half = 0; half < 2; half++) {
        const sine = Math.sin(trialPhi);
        const cosine = Math.cos(trialPhi);
        const end_A_m = trialQ < 0 ? -stiffness * trialQ : trialQ > length_m ? -stiffness * (trialQ - length_m) : 0;
        const a = u + g0 * (dmi_A_m * sine - wall.shapeField_A_m * sine * cosine + ha);
        const b = beta * u + g0 * (end_A_m + spinHall_A_m * cosine + hb);
        const rateQ = delta_m * (a + alpha * b) * scale;
        const ratePhi = (b - alpha * a) * scale;
        dq += rateQ / 2;
        dphi += ratePhi / 2;
        trialQ = q + rateQ * step_s;
        trialPhi = phi + ratePhi * step_s;
      }
      q += dq * step_s;
      phi += dphi * step_s;
    }
    if (q < length_m / 2) near++;
  }
  return near / runs;
}
