/** Braces become commands because BibTeX counts even escaped ones. */
const LATEX: Readonly<Record<string, string>> = {
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Plain text as LaTeX and BibTeX print it: on one line, nothing in it is a command. */
export function latexText(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\{}&%$#_~^]/g, (special) => LATEX[special] ?? `\\${special}`);
}
