import { defaultsOf } from "@neurofront/core";
import type { AnyDesign, SynapseModel } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { composeCatalog } from "../../packages/cli/src/composition.ts";
import { simulate, valueOf, withoutNgspice } from "./ngspice.ts";

/** Every synapse there is, and each way of reading that has a law of its own. */
const rows = [...composeCatalog().synapse.values()].flatMap(
  ({ model }): { model: SynapseModel; changes: AnyDesign }[] =>
    model.id === "domain-wall-memristor"
      ? [
          { model, changes: { type: "junction" } },
          { model, changes: { type: "spin-valve" } },
        ]
      : [{ model, changes: {} }],
);
const operating = { inputVoltage_V: 0.2, temperature_K: 300 };
const voltages_V = [-0.5, -0.1, 1e-3, 0.05, 0.3, 0.5];

/** Both ends of the range, between them, and beyond both, where programming errors reach. */
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

describe.skipIf(withoutNgspice)("a memristor in ngspice", () => {
  // Same law, double precision on both sides; ngspice prints 15 digits.
  it.each(rows)(
    "$model.id $changes has the current of its model at every conductance and voltage",
    async ({ model, changes }) => {
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
      for (const [k, { g, volt }] of points.entries()) {
        const current_A = model.current_A(design, g, volt);
        expect(Math.abs(valueOf(values, `current_${k}`) / current_A - 1), `${g} S, ${volt} V`).toBeLessThan(1e-9);
      }
    },
  );
});
