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
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= columns || line.trim() === "") line = line === indent ? indent + word : longer;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}
