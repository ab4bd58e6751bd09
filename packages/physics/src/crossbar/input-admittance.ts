/**
 * Current drawn by input i per volt on input k, all other terminals at zero, inputs x inputs, symmetric. An input is a row, or a
 * pair of rows of which the odd one has the opposite voltage; its current is then the difference of theirs.
 *
 * @param terminal_S conductance between terminals a > b at a * size + b, rows first
 */
export function inputAdmittance_S(
  terminal_S: Float64Array,
  size: number,
  rowCount: number,
  rowsPerInput: 1 | 2,
): Float64Array {
  const drawn_S = new Float64Array(rowCount);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < Math.min(a, rowCount); b++) {
      const entry_S = terminal_S[a * size + b]!;
      drawn_S[b]! += entry_S;
      if (a < rowCount) drawn_S[a]! += entry_S;
    }
  }
  const inputCount = Math.ceil(rowCount / rowsPerInput);
  const admittance_S = new Float64Array(inputCount * inputCount);
  for (let a = 0; a < rowCount; a++) {
    const input = Math.floor(a / rowsPerInput);
    admittance_S[input * inputCount + input]! += drawn_S[a]!;
    for (let b = 0; b < a; b++) {
      const other = Math.floor(b / rowsPerInput);
      const entry_S = (a - b) % rowsPerInput === 0 ? -terminal_S[a * size + b]! : terminal_S[a * size + b]!;
      admittance_S[input * inputCount + other]! += entry_S;
      admittance_S[other * inputCount + input]! += entry_S;
    }
  }
  return admittance_S;
}
