import { formatQuantity } from "@neurofront/core";
import { expectedOf, rowLevels_V } from "./expected.ts";
import type { Expected } from "./expected.ts";
import { subcircuitsOf } from "./spice-candidate.ts";
import type { CandidateSubcircuits, SpiceCandidate } from "./spice-candidate.ts";
import { SpiceError } from "./spice-error.ts";
import { commentText } from "./spice-text.ts";
import { subcircuitText } from "./subcircuit-text.ts";
import { benchControl, benchElements, benchOptions } from "./test-bench.ts";
import type { BenchColumn } from "./test-bench.ts";

/** What to write. */
export interface NetlistOptions {
  /** Which pattern of the workload the rows show, 0, 1, ... */
  readonly pattern: number;
  /** How many columns of the array to write, from the first; all when absent. */
  readonly columnCount?: number;
  /** What the file is, one line each; the first is the title. */
  readonly about: readonly string[];
  /** Parameters and citations, one line each. */
  readonly sources: readonly string[];
}

/**
 * A candidate as an ngspice netlist: subcircuits of its neuron, synapse and interconnect, a test bench that shows one pattern to
 * the array, and commands that measure currents, decisions, delay and energy. The same candidate gives the same text.
 *
 * @throws SpiceError when a model has no SPICE form, the candidate is impossible, or pattern or column count do not exist
 */
export function spiceNetlist(candidate: SpiceCandidate, options: NetlistOptions): string {
  const { outputCount, patternCount } = candidate.load;
  const { pattern, columnCount = outputCount } = options;
  requireWhole("pattern", pattern, 0, patternCount - 1);
  requireWhole("column count", columnCount, 1, outputCount);
  const subcircuits = subcircuitsOf(candidate, columnCount);
  const expected = expectedOf(candidate, pattern);
  const bench = {
    neuron: subcircuits.neuron,
    arrayName: subcircuits.array.name,
    rowLevels_V: rowLevels_V(candidate.load, pattern),
    columns: columnsOf(candidate, expected, columnCount),
  };
  return [
    ...header(candidate, options, subcircuits, expected).map(commentText),
    "",
    ...subcircuitText(subcircuits.synapse),
    "",
    ...subcircuitText(subcircuits.neuron.subcircuit),
    "",
    ...subcircuitText(subcircuits.array),
    "",
    commentText("Test bench"),
    ...benchElements(bench),
    benchOptions,
    "",
    ...benchControl(bench),
    "",
  ].join("\n");
}

function requireWhole(what: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high)
    throw new SpiceError(`the ${what} is ${value}; legal: whole numbers from ${low} to ${high}`);
}

function columnsOf(candidate: SpiceCandidate, { netCurrents_A }: Expected, columnCount: number): BenchColumn[] {
  const { conductance_S, outputCount } = candidate.load;
  const floats = candidate.neuron.inputResistance_ohm === Infinity;
  return Array.from({ length: columnCount }, (_, j) => {
    let sum_S = 0;
    for (let index = j; index < conductance_S.length; index += outputCount) sum_S += conductance_S[index]!;
    return { previousFires: netCurrents_A[j]! <= 0, floatingConductance_S: floats ? sum_S : undefined };
  });
}

function header(
  candidate: SpiceCandidate,
  { pattern, about, sources }: NetlistOptions,
  { neuron, array }: CandidateSubcircuits,
  expected: Expected,
): string[] {
  const { load, operating } = candidate;
  const columnCount = array.ports.length - 2 * load.inputCount;
  const whole = columnCount === load.outputCount;
  const carried = neuron.sources.flatMap(({ port, ledgerLines }) => ledgerLines.map((line) => [port, line] as const));
  const lines = candidate.neuron.energy.map(({ line, energy_J }) => `${line} ${formatQuantity(energy_J, "J", 4)}`);
  return [
    ...about,
    "",
    "Run:   ngspice -b <this file>",
    "",
    `Rows r0 ... r${2 * load.inputCount - 1}: input k drives r<2k> with its level times ${formatQuantity(load.inputVoltage_V, "V", 6)} and r<2k+1> with the opposite.`,
    `They show pattern ${pattern} of the workload from ${formatQuantity(neuron.rowsOn_s, "s", 4)} to ${formatQuantity(neuron.rowsOff_s, "s", 4)}.`,
    whole
      ? `Columns c0 ... c${columnCount - 1}: all neurons of the array.`
      : `Columns c0 ... c${columnCount - 1} of ${load.outputCount}: the others are left out, so that the rows carry less current than in the whole array; drivers are those of the whole array.`,
    "Vin<j> measures the current from column c<j> into neuron X<j>, whose decision is out<j>: high when it fires.",
    "Every neuron holds the opposite of its decision before (parameter previous: 0 silent, 1 firing): the worst case of a neuron with memory.",
    ...neuron.sources.map(({ port, meaning }) => `${port}: ${meaning}`),
    "",
    "Nominal devices: no spread, no noise, no offset. Measured, <j> the number of the neuron:",
    "net_current_a_<j>  at the operating point, positive towards firing; of a floating column voltage times conductance",
    `out_v_<j>          out<j> when it is read, ${formatQuantity(neuron.readAt_s, "s", 4)}; above ${formatQuantity(neuron.firesAbove_V, "V", 4)} it fires`,
    ...neuron.measures.map(({ name, meaning }) => `${`${name}_<j>`.padEnd(18)} ${meaning}`),
    "rows_j             energy from the row sources, all written columns: synapses, wires, drivers and neuron inputs",
    ...neuron.sources.map(
      ({ port }) => `${`${port}_j`.padEnd(18)} energy from ${port}, all written neurons${carriedText(port, carried)}`,
    ),
    'A measure that "failed" did not happen: a neuron below its threshold does not decide in time.',
    "",
    "What the models say:",
    `delay of a decision ${formatQuantity(expected.delay_s, "s", 4)}, of it array settling ${formatQuantity(candidate.solution.settling_s, "s", 4)}`,
    ...(whole
      ? [
          `rows, whole array: ${formatQuantity(expected.rowPower_W, "W", 4)} for ${formatQuantity(expected.driven_s, "s", 4)}, ${formatQuantity(expected.rowPower_W * expected.driven_s, "J", 4)}, without charging the lines`,
        ]
      : []),
    `energy of one neuron by ledger line: ${lines.join(", ")}`,
    `temperature ${formatQuantity(operating.temperature_K, "K", 4)}; it is in the numbers of the subcircuits, ngspice's own has no effect`,
    ...(whole
      ? Array.from(
          expected.netCurrents_A,
          (current_A, j) =>
            `net_current_a_${j} = ${current_A.toExponential(9)}, neuron ${j} ${current_A > 0 ? "fires" : "is silent"}`,
        )
      : []),
    "",
    ...sources,
  ];
}

function carriedText(port: string, carried: readonly (readonly [port: string, line: string])[]): string {
  const lines = carried.filter(([owner]) => owner === port).map(([, line]) => line);
  return lines.length === 0 ? "" : `: ${lines.join(", ")}`;
}
