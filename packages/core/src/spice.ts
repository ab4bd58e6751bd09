import type { LedgerLine } from "./ledger.ts";

/**
 * A model as an ngspice subcircuit: primitive and behavioural elements with the numbers of one design filled in. Plain text, in
 * SI, the same for the same design.
 */
export interface SpiceSubcircuit {
  /** Lower-case letters, digits and underscores, beginning with a letter. */
  readonly name: string;
  readonly ports: readonly string[];
  /** What an instance may set, with the value it has otherwise. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Everything between `.subckt` and `.ends`, one element a line. */
  readonly lines: readonly string[];
  /** What the elements stand for, with sources, and what the nodes inside show; one line each. */
  readonly notes: readonly string[];
}

/** A voltage source against ground that a neuron needs besides its input. */
export interface SpiceSource {
  /** The port it drives. */
  readonly port: string;
  readonly meaning: string;
  /** Corners of a piecewise linear waveform, times increasing from 0. */
  readonly waveform: readonly (readonly [time_s: number, voltage_V: number])[];
  /** Ledger lines whose energy it delivers; empty for a control signal. */
  readonly ledgerLines: readonly LedgerLine[];
}

/**
 * Something to measure of each neuron, in the order of the list. In its text `#` stands for the name of the neuron's instance and
 * `@name` for the value of a measure before it.
 */
export type SpiceMeasure = {
  /** Lower-case letters, digits and underscores; ends in the unit in lower case. */
  readonly name: string;
  readonly meaning: string;
} & (
  | {
      /** What follows `meas tran <name>`. */
      readonly statement: string;
    }
  | {
      /** What follows `let <name> =`. */
      readonly expression: string;
    }
);

/**
 * A neuron as a subcircuit, with what a test bench has to do for one decision that begins at time 0.
 *
 * Ports: `in`, the summing node, then `out`, the decision as a logic level, then one for each of the sources. An instance sets
 * the parameter `previous` to what the neuron held before: 0 silent, 1 firing. A net current into `in` pushes towards firing.
 */
export interface SpiceNeuron {
  readonly subcircuit: SpiceSubcircuit;
  readonly sources: readonly SpiceSource[];
  /** When the rows go to their levels and back to 0 V. */
  readonly rowsOn_s: number;
  readonly rowsOff_s: number;
  /** End of the simulation and its largest step. */
  readonly stop_s: number;
  readonly step_s: number;
  /** When `out` is read, and the voltage above which it means that the neuron fires. */
  readonly readAt_s: number;
  readonly firesAbove_V: number;
  /** True when the subcircuit contains the capacitance of its column, so that the array must leave it out. */
  readonly carriesColumnCapacitance: boolean;
  readonly measures: readonly SpiceMeasure[];
}

/** The synapses of an array, cell by cell. */
export interface SpiceCells {
  /** Name of a subcircuit with the ports `row` and `column` and the parameter `g`, the programmed conductance. */
  readonly subcircuit: string;
  /** Zero-bias conductance of row r towards neuron j, at index (r * N + j), 2M x N; 0 where there is no device. */
  readonly conductance_S: Float64Array;
  /** How many of the N columns to write, from the first. Wires and drivers are those of the whole array. */
  readonly columnCount: number;
  /** Whether the columns carry their capacitance; the rows always do. */
  readonly columnCapacitance: boolean;
}
