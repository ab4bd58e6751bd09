import type { Conventions, OperatingPoint } from "@neurofront/core";

const VOLTAGE_V = { low: 5e-3, high: 0.5 };
const TEMPERATURE_K = { low: 250, high: 400 };
const COLUMN_S = { low: 1e-6, high: 5e-2 };
const COUNT = { low: 1, high: 1024 };
/** What an input puts on a column: two cells of the default crossbar, with room. */
const INPUT_F = 0.5e-15;

/** Coordinates of a point of the unit cube that {@link operatingAt} reads. */
export const OPERATING_DIMENSIONS = 6;

const between = ({ low, high }: { low: number; high: number }, share: number): number => low + share * (high - low);
const logBetween = ({ low, high }: { low: number; high: number }, share: number): number =>
  Math.min(Math.max(Number((low * (high / low) ** share).toPrecision(4)), low), high);

const CONVENTIONS: readonly Conventions[] = (["overlapped", "sequential"] as const).flatMap((readTiming) =>
  (["half-cycle", "cycle"] as const).flatMap((cmosDelay) =>
    (["settle", "cross"] as const).map((cmosDecision) => ({ readTiming, cmosDelay, cmosDecision })),
  ),
);

function operating(inputVoltage_V: number, temperature_K: number, columnConductance_S: number): OperatingPoint {
  return {
    inputVoltage_V,
    temperature_K,
    inputCount: 26,
    outputCount: 26,
    columnConductance_S,
    columnCapacitance_F: 26 * INPUT_F,
    columnCurrent_A: columnConductance_S * inputVoltage_V,
    conventions: CONVENTIONS[0]!,
  };
}

/** The operating point at a point of the unit cube. */
export function operatingAt(point: readonly number[]): OperatingPoint {
  const [voltage, temperature, column, inputs, outputs, conventions] = point as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const inputCount = Math.round(logBetween(COUNT, inputs));
  return {
    ...operating(
      logBetween(VOLTAGE_V, voltage),
      Number(between(TEMPERATURE_K, temperature).toPrecision(4)),
      logBetween(COLUMN_S, column),
    ),
    inputCount,
    columnCapacitance_F: inputCount * INPUT_F,
    outputCount: Math.round(logBetween(COUNT, outputs)),
    conventions: CONVENTIONS[Math.floor(conventions * CONVENTIONS.length)]!,
  };
}

/** The ends of voltage, temperature and column conductance. */
export const EXTREME_OPERATING: readonly OperatingPoint[] = [VOLTAGE_V.low, VOLTAGE_V.high].flatMap((voltage_V) =>
  [TEMPERATURE_K.low, TEMPERATURE_K.high].flatMap((temperature_K) =>
    [COLUMN_S.low, COLUMN_S.high].map((column_S) => operating(voltage_V, temperature_K, column_S)),
  ),
);

/** Where a neuron may be expected to work: 10 mV to 0.5 V on columns of 10 uS to 10 mS at room temperature. */
export const SENSIBLE_OPERATING: readonly OperatingPoint[] = [0.01, 0.03, 0.1, 0.3, 0.5].flatMap((voltage_V) =>
  [1e-5, 1e-4, 1e-3, 1e-2].map((column_S) => operating(voltage_V, 300, column_S)),
);
