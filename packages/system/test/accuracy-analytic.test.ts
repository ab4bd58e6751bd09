import { denseLayer } from "@neurofront/core";
import type { LabelledPatterns, PreparedWorkload } from "@neurofront/core";
import { normalCdf } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyticAccuracy as networkAccuracy } from "../src/accuracy-analytic.ts";
import { tabulateDecisions } from "../src/decision.ts";
import type { DecisionTables } from "../src/decision.ts";
import { soundFactor } from "../src/factor-moments.ts";
import type { Signal } from "../src/signal.ts";
import { onlyLayer, operatingPoint, orthogonalWorkload, randomWorkload, tinyNeuron } from "./tiny-technology.ts";

const LIMIT_A = 40e-6;

/** One layer alone; the outputs ought to do what the labels say. */
function analyticAccuracy(given: Signal, tables: DecisionTables, data: LabelledPatterns): number {
  const { inputCount, outputCount } = given;
  const trained = denseLayer(new Float64Array(inputCount * outputCount), outputCount);
  const wanted = Uint8Array.from({ length: data.count * outputCount }, (_, index) =>
    data.labels[Math.floor(index / outputCount)] === index % outputCount ? 1 : 0,
  );
  return networkAccuracy(
    [{ trained, signal: given, tables, meanSquareLevel: new Float64Array(inputCount), limit_A: LIMIT_A }],
    data,
    [wanted],
  );
}

function sign(noise_A = 0): DecisionTables {
  return tabulateDecisions(tinyNeuron({ noise_A }), {}, operatingPoint, "opposite", 1 / 8, 0, LIMIT_A);
}

function signal(contribution_A: readonly number[], outputCount: number, rest: Partial<Signal> = {}): Signal {
  const zeros = (length: number): Float64Array => new Float64Array(length);
  return {
    inputCount: contribution_A.length / 2 / outputCount,
    outputCount,
    contribution_A: Float64Array.from(contribution_A),
    relativeSpread: zeros(contribution_A.length),
    offset_A: zeros(outputCount),
    cycleVariance_A2: zeros(outputCount),
    relativeReadNoise: zeros(contribution_A.length),
    rowSpread: undefined,
    supply: { relativeSpread: 0, per: "chip" },
    stuck: undefined,
    ...rest,
  };
}

const one = (levels: readonly number[], label = 0): LabelledPatterns => ({
  patterns: Float64Array.from(levels),
  labels: Int32Array.of(label),
  count: 1,
});

/** A workload on rows of 1 uA and 0.1 uA per device. */
function mapped(workload: PreparedWorkload, rest: Partial<Signal> = {}, unit_A = 1e-6): Signal {
  const { weights, outputCount, inputCount } = onlyLayer(workload);
  const contribution_A = Array.from({ length: 2 * inputCount * outputCount }, (_, index) => {
    const row = Math.floor(index / outputCount);
    const half = row % 2 === 0 ? 1 : -1;
    const weight = half * weights[(row >> 1) * outputCount + (index % outputCount)]!;
    return half * unit_A * (0.1 + 0.9 * Math.max(weight, 0));
  });
  return signal(contribution_A, outputCount, rest);
}

const spread = (workload: PreparedWorkload, relative: number): Partial<Signal> => ({
  relativeSpread: new Float64Array(onlyLayer(workload).weights.length * 2).fill(relative),
});
const offset = (workload: PreparedWorkload, offset_A: number): Partial<Signal> => ({
  offset_A: new Float64Array(onlyLayer(workload).outputCount).fill(offset_A),
});
const cycle = (workload: PreparedWorkload, sigma_A: number): Partial<Signal> => ({
  cycleVariance_A2: new Float64Array(onlyLayer(workload).outputCount).fill(sigma_A ** 2),
});

