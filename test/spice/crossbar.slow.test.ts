import { describe, expect, it } from "vitest";
import { bothWays, largestError, randomArray } from "./crossbar-both-ways.ts";
import { withoutNgspice } from "./ngspice.ts";

describe.skipIf(withoutNgspice)("a large crossbar in ngspice", () => {
  // Of the largest neuron current; both are direct solutions in double precision.
  it.each([
    { rows: 64, columns: 64, wire_ohm: 2.5, driver_ohm: 100, neuron_ohm: 60 },
    { rows: 64, columns: 64, wire_ohm: 0.668, driver_ohm: 10, neuron_ohm: Infinity },
    { rows: 64, columns: 16, wire_ohm: 2.5, driver_ohm: 100, neuron_ohm: 0 },
    { rows: 16, columns: 64, wire_ohm: 5, driver_ohm: 1, neuron_ohm: 1e4 },
    { rows: 2, columns: 64, wire_ohm: 2.5, driver_ohm: 100, neuron_ohm: Infinity },
    { rows: 64, columns: 1, wire_ohm: 2.5, driver_ohm: 100, neuron_ohm: 60 },
  ])(
    "of $rows rows and $columns columns has the currents with wires $wire_ohm, drivers $driver_ohm, neurons $neuron_ohm ohm",
    async ({ rows, columns, ...resistances }) => {
      const error = largestError(await bothWays(randomArray(rows / 2, columns), resistances));
      expect(error, String(error)).toBeLessThan(1e-9);
    },
  );
});
