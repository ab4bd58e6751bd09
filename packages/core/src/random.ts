/**
 * Randomness with an address. A stream is named by what it is for, (study seed, role, candidate, sample), never by the
 * order of execution, so that any number of workers and any resumed run draw the same numbers.
 */
export interface RandomStream {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Whole number, uniform in 0 ... count - 1. */
  integer(count: number): number;
}

/** Mix a 32-bit word into a 32-bit state (finaliser of MurmurHash3, Appleby, public domain algorithm). */
function mix(state: number, word: number): number {
  let h = Math.imul(state ^ word, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h + 0x9e3779b9, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const buffer = new DataView(new ArrayBuffer(8));

function absorb(state: number, part: string | number): number {
  if (typeof part === "string") {
    let h = mix(state, 0x5f3759df ^ part.length);
    for (let k = 0; k < part.length; k++) h = mix(h, part.charCodeAt(k));
    return h;
  }
  buffer.setFloat64(0, part);
  return mix(mix(mix(state, 0x1b873593), buffer.getUint32(0)), buffer.getUint32(4));
}

/**
 * The stream at an address.
 *
 * Generator: xoshiro128** (Blackman and Vigna, ACM TOMS 47, 36 (2021)), state from four hashes of the address.
 *
 * @param address seed first, then role, candidate, sample, ...; numbers and strings are told apart
 */
export function randomAt(...address: readonly (string | number)[]): RandomStream {
  const state = new Uint32Array(4);
  for (let lane = 0; lane < 4; lane++) {
    let h = mix(0x2545f491, 0x632be5ab * (lane + 1));
    for (const part of address) h = absorb(h, part);
    state[lane] = mix(h, lane + 1);
  }
  // The all-zero state is the one from which xoshiro never leaves.
  if (state.every((value) => value === 0)) state[0] = 1;
  let [s0, s1, s2, s3] = state as unknown as [number, number, number, number];
  let spare = Number.NaN;

  function word(): number {
    const scrambled = Math.imul(s1, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result;
  }

  function uniform(): number {
    return ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
  }

  function normal(): number {
    if (!Number.isNaN(spare)) {
      const value = spare;
      spare = Number.NaN;
      return value;
    }
    // Marsaglia's polar method (Marsaglia and Bray, SIAM Review 6, 260 (1964)).
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const r = u * u + v * v;
      if (r >= 1 || r === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(r)) / r);
      spare = v * scale;
      return u * scale;
    }
  }

  return { uniform, normal, integer: (count) => Math.floor(uniform() * count) };
}
