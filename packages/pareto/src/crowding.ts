/**
 * Crowding distance within one front: the sum over objectives of the gap between a point's two neighbours, relative to the
 * range of the front; infinite for the ends (Deb, Pratap, Agarwal and Meyarivan, IEEE Trans. Evol. Comput. 6, 182 (2002),
 * section III.B). Objectives that do not vary count nothing. Equal values keep their order, so the result depends on the
 * order of the points and on nothing else.
 */
export function crowdingDistances(objectives: readonly (readonly number[])[]): Float64Array {
  const count = objectives.length;
  const distance = new Float64Array(count);
  const objectiveCount = objectives[0]?.length ?? 0;
  for (let m = 0; m < objectiveCount; m++) {
    const order = objectives.map((_, index) => index).toSorted((a, b) => objectives[a]![m]! - objectives[b]![m]!);
    const value = (place: number) => objectives[order[place]!]![m]!;
    const range = value(count - 1) - value(0);
    if (range === 0) continue;
    distance[order[0]!] = Infinity;
    distance[order[count - 1]!] = Infinity;
    for (let place = 1; place < count - 1; place++)
      distance[order[place]!]! += (value(place + 1) - value(place - 1)) / range;
  }
  return distance;
}
