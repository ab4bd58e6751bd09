import type { RandomStream } from "@neurofront/core";

/** Entries of the memory, as in L-SHADE. */
const ENTRIES = 6;
/** Spread of the factors and rates drawn around an entry. */
const SPREAD = 0.1;

/** How one child is made: the factor on differences, and the chance that a coordinate changes. */
export interface Mutation {
  readonly factor: number;
  readonly rate: number;
}

/** A mutation that made a child better than its parent, and by how much. */
export interface Success extends Mutation {
  readonly gain: number;
}

/**
 * The settings of differential evolution that succeeded lately (Tanabe and Fukunaga, CEC 2013, 71; CEC 2014, 1658). An entry of
 * the rate that once became 0 stays so: then children differ from their parents in one coordinate.
 */
export class SuccessMemory {
  readonly #factors = new Float64Array(ENTRIES).fill(0.5);
  readonly #rates = new Float64Array(ENTRIES).fill(0.5);
  #next = 0;

  draw(random: RandomStream): Mutation {
    const entry = random.integer(ENTRIES);
    const mean = this.#rates[entry]!;
    const rate = mean === 0 ? 0 : Math.min(Math.max(mean + SPREAD * random.normal(), 0), 1);
    let factor = 0;
    while (factor <= 0) factor = this.#factors[entry]! + SPREAD * Math.tan(Math.PI * (random.uniform() - 0.5));
    return { factor: Math.min(factor, 1), rate };
  }

  learn(successes: readonly Success[]): void {
    if (successes.length === 0) return;
    const isLost = this.#rates[this.#next] === 0 || successes.every(({ rate }) => rate === 0);
    this.#factors[this.#next] = lehmerMean(successes, ({ factor }) => factor);
    this.#rates[this.#next] = isLost ? 0 : lehmerMean(successes, ({ rate }) => rate);
    this.#next = (this.#next + 1) % ENTRIES;
  }
}

function lehmerMean(successes: readonly Success[], valueOf: (success: Success) => number): number {
  let squares = 0;
  let sum = 0;
  for (const success of successes) {
    const value = valueOf(success);
    squares += success.gain * value * value;
    sum += success.gain * value;
  }
  return squares / sum;
}
