/**
 * Small static CMOS cells of the 45 nm technology for energy ledgers: an inverter with Wn = 90 nm and Wp = 135 nm that drives
 * four of its kind (fan-out of 4, FO4), diffusions of 0.1 um. Simulated with ngspice and the high-performance (HP) cards of
 * the Predictive Technology Model (PTM; W. Zhao, Y. Cao, IEEE Trans. Electron Devices 53, 2816, 2006) at 27 degrees Celsius.
 * Layout capacitance is not included.
 */

/** An inverter with a fan-out of four at one supply. */
export interface InverterCell {
  /** Mean propagation delay. */
  readonly delay_s: number;
  /** Energy drawn from the supply over one full cycle, a rising and a falling output edge. */
  readonly energyPerCycle_J: number;
}

/** Supply, FO4 delay, energy of one cycle. */
const simulated: readonly (readonly [supply_V: number, delay_s: number, energyPerCycle_J: number])[] = [
  [0.6, 44.5e-12, 0.59e-15],
  [0.7, 24.5e-12, 0.82e-15],
  [0.8, 17.2e-12, 1.09e-15],
  [0.9, 13.6e-12, 1.41e-15],
  [1.0, 11.5e-12, 1.76e-15],
  [1.1, 10.1e-12, 2.18e-15],
];

/** Supplies for which {@link fanoutOf4Inverter45nm} has an answer. */
export const digitalSupply45nm_V = { low: 0.6, high: 1.1 } as const;

/**
 * The FO4 inverter at a supply, by a power law between the simulated supplies (a straight line in log-log, as delay and
 * energy are nearly powers of the supply): exact at the simulated ones, monotone between them.
 *
 * @param supply_V from 0.6 V to 1.1 V
 * @throws RangeError outside that range: callers declare their supplies inside it, or clamp and say so
 */
export function fanoutOf4Inverter45nm(supply_V: number): InverterCell {
  const { low, high } = digitalSupply45nm_V;
  if (!(supply_V >= low && supply_V <= high))
    throw new RangeError(`fanoutOf4Inverter45nm: expected a supply from ${low} V to ${high} V, got ${supply_V} V`);
  const upper = Math.max(
    1,
    simulated.findIndex(([tabulated_V]) => supply_V <= tabulated_V),
  );
  const [lower_V, lowerDelay_s, lowerEnergy_J] = simulated[upper - 1]!;
  const [upper_V, upperDelay_s, upperEnergy_J] = simulated[upper]!;
  const weight = Math.log(supply_V / lower_V) / Math.log(upper_V / lower_V);
  return {
    delay_s: lowerDelay_s * (upperDelay_s / lowerDelay_s) ** weight,
    energyPerCycle_J: lowerEnergy_J * (upperEnergy_J / lowerEnergy_J) ** weight,
  };
}
