/** Lines of at most `columns` characters, broken between words; a longer word stands alone. Without `columns`, as it is. */
export function wrapText(text: string, columns: number | undefined, indent = ""): string {
  if (columns === undefined) return text;
  return text
    .split("\n")
    .flatMap((paragraph) => wrapLine(paragraph, columns, indent))
    .join("\n");
}

/** One paragraph in lines; the second and later ones are indented. */
export function wrapLine(paragraph: string, columns: number, indent = ""): string[] {
  if (paragraph.length <= columns) return [paragraph];
  const own = /^ */u.exec(paragraph)![0];
  const [first = "", ...words] = paragraph.trim().split(/ +/u);
  const lines: string[] = [];
  let line = own + first;
  for (const word of words) {
    if (line.length + 1 + word.length <= columns) line += ` ${word}`;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}
