import fc from "fast-check";
import { expect, it } from "vitest";
import { columnMeanSquare, inputPower_W } from "../../src/crossbar/pattern-response.ts";

const VOLTAGE_V = 0.25;
const level = fc.oneof(fc.constantFrom(0, 1, -1), fc.double({ min: -1, max: 1, noNaN: true }));

/** Inputs, outputs, and so many patterns that they are worked on in several parts. */
const loads = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 150 }))
  .chain(([inputCount, outputCount, patternCount]) =>
    fc.record({
      inputCount: fc.constant(inputCount),
      outputCount: fc.constant(outputCount),
      patternCount: fc.constant(patternCount),
      inputVoltage_V: fc.constant(VOLTAGE_V),
      patterns: fc.array(level, { minLength: inputCount * patternCount, maxLength: inputCount * patternCount }),
      entries: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 108, maxLength: 108 }),
    }),
  )
  .map((load) => ({ ...load, patterns: Float64Array.from(load.patterns) }));

it("the power of the inputs is V^2 x' Q x of every pattern, and never below zero", () => {
  fc.assert(
    fc.property(loads, (load) => {
      const { inputCount, patterns, patternCount, entries } = load;
      const admittance_S = Float64Array.from({ length: inputCount ** 2 }, (_, at) => {
        const [i, k] = [Math.floor(at / inputCount), at % inputCount];
        return entries[i * k + i + k]!;
      });
      const expected = Array.from({ length: patternCount }, (_, pattern) => {
        let sum = 0;
        for (let i = 0; i < inputCount; i++) {
          let current = 0;
          for (let k = 0; k < inputCount; k++)
            current += admittance_S[i * inputCount + k]! * patterns[pattern * inputCount + k]!;
          sum += patterns[pattern * inputCount + i]! * current;
        }
        return Math.max(sum, 0) * VOLTAGE_V ** 2;
      });
      // The same sums in the same order.
      expect([...inputPower_W(admittance_S, load)]).toStrictEqual(expected);
    }),
    { numRuns: 50 },
  );
});

it("what arrives at the columns is counted for the inputs that are asked for", () => {
  fc.assert(
    fc.property(loads, fc.nat(8), fc.nat(9), (load, one, other) => {
      const { inputCount, outputCount, patterns, patternCount, entries } = load;
      const transfer = Float64Array.from(entries.slice(0, 2 * inputCount * outputCount));
      const from = Math.min(one, other, inputCount - 1);
      const to = Math.max(from + 1, Math.min(Math.max(one, other), inputCount));
      let sum = 0;
      for (let pattern = 0; pattern < patternCount; pattern++)
        for (let j = 0; j < outputCount; j++) {
          let arriving = 0;
          for (let i = from; i < to; i++) {
            const plus = 2 * i * outputCount + j;
            arriving += patterns[pattern * inputCount + i]! * (transfer[plus]! - transfer[plus + outputCount]!);
          }
          sum += arriving ** 2;
        }
      const expected = patternCount === 0 ? 0 : (sum / (patternCount * outputCount)) * VOLTAGE_V ** 2;
      expect(columnMeanSquare(transfer, load, { from, to })).toBe(expected);
    }),
    { numRuns: 50 },
  );
});
