import { boltzmann_J_K, fieldGyromagneticRatio_m_A_s, vacuumPermeability_T_m_A } from "./constants.ts";
import type { DomainWall } from "./domain-wall-material.ts";
import { qPhiLaw } from "./domain-wall-q-phi.ts";
import type { DomainWallTrack, QPhiDrive } from "./domain-wall-q-phi.ts";

/** Many walls that do not know of each other, as a structure of arrays. */
export interface DomainWallEnsemble {
  readonly position_m: Float64Array;
  readonly angle_rad: Float64Array;
}

/** Walls at rest at one place. */
export function restingEnsemble(count: number, position_m = 0): DomainWallEnsemble {
  return { position_m: new Float64Array(count).fill(position_m), angle_rad: new Float64Array(count) };
}

/** A piece of thermal motion. */
export interface LangevinSteps {
  readonly temperature_K: number;
  readonly step_s: number;
  readonly count: number;
  /** Numbers of mean 0 and variance 1, two a wall and step, step by step and in each from the first wall to the last. */
  readonly random: { normal(): number };
}

/**
 * Strength of the thermal field on each of the two q-phi equations, by the fluctuation-dissipation theorem: a Gaussian field,
 * independent in A and B and from step to step, of variance alpha kT / (mu0 g0 Ms w t Delta dt). The often copied form
 * with 2 alpha kT over the same volume is twice too hot in this model: it is right for a volume of 2 w t Delta, that
 * of the wall's moment.
 */
export function thermalField_A_m(wall: DomainWall, temperature_K: number, step_s: number): number {
  const volume_m3 = wall.width_m * wall.thickness_m * wall.wallParameter_m;
  return Math.sqrt(
    (wall.damping * boltzmann_J_K * temperature_K) /
      (vacuumPermeability_T_m_A * fieldGyromagneticRatio_m_A_s * wall.saturationMagnetisation_A_m * volume_m3 * step_s),
  );
}

/**
 * Advances every wall of the ensemble in place by the q-phi equations with thermal fields: Heun's method with the noise held
 * over a step (Stratonovich; Garcia-Palacios and Lazaro, Phys. Rev. B 58, 14937 (1998)). Call it again to go on.
 */
export function advanceLangevin(
  wall: DomainWall,
  track: DomainWallTrack,
  drive: QPhiDrive,
  ensemble: DomainWallEnsemble,
  { temperature_K, step_s, count, random }: LangevinSteps,
): void {
  const law = qPhiLaw(wall, track, drive);
  const { wallParameter_m: delta_m, damping: alpha, drift, push, dmi, shape, spinHall, pinning } = law;
  const { pinningWavenumber, length_m, endStiffness, hasEnds } = law;
  const { position_m, angle_rad } = ensemble;
  const walls = position_m.length;
  const noise = fieldGyromagneticRatio_m_A_s * thermalField_A_m(wall, temperature_K, step_s);
  const scale = step_s / (1 + alpha ** 2);
  const reach_m = delta_m * scale;
  for (let step = 0; step < count; step++) {
    for (let k = 0; k < walls; k++) {
      const q = position_m[k]!;
      const phi = angle_rad[k]!;
      const fieldA = drift + noise * random.normal();
      const fieldB = push + noise * random.normal();
      let sine = Math.sin(phi);
      let cosine = Math.cos(phi);
      let a = fieldA + (dmi - shape * cosine) * sine;
      let b = fieldB + spinHall * cosine;
      if (pinning !== 0) b -= pinning * Math.sin(pinningWavenumber * q);
      if (hasEnds) {
        if (q < 0) b -= endStiffness * q;
        else if (q > length_m) b -= endStiffness * (q - length_m);
      }
      const dq = reach_m * (a + alpha * b);
      const dphi = scale * (b - alpha * a);
      const trial = q + dq;
      sine = Math.sin(phi + dphi);
      cosine = Math.cos(phi + dphi);
      a = fieldA + (dmi - shape * cosine) * sine;
      b = fieldB + spinHall * cosine;
      if (pinning !== 0) b -= pinning * Math.sin(pinningWavenumber * trial);
      if (hasEnds) {
        if (trial < 0) b -= endStiffness * trial;
        else if (trial > length_m) b -= endStiffness * (trial - length_m);
      }
      position_m[k] = q + 0.5 * (dq + reach_m * (a + alpha * b));
      angle_rad[k] = phi + 0.5 * (dphi + scale * (b - alpha * a));
    }
  }
}
