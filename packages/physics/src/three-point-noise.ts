/** Digits of base 6 that one uniform number of 53 bits gives, each fair to 1e-8. */
const digits = 10;
const base = 6;
const values = [-Math.sqrt(3), 0, 0, 0, 0, Math.sqrt(3)] as const;

/**
 * Random numbers of mean 0, variance 1, third moment 0 and fourth moment 3, as a normal number has, that take the three values
 * -sqrt(3), 0, sqrt(3) with chances 1/6, 2/3, 1/6. In a scheme of weak order 2, such as Heun's with additive noise, they give
 * every average with the order that normal numbers give (Kloeden and Platen, "Numerical Solution of Stochastic
 * Differential Equations", 14.2), at a tenth of their cost.
 */
export function threePointNoise(random: { uniform(): number }): { normal(): number } {
  const drawn = new Float64Array(digits);
  let left = 0;
  return {
    normal() {
      if (left === 0) {
        let word = (random.uniform() * base ** digits) | 0;
        for (let k = 0; k < digits; k++) {
          const rest = (word / base) | 0;
          drawn[k] = values[word - rest * base]!;
          word = rest;
        }
        left = digits;
      }
      left--;
      return drawn[left]!;
    },
  };
}
