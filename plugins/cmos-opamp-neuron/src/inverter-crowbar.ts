/**
 * Power of an inverter of 0.36 um and 0.12 um whose input is the output of the amplifier at a net current of 7.5 %, that is
 * near the middle of the supply: ngspice with the predictive 45 nm high-performance cards.
 */
const SIMULATED: readonly (readonly [supply_V: number, power_W: number])[] = [
  [0.8, 1.1e-6],
  [0.9, 3.1e-6],
  [1.0, 8.0e-6],
  [1.1, 17.9e-6],
  [1.2, 34.5e-6],
];
const AT_ONE_VOLT_W = 8.0e-6;

/**
 * Crowbar power at a supply relative to that at 1 V: power laws between the simulated supplies; the first one continues
 * below 0.8 V, the last one above 1.2 V.
 */
export function crowbarRelativeToOneVolt(supply_V: number): number {
  const upper = SIMULATED.findIndex(([tabulated_V]) => supply_V <= tabulated_V);
  const index = upper === -1 ? SIMULATED.length - 1 : Math.max(1, upper);
  const [lower_V, lower_W] = SIMULATED[index - 1]!;
  const [upper_V, upper_W] = SIMULATED[index]!;
  const weight = Math.log(supply_V / lower_V) / Math.log(upper_V / lower_V);
  return (lower_W * (upper_W / lower_W) ** weight) / AT_ONE_VOLT_W;
}
