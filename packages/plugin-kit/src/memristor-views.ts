import type { Answer, Design, Parameters, SynapseOperating, Unit, View, ViewColumn, ViewData } from "@neurofront/core";
import { defineView, integer, quantity } from "./define.ts";

/** A drive that repeats, and where the state starts. */
interface Drive {
  readonly initialFraction: number;
  readonly amplitude_V: number;
  readonly frequency_Hz: number;
  readonly cycles: number;
}

/** A device sampled in time under a voltage. */
interface Trajectory {
  readonly time_s: Float64Array;
  readonly voltage_V: Float64Array;
  readonly current_A: Float64Array;
  readonly state: Float64Array;
}

/** What the views ask of a device: numbers, from whatever solver the plugin uses. */
export interface MemristorDynamics {
  /** A sine from 0 V. `initialFraction` is the position of the state between its lower and its upper bound. */
  sinusoid(drive: Drive): Trajectory;
  /** A triangle from 0 V; the number of samples of a cycle is a multiple of 4. */
  triangle(drive: Drive & { readonly pointsPerCycle: number }): Trajectory;
  /** Conductance before the first and after each of `pulses` set and then `pulses` reset pulses, from the least conductance. */
  pulseConductances_S(train: {
    readonly pulses: number;
    readonly setPulse_s: number;
    readonly resetPulse_s: number;
  }): Float64Array;
  /** Times from end to end of the programmed range at magnitudes of the voltage; NaN where an end is not reached. */
  switchingTimes(magnitudes_V: Float64Array): { readonly set_s: Float64Array; readonly reset_s: Float64Array };
}

/** The state variable as a column: `gap_m`, `"gap"`, `"m"`. */
export interface StateColumn {
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
}

/** Settings with which the views of the default design show something. */
export interface ViewDefaults {
  readonly initialFraction: number;
  readonly amplitude_V: number;
  readonly frequency_Hz: number;
  readonly setPulse_s: number;
  readonly resetPulse_s: number;
  /** Span of the voltages of the switching times. */
  readonly switchingVoltage_V: { readonly low: number; readonly high: number };
}

/** The views of a device with one state variable: pinched loop in time, current against voltage, pulse train, switching time. */
export function memristorViews<P extends Parameters>(
  dynamicsOf: (design: Design<P>, operating: SynapseOperating) => MemristorDynamics,
  state: StateColumn,
  defaults: ViewDefaults,
): readonly View<P, SynapseOperating>[] {
  return [
    pinchedLoop(dynamicsOf, state, defaults),
    currentVoltage(dynamicsOf, defaults),
    pulseTrain(dynamicsOf, defaults),
    switchingTime(dynamicsOf, defaults),
  ];
}

type Dynamics<P extends Parameters> = (design: Design<P>, operating: SynapseOperating) => MemristorDynamics;

const source = { kind: "assumed", note: "shows the device at its defaults" } as const;

function driveSettings({ initialFraction, amplitude_V, frequency_Hz }: ViewDefaults) {
  return {
    amplitude_V: quantity({
      unit: "V",
      meaning: "amplitude of the drive",
      source,
      low: 1e-3,
      high: 10,
      default: amplitude_V,
      scale: "log",
    }),
    frequency_Hz: quantity({
      unit: "Hz",
      meaning: "frequency of the drive",
      source,
      low: 1e-6,
      high: 1e12,
      default: frequency_Hz,
      scale: "log",
    }),
    initialFraction: quantity({
      unit: "1",
      meaning: "where the state starts between its lower and its upper bound",
      source,
      low: 0,
      high: 1,
      default: initialFraction,
    }),
  } as const;
}

function pinchedLoop<P extends Parameters>(dynamicsOf: Dynamics<P>, state: StateColumn, defaults: ViewDefaults) {
  return defineView({
    id: "pinched-loop",
    title: "Sine drive",
    meaning:
      "a sine voltage drives the device: voltage, current and state against time; current is zero whenever voltage is",
    settings: {
      ...driveSettings(defaults),
      cycles: integer({ meaning: "periods of the drive", source, low: 1, high: 20, default: 2 }),
    },
    compute(design: Design<P>, operating: SynapseOperating, settings): Answer<ViewData> {
      const found = dynamicsOf(design, operating).sinusoid(settings);
      return linear({ name: "time_s", title: "time", unit: "s", values: found.time_s }, [
        { name: "voltage_V", title: "voltage", unit: "V", values: found.voltage_V },
        { name: "current_A", title: "current", unit: "A", values: found.current_A },
        { ...state, values: found.state },
      ]);
    },
  });
}

/** Points of a cycle of the triangle; half of them are one sweep. */
const SWEEP_CYCLE = 400;

