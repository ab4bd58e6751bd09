/** A distributed line behind a driver, with a capacitor at its far end. */
export interface DrivenLine {
  readonly driverResistance_ohm: number;
  /** Of the whole line. */
  readonly lineResistance_ohm: number;
  readonly lineCapacitance_F: number;
  readonly loadCapacitance_F: number;
}

/**
 * Time from a step of the source until the far end of the line has gone half of the way:
 * t50 = 0.69 Rd (C + CL) + 0.38 R C + 0.69 R CL (T. Sakurai, IEEE J. Solid-State Circuits 18, 418 (1983)).
 */
export function halfSwingDelay_s(line: DrivenLine): number {
  const { driverResistance_ohm, lineResistance_ohm, lineCapacitance_F, loadCapacitance_F } = line;
  return (
    0.69 * driverResistance_ohm * (lineCapacitance_F + loadCapacitance_F) +
    0.38 * lineResistance_ohm * lineCapacitance_F +
    0.69 * lineResistance_ohm * loadCapacitance_F
  );
}
