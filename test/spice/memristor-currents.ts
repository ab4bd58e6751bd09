import { defaultsOf } from "@neurofront/core";
import type { AnyDesign, SynapseModel } from "@neurofront/core";
import type { Catalog } from "@neurofront/study";
import { simulate, valueOf } from "./ngspice.ts";

/** A synapse, and what of its defaults is changed. */
export interface MemristorRow {
  readonly model: SynapseModel;
  readonly changes: AnyDesign;
}

/** Current of one device at one voltage, by its netlist and by its model. */
export interface MemristorCurrent {
  readonly conductance_S: number;
  readonly voltage_V: number;
  readonly simulated_A: number;
  readonly current_A: number;
}

/** Relative; the same law in double precision on both sides, of which ngspice prints 15 digits. */
export const MEMRISTOR_TOLERANCE = 1e-9;

const operating = { inputVoltage_V: 0.2, temperature_K: 300 };
const voltages_V = [-0.5, -0.1, 1e-3, 0.05, 0.3, 0.5];

/** Every synapse there is, and each way of reading that has a law of its own. */
export function memristorRows(catalog: Catalog): MemristorRow[] {
  return [...catalog.synapse.values()].flatMap(({ model }) =>
    model.id === "domain-wall-memristor"
      ? [
          { model, changes: { type: "junction" } },
          { model, changes: { type: "spin-valve" } },
        ]
      : [{ model, changes: {} }],
  );
}

/** Currents at both ends of the range of conductances, between them, and beyond both, where programming errors reach. */
export async function memristorCurrents({ model, changes }: MemristorRow): Promise<MemristorCurrent[]> {
  const design: AnyDesign = { ...(defaultsOf(model.parameters) as AnyDesign), ...changes };
  const { name, ports, parameters, lines } = model.spice!(design, operating);
  const points = conductancesOf(model, design).flatMap((g) => voltages_V.map((volt) => ({ g, volt })));
  const values = await simulate(
    [
      "* current at a voltage",
      `.subckt ${name} ${ports.join(" ")} g=${parameters["g"]}`,
      ...lines,
      ".ends",
      ...points.flatMap(({ g, volt }, k) => [`V${k} n${k} 0 ${volt}`, `X${k} n${k} 0 ${name} g=${g}`]),
      ".options gmin=1e-18",
      ".control",
      "set numdgt=15",
      "op",
      ...points.flatMap((_, k) => [`let current_${k} = -i(v${k})`, `print current_${k}`]),
      "quit",
      ".endc",
      ".end",
      "",
    ].join("\n"),
  );
  return points.map(({ g, volt }, k) => ({
    conductance_S: g,
    voltage_V: volt,
    simulated_A: valueOf(values, `current_${k}`),
    current_A: model.current_A(design, g, volt),
  }));
}

function conductancesOf(model: SynapseModel, design: AnyDesign): number[] {
  const character = model.characterize(design, operating);
  if (character.status === "impossible") throw new Error(`${model.id} must work`);
  const { conductanceMin_S, conductanceMax_S } = character;
  return [
    0.6 * conductanceMin_S,
    conductanceMin_S,
    Math.sqrt(conductanceMin_S * conductanceMax_S),
    conductanceMax_S,
    1.3 * conductanceMax_S,
  ];
}
