import { defaultsOf } from "@neurofront/core";
import type { AnyDesign, Plugin, SynapseModel } from "@neurofront/core";
import hfoxPlugin from "@neurofront/hfox-milo-memristor";
import genericPlugin from "@neurofront/paper-generic-memristor";
import { describe, expect, it } from "vitest";
import { simulate, valueOf, withoutNgspice } from "./ngspice.ts";

const operating = { inputVoltage_V: 0.2, temperature_K: 300 };
/** Within the fitted range of the HfO2 law and beyond both of its ends. */
const conductances_S = [20e-6, 50e-6, 110e-6, 225e-6, 400e-6];
const voltages_V = [-0.5, -0.1, 1e-3, 0.05, 0.3, 0.5];

describe.skipIf(withoutNgspice)("a memristor in ngspice", () => {
  // Same law, double precision on both sides; ngspice prints 15 digits.
  it.each([
    ["paper-generic-memristor", genericPlugin],
    ["hfox-milo-memristor", hfoxPlugin],
  ] as const)("%s has the current of its model at every conductance and voltage", async (_id, plugin: Plugin) => {
    const model = plugin.models[0] as SynapseModel;
    const design = defaultsOf(model.parameters) as AnyDesign;
    const { name, ports, parameters, lines } = model.spice!(design, operating);
    const points = conductances_S.flatMap((g) => voltages_V.map((volt) => ({ g, volt })));
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
  });
});
