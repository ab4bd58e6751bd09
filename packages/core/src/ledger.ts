/**
 * The energy ledger: which joule is counted where. All energies are per neuron and per decision.
 *
 * Every technology is charged for the same lines. An accounting is a choice of lines:
 *
 * - `paper`: exactly the entries the reference paper counts (Sharad, Fan, Roy 2013, sections II and III): the static
 *   synapse current, the neuron's own bias current (its CMOS amplifier), the read current and the sensing inverter.
 * - `full`: every line.
 *
 * Who writes which line:
 * `synapse-static` is computed by the system from the solved array (it includes what is lost in wires, drivers and the
 * neuron input) times the time the synapses are driven; `supply-conversion` and `pooling` by the system; `row-drivers`,
 * `wire-charging`, `driver-leakage`, `input-latch` by the interconnect; all others by the neuron. An interconnect that converts
 * partial sums to numbers adds its converters to `sense`.
 * A part writes a line only if it has the cost: an absent line is zero.
 */
export type Accounting = "paper" | "full";

/** One declaration of a ledger line. */
export interface LedgerLineDeclaration {
  readonly title: string;
  readonly meaning: string;
  readonly countedIn: readonly Accounting[];
}

const both = ["paper", "full"] as const;
const fullOnly = ["full"] as const;

/** Every line of the ledger, in the order reports show them. */
export const LEDGER_LINES = {
  "synapse-static": {
    title: "synapses",
    meaning: "static current through synapses, wires, drivers and the neuron input while the inputs are applied",
    countedIn: both,
  },
  "neuron-static": {
    title: "neuron bias",
    meaning: "bias currents of the neuron's own amplifier over the cycle",
    countedIn: both,
  },
  read: { title: "read", meaning: "read current through the magnetic tunnel junction divider", countedIn: both },
  sense: {
    title: "sense",
    meaning: "inverter or latch that turns the analog state into a logic level, with its crowbar current",
    countedIn: both,
  },
  preset: {
    title: "preset",
    meaning: "current that presets or resets the neuron before a decision",
    countedIn: fullOnly,
  },
  clock: { title: "clock", meaning: "clock gates and the wires to them", countedIn: fullOnly },
  "row-drivers": {
    title: "row drivers",
    meaning: "gate charge of the switches that drive the rows, shared by the neurons of the array",
    countedIn: fullOnly,
  },
  "driver-leakage": {
    title: "driver leakage",
    meaning: "sub-threshold leakage of the row drivers over the cycle",
    countedIn: fullOnly,
  },
  "wire-charging": {
    title: "wires",
    meaning: "charging of row and column lines when inputs change",
    countedIn: fullOnly,
  },
  "supply-conversion": {
    title: "supply conversion",
    meaning: "loss of the converter that makes the input voltage from the supply",
    countedIn: fullOnly,
  },
  "output-buffer": {
    title: "output buffer",
    meaning: "buffer from the neuron output to the next layer's row drivers",
    countedIn: fullOnly,
  },
  "input-latch": {
    title: "input latch",
    meaning: "flip-flop that holds each input bit, shared by the neurons of the array",
    countedIn: fullOnly,
  },
  pooling: {
    title: "pooling",
    meaning: "gates that join the decisions of several positions by OR",
    countedIn: fullOnly,
  },
  leakage: { title: "leakage", meaning: "leakage of the neuron's own transistors over the cycle", countedIn: fullOnly },
  "read-node": {
    title: "read node",
    meaning: "charging of the node between junction and reference from the read supply, on top of the read current",
    countedIn: fullOnly,
  },
} as const satisfies Readonly<Record<string, LedgerLineDeclaration>>;

/** The name of a ledger line. */
export type LedgerLine = keyof typeof LEDGER_LINES;

/** One part's charge on one line, with the formula and the numbers that went in. */
export interface LedgerEntry {
  readonly line: LedgerLine;
  /** Energy per neuron and decision, >= 0. */
  readonly energy_J: number;
  /** The formula in plain text, with the names of `inputs`. */
  readonly formula: string;
  readonly inputs: Readonly<Record<string, number>>;
}

/** Sum of the entries that an accounting counts. */
export function totalEnergy_J(entries: readonly LedgerEntry[], accounting: Accounting): number {
  let total = 0;
  for (const entry of entries) if (isCounted(entry.line, accounting)) total += entry.energy_J;
  return total;
}

/** Whether an accounting counts a line. */
export function isCounted(line: LedgerLine, accounting: Accounting): boolean {
  return (LEDGER_LINES[line].countedIn as readonly Accounting[]).includes(accounting);
}

/** One part's area. The areas of all entries of an assessment add up to the area of one neuron with its synapses. */
export interface AreaEntry {
  readonly part: string;
  readonly area_m2: number;
  readonly formula: string;
}
