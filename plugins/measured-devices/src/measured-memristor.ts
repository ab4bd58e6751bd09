import type { MeasuredDevice, MeasuredModel, MeasuredNaming, SynapseModel } from "@neurofront/core";
import { crossPointCapacitance_F } from "@neurofront/physics";
import {
  defineSynapse,
  featureSizeParameter,
  integer,
  oxideThicknessParameter,
  programmingSpreadParameter,
  quantity,
  readNoiseParameter,
  relativePermittivityParameter,
  stuckAtParameters,
} from "@neurofront/plugin-kit";
import { interpolant } from "./interpolant.ts";
import type { Interpolant } from "./interpolant.ts";
import { outsidePoints } from "./outside-points.ts";

/** Places between two points at which the two curves are compared. */
const PLACES = 16;

const COLUMNS = {
  voltage_V: { unit: "V", meaning: "voltage across the device", low: 1e-9 },
  offCurrent_A: { unit: "A", meaning: "current of the device programmed to its smallest conductance", low: 1e-18 },
  onCurrent_A: { unit: "A", meaning: "current of the device programmed to its largest conductance", low: 1e-18 },
} as const;

type Table = Readonly<Record<keyof typeof COLUMNS, Float64Array>>;

/** One measured current over the voltage. */
interface Curve {
  readonly conductance_S: number;
  current_A(voltage_V: number): number;
}

/**
 * Ohmic from no voltage to the first point, whose conductance counts as that at zero bias, then through the points. Beyond the
 * last one the resistance is held; an answer for such a voltage is marked invalid.
 */
function curveOf(voltage_V: Float64Array, current_A: Float64Array, between_A: Interpolant): Curve {
  const conductance_S = current_A[0]! / voltage_V[0]!;
  const last_V = voltage_V.at(-1)!;
  return {
    conductance_S,
    current_A(at_V) {
      if (at_V <= voltage_V[0]!) return conductance_S * at_V;
      return at_V >= last_V ? (current_A.at(-1)! * at_V) / last_V : between_A(at_V);
    },
  };
}

/** Current of any conductance: between the curves in proportion, beyond them in proportion to the nearer one. */
function currentBetween_A(off: Curve, on: Curve, conductance_S: number, voltage_V: number): number {
  if (conductance_S <= off.conductance_S) return (conductance_S / off.conductance_S) * off.current_A(voltage_V);
  if (conductance_S >= on.conductance_S) return (conductance_S / on.conductance_S) * on.current_A(voltage_V);
  const share = (conductance_S - off.conductance_S) / (on.conductance_S - off.conductance_S);
  return off.current_A(voltage_V) + share * (on.current_A(voltage_V) - off.current_A(voltage_V));
}

/** Why two curves are no device whose conductance can be programmed, or undefined. */
function problemOf({ voltage_V, offCurrent_A, onCurrent_A }: Table, off: Curve, on: Curve): string | undefined {
  for (const [name, current_A] of [
    ["offCurrent", offCurrent_A],
    ["onCurrent", onCurrent_A],
  ] as const) {
    const k = current_A.findIndex((current, at) => at > 0 && current <= current_A[at - 1]!);
    if (k > 0)
      return `${name} does not rise from ${voltage_V[k - 1]} V to ${voltage_V[k]} V; a read may not switch the device`;
  }
  for (let k = 0; k < voltage_V.length; k++) {
    const next_V = voltage_V[k + 1] ?? voltage_V[k]!;
    for (let place = 0; place < PLACES; place++) {
      const at_V = voltage_V[k]! + (place / PLACES) * (next_V - voltage_V[k]!);
      if (on.current_A(at_V) <= off.current_A(at_V))
        return `at ${at_V} V onCurrent is not above offCurrent; are the columns exchanged?`;
    }
  }
  return undefined;
}

function memristorOf(table: Table, { id, source, interpolation }: MeasuredNaming): MeasuredModel<SynapseModel> {
  const { voltage_V, offCurrent_A, onCurrent_A } = table;
  const off = curveOf(voltage_V, offCurrent_A, interpolant(voltage_V, offCurrent_A, interpolation));
  const on = curveOf(voltage_V, onCurrent_A, interpolant(voltage_V, onCurrent_A, interpolation));
  const problem = problemOf(table, off, on);
  if (problem !== undefined) return { ok: false, problem };
  const unmeasured = { kind: "assumed", note: "not in the table; set what was measured" } as const;
  const model = defineSynapse({
    id,
    title: `Memristor from ${voltage_V.length} measured points`,
    parameters: {
      size: quantity({
        unit: "1",
        meaning: "area of the device relative to the measured one; all currents go with it",
        source: { ...source, note: `1 is the measured device: ${source.note}` },
        low: 0.1,
        high: 10,
        default: 1,
        scale: "log",
      }),
      levels: integer({
        meaning: "programmable levels, evenly spaced in conductance",
        source: unmeasured,
        low: 2,
        high: 256,
        default: 16,
      }),
      ...programmingSpreadParameter(0.05, unmeasured),
      ...readNoiseParameter(0.01, unmeasured),
      ...stuckAtParameters(unmeasured),
      ...featureSizeParameter("width of the wires that cross at the device; the cell is 2F by 2F"),
      ...oxideThicknessParameter(5e-9, unmeasured),
      ...relativePermittivityParameter(25, unmeasured),
    },
    trends: [
      {
        quantity: "conductanceMax_S",
        parameter: "size",
        direction: "rises",
        because: "a device of more area is as many devices side by side",
      },
    ],
    characterize(design, { inputVoltage_V }) {
      // Below the first point the device is ohmic; only above the last one nothing is known.
      const at_V = Math.max(inputVoltage_V, voltage_V[0]!);
      return {
        status: "ok",
        conductanceMin_S: design.size * off.conductance_S,
        conductanceMax_S: design.size * on.conductance_S,
        levels: design.levels,
        stuckAtMin: design.stuckAtMin,
        stuckAtMax: design.stuckAtMax,
        isSeparable: false,
        area_m2: (2 * design.featureSize_m) ** 2,
        pitch_m: 2 * design.featureSize_m,
        capacitance_F: crossPointCapacitance_F(design),
        violations: outsidePoints("inputVoltage_V", "V", at_V, voltage_V),
        quantities: { onOffRatio: on.conductance_S / off.conductance_S },
      };
    },
    programmingSpread_S: (design, _operating, target_S) => design.programmingSpread * target_S,
    readNoise: (design) => design.readNoise,
    aged: (_design, _operating, conductance_S) => ({ mean_S: conductance_S, spread_S: 0 }),
    current_A: ({ size }, conductance_S, at_V) =>
      Math.sign(at_V) * size * currentBetween_A(off, on, conductance_S / size, Math.abs(at_V)),
  });
  return { ok: true, model };
}

/** A memristor from the current-voltage curves of its two end states. */
export const measuredMemristor: MeasuredDevice = {
  id: "measured-memristor",
  role: "synapse",
  title: "Memristor from measured current-voltage curves of its two end states",
  columns: COLUMNS,
  example: [
    "voltage [mV],offCurrent [uA],onCurrent [uA]",
    "50,0.0503,1.007",
    "100,0.1027,2.054",
    "200,0.2220,4.441",
    "300,0.3774,7.547",
    "400,0.5939,11.88",
    "500,0.9067,18.13",
  ].join("\n"),
  define: (table, naming) => memristorOf(table, naming),
};
