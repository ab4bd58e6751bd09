import type { AreaEntry, LedgerEntry } from "./ledger.ts";
import type { OperatingPoint } from "./operating.ts";
import type { Design, Parameters, Preset } from "./parameter.ts";
import type { ReferencePoint } from "./reference-point.ts";
import type { SpiceNeuron } from "./spice.ts";
import type { Trend } from "./trend.ts";
import type { View } from "./view.ts";
import type { Answer, Violation } from "./violation.ts";

/**
 * One step of a decision, in the order in which it happens.
 *
 * Bookkeeping of every second: phases do not overlap, except that a `read` phase hides behind the next decision when the
 * study's convention `readTiming` is `overlapped`. The delay of a decision is the sum of the phases (see `delay_s`).
 * A neuron whose next decision destroys what is being read cannot hide it: it names that time `latch`.
 */
export interface Phase {
  readonly phase: "preset" | "settle" | "evaluate" | "latch" | "read";
  readonly duration_s: number;
  readonly formula: string;
}

/** What the circuit sees of a neuron and what one decision costs. */
export interface NeuronCharacter {
  /**
   * Small-signal resistance from the summing node to the clamp; `Infinity` when the node floats and the neuron senses its
   * voltage. In that case the net current of a decision means node voltage times column conductance.
   */
  readonly inputResistance_ohm: number;
  /** Net current at which half of the decisions that must switch are right; 0 when only noise decides. */
  readonly thresholdCurrent_A: number;
  /** Standard deviation, device to device, of the input-referred offset voltage; acts as a current over the column conductance. */
  readonly offsetSpread_V: number;
  /** Standard deviation, device to device, of the input-referred offset current. */
  readonly offsetSpread_A: number;
  readonly phases: readonly Phase[];
  /**
   * True when the phases hold the time in which the column settles, with the capacitance that the operating point gives: the array
   * does not count it again. Neurons on floating columns always do.
   */
  readonly settlesColumn?: true;
  /** How long the rows are driven in one decision; the system charges the static synapse energy over this time. */
  readonly synapsesDriven_s: number;
  /** Period over which static power of the neuron is charged: >= the delay of the decision unless overlapped. */
  readonly cycle_s: number;
  /** Every joule of the neuron itself, by line; the synapses are charged by the system. */
  readonly energy: readonly LedgerEntry[];
  readonly area: readonly AreaEntry[];
  /** Rules of validity that this design breaks, and warnings. */
  readonly violations: readonly Violation[];
  /** Other derived numbers worth showing; the names carry the unit. */
  readonly quantities: Readonly<Record<string, number>>;
}

/** One decision as the device sees it. */
export interface Decision {
  /** Net current; positive pushes towards the wanted output, negative towards the wrong one. */
  readonly netCurrent_A: number;
  /** True when the neuron still holds the wrong output from the decision before. Neurons with preset ignore it. */
  readonly mustSwitch: boolean;
}

/**
 * A neuron model: pure scalar functions over plain objects in SI. No state, no randomness, no clock.
 */
export interface NeuronModel<P extends Parameters = Parameters> {
  readonly role: "neuron";
  readonly id: string;
  readonly title: string;
  readonly parameters: P;
  readonly presets?: Readonly<Record<string, Preset<P>>>;
  readonly views?: readonly View<NoInfer<P>, OperatingPoint>[];
  /** Laws of this model that the conformance kit checks. */
  readonly trends?: readonly Trend<NoInfer<keyof P & string>, OperatingPoint>[];
  /** Numbers of others that this model meets; the conformance kit checks them. */
  readonly referencePoints?: readonly ReferencePoint<NoInfer<P>, OperatingPoint>[];
  /** What the circuit sees and what one decision costs. */
  characterize(design: Design<P>, operating: OperatingPoint): Answer<NeuronCharacter>;
  /**
   * The chance, over the noise of one cycle, that a decision comes out wrong for a device without offset. In [0, 1],
   * non-increasing in `netCurrent_A`. Device-to-device offsets are not in here: they are `offsetSpread_V` and
   * `offsetSpread_A`, frozen per device by whoever draws chips.
   */
  errorProbability(design: Design<P>, operating: OperatingPoint, decision: Decision): number;
  /**
   * The neuron without noise and offset as an ngspice subcircuit, for people who check or reuse it in a circuit simulator.
   *
   * @param arraySettling_s what the array needs after its rows have switched; what follows in the decision is that much later
   */
  spice?(design: Design<P>, operating: OperatingPoint, arraySettling_s: number): Answer<SpiceNeuron>;
}

/**
 * Delay of one decision. Overlapped reads hide behind the other phases, but a decision cannot be faster than its read.
 */
export function delay_s(phases: readonly Phase[], readTiming: "overlapped" | "sequential"): number {
  let reading = 0;
  let others = 0;
  for (const { phase, duration_s } of phases) {
    if (phase === "read") reading += duration_s;
    else others += duration_s;
  }
  return readTiming === "sequential" ? others + reading : Math.max(others, reading);
}
