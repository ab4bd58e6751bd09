/** Nodes eliminated side by side in the inner loops. */
const LANES = 4;

/** Room for {@link eliminateNodes} of up to `size` nodes. */
export interface EliminationRoom {
  readonly lane: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
}

/** Room for up to `size` nodes. */
export function eliminationRoom(size: number): EliminationRoom {
  const room = (): Float64Array => new Float64Array(size);
  return { lane: [room(), room(), room(), room()] };
}

/**
 * Eliminates the first `pivotCount` nodes of a resistor network (Kron's reduction, node by node): a star of conductances c_k
 * becomes the mesh c_i c_j / sum of c_k. Everything is a sum of products of conductances >= 0; nothing is subtracted, so every
 * result keeps all its digits, whatever the ratio of the conductances (the diagonal of the admittance matrix, in which small
 * conductances drown, is never formed: Grassmann, Taksar, Heyman, Operations Research 33, 1107, 1985).
 *
 * A node without any conductance has no voltage and leaves nothing behind.
 *
 * @param conductance_S below the diagonal of a matrix of `size` rows that starts at `at`: conductance between two nodes
 * @param factors when given, from `factorAt` on: for pivot k, at k * size + i, the share of node i > k in the voltage of k; and
 * at k * size + k its voltage in ohm per ampere into it
 */
export function eliminateNodes(
  conductance_S: Float64Array,
  at: number,
  size: number,
  pivotCount: number,
  room: EliminationRoom,
  factors?: Float64Array,
  factorAt = 0,
): void {
  const [lane0, lane1, lane2, lane3] = room.lane;
  const inverse_ohm = [0, 0, 0, 0];
  for (let first = 0; first < pivotCount; first += LANES) {
    const count = Math.min(LANES, pivotCount - first);
    if (count === LANES) {
      for (let i = first + 1; i < size; i++) {
        const row = at + i * size + first;
        lane0[i] = conductance_S[row]!;
        lane1[i] = conductance_S[row + 1]!;
        lane2[i] = conductance_S[row + 2]!;
        lane3[i] = conductance_S[row + 3]!;
      }
    } else {
      for (let q = 0; q < count; q++) {
        const star = room.lane[q]!;
        for (let i = first + 1; i < size; i++) star[i] = conductance_S[at + i * size + first + q]!;
      }
    }
    for (let q = 0; q < count; q++) {
      const star = room.lane[q]!;
      const pivot = first + q;
      for (let earlier = 0; earlier < q; earlier++) {
        const other = room.lane[earlier]!;
        const share = other[pivot]! * inverse_ohm[earlier]!;
        for (let i = pivot + 1; i < size; i++) star[i]! += share * other[i]!;
      }
      let sum_S = 0;
      for (let i = pivot + 1; i < size; i++) sum_S += star[i]!;
      inverse_ohm[q] = sum_S > 0 ? 1 / sum_S : 0;
      if (factors !== undefined) {
        const to = factorAt + pivot * size;
        factors[to + pivot] = inverse_ohm[q]!;
        for (let i = pivot + 1; i < size; i++) factors[to + i] = star[i]! * inverse_ohm[q]!;
      }
    }
    const next = first + count;
    if (count === LANES) {
      addFourStars(conductance_S, at, size, next, lane0, lane1, lane2, lane3, inverse_ohm);
    } else {
      for (let q = 0; q < count; q++) addStar(conductance_S, at, size, next, room.lane[q]!, inverse_ohm[q]!);
    }
  }
}

function addStar(
  conductance_S: Float64Array,
  at: number,
  size: number,
  next: number,
  star: Float64Array,
  inverse_ohm: number,
): void {
  for (let i = next + 1; i < size; i++) {
    const share = star[i]! * inverse_ohm;
    if (share === 0) continue;
    const row = at + i * size;
    for (let j = next; j < i; j++) conductance_S[row + j]! += share * star[j]!;
  }
}

/** Two rows at a time; what is written on the diagonal is never read. */
function addFourStars(
  conductance_S: Float64Array,
  at: number,
  size: number,
  next: number,
  lane0: Float64Array,
  lane1: Float64Array,
  lane2: Float64Array,
  lane3: Float64Array,
  inverse_ohm: readonly number[],
): void {
  const [inverse0, inverse1, inverse2, inverse3] = inverse_ohm as [number, number, number, number];
  for (let i = next; i < size; i += 2) {
    const upper = at + i * size;
    const upper0 = lane0[i]! * inverse0;
    const upper1 = lane1[i]! * inverse1;
    const upper2 = lane2[i]! * inverse2;
    const upper3 = lane3[i]! * inverse3;
    if (i + 1 === size) {
      for (let j = next; j < i; j++) {
        conductance_S[upper + j]! += upper0 * lane0[j]! + upper1 * lane1[j]! + upper2 * lane2[j]! + upper3 * lane3[j]!;
      }
      return;
    }
    const lower = upper + size;
    const lower0 = lane0[i + 1]! * inverse0;
    const lower1 = lane1[i + 1]! * inverse1;
    const lower2 = lane2[i + 1]! * inverse2;
    const lower3 = lane3[i + 1]! * inverse3;
    for (let j = next; j <= i; j++) {
      const star0 = lane0[j]!;
      const star1 = lane1[j]!;
      const star2 = lane2[j]!;
      const star3 = lane3[j]!;
      conductance_S[upper + j]! += upper0 * star0 + upper1 * star1 + upper2 * star2 + upper3 * star3;
      conductance_S[lower + j]! += lower0 * star0 + lower1 * star1 + lower2 * star2 + lower3 * star3;
    }
  }
}
