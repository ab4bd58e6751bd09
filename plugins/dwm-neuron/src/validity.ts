import { above, below, violationsAmong } from "@neurofront/core";
import type { Violation } from "@neurofront/core";
import { boltzmann_J_K, domainWallFriction_kg_s, domainWallMass_kg, meanReadCurrent_A } from "@neurofront/physics";
import { nearCurie } from "./film.ts";
import { temperatureRise_K } from "./heating.ts";
import { isSimulated } from "./langevin-error.ts";
import type { Operation } from "./operation.ts";
import type { DwmDesign } from "./parameters.ts";
import { dividerOf, readTimeConstant_s } from "./read-path.ts";

const largestThickness_m = 3e-9;
/** Electromigration and heating. */
const largestDensity_A_m2 = 1e12;
/** Read current over switching current from which the read moves the wall. */
const largestReadFraction = 0.2;
/** Write over relaxation time below which the wall is ballistic and the drift-diffusion error is off by a factor 2 to 3. */
const leastRelaxations = 7;
/** Largest interfacial DMI that the parameter sets cover; a thinner film with more is an extrapolation. */
const largestUsedDmi_J_m2 = 2.4e-3;
/** Share of the critical DMI, at which domains become spirals, up to which a wall is rigid. */
const criticalShare = 0.9;
/** Material parameters are those of the ambient temperature; beyond this rise they are not. */
const largestRise_K = 50;
/** Barrier over kT up to which drift and free diffusion stand for hopping. */
const largestFreeBarrier = 1;
/** Attempt frequency of the wells over the friction rate up to which the washboard law without inertia holds. */
const largestVibration = 0.5;
/** Bounds met exactly by design are not broken by rounding. */
const rounding = 1 + 1e-9;

const nm = (length_m: number): string => `${(length_m * 1e9).toPrecision(3)} nm`;
const uA = (current_A: number): string => `${(current_A * 1e6).toPrecision(3)} uA`;
const ns = (time_s: number): string => `${(time_s * 1e9).toPrecision(3)} ns`;

/** The rules of validity that a working device breaks. */
export function brokenRules(design: DwmDesign, operation: Operation, temperature_K: number): Violation[] {
  return [...wallRules(design, operation, temperature_K), ...pinningRules(design, operation, temperature_K)];
}

/** What holds for a wall on a washboard. */
function pinningRules(design: DwmDesign, operation: Operation, temperature_K: number): Violation[] {
  const { wall, track } = operation;
  const { barrier_J, period_m } = track.pinning;
  if (barrier_J === 0) return [];
  const thermal_J = boltzmann_J_K * temperature_K;
  const simulated = isSimulated(design, operation, temperature_K);
  const mass_kg = domainWallMass_kg(wall);
  const vibration = (Math.PI * Math.sqrt(2 * barrier_J * mass_kg)) / (period_m * domainWallFriction_kg_s(wall));
  return violationsAmong([
    above(
      "invalid",
      "pinning-period",
      period_m,
      track.length_m * rounding,
      () =>
        `the period of the pinning is ${nm(period_m)}; a free domain of ${nm(track.length_m)} then has no well at its end`,
    ),
    temperature_K > 0 && !simulated
      ? above(
          "invalid",
          "pinned-diffusion",
          barrier_J,
          largestFreeBarrier * thermal_J,
          () =>
            `the barriers are ${(barrier_J / thermal_J).toPrecision(3)} kT; the closed form of the thermal error has no hopping and holds up to ${largestFreeBarrier} kT`,
        )
      : undefined,
    design.fidelity === "closed-form"
      ? above(
          "warning",
          "inertial-washboard",
          vibration,
          largestVibration,
          () =>
            `the wall vibrates in its wells ${vibration.toPrecision(3)} times as fast as friction stops it; inertia makes it up to three times faster near depinning than the closed form`,
        )
      : undefined,
  ]);
}

