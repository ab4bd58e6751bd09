/** A conductance that is a power of two, between two nodes. */
export interface PowerOfTwo {
  readonly from: number;
  readonly to: number;
  readonly exponent: number;
}

/**
 * Conductances between the nodes from `eliminated` on when those before are eliminated, without any rounding until the last
 * division: elimination of E. H. Bareiss (Mathematics of Computation 22, 565, 1968) on whole numbers.
 *
 * @returns conductance between nodes a > b at [a - eliminated][b - eliminated]
 */
export function exactReduction(nodeCount: number, eliminated: number, branches: readonly PowerOfTwo[]): number[][] {
  const least = Math.min(...branches.map(({ exponent }) => exponent));
  const matrix = Array.from({ length: nodeCount }, () => Array.from({ length: nodeCount }, () => 0n));
  for (const { from, to, exponent } of branches) {
    const whole = 1n << BigInt(exponent - least);
    matrix[from]![from]! += whole;
    matrix[to]![to]! += whole;
    matrix[from]![to]! -= whole;
    matrix[to]![from]! -= whole;
  }
  let previous = 1n;
  for (let k = 0; k < eliminated; k++) {
    const pivot = matrix[k]![k]!;
    for (let i = k + 1; i < nodeCount; i++) {
      for (let j = k + 1; j < nodeCount; j++)
        matrix[i]![j] = (matrix[i]![j]! * pivot - matrix[i]![k]! * matrix[k]![j]!) / previous;
    }
    previous = pivot;
  }
  return matrix
    .slice(eliminated)
    .map((row, a) => row.slice(eliminated, eliminated + a).map((entry) => ratio(-entry, previous) * 2 ** least));
}

/** Quotient of whole numbers of any size. */
function ratio(numerator: bigint, denominator: bigint): number {
  const shift = BigInt(Math.max(bits(denominator) - bits(numerator) + 80, 0));
  return Number((numerator << shift) / denominator) * 2 ** -Number(shift);
}

function bits(whole: bigint): number {
  return whole.toString(2).length;
}
