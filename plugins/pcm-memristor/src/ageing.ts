import type { AgedConductance } from "@neurofront/core";
import { normalCdf } from "@neurofront/physics";
import type { DriftExponent, PhaseChangeFit } from "./fits.ts";

/** Below a thousandth of the full scale the fits are held; devices that low were not characterised. */
const LEAST_RELATIVE = 1e-3;

/** Conductance relative to the full scale of a fit, held within what the fit is for. */
export function relativeConductance(fit: PhaseChangeFit, conductance_S: number): number {
  return Math.min(Math.max(conductance_S / fit.fullScale_S, LEAST_RELATIVE), 1);
}

function logarithmicAge({ firstRead_s }: PhaseChangeFit, age_s: number): number {
  return Math.log1p(age_s / firstRead_s);
}

/**
 * Drift over devices, each with its own exponent |n| where n is normal with mean nu and deviation s: the mean of
 * exp(-l |n|), with l = ln((t + t0) / t0), is
 * M(l) = exp(-nu l + s^2 l^2 / 2) Phi(nu / s - s l) + exp(nu l + s^2 l^2 / 2) Phi(-nu / s - s l), and the variance M(2l) - M(l)^2.
 */
export function drifted(fit: PhaseChangeFit, conductance_S: number, age_s: number): AgedConductance {
  if (age_s === 0) return { mean_S: conductance_S, spread_S: 0 };
  const exponent = fit.driftExponent(relativeConductance(fit, conductance_S));
  const l = logarithmicAge(fit, age_s);
  const mean = meanFactor(exponent, l);
  // A difference of nearly equal numbers at small ages: what rounding leaves below zero is none.
  const variance = Math.max(0, meanFactor(exponent, 2 * l) - mean ** 2);
  return { mean_S: conductance_S * mean, spread_S: conductance_S * Math.sqrt(variance) };
}

function meanFactor({ mean, spread }: DriftExponent, l: number): number {
  const half = (spread * l) ** 2 / 2;
  return (
    Math.exp(half - mean * l) * normalCdf(mean / spread - spread * l) +
    Math.exp(half + mean * l) * normalCdf(-mean / spread - spread * l)
  );
}

/**
 * 1/f noise of a read, relative to the current: Q sqrt(ln((t + t0 + t_r) / (2 t_r))), accumulated over the band from the
 * inverse age to the inverse duration of a read.
 */
export function readNoise(fit: PhaseChangeFit, conductance_S: number, age_s: number): number {
  const { firstRead_s, read_s } = fit;
  const strength = fit.noiseStrength(relativeConductance(fit, conductance_S));
  return strength * Math.sqrt(Math.log((age_s + firstRead_s + read_s) / (2 * read_s)));
}
