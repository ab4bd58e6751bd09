/**
 * levels (rows x M) times matrix (M x N), into `product`. Each sum runs over the inputs in order, so that a row's result does
 * not depend on what is computed beside it: two rows by four outputs stay in registers.
 */
export function multiplyInto(
  product: Float64Array,
  levels: Float64Array,
  rowCount: number,
  matrix: Float64Array,
  inputCount: number,
  outputCount: number,
): void {
  const pairedRows = rowCount - (rowCount % 2);
  for (let row = 0; row < pairedRows; row += 2)
    multiplyTwoRows(product, row * outputCount, levels, row * inputCount, matrix, inputCount, outputCount);
  if (pairedRows < rowCount)
    multiplyOneRow(product, pairedRows * outputCount, levels, pairedRows * inputCount, matrix, inputCount, outputCount);
}

function multiplyTwoRows(
  product: Float64Array,
  to: number,
  levels: Float64Array,
  from: number,
  matrix: Float64Array,
  inputCount: number,
  outputCount: number,
): void {
  const wide = outputCount - (outputCount % 4);
  for (let output = 0; output < wide; output += 4) {
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    for (let input = 0, at = output; input < inputCount; input++, at += outputCount) {
      const a = levels[from + input]!;
      const b = levels[from + inputCount + input]!;
      const m0 = matrix[at]!;
      const m1 = matrix[at + 1]!;
      const m2 = matrix[at + 2]!;
      const m3 = matrix[at + 3]!;
      a0 += a * m0;
      a1 += a * m1;
      a2 += a * m2;
      a3 += a * m3;
      b0 += b * m0;
      b1 += b * m1;
      b2 += b * m2;
      b3 += b * m3;
    }
    const first = to + output;
    product[first] = a0;
    product[first + 1] = a1;
    product[first + 2] = a2;
    product[first + 3] = a3;
    const second = first + outputCount;
    product[second] = b0;
    product[second + 1] = b1;
    product[second + 2] = b2;
    product[second + 3] = b3;
  }
  for (let output = wide; output < outputCount; output++) {
    let a0 = 0;
    let b0 = 0;
    for (let input = 0, at = output; input < inputCount; input++, at += outputCount) {
      a0 += levels[from + input]! * matrix[at]!;
      b0 += levels[from + inputCount + input]! * matrix[at]!;
    }
    product[to + output] = a0;
    product[to + outputCount + output] = b0;
  }
}

function multiplyOneRow(
  product: Float64Array,
  to: number,
  levels: Float64Array,
  from: number,
  matrix: Float64Array,
  inputCount: number,
  outputCount: number,
): void {
  for (let output = 0; output < outputCount; output++) {
    let sum = 0;
    for (let input = 0, at = output; input < inputCount; input++, at += outputCount)
      sum += levels[from + input]! * matrix[at]!;
    product[to + output] = sum;
  }
}
