import { boltzmann_J_K, elementaryCharge_C } from "@neurofront/physics";
import type { MemristiveDevice } from "@neurofront/physics";

/** A filament in hafnium oxide that ends a gap before the electrode. */
export interface FilamentGap {
  /** I0, g0, V0 of the tunnelling current. */
  readonly currentScale_A: number;
  readonly gapScale_m: number;
  readonly voltageScale_V: number;
  /** nu0, the attempt velocity of the gap. */
  readonly velocity_m_s: number;
  /** Ea, the barrier of vacancy generation and recombination. */
  readonly activationEnergy_J: number;
  /** a0, the hop distance. */
  readonly hopDistance_m: number;
  readonly oxideThickness_m: number;
  /** gamma0 and beta of the local field enhancement gamma0 - beta (g / 1 nm)^3. */
  readonly fieldEnhancement: number;
  readonly enhancementLoss: number;
  /** R_th, in kelvin a watt. */
  readonly thermalResistance_K_W: number;
  /** F_min: no hop below this local field. */
  readonly leastField_V_m: number;
  /** Bounds of the gap. */
  readonly gapMin_m: number;
  readonly gapMax_m: number;
}

/** I = I0 exp(-g / g0) sinh(V / V0): Jiang et al., IEEE Trans. Electron Devices 63, 1884 (2016). */
export function gapCurrent_A(filament: FilamentGap, gap_m: number, voltage_V: number): number {
  const { currentScale_A, gapScale_m, voltageScale_V } = filament;
  return currentScale_A * Math.exp(-gap_m / gapScale_m) * Math.sinh(voltage_V / voltageScale_V);
}

/** Temperature of the filament's tip, T + |V I| R_th: Joule heat through a thermal resistance. Same source. */
export function localTemperature_K(
  filament: FilamentGap,
  gap_m: number,
  voltage_V: number,
  temperature_K: number,
): number {
  return (
    temperature_K + Math.abs(voltage_V * gapCurrent_A(filament, gap_m, voltage_V)) * filament.thermalResistance_K_W
  );
}

/** gamma = gamma0 - beta (g / 1 nm)^3: local over mean field. Same source. */
function localEnhancement(filament: FilamentGap, gap_m: number): number {
  return filament.fieldEnhancement - filament.enhancementLoss * (gap_m / 1e-9) ** 3;
}

/** (gamma a0 / tox) q V: what the local field takes off the barrier of a hop. Same source. */
export function barrierLowering_J(filament: FilamentGap, gap_m: number, voltage_V: number): number {
  const field_V_m = (localEnhancement(filament, gap_m) * voltage_V) / filament.oxideThickness_m;
  return elementaryCharge_C * filament.hopDistance_m * field_V_m;
}

/**
 * dg/dt = -nu0 exp(-Ea / kT') sinh((gamma a0 / tox) q V / kT'), with gamma = gamma0 - beta (g / 1 nm)^3 and no motion where the
 * local field gamma |V| / tox is below F_min. Same source.
 */
export function gapRate_m_s(filament: FilamentGap, gap_m: number, voltage_V: number, temperature_K: number): number {
  const field_V_m = (localEnhancement(filament, gap_m) * Math.abs(voltage_V)) / filament.oxideThickness_m;
  if (field_V_m < filament.leastField_V_m) return 0;
  const thermal_J = boltzmann_J_K * localTemperature_K(filament, gap_m, voltage_V, temperature_K);
  return (
    -filament.velocity_m_s *
    Math.exp(-filament.activationEnergy_J / thermal_J) *
    Math.sinh(barrierLowering_J(filament, gap_m, voltage_V) / thermal_J)
  );
}

/** The device at an ambient temperature, with its gap as the state. */
export function filamentDevice(filament: FilamentGap, temperature_K: number): MemristiveDevice {
  return {
    low: filament.gapMin_m,
    high: filament.gapMax_m,
    rate: (gap_m, voltage_V) => gapRate_m_s(filament, gap_m, voltage_V, temperature_K),
    current_A: (gap_m, voltage_V) => gapCurrent_A(filament, gap_m, voltage_V),
    conductance_S: (gap_m) =>
      (filament.currentScale_A / filament.voltageScale_V) * Math.exp(-gap_m / filament.gapScale_m),
  };
}
