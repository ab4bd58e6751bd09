import { describe, expect, it } from "vitest";
import { composeCatalog } from "../../packages/cli/src/composition.ts";
import { MEMRISTOR_TOLERANCE, memristorCurrents, memristorRows } from "./memristor-currents.ts";
import { withoutNgspice } from "./ngspice.ts";

describe.skipIf(withoutNgspice)("a memristor in ngspice", () => {
  it.each(memristorRows(composeCatalog()))(
    "$model.id $changes has the current of its model at every conductance and voltage",
    async (row) => {
      for (const { conductance_S, voltage_V, simulated_A, current_A } of await memristorCurrents(row))
        expect(Math.abs(simulated_A / current_A - 1), `${conductance_S} S, ${voltage_V} V`).toBeLessThan(
          MEMRISTOR_TOLERANCE,
        );
    },
  );
});
