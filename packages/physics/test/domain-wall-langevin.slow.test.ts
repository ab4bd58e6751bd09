import { expect, it } from "vitest";
import { boltzmann_J_K } from "../src/constants.ts";
import { domainWallDiffusivity_m2_s } from "../src/domain-wall-force.ts";
import { advanceLangevin, restingEnsemble } from "../src/domain-wall-langevin.ts";
import { kramersRate_Hz } from "../src/domain-wall-pinning.ts";
import { endlessTrack } from "../src/domain-wall-q-phi.ts";
import { atDensity, filmOf } from "./domain-wall-films.ts";
import { relativeError } from "./relative-error.ts";
import { seededNormal } from "./seeded-normal.ts";

const { wall } = atDensity(filmOf("A"), 0);
const still = { drift_m_s: 0, spinHallField_A_m: 0 };
const temperature_K = 300;
const mean = (values: Float64Array, of: (value: number) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0) / values.length;

it("equipartition within 2 %: a trap of 4.14e-5 N/m holds kT / kappa = 1.0005e-16 m^2", () => {
  const stiffness_N_m = 4.14e-5;
  const pinning = { barrier_J: (stiffness_N_m * 1e-12) / (2 * Math.PI ** 2), period_m: 1e-6 };
  const ensemble = restingEnsemble(10_000);
  const steps = { temperature_K, step_s: 5e-13, random: seededNormal(16) };
  const trap = { ...endlessTrack, pinning };
  advanceLangevin(wall, trap, still, ensemble, { ...steps, count: 2000 });
  let variance_m2 = 0;
  const samples = 4;
  for (let k = 0; k < samples; k++) {
    advanceLangevin(wall, trap, still, ensemble, { ...steps, count: 500 });
    variance_m2 += mean(ensemble.position_m, (q) => q * q) / samples;
  }
  // 40 000 squares, a quarter of a nanosecond apart: sqrt(2 / 40000) = 0.7 %; the anharmonicity of the well is 0.1 %.
  expect(relativeError(variance_m2, 1.0005e-16)).toBeLessThan(0.02);
});

it("free diffusion: var(q) grows as 2 D t with D = kT / Gamma once inertia is over", () => {
  const ensemble = restingEnsemble(10_000);
  const steps = { temperature_K, step_s: 5e-13, random: seededNormal(17) };
  const variance_m2 = (): number => mean(ensemble.position_m, (q) => q * q) - mean(ensemble.position_m, (q) => q) ** 2;
  advanceLangevin(wall, endlessTrack, still, ensemble, { ...steps, count: 4000 });
  const early_m2 = variance_m2();
  // From rest, inertia costs about 1.5 tau: 0.98e-6 m^2/s at 2 ns, where the slope is already 1.06e-6.
  expect(relativeError(early_m2 / 4e-9, 0.98e-6)).toBeLessThan(0.1);
  advanceLangevin(wall, endlessTrack, still, ensemble, { ...steps, count: 4000 });
  const slope_m2_s = (variance_m2() - early_m2) / 4e-9;
  // Variances of 10 000 normal numbers: 1.4 % each; of their difference 3 %.
  expect(relativeError(slope_m2_s, domainWallDiffusivity_m2_s(wall, temperature_K))).toBeLessThan(0.1);
});

// First passage from a well to the bottom of a neighbour, against Kramers' rate; independent runs gave 0.67 and 0.95 of it.
it.each([
  [4, 20e-9, 0.67],
  [5, 60e-9, 0.95],
])("walls leave a well of %s kT and %s m at %s times Kramers' rate", (height, period_m, expected) => {
  const pinning = { barrier_J: height * boltzmann_J_K * temperature_K, period_m };
  const walls = 2000;
  const ensemble = restingEnsemble(walls);
  const steps = { temperature_K, step_s: 1e-12, random: seededNormal(19) };
  const rate_Hz = kramersRate_Hz(wall, pinning, temperature_K);
  const wells = { ...endlessTrack, pinning };
  advanceLangevin(wall, wells, still, ensemble, { ...steps, count: 300 });
  const started = ensemble.position_m.map((q) => (Math.abs(q) < period_m / 2 ? 1 : 0));
  const stays = started.slice();
  const looks = Math.round(0.35 / rate_Hz / 20e-12);
  for (let look = 0; look < looks; look++) {
    advanceLangevin(wall, wells, still, ensemble, { ...steps, count: 20 });
    for (let k = 0; k < walls; k++) if (Math.abs(ensemble.position_m[k]!) >= period_m) stays[k] = 0;
  }
  const share = mean(stays, (stay) => stay) / mean(started, (start) => start);
  // Over either of two barriers.
  const found_Hz = -Math.log(share) / (2 * looks * 20e-12);
  // 1000 escapes are 3 % in either simulation, and the way from the top to the next bottom costs some more.
  expect(relativeError(found_Hz / rate_Hz, expected)).toBeLessThan(0.1);
});