describe("one output", () => {
  // One pair of devices, +20 and -17 uA: the net current is 3 uA, and no device reaches zero.
  const pair = [20e-6, -17e-6];
  const twoAndOne = { relativeSpread: Float64Array.of(2 / 20, 1 / 17) };
  it.each([
    // what disturbs, standard deviation of the net current in uA
    ["an offset", { offset_A: Float64Array.of(2e-6) }, 2],
    ["noise of the cycle", { cycleVariance_A2: Float64Array.of(4e-12) }, 2],
    ["programming spread", twoAndOne, Math.hypot(2, 1)],
    ["read noise", { relativeReadNoise: Float64Array.of(2.5 / 20, 1 / 17) }, Math.hypot(2.5, 1)],
    [
      "spread and read noise",
      { relativeSpread: Float64Array.of(2 / 20, 0), relativeReadNoise: Float64Array.of(1.5 / 20, 0.6 / 17) },
      Math.hypot(2.5, 0.6),
    ],
    [
      "everything",
      {
        ...twoAndOne,
        offset_A: Float64Array.of(2e-6),
        cycleVariance_A2: Float64Array.of(4e-12),
      },
      Math.hypot(2, 1, 2, 2),
    ],
  ])("under %s is right with the normal chance", (_case, rest, sigma_uA) => {
    const expected = normalCdf(3 / sigma_uA);
    // 1e-3 is what a table of errors is good for; a step needs much less.
    expect(Math.abs(analyticAccuracy(signal(pair, 1, rest), sign(), one([1])) - expected)).toBeLessThan(1e-4);
    // The same current with the other sign must not fire: with one output no other one can be wanted instead.
    expect(Math.abs(analyticAccuracy(signal(pair, 1, rest), sign(), one([-1], 7)) - expected)).toBeLessThan(1e-4);
    expect(Math.abs(analyticAccuracy(signal(pair, 1, rest), sign(), one([-1])) - (1 - expected))).toBeLessThan(1e-4);
  });

  it("programming spread counts with the square of the level, an offset without it", () => {
    const half = (rest: Partial<Signal>): number => analyticAccuracy(signal(pair, 1, rest), sign(), one([0.5]));
    expect(half(twoAndOne)).toBeCloseTo(normalCdf(3 / Math.hypot(2, 1)), 4);
    expect(half({ offset_A: Float64Array.of(2e-6) })).toBeCloseTo(normalCdf(1.5 / 2), 4);
  });

  it("a spread that would take devices below zero holds them there: mean and variance of what is left", () => {
    // 5 and 2 uA that spread by 10 and 6 uA; factors of soundFactor(2) and soundFactor(3).
    const relativeSpread = Float64Array.of(2, 3);
    const [first, second] = [soundFactor(2), soundFactor(3)];
    const mean = 5 * first.mean - 2 * second.mean;
    const sigma = Math.sqrt(25 * first.variance + 4 * second.variance);
    const found = analyticAccuracy(signal([5e-6, -2e-6], 1, { relativeSpread }), sign(), one([1]));
    expect(Math.abs(found - normalCdf(mean / sigma))).toBeLessThan(1e-4);
  });

  it("the neuron's own noise adds to that of the current", () => {
    const found = analyticAccuracy(signal(pair, 1, { offset_A: Float64Array.of(2e-6) }), sign(1.5e-6), one([1]));
    expect(Math.abs(found - normalCdf(3 / 2.5))).toBeLessThan(1e-3);
  });

  it("with stuck devices is a mixture of sound columns and all others", () => {
    // A pair of 4 and 0 uA, of which only the first counts, under an offset of 5 uA. The first is as programmed in 7 of 10 cases,
    // 2 uA in 2 of 10, -10 uA in 1 of 10; both devices are sound in 0.49 of the cases.
    const stuck = { atMin: 0.2, atMax: 0.1, minFactor: Float64Array.of(0.5, 1), maxFactor: Float64Array.of(-2.5, 1) };
    const offset_A = Float64Array.of(5e-6);
    const found = analyticAccuracy(signal([4e-6, 0], 1, { stuck, offset_A }), sign(), one([1]));
    // Of the other 0.51: 0.21 at 4 uA, 0.2 at 2 uA, 0.1 at -10 uA.
    const mean = (0.21 * 4 + 0.2 * 2 - 0.1 * 10) / 0.51;
    const variance = (0.21 * 16 + 0.2 * 4 + 0.1 * 100) / 0.51 - mean ** 2;
    const expected = 0.49 * normalCdf(4 / 5) + 0.51 * normalCdf(mean / Math.hypot(5, Math.sqrt(variance)));
    expect(Math.abs(found - expected)).toBeLessThan(1e-4);
    // The Gaussian against the three values themselves: what the mixture is good for.
    const exact = 0.7 * normalCdf(4 / 5) + 0.2 * normalCdf(2 / 5) + 0.1 * normalCdf(-10 / 5);
    expect(Math.abs(found - exact)).toBeLessThan(0.05);
  });

  it("with devices that are never stuck is the one without them", () => {
    const stuck = { atMin: 0, atMax: 0, minFactor: Float64Array.of(0, 0), maxFactor: Float64Array.of(1, 1) };
    const rest = { relativeSpread: Float64Array.of(0.4, 0.5) };
    expect(analyticAccuracy(signal(pair, 1, { ...rest, stuck }), sign(), one([1]))).toBe(
      analyticAccuracy(signal(pair, 1, rest), sign(), one([1])),
    );
  });
});

