import { expect, it } from "vitest";
import { advanceLangevin, restingEnsemble, thermalField_A_m } from "../src/domain-wall-langevin.ts";
import { endlessTrack } from "../src/domain-wall-q-phi.ts";
import { domainWallAfter } from "../src/domain-wall-transit.ts";
import { atDensity, filmOf } from "./domain-wall-films.ts";
import { relativeError } from "./relative-error.ts";
import { seededNormal } from "./seeded-normal.ts";

const { wall, drive } = atDensity(filmOf("A"), 5e10);
const track = { length_m: 60e-9, endStiffness_N_m: 2e-3, pinning: { barrier_J: 3e-21, period_m: 20e-9 } };

it("without temperature every wall goes the deterministic way", () => {
  const ensemble = restingEnsemble(3);
  const steps = { temperature_K: 0, step_s: 2e-13, count: 2500, random: seededNormal(1) };
  advanceLangevin(wall, track, drive, ensemble, steps);
  const expected = domainWallAfter(wall, track, drive, 5e-10);
  for (const position_m of ensemble.position_m)
    expect(relativeError(position_m, expected.position_m)).toBeLessThan(1e-5);
});

it("Heun's error without temperature falls with the square of the step", () => {
  const endOf = (step_s: number): number => {
    const ensemble = restingEnsemble(1);
    const steps = { temperature_K: 0, step_s, count: Math.round(5e-10 / step_s), random: seededNormal(1) };
    advanceLangevin(wall, track, drive, ensemble, steps);
    return ensemble.position_m[0]!;
  };
  const order = (endOf(4e-12) - endOf(2e-12)) / (endOf(2e-12) - endOf(1e-12));
  expect(order).toBeGreaterThan(3.4);
  expect(order).toBeLessThan(4.6);
});

it("the thermal field has the strength of the fluctuation-dissipation theorem", () => {
  // alpha kT / (mu0 g0 Ms w t Delta dt) by hand for film A, 300 K, 0.2 ps.
  const variance = (0.07 * 1.380649e-23 * 300) / (1.25664e-6 * 2.21276e5 * 6e5 * 40e-18 * 4.88646e-9 * 2e-13);
  expect(relativeError(thermalField_A_m(wall, 300, 2e-13) ** 2, variance)).toBeLessThan(1e-4);
});

it("goes on where it stopped, with the same numbers", () => {
  const atOnce = restingEnsemble(4);
  const steps = { temperature_K: 300, step_s: 1e-12 };
  advanceLangevin(wall, track, drive, atOnce, { ...steps, count: 20, random: seededNormal(7) });
  const inParts = restingEnsemble(4);
  const random = seededNormal(7);
  advanceLangevin(wall, track, drive, inParts, { ...steps, count: 5, random });
  advanceLangevin(wall, track, drive, inParts, { ...steps, count: 15, random });
  expect(inParts).toEqual(atOnce);
});

/** A well so wide that it is harmonic, kappa = 2 pi^2 V0 / p^2. */
const stiffness_N_m = 4.14e-5;
const trap = { barrier_J: (stiffness_N_m * 1e-12) / (2 * Math.PI ** 2), period_m: 1e-6 };
const still = { drift_m_s: 0, spinHallField_A_m: 0 };

it.each([1e-12, 1.9e-12])("equipartition: <q^2> kappa / kT is 1 in a harmonic trap, with steps of %s s", (step_s) => {
  const ensemble = restingEnsemble(2000);
  const random = seededNormal(11);
  const steps = { temperature_K: 300, step_s, random };
  const inTrap = { ...endlessTrack, pinning: trap };
  // Ten relaxation times Gamma / kappa = 94 ps to fill the trap, then a sample every two.
  advanceLangevin(wall, inTrap, still, ensemble, { ...steps, count: Math.round(1e-9 / step_s) });
  let squares = 0;
  let samples = 0;
  for (let k = 0; k < 3; k++) {
    advanceLangevin(wall, inTrap, still, ensemble, { ...steps, count: Math.round(2e-10 / step_s) });
    for (const q of ensemble.position_m) squares += q * q;
    samples += ensemble.position_m.length;
  }
  const found = (squares / samples) * (stiffness_N_m / (1.380649e-23 * 300));
  // 6000 squares of normal numbers, correlated: sqrt(2 / 3000) = 2.6 %; within two sigma.
  expect(Math.abs(found - 1)).toBeLessThan(0.05);
});
