import { invertTridiagonal } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ladderVoltages_V, reduceLadder } from "../src/column-ladder.ts";
import type { ColumnLadder } from "../src/column-ladder.ts";

const power = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((exponent) => 10 ** exponent);
const ladders = (neuron: fc.Arbitrary<number>): fc.Arbitrary<ColumnLadder> =>
  fc.record({
    branch_S: fc.array(power(-6, -3), { minLength: 1, maxLength: 12 }).map((values) => Float64Array.from(values)),
    segmentResistance_ohm: power(-1, 2),
    neuronInputResistance_ohm: neuron,
  });
const sources = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 });

/** Inverse of the admittance matrix of the nodes at the taps. */
function inverse_ohm({ branch_S, segmentResistance_ohm, neuronInputResistance_ohm }: ColumnLadder): Float64Array {
  const last = branch_S.length - 1;
  const wire_S = 1 / segmentResistance_ohm;
  const neuron_S = 1 / (segmentResistance_ohm + neuronInputResistance_ohm);
  const diagonal_S = branch_S.map((cell_S, k) => cell_S + (k > 0 ? wire_S : 0) + (k < last ? wire_S : neuron_S));
  return invertTridiagonal(diagonal_S, new Float64Array(last).fill(-wire_S));
}

function solved(ladder: ColumnLadder, levels: readonly number[]) {
  const reduced = reduceLadder(ladder)!;
  const source_V = Float64Array.from(levels.slice(0, ladder.branch_S.length));
  const node_V = new Float64Array(source_V.length);
  ladderVoltages_V(ladder, reduced, source_V, node_V);
  const arriving = reduced.transfer.reduce((sum, value, k) => sum + value * source_V[k]!, 0);
  return { reduced, source_V, node_V, arriving };
}

describe("column ladder", () => {
  // The matrix subtracts conductances of up to 10 S from each other to find 1e-6 S: nine digits remain.
  it("has the voltages and currents of nodal analysis", () => {
    fc.assert(
      fc.property(ladders(fc.oneof(power(0, 5), fc.constant(Infinity))), sources, (ladder, levels) => {
        const { node_V, source_V, arriving } = solved(ladder, levels);
        const inverse = inverse_ohm(ladder);
        const count = source_V.length;
        const expected_V = source_V.map((_, k) =>
          source_V.reduce((sum, volt, i) => sum + inverse[k * count + i]! * ladder.branch_S[i]! * volt, 0),
        );
        for (const [k, volt] of node_V.entries()) expect(Math.abs(volt - expected_V[k]!)).toBeLessThan(1e-8);
        const floats = ladder.neuronInputResistance_ohm === Infinity;
        const end_S = floats ? 1 : 1 / (ladder.segmentResistance_ohm + ladder.neuronInputResistance_ohm);
        expect(Math.abs(arriving - expected_V[count - 1]! * end_S)).toBeLessThan(1e-8 * end_S);
      }),
    );
  });

  it("draws from the sources what branches, wires and neuron dissipate", () => {
    fc.assert(
      fc.property(ladders(power(0, 5)), sources, (ladder, levels) => {
        const { node_V, source_V, arriving } = solved(ladder, levels);
        const { branch_S, segmentResistance_ohm, neuronInputResistance_ohm } = ladder;
        let drawn_W = 0;
        let lost_W = arriving ** 2 * (segmentResistance_ohm + neuronInputResistance_ohm);
        let gross_W = 0;
        for (const [k, cell_S] of branch_S.entries()) {
          const drop_V = source_V[k]! - node_V[k]!;
          drawn_W += cell_S * source_V[k]! * drop_V;
          lost_W += cell_S * drop_V ** 2;
          gross_W += cell_S;
          if (k > 0) lost_W += (node_V[k]! - node_V[k - 1]!) ** 2 / segmentResistance_ohm;
        }
        // Rounding of the sums, of at most a volt at every branch.
        expect(Math.abs(drawn_W - lost_W)).toBeLessThanOrEqual(1e-12 * gross_W);
      }),
    );
  });

  it("is reciprocal: a volt behind the neuron moves as much current into a source as the other way", () => {
    fc.assert(
      fc.property(ladders(power(0, 5)), (ladder) => {
        const { branch_S, segmentResistance_ohm, neuronInputResistance_ohm } = ladder;
        // The same ladder with the neuron's branch as one more tap, whose source has the volt.
        const end_S = 1 / (segmentResistance_ohm + neuronInputResistance_ohm);
        const inverse = inverse_ohm(ladder);
        const count = branch_S.length;
        const { transfer } = reduceLadder(ladder)!;
        for (const [k, cell_S] of branch_S.entries()) {
          const back_S = cell_S * inverse[k * count + count - 1]! * end_S;
          expect(Math.abs(transfer[k]! / back_S - 1)).toBeLessThan(1e-8);
        }
      }),
    );
  });

  it("is a plain sum of currents without resistances, and a mean of voltages when it floats", () => {
    const branch_S = Float64Array.of(1e-6, 0, 3e-6);
    const grounded = reduceLadder({ branch_S, segmentResistance_ohm: 0, neuronInputResistance_ohm: 0 });
    expect(grounded?.transfer).toEqual(branch_S);
    const floating = reduceLadder({ branch_S, segmentResistance_ohm: 0, neuronInputResistance_ohm: Infinity });
    for (const [k, share] of [0.25, 0, 0.75].entries()) expect(floating?.transfer[k]).toBeCloseTo(share, 15);
  });

  it("has no answer for a floating column that nothing holds", () => {
    const branch_S = new Float64Array(2);
    expect(reduceLadder({ branch_S, segmentResistance_ohm: 1, neuronInputResistance_ohm: Infinity })).toBeUndefined();
  });
});
