/** Columns after which a line is continued. */
const width = 120;

/**
 * An element line, continued with `+` where it is long. ngspice joins the pieces with a space, so that lines are broken at
 * spaces only.
 */
export function elementText(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  for (const word of line.split(" ")) {
    if (piece !== "" && piece.length + 1 + word.length > width) {
      pieces.push(piece);
      piece = `+ ${word}`;
    } else piece = piece === "" ? word : `${piece} ${word}`;
  }
  return [...pieces, piece].join("\n");
}

/**
 * A comment. Text from studies and archives passes through here: whatever could end the line, and so begin an element or a command
 * that ngspice would carry out, becomes a space.
 */
export function commentText(text: string): string {
  return `* ${text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")}`.trimEnd();
}
