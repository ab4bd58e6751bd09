import type { AreaEntry, LedgerEntry } from "./ledger.ts";
import type { Design, Parameters, Preset } from "./parameter.ts";
import type { SpiceCells, SpiceSubcircuit } from "./spice.ts";
import type { TrainedLayer } from "./trained-layer.ts";
import type { Answer, Violation } from "./violation.ts";

/**
 * Everything an interconnect needs to solve one layer. Each input drives a pair of rows: row 2k with +V x_k carries the
 * positive conductances, row 2k+1 with -V x_k the negative ones. Logic 0 is a row driven to 0 V.
 */
export interface ArrayLoad {
  /** Inputs M, bias included. */
  readonly inputCount: number;
  /** Neurons N. */
  readonly outputCount: number;
  /** Conductances of row 2k (and 2k+1) towards neuron j, at index (row * N + j), 2M x N, in siemens. */
  readonly conductance_S: Float64Array;
  /**
   * Current of the synapse at an index of `conductance_S` at a voltage across it: increasing, odd, and `conductance_S` times the
   * voltage at the input voltage. Absent when nothing but the conductances is known.
   */
  readonly cellCurrent_A?: (index: number, voltage_V: number) => number;
  /** Input levels in [-1, 1], patterns x M: what the layer is shown, for powers and swings. */
  readonly patterns: Float64Array;
  readonly patternCount: number;
  readonly inputVoltage_V: number;
  /** `Infinity` when the columns float. */
  readonly neuronInputResistance_ohm: number;
  readonly temperature_K: number;
  /** Of one synapse device, for lines, loads and area. */
  readonly synapsePitch_m: number;
  readonly synapseCapacitance_F: number;
  /** Length of one decision's cycle, over which leakage is charged. */
  readonly cycle_s: number;
  /** Where the layer is applied in an inference, {@link TrainedLayer}; absent for one position without anything before it. */
  readonly windows?: Pick<TrainedLayer, "positions" | "gather">;
  /** True where the neuron's phases hold the time in which its column settles, so that the array must not count it; as for floating columns. */
  readonly neuronSettlesColumn?: boolean;
}

/** What is known of a layer before its neurons are. */
export type ColumnLoad = Pick<ArrayLoad, "inputCount" | "outputCount" | "synapsePitch_m" | "synapseCapacitance_F">;

/** The solved array. */
export interface ArraySolution {
  /**
   * Net current into neuron j per volt on row r, all other rows at zero, at index (r * N + j), 2M x N, in siemens, with
   * the loading by wires, drivers and the neuron's own resistance in it. Multiply by the row voltages and add for any
   * input. For floating columns (`neuronInputResistance_ohm` infinite) the net current means node voltage times the sum
   * of the column's cell conductances. (An input resistance of 0 is legal: a perfect ground.)
   */
  readonly currentTransfer_S: Float64Array;
  /** Power delivered by all row sources for each pattern, static, whole array. */
  readonly inputPower_W: Float64Array;
  /**
   * Copies of the array with its neurons that take the positions between them, 1 ... positions; absent where the interconnect leaves
   * that to the study.
   */
  readonly copies?: number;
  /** Resistance of one row driver, and the neurons whose synapses it drives; absent when drivers have none. */
  readonly rowDriver?: { readonly resistance_ohm: number; readonly neuronCount: number };
  /** Time for the node voltages to settle after the rows switch. */
  readonly settling_s: number;
  /** Energy per neuron and decision of lines this interconnect owns (`row-drivers`, `driver-leakage`, `wire-charging`, `input-latch`, and `sense` for converters of its own). */
  readonly energy: readonly LedgerEntry[];
  /** Area per neuron. */
  readonly area: readonly AreaEntry[];
  readonly violations: readonly Violation[];
  readonly quantities: Readonly<Record<string, number>>;
}

/** An interconnect model: from cell conductances to what each neuron receives. Deterministic and pure. */
export interface InterconnectModel<P extends Parameters = Parameters> {
  readonly role: "interconnect";
  readonly id: string;
  readonly title: string;
  readonly parameters: P;
  readonly presets?: Readonly<Record<string, Preset<P>>>;
  /**
   * Capacitance of one neuron's column with its synapses and wires: the one that this model charges and, where the neuron does not
   * settle its column, lets settle. Neurons are told before the array is solved.
   */
  columnCapacitance_F(design: Design<P>, load: ColumnLoad): number;
  solve(design: Design<P>, load: ArrayLoad): Answer<ArraySolution>;
  /**
   * The array as an ngspice subcircuit of single wires, drivers and synapses. Ports: the sources of the rows `r0`, `r1`, ...,
   * then the ends of the columns at the neurons `c0`, `c1`, ...; the neurons themselves are not in it.
   */
  spice?(design: Design<P>, load: ArrayLoad, cells: SpiceCells): Answer<SpiceSubcircuit>;
}
