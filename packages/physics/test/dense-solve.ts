/** Solves the dense row-major system by Gaussian elimination with partial pivoting: an independent reference. */
export function denseSolve(matrix: Float64Array, rightHandSide: Float64Array): Float64Array {
  const size = rightHandSide.length;
  const rows = Array.from({ length: size }, (_, i) => [
    ...matrix.subarray(i * size, (i + 1) * size),
    rightHandSide[i]!,
  ]);
  for (let column = 0; column < size; column++) {
    let largest = column;
    for (let i = column + 1; i < size; i++) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[largest]![column]!)) largest = i;
    }
    [rows[column], rows[largest]] = [rows[largest]!, rows[column]!];
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = rows[i]![column]! / rows[column]![column]!;
      for (let j = column; j <= size; j++) rows[i]![j]! -= factor * rows[column]![j]!;
    }
  }
  return Float64Array.from(rows, (row, i) => row[size]! / row[i]!);
}
