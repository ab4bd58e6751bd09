import { describe, expect, it } from "vitest";
import type { ArrayNetwork } from "../../src/crossbar/array-network.ts";
import { solveArrayNetwork } from "../../src/crossbar/array-terminals.ts";
import { analyseNodes } from "./nodal-analysis.ts";

/*
 * Two arrays solved independently, by sparse nodal analysis and by a circuit simulator, which agree to 1e-16 A. Tolerance:
 * half a unit of the last printed digit, which is 1e-6 relative or better for A and B.
 */
const lastDigit = (digits: number) => 0.5001 * 10 ** -digits;

function largestDeviation(found: ArrayLike<number>, printed: readonly number[]): number {
  return Math.max(...printed.map((value, k) => Math.abs(found[k]! - value)));
}

describe("array A: 3 x 3, differential", () => {
  const positive = [300, 20, 150, 50, 250, 100, 200, 120, 10];
  const negative = [10, 200, 60, 180, 30, 280, 40, 90, 220];
  const rows = [0, 1, 2].flatMap((k) => [...positive.slice(3 * k, 3 * k + 3), ...negative.slice(3 * k, 3 * k + 3)]);
  const source_V = [10e-3, -10e-3, 10e-3, -10e-3, 10e-3, -10e-3];
  const network: ArrayNetwork = {
    rowCount: 6,
    columnCount: 3,
    rowsPerInput: 1,
    conductance_S: Float64Array.from(rows, (value) => value * 1e-6),
    driverResistance_ohm: 100,
    rowResistance_ohm: 2.5,
    columnResistance_ohm: 2.5,
    neuronInputResistance_ohm: 60,
  };

  it("has the driver currents", () => {
    const { inputAdmittance_S } = solveArrayNetwork(network)!;
    const driver_uA = source_V.map(
      (_, i) => 1e6 * source_V.reduce((sum, volt, k) => sum + volt * inputAdmittance_S[6 * i + k]!, 0),
    );
    expect(largestDeviation(driver_uA, [4.44364, -2.625745, 3.835202, -4.649763, 3.151403, -3.349523])).toBeLessThan(
      lastDigit(6),
    );
  });

  it("has the voltages at both ends of the lines", () => {
    const { columnTransfer, inputAdmittance_S } = solveArrayNetwork(network)!;
    const firstDriver_A = source_V.reduce((sum, volt, k) => sum + volt * inputAdmittance_S[k]!, 0);
    const current_uA = [0, 1, 2].map(
      (j) => 1e6 * source_V.reduce((sum, volt, i) => sum + volt * columnTransfer[3 * i + j]!, 0),
    );
    expect(
      largestDeviation(
        current_uA.map((value) => value * 60e-3),
        [0.175421, 0.03734, -0.164448],
      ),
    ).toBeLessThan(lastDigit(6));
    expect(largestDeviation([(source_V[0]! - firstDriver_A * 102.5) * 1e3], [9.544527])).toBeLessThan(lastDigit(6));
    expect(largestDeviation([current_uA[2]! * 62.5e-3], [-0.1713])).toBeLessThan(lastDigit(6));
  });

  it("has the voltages inside, by the nodal analysis that the solver is tested against", () => {
    const nodes = analyseNodes(network, source_V);
    expect(
      largestDeviation(
        [nodes.row_V[0]!, nodes.row_V[2]!, nodes.row_V[17]!, nodes.column_V[0]!, nodes.column_V[17]!].map(
          (volt) => volt * 1e3,
        ),
        [9.544527, 9.536776, -9.644074, 0.216241, -0.1713],
      ),
    ).toBeLessThan(lastDigit(6));
  });
});

describe("array B: 8 x 8, single-ended", () => {
  const cells = Array.from({ length: 64 }, (_, index) => [Math.floor(index / 8), index % 8] as const);
  const conductance_S = Float64Array.from(cells, ([i, j]) => 10e-6 + (290e-6 * ((7 * i + 3 * j + i * j) % 16)) / 15);
  const alternating = [10e-3, -10e-3, 10e-3, -10e-3, 10e-3, -10e-3, 10e-3, -10e-3];
  const equal = Array.from({ length: 8 }, () => 0.1);

  it.each([
    {
      name: "B1",
      source_V: alternating,
      wire_ohm: 2.5,
      driver_ohm: 100,
      neuron_ohm: 60,
      printed: [3.200784, -5.037684, 1.94145, -1.234308, 0.674645, 2.493077, -3.075763, -1.241816],
      digits: 6,
    },
    {
      name: "B2",
      source_V: equal,
      wire_ohm: 5,
      driver_ohm: 1,
      neuron_ohm: 1,
      printed: [105.5903, 112.6873, 119.1376, 126.4336, 132.9754, 139.1576, 117.6669, 125.2009],
      digits: 4,
    },
    {
      name: "B3",
      source_V: equal,
      wire_ohm: 2.5,
      driver_ohm: 100,
      neuron_ohm: 60,
      printed: [89.9746, 95.8832, 101.326, 107.6646, 112.9023, 118.2652, 100.575, 106.8695],
      digits: 4,
    },
  ])("has the neuron currents of $name", ({ source_V, wire_ohm, driver_ohm, neuron_ohm, printed, digits }) => {
    const { columnTransfer } = solveArrayNetwork({
      rowCount: 8,
      columnCount: 8,
      rowsPerInput: 1,
      conductance_S,
      driverResistance_ohm: driver_ohm,
      rowResistance_ohm: wire_ohm,
      columnResistance_ohm: wire_ohm,
      neuronInputResistance_ohm: neuron_ohm,
    })!;
    const current_uA = source_V.map(
      (_, j) => 1e6 * source_V.reduce((sum, volt, i) => sum + volt * columnTransfer[8 * i + j]!, 0),
    );
    expect(largestDeviation(current_uA, printed)).toBeLessThan(lastDigit(digits));
  });

  it("has the first driver current and the inner voltages of B1", () => {
    const network: ArrayNetwork = {
      rowCount: 8,
      columnCount: 8,
      rowsPerInput: 1,
      conductance_S,
      driverResistance_ohm: 100,
      rowResistance_ohm: 2.5,
      columnResistance_ohm: 2.5,
      neuronInputResistance_ohm: 60,
    };
    const { inputAdmittance_S } = solveArrayNetwork(network)!;
    expect(
      largestDeviation([1e6 * alternating.reduce((sum, volt, k) => sum + volt * inputAdmittance_S[k]!, 0)], [9.657188]),
    ).toBeLessThan(lastDigit(6));
    const nodes = analyseNodes(network, alternating);
    expect(
      largestDeviation(
        [nodes.row_V[7]!, nodes.row_V[63]!, nodes.column_V[0]!, nodes.column_V[7]!].map((volt) => volt * 1e3),
        [8.912947, -8.721745, 0.219672, -0.080702],
      ),
    ).toBeLessThan(lastDigit(6));
  });
});
