import { describe, expect, it } from "vitest";
import { bothWays, largestError, randomArray } from "./crossbar-both-ways.ts";
import { withoutNgspice } from "./ngspice.ts";

describe.skipIf(withoutNgspice)("a crossbar of 64 rows and 64 columns in ngspice", () => {
  // Of the largest neuron current; both are direct solutions in double precision.
  it.each([
    { wire_ohm: 2.5, driver_ohm: 100, neuron_ohm: 60 },
    { wire_ohm: 0.668, driver_ohm: 10, neuron_ohm: Infinity },
  ])("has the currents with wires $wire_ohm, drivers $driver_ohm, neurons $neuron_ohm ohm", async (resistances) => {
    expect(largestError(await bothWays(randomArray(32, 64), resistances))).toBeLessThan(1e-9);
  });
});
