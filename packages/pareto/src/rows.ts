/** Points as one array, row by row. */
export function rowsOf(points: readonly ArrayLike<number>[], width: number): Float64Array {
  const rows = new Float64Array(points.length * width);
  for (let k = 0; k < points.length; k++) {
    const point = points[k]!;
    for (let m = 0; m < width; m++) rows[k * width + m] = point[m]!;
  }
  return rows;
}

/** One column of such an array. */
export function columnOf(rows: Float64Array, width: number, column: number): Float64Array {
  const values = new Float64Array(rows.length / width);
  for (let k = 0; k < values.length; k++) values[k] = rows[k * width + column]!;
  return values;
}

/** The rows that lie below the reference in every column. */
export function rowsBelow(rows: Float64Array, reference: ArrayLike<number>): Float64Array {
  const width = reference.length;
  const below = new Float64Array(rows.length);
  let end = 0;
  for (let start = 0; start < rows.length; start += width) {
    let isBelow = true;
    for (let m = 0; m < width; m++) if (!(rows[start + m]! < reference[m]!)) isBelow = false;
    if (!isBelow) continue;
    for (let m = 0; m < width; m++) below[end + m] = rows[start + m]!;
    end += width;
  }
  return below.subarray(0, end);
}