function currentVoltage<P extends Parameters>(dynamicsOf: Dynamics<P>, defaults: ViewDefaults) {
  return defineView({
    id: "current-voltage",
    title: "Current against voltage",
    meaning:
      "a triangular voltage drives the device through one cycle and then once down and up: current of the falling and of the rising sweep",
    settings: driveSettings(defaults),
    compute(design: Design<P>, operating: SynapseOperating, settings): Answer<ViewData> {
      const drive = { ...settings, cycles: 2.25, pointsPerCycle: SWEEP_CYCLE };
      const { voltage_V, current_A } = dynamicsOf(design, operating).triangle(drive);
      const sweep = SWEEP_CYCLE / 2;
      // Peaks are at a quarter of each cycle: down from the one of the second cycle, up to that of the third.
      const top = SWEEP_CYCLE + SWEEP_CYCLE / 4;
      const axis = voltage_V.slice(top + sweep, top + 2 * sweep + 1);
      return linear({ name: "voltage_V", title: "voltage", unit: "V", values: axis }, [
        {
          name: "currentFalling_A",
          title: "current, falling voltage",
          unit: "A",
          values: current_A.slice(top, top + sweep + 1).toReversed(),
        },
        {
          name: "currentRising_A",
          title: "current, rising voltage",
          unit: "A",
          values: current_A.slice(top + sweep, top + 2 * sweep + 1),
        },
      ]);
    },
  });
}

function pulseLength(effect: string, value: number) {
  return quantity({
    unit: "s",
    meaning: `length of one pulse that ${effect} the conductance`,
    source,
    low: 1e-15,
    high: 1e6,
    default: value,
    scale: "log",
  });
}

function pulseTrain<P extends Parameters>(dynamicsOf: Dynamics<P>, { setPulse_s, resetPulse_s }: ViewDefaults) {
  return defineView({
    id: "pulse-train",
    title: "Potentiation and depression",
    meaning:
      "equal set pulses and then as many equal reset pulses at the write voltages, from the least conductance: conductance after each",
    settings: {
      pulses: integer({ meaning: "pulses of each sign", source, low: 1, high: 500, default: 50 }),
      setPulse_s: pulseLength("raises", setPulse_s),
      resetPulse_s: pulseLength("lowers", resetPulse_s),
    },
    compute(design: Design<P>, operating: SynapseOperating, settings): Answer<ViewData> {
      const { pulses } = settings;
      const values = dynamicsOf(design, operating).pulseConductances_S(settings);
      return linear(
        { name: "pulse", title: "pulse", unit: "1", values: Float64Array.from(values, (_value, pulse) => pulse) },
        [{ name: "conductance_S", title: "conductance", unit: "S", values }],
        { potentiationBow: bow(values.subarray(0, pulses + 1)), depressionBow: bow(values.subarray(pulses)) },
      );
    },
  });
}

/** Largest departure from the straight line between first and last value, relative to their distance; 0 when nothing moves. */
function bow(values: Float64Array): number {
  const first = values[0]!;
  const distance = values.at(-1)! - first;
  if (distance === 0) return 0;
  const steps = values.length - 1;
  return values.reduce((most, value, k) => Math.max(most, Math.abs((value - first) / distance - k / steps)), 0);
}

const SWITCHING_POINTS = 60;

function switchingTime<P extends Parameters>(dynamicsOf: Dynamics<P>, { switchingVoltage_V }: ViewDefaults) {
  return defineView({
    id: "switching-time",
    title: "Switching time against voltage",
    meaning:
      "time from end to end of the programmed range at a constant voltage; no value where the end is not reached",
    settings: {
      lowVoltage_V: quantity({
        unit: "V",
        meaning: "smallest magnitude of the voltage",
        source,
        low: 1e-3,
        high: 1,
        default: switchingVoltage_V.low,
        scale: "log",
      }),
      voltageRatio: quantity({
        unit: "1",
        meaning: "largest over smallest magnitude of the voltage",
        source,
        low: 1.1,
        high: 1000,
        default: switchingVoltage_V.high / switchingVoltage_V.low,
        scale: "log",
      }),
    },
    compute(design: Design<P>, operating: SynapseOperating, { lowVoltage_V, voltageRatio }): Answer<ViewData> {
      const magnitudes_V = Float64Array.from(
        { length: SWITCHING_POINTS + 1 },
        (_, k) => lowVoltage_V * voltageRatio ** (k / SWITCHING_POINTS),
      );
      const { set_s, reset_s } = dynamicsOf(design, operating).switchingTimes(magnitudes_V);
      const curves = [
        { name: "setTime_s", title: "set", unit: "s", values: set_s },
        { name: "resetTime_s", title: "reset", unit: "s", values: reset_s },
      ].filter(({ values }) => values.some((value) => !Number.isNaN(value)));
      return {
        status: "ok",
        axis: { name: "voltage_V", title: "magnitude of the voltage", unit: "V", values: magnitudes_V },
        curves,
        axisScale: "log",
        curveScale: "log",
        quantities: {},
      };
    },
  });
}

function linear(
  axis: ViewColumn,
  curves: readonly ViewColumn[],
  quantities: Readonly<Record<string, number>> = {},
): Answer<ViewData> {
  return { status: "ok", axis, curves, axisScale: "linear", curveScale: "linear", quantities };
}
