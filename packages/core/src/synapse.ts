import type { Design, Parameters, Preset } from "./parameter.ts";
import type { ReferencePoint } from "./reference-point.ts";
import type { SpiceSubcircuit } from "./spice.ts";
import type { Trend } from "./trend.ts";
import type { View } from "./view.ts";
import type { Answer, Violation } from "./violation.ts";

/** The circuit a synapse finds itself in. */
export interface SynapseOperating {
  /** Magnitude of the input level across the synapse. */
  readonly inputVoltage_V: number;
  readonly temperature_K: number;
}

/** To program one device once, from one end of its conductance range to the other, or as the source states it. */
export interface WriteCost {
  readonly voltage_V: number;
  readonly duration_s: number;
  readonly energy_J: number;
  /** In plain text, with where the numbers come from. */
  readonly formula: string;
}

/** A conductance some time after programming, over devices that were programmed to the same value. */
export interface AgedConductance {
  readonly mean_S: number;
  /** Standard deviation that ageing adds, device to device; 0 at age 0. */
  readonly spread_S: number;
}

/** What a technology can use of a synapse device. A weight is the difference of a pair of them. */
export interface SynapseCharacter {
  /** Smallest programmable conductance at zero bias. */
  readonly conductanceMin_S: number;
  /** Largest programmable conductance at zero bias. */
  readonly conductanceMax_S: number;
  /** Number of programmable levels, evenly spaced from least to largest; `Infinity` for analog. */
  readonly levels: number;
  /** Chance that a device is stuck at the least or at the largest conductance. */
  readonly stuckAtMin: number;
  readonly stuckAtMax: number;
  /** True when current = G f(V), so that equal input magnitudes leave the sign of a sum untouched. */
  readonly isSeparable: boolean;
  /** Footprint of one device, and the electrical pitch of a cell along each line. */
  readonly area_m2: number;
  readonly pitch_m: number;
  /** Capacitance of one device to the crossing lines. */
  readonly capacitance_F: number;
  /** What it costs to program one device, where the source says; absent where it does not. */
  readonly write?: WriteCost;
  readonly violations: readonly Violation[];
  readonly quantities: Readonly<Record<string, number>>;
}

/** A synapse model: pure scalar functions over plain objects in SI. */
export interface SynapseModel<P extends Parameters = Parameters> {
  readonly role: "synapse";
  readonly id: string;
  readonly title: string;
  readonly parameters: P;
  readonly presets?: Readonly<Record<string, Preset<P>>>;
  readonly views?: readonly View<NoInfer<P>, SynapseOperating>[];
  /** Laws of this model that the conformance kit checks. */
  readonly trends?: readonly Trend<NoInfer<keyof P & string>, SynapseOperating>[];
  /** Numbers of others that this model meets; the conformance kit checks them. */
  readonly referencePoints?: readonly ReferencePoint<NoInfer<P>, SynapseOperating>[];
  characterize(design: Design<P>, operating: SynapseOperating): Answer<SynapseCharacter>;
  /** Standard deviation of the programmed conductance around the target, device to device. */
  programmingSpread_S(design: Design<P>, operating: SynapseOperating, target_S: number): number;
  /** Standard deviation of the current of one read relative to the current, cycle to cycle, `age_s` after programming. */
  readNoise(design: Design<P>, operating: SynapseOperating, conductance_S: number, age_s: number): number;
  /**
   * Drift: what a device programmed to `conductance_S` has become after `age_s` at the operating temperature. Age 0 gives the
   * conductance back. A device without drift returns it at every age.
   */
  aged(design: Design<P>, operating: SynapseOperating, conductance_S: number, age_s: number): AgedConductance;
  /** Current of a device programmed to `conductance_S` (its zero-bias conductance) at a voltage; odd in the voltage. */
  current_A(design: Design<P>, conductance_S: number, voltage_V: number): number;
  /** The device as an ngspice subcircuit with the ports `row` and `column` and the parameter `g`, its zero-bias conductance. */
  spice?(design: Design<P>, operating: SynapseOperating): SpiceSubcircuit;
}
