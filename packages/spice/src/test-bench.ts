import type { SpiceMeasure, SpiceNeuron } from "@neurofront/core";
import { elementText } from "./spice-text.ts";

/** One column of the bench. */
export interface BenchColumn {
  /** What the neuron held before the decision. */
  readonly previousFires: boolean;
  /** Sum of the conductances of the column, where it floats: node voltage times this is the net current. */
  readonly floatingConductance_S: number | undefined;
}

/** What the test bench does. */
export interface Bench {
  readonly neuron: SpiceNeuron;
  readonly arrayName: string;
  readonly rowLevels_V: readonly number[];
  readonly columns: readonly BenchColumn[];
}

/** Sources, array and neurons. Source of row i at node r<i>, ammeter from column c<j> to the input n<j> of neuron X<j>. */
export function benchElements({ neuron, arrayName, rowLevels_V, columns }: Bench): string[] {
  const { rowsOn_s, rowsOff_s, sources } = neuron;
  return [
    ...rowLevels_V.map((level_V, i) =>
      level_V === 0 ? `Vr${i} r${i} 0 0` : `Vr${i} r${i} 0 DC ${level_V} ${rowWaveform(level_V, rowsOn_s, rowsOff_s)}`,
    ),
    ["Xarray", ...rowLevels_V.map((_, i) => `r${i}`), ...columns.map((_, j) => `c${j}`), arrayName].join(" "),
    ...columns.map((_, j) => `Vin${j} c${j} n${j} 0`),
    ...columns.map(({ previousFires }, j) =>
      [
        `X${j} n${j} out${j}`,
        ...sources.map(({ port }) => port),
        neuron.subcircuit.name,
        `previous=${previousFires ? 1 : 0}`,
      ].join(" "),
    ),
    ...sources.map(({ port, waveform }) => `V${port} ${port} 0 DC ${waveform[0]![1]} ${pwl(waveform)}`),
  ].map(elementText);
}

function rowWaveform(level_V: number, on_s: number, off_s: number): string {
  // Rows rise and fall within a femtosecond, but not so fast that the rounding of the time swallows the edge.
  const edge_s = Math.max(1e-15, 1e-9 * off_s);
  return pwl([
    [0, 0],
    ...(on_s > 0 ? ([[on_s, 0]] as const) : []),
    [on_s + edge_s, level_V],
    [off_s, level_V],
    [off_s + edge_s, 0],
  ]);
}

function pwl(points: readonly (readonly [time_s: number, voltage_V: number])[]): string {
  return `PWL(${points.flat().join(" ")})`;
}

/** Relative and absolute errors of the solver; femtoamperes and microvolts are far below any decision. */
export const benchOptions = ".options reltol=1e-5 abstol=1e-15 vntol=1e-9 chgtol=1e-18 gmin=1e-15 method=trap";

/** Operating point, transient and measurements. */
export function benchControl(bench: Bench): string[] {
  const { neuron, rowLevels_V, columns } = bench;
  const { step_s, stop_s, rowsOn_s, rowsOff_s } = neuron;
  const driven = rowLevels_V.flatMap((level_V, i) => (level_V === 0 ? [] : [i]));
  return [
    ".control",
    "set noaskquit",
    "set numdgt=12",
    "op",
    ...columns.flatMap(({ floatingConductance_S }, j) => [
      floatingConductance_S === undefined
        ? `let net_current_a_${j} = i(vin${j})`
        : `let net_current_a_${j} = v(c${j})*${floatingConductance_S}`,
      `print net_current_a_${j}`,
    ]),
    `tran ${step_s} ${stop_s} 0 ${step_s} uic`,
    ...columns.flatMap((_, j) => [
      `meas tran out_v_${j} find v(out${j}) at=${neuron.readAt_s}`,
      ...neuron.measures.flatMap((measure) => measureCommands(measure, j)),
    ]),
    "let rows_w = 0*time",
    ...driven.map((i) => `let rows_w = rows_w - v(r${i})*i(vr${i})`),
    `meas tran rows_j integ rows_w from=${rowsOn_s} to=${rowsOff_s}`,
    ...neuron.sources.flatMap(({ port }) => [
      `let ${port}_w = -v(${port})*i(v${port})`,
      `meas tran ${port}_j integ ${port}_w from=0 to=${stop_s}`,
    ]),
    "quit",
    ".endc",
    ".end",
  ];
}

function measureCommands(measure: SpiceMeasure, j: number): string[] {
  const instance = (text: string): string => text.replaceAll("#", `x${j}`);
  if ("statement" in measure)
    return [
      `meas tran ${measure.name}_${j} ${instance(measure.statement).replaceAll(/@(?<name>\w+)/gu, `$$&$<name>_${j}`)}`,
    ];
  const expression = instance(measure.expression).replaceAll(/@(?<name>\w+)/gu, `$<name>_${j}`);
  return [`let ${measure.name}_${j} = ${expression}`, `print ${measure.name}_${j}`];
}
