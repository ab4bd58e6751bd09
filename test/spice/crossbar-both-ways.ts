import { defaultsOf, randomAt } from "@neurofront/core";
import type { AnyDesign, ArrayLoad, InterconnectModel, SynapseModel } from "@neurofront/core";
import crossbarPlugin from "@neurofront/crossbar";
import memristorPlugin from "@neurofront/paper-generic-memristor";
import { simulate, valueOf } from "./ngspice.ts";

const crossbar = crossbarPlugin.models[0] as InterconnectModel;
const memristor = memristorPlugin.models[0] as SynapseModel;

/** The resistances around the cells; `sized` drivers follow from the design. */
export interface Resistances {
  readonly wire_ohm: number;
  readonly driver_ohm: number | "sized";
  readonly neuron_ohm: number;
}

/** Cells and the voltages of the row sources. */
export interface CellArray {
  readonly rows: number;
  readonly columns: number;
  readonly conductance_S: Float64Array;
  readonly source_V: readonly number[];
}

function loadOf({ rows, columns, conductance_S }: CellArray, neuron_ohm: number): ArrayLoad {
  return {
    inputCount: rows / 2,
    outputCount: columns,
    conductance_S,
    patterns: new Float64Array(rows / 2).fill(1),
    patternCount: 1,
    inputVoltage_V: 10e-3,
    neuronInputResistance_ohm: neuron_ohm,
    temperature_K: 300,
    synapsePitch_m: 100e-9,
    synapseCapacitance_F: 0.11e-15,
    cycle_s: 1e-9,
  };
}

/** Neuron currents, or floating voltages times conductance, by solver and by ngspice. */
export async function bothWays(array: CellArray, { wire_ohm, driver_ohm, neuron_ohm }: Resistances) {
  const { rows, columns, conductance_S, source_V } = array;
  const design: AnyDesign = {
    ...(defaultsOf(crossbar.parameters) as AnyDesign),
    wire: "fixed",
    wireResistance_ohm: wire_ohm,
    ...(driver_ohm === "sized"
      ? {}
      : driver_ohm === 0
        ? { driver: "ideal" }
        : { driver: "fixed", driverResistance_ohm: driver_ohm }),
  };
  const load = loadOf(array, neuron_ohm);
  const solution = crossbar.solve(design, load);
  const synapse = memristor.spice!(defaultsOf(memristor.parameters), { inputVoltage_V: 10e-3, temperature_K: 300 });
  const subcircuit = crossbar.spice!(design, load, {
    subcircuit: synapse.name,
    conductance_S,
    columnCount: columns,
    columnCapacitance: true,
  });
  if (solution.status === "impossible" || subcircuit.status === "impossible") throw new Error("the array must work");
  const columnSum_S = (j: number): number => {
    let sum_S = 0;
    for (let i = 0; i < rows; i++) sum_S += conductance_S[i * columns + j]!;
    return sum_S;
  };
  const names = Array.from({ length: columns }, (_, j) => j);
  const values = await simulate(
    [
      "* crossbar at its operating point",
      `.subckt ${synapse.name} ${synapse.ports.join(" ")} g=1`,
      ...synapse.lines,
      ".ends",
      `.subckt ${subcircuit.name} ${subcircuit.ports.join(" ")}`,
      ...subcircuit.lines,
      ".ends",
      ...source_V.map((volt, i) => `Vr${i} r${i} 0 ${volt}`),
      `Xarray ${subcircuit.ports.join(" ")} ${subcircuit.name}`,
      ...names.flatMap((j) => neuronElements(j, neuron_ohm)),
      ".options reltol=1e-12 abstol=1e-20 vntol=1e-18 gmin=1e-18",
      ".control",
      "set numdgt=16",
      "op",
      ...names.flatMap((j) => [
        neuron_ohm === Infinity ? `let current_${j} = v(c${j})*${columnSum_S(j)}` : `let current_${j} = i(vin${j})`,
        `print current_${j}`,
      ]),
      "quit",
      ".endc",
      ".end",
      "",
    ].join("\n"),
  );
  const solved_A = names.map((j) =>
    source_V.reduce((sum, volt, i) => sum + volt * solution.currentTransfer_S[i * columns + j]!, 0),
  );
  return { solved_A, simulated_A: names.map((j) => valueOf(values, `current_${j}`)) };
}

/** Ammeter and resistance between the end of a column and ground; nothing where it floats. */
function neuronElements(j: number, neuron_ohm: number): string[] {
  if (neuron_ohm === Infinity) return [];
  if (neuron_ohm === 0) return [`Vin${j} c${j} 0 0`];
  return [`Vin${j} c${j} n${j} 0`, `Rn${j} n${j} 0 ${neuron_ohm}`];
}

/** Largest difference between the two ways over the largest current. */
export function largestError({
  solved_A,
  simulated_A,
}: {
  solved_A: readonly number[];
  simulated_A: readonly number[];
}): number {
  const fullScale_A = Math.max(...solved_A.map(Math.abs));
  return Math.max(...solved_A.map((current_A, j) => Math.abs(current_A - simulated_A[j]!))) / fullScale_A;
}

/** Cells and voltages at random; one cell in eight is missing, but for the first row, so that every column has a device. */
export function randomArray(inputs: number, columns: number): CellArray {
  const random = randomAt(2013, "spice", inputs, columns);
  const conductance_S = Float64Array.from({ length: 2 * inputs * columns }, (_, index) =>
    random.uniform() < 0.125 && index >= columns ? 0 : 10e-6 * 30 ** random.uniform(),
  );
  const source_V = Array.from({ length: 2 * inputs }, () => 0.2 * random.uniform() - 0.1);
  return { rows: 2 * inputs, columns, conductance_S, source_V };
}
