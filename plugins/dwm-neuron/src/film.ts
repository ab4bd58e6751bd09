import { above } from "@neurofront/core";
import type { Violation } from "@neurofront/core";
import { LARGEST_CURIE_SHARE, reducedMagnetisation, stripAtTemperature } from "@neurofront/physics";
import type { DomainWallStrip } from "@neurofront/physics";
import type { DwmDesign } from "./parameters.ts";

/**
 * Temperature of the film in a circuit at a temperature: the same. 0 K stands for a device without thermal agitation, as the paper
 * and its kind of calculation have it; its film is that of the reference temperature.
 */
export function filmTemperature_K(design: DwmDesign, temperature_K: number): number {
  return temperature_K === 0 ? design.referenceTemperature_K : temperature_K;
}

/** The strip with the material of its temperature. */
export function filmOf(design: DwmDesign, temperature_K: number): DomainWallStrip {
  return stripAtTemperature(design, design, filmTemperature_K(design, temperature_K));
}

/** Why a film has no domains at a temperature, or undefined. */
export function notMagnetic(design: DwmDesign, temperature_K: number): Violation | undefined {
  const film_K = filmTemperature_K(design, temperature_K);
  if (reducedMagnetisation(design, film_K) > 0) return undefined;
  return {
    kind: "impossible",
    code: "not-magnetic",
    message: `at ${film_K} K the film is not magnetic: its Curie temperature is ${design.curieTemperature_K} K`,
    amount: Math.max(Number.MIN_VALUE, film_K / design.curieTemperature_K - 1),
  };
}

/** A film too near its Curie temperature for the laws of its material, or undefined. */
export function nearCurie(design: DwmDesign, temperature_K: number): Violation | undefined {
  const largest_K = LARGEST_CURIE_SHARE * design.curieTemperature_K;
  const film_K = filmTemperature_K(design, temperature_K);
  return above(
    "invalid",
    "near-curie-temperature",
    film_K,
    largest_K,
    () =>
      `the film is at ${film_K.toPrecision(4)} K; the laws of its material hold up to ${largest_K.toPrecision(4)} K, ${LARGEST_CURIE_SHARE} of its Curie temperature`,
  );
}
