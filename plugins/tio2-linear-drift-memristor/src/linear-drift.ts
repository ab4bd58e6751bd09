import { windowFactor } from "@neurofront/physics";
import type { MemristiveDevice, WindowShape } from "@neurofront/physics";

/** A titanium-dioxide film of which a part is doped with oxygen vacancies. */
export interface LinearDriftFilm extends WindowShape {
  /** Resistance of the film when all of it is doped, and when none is. */
  readonly onResistance_ohm: number;
  readonly offResistance_ohm: number;
  /** Thickness of the film. */
  readonly thickness_m: number;
  /** Mobility of the vacancies. */
  readonly mobility_m2_V_s: number;
}

/** R = Ron x + Roff (1 - x), x the doped part of the film: Strukov et al., Nature 453, 80 (2008), equation 5. */
export function filmResistance_ohm(film: LinearDriftFilm, dopedPart: number): number {
  return film.onResistance_ohm * dopedPart + film.offResistance_ohm * (1 - dopedPart);
}

/** dx/dt = (mu Ron / D^2) i F(x), i = V / R(x): Strukov et al., Nature 453, 80 (2008), equation 6, with a window F. */
export function driftRate_Hz(film: LinearDriftFilm, dopedPart: number, voltage_V: number): number {
  const current_A = voltage_V / filmResistance_ohm(film, dopedPart);
  const rate_Hz = (film.mobility_m2_V_s * film.onResistance_ohm * current_A) / film.thickness_m ** 2;
  return rate_Hz * windowFactor(film, dopedPart, voltage_V > 0);
}

/** The film as a device whose state is its doped part, 0 to 1. */
export function linearDriftDevice(film: LinearDriftFilm): MemristiveDevice {
  return {
    low: 0,
    high: 1,
    rate: (dopedPart, voltage_V) => driftRate_Hz(film, dopedPart, voltage_V),
    current_A: (dopedPart, voltage_V) => voltage_V / filmResistance_ohm(film, dopedPart),
    conductance_S: (dopedPart) => 1 / filmResistance_ohm(film, dopedPart),
  };
}