function wallRules(design: DwmDesign, operation: Operation, temperature_K: number): Violation[] {
  const { wall, path, motion, write_s } = operation;
  const { length_m, width_m, thickness_m, switchingCurrent_A, readTime_s } = design;
  const delta_m = wall.wallParameter_m;
  const density_A_m2 = Math.max(path.magnetDensity_A_m2_A, path.heavyMetalDensity_A_m2_A) * switchingCurrent_A;
  const largestDmi_J_m2 = Math.min(largestUsedDmi_J_m2, criticalShare * wall.criticalDmi_J_m2);
  const dmiField_A_m = (Math.PI / 2) * wall.dmiField_A_m;
  const shapeField_A_m = Math.abs(wall.shapeField_A_m);
  const divider = dividerOf(design);
  const readCurrent_A = meanReadCurrent_A(divider);
  const settling_s = 3 * readTimeConstant_s(divider);
  const leastWrite_s = leastRelaxations * motion.relaxation_s;
  const rise_K = temperatureRise_K(design, operation);
  return violationsAmong([
    nearCurie(design, temperature_K),
    below(
      "invalid",
      "domain-too-short",
      length_m,
      2 * Math.PI * delta_m,
      () => `the free domain is ${nm(length_m)} long; a rigid wall needs 2 pi Delta = ${nm(2 * Math.PI * delta_m)}`,
    ),
    above(
      "invalid",
      "strip-too-wide",
      width_m,
      4 * Math.PI * delta_m,
      () => `the strip is ${nm(width_m)} wide; above 4 pi Delta = ${nm(4 * Math.PI * delta_m)} the wall tilts`,
    ),
    above(
      "invalid",
      "film-too-thick",
      thickness_m,
      largestThickness_m * rounding,
      () => `the film is ${nm(thickness_m)} thick; the wall is uniform through it up to ${nm(largestThickness_m)}`,
    ),
    above(
      "invalid",
      "current-density",
      density_A_m2,
      largestDensity_A_m2 * rounding,
      () =>
        `the write current density is ${density_A_m2.toPrecision(3)} A/m^2; electromigration and heating allow ${largestDensity_A_m2.toPrecision(1)} A/m^2`,
    ),
    above(
      "invalid",
      "strong-dmi",
      wall.dmi_J_m2,
      largestDmi_J_m2 * rounding,
      () =>
        `the DMI is ${(wall.dmi_J_m2 * 1e3).toPrecision(3)} mJ/m^2; rigid walls are sure up to ${(largestDmi_J_m2 * 1e3).toPrecision(3)} mJ/m^2, the smaller of 2.4 mJ/m^2 and 0.9 of the critical DMI`,
    ),
    below(
      "invalid",
      "no-chirality",
      dmiField_A_m,
      shapeField_A_m,
      () =>
        `the DMI field (pi/2) H_D = ${dmiField_A_m.toPrecision(3)} A/m does not hold the wall against the shape field ${shapeField_A_m.toPrecision(3)} A/m`,
    ),
    above(
      "invalid",
      "walker-limit",
      motion.walkerRatio,
      1,
      () =>
        `the drift is ${motion.walkerRatio.toPrecision(3)} times the largest for which the wall moves steadily with an angle below 90 degrees`,
    ),
    above(
      "invalid",
      "read-disturb",
      readCurrent_A,
      largestReadFraction * switchingCurrent_A,
      () =>
        `the read current ${uA(readCurrent_A)} leaves through the strip; it must stay below ${largestReadFraction} of the switching current ${uA(switchingCurrent_A)}`,
    ),
    above(
      "invalid",
      "read-too-fast",
      settling_s,
      readTime_s,
      () => `three time constants of the read node are ${ns(settling_s)}; the read lasts ${ns(readTime_s)}`,
    ),
    above(
      "invalid",
      "self-heating",
      rise_K,
      largestRise_K,
      () =>
        `the current heats the strip by ${rise_K.toPrecision(3)} K; material parameters are those of the ambient temperature, good for ${largestRise_K} K`,
    ),
    // Without agitation there is no error to be wrong about; simulated walls may be as fast as they like.
    temperature_K > 0 && !isSimulated(design, operation, temperature_K)
      ? below(
          "invalid",
          "ballistic-write",
          write_s,
          leastWrite_s,
          () =>
            `the write lasts ${ns(write_s)}, less than ${leastRelaxations} relaxation times of ${ns(motion.relaxation_s)}; its thermal error is uncertain by a factor of 2 to 3`,
        )
      : undefined,
  ]);
}