describe("several outputs", () => {
  it("are independent: the chances multiply", () => {
    const workload = orthogonalWorkload();
    // Net currents +-0.9 uA on every output of every pattern.
    const accuracy = analyticAccuracy(mapped(workload, offset(workload, 0.5e-6)), sign(), workload.clean);
    expect(accuracy).toBeCloseTo(normalCdf(0.9 / 0.5) ** 8, 4);
  });

  it("is 1 without disturbance for a trained layer", () => {
    const workload = orthogonalWorkload();
    expect(analyticAccuracy(mapped(workload), sign(), workload.clean)).toBe(1);
  });

  it("is the chance of guessing when noise is all there is", () => {
    const workload = orthogonalWorkload();
    const accuracy = analyticAccuracy(mapped(workload, offset(workload, 1)), sign(), workload.clean);
    expect(accuracy).toBeCloseTo(0.5 ** 8, 5);
  });
});

describe("laws", () => {
  const workload = orthogonalWorkload();
  const amount = fc.double({ min: 0, max: 3, noNaN: true });

  it.each([
    ["programming spread", (x: number) => spread(workload, x)],
    ["read noise", (x: number) => ({ relativeReadNoise: spread(workload, x).relativeSpread! })],
    ["offsets", (x: number) => offset(workload, x * 1e-6)],
    ["noise of the cycle", (x: number) => cycle(workload, x * 1e-6)],
  ] as const)("accuracy of a trained layer falls when %s grows", (_source, disturbed) => {
    const tables = sign();
    const accuracy = (x: number): number => analyticAccuracy(mapped(workload, disturbed(x)), tables, workload.clean);
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [little, much] = [accuracy(Math.min(a, b)), accuracy(Math.max(a, b))];
        // Eight outputs of eight patterns, each from a series exact within 2e-6.
        expect(much).toBeLessThanOrEqual(little + 4e-5);
        expect(much).toBeGreaterThanOrEqual(0);
        expect(little).toBeLessThanOrEqual(1);
      }),
    );
    expect(accuracy(3)).toBeLessThan(accuracy(0) - 0.3);
  });

  it("more current against the same noise helps a trained layer", () => {
    const tables = sign();
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (unit, more) => {
          const at = (unit_A: number): number =>
            analyticAccuracy(mapped(workload, offset(workload, 1e-6), unit_A), tables, workload.clean);
          expect(at(unit * more * 1e-6)).toBeGreaterThanOrEqual(at(unit * 1e-6) - 4e-5);
        },
      ),
    );
  });

  it("currents, noise and thresholds in another unit change nothing", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -20, max: 20 }), (seed, power) => {
        const unit = 2 ** power;
        const random = randomWorkload(seed);
        const at = (scale: number): number => {
          const tables = tabulateDecisions(
            tinyNeuron({ noise_A: 0.3e-6 * scale, threshold_A: 0.5e-6 * scale }),
            {},
            operatingPoint,
            "sequence",
            1 / onlyLayer(random).outputCount,
            0.5e-6 * scale,
            LIMIT_A * scale,
          );
          const disturbed = { ...spread(random, 0.1), ...offset(random, 0.2e-6 * scale) };
          return analyticAccuracy(mapped(random, disturbed, 1e-6 * scale), tables, random.clean);
        };
        expect(at(unit)).toBeCloseTo(at(1), 9);
      }),
    );
  });

  it("numbering the outputs in another order changes nothing", () => {
    fc.assert(
      fc.property(fc.integer(), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (seed, order) => {
        const random = randomWorkload(seed);
        const { clean } = random;
        const { weights, outputCount } = onlyLayer(random);
        const permuted: PreparedWorkload = {
          ...random,
          layers: [
            denseLayer(
              weights.map((_, index) => weights[index - (index % outputCount) + order[index % outputCount]!]!),
              outputCount,
            ),
          ],
          clean: { ...clean, labels: clean.labels.map((label) => order.indexOf(label)) },
        };
        const disturbed = { ...spread(random, 0.2), ...offset(random, 0.4e-6) };
        const tables = sign(0.2e-6);
        expect(analyticAccuracy(mapped(permuted, disturbed), tables, permuted.clean)).toBeCloseTo(
          analyticAccuracy(mapped(random, disturbed), tables, clean),
          12,
        );
      }),
    );
  });
});
