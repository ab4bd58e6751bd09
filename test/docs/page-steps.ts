/** One thing that a reader of a page does, in the order of the page. */
export type Step = { readonly line: number } & (
  | { readonly does: "write"; readonly file: string; readonly text: string }
  | { readonly does: "change"; readonly file: string; readonly diff: string }
  | { readonly does: "run"; readonly command: readonly string[] }
  | { readonly does: "see"; readonly text: string }
);

/**
 * Read a page of the documents as what its reader does. A fenced block is a file (its language and path), a change of one (`diff`
 * and path), commands (`sh`), or what the last command prints (`text output`). There are no others: whatever is shown is tried.
 *
 * @throws Error at a block that is none of these
 */
export function pageSteps(markdown: string): Step[] {
  const steps: Step[] = [];
  const lines = markdown.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const opened = /^(?<indent> *)```(?<info>.+)$/u.exec(lines[at]!);
    if (opened === null) continue;
    const line = at + 1;
    const indent = opened.groups!["indent"]!.length;
    const body: string[] = [];
    while (lines[++at] !== undefined && lines[at]!.trim() !== "```") body.push(lines[at]!.slice(indent));
    steps.push(...stepsOf(opened.groups!["info"]!, body, line));
  }
  return steps;
}

function stepsOf(info: string, body: readonly string[], line: number): Step[] {
  const [language, place, ...rest] = info.split(" ");
  const text = `${body.join("\n")}\n`;
  if (rest.length > 0) throw new Error(`line ${line}: a block is a language and a file, found "${info}"`);
  if (language === "sh" && place === undefined)
    return body.filter((command) => command !== "").map((command) => ({ line, does: "run", command: words(command) }));
  if (language === "text" && place === "output") return [{ line, does: "see", text }];
  if (place === undefined)
    throw new Error(`line ${line}: nothing would try this block; name its file, as in "${info} study.json"`);
  return [
    language === "diff"
      ? { line, does: "change", file: place, diff: text }
      : { line, does: "write", file: place, text },
  ];
}

/** The words of a command; quotes keep spaces, and what follows a # is a comment. */
function words(command: string): string[] {
  const tokens = command.matchAll(/#.*$|"(?<quoted>[^"]*)"|(?<plain>(?:[^\s"#]|"[^"]*")+)/gu);
  return [...tokens].flatMap(({ groups }) => {
    const word = groups?.["quoted"] ?? groups?.["plain"]?.replaceAll('"', "");
    return word === undefined ? [] : [word];
  });
}

/**
 * Apply a change: its lines that begin with a space stand in the text one after the other, those with `-` are taken out, those with
 * `+` put in.
 *
 * @throws Error when the text does not hold the lines
 */
export function changed(text: string, diff: string): string {
  const lines = diff.split("\n").filter((line) => line !== "");
  const before = lines.filter((line) => !line.startsWith("+")).map((line) => line.slice(1));
  const after = lines.filter((line) => !line.startsWith("-")).map((line) => line.slice(1));
  const whole = `\n${text}`;
  const found = `\n${before.join("\n")}\n`;
  const at = whole.indexOf(found);
  if (at < 0 || at !== whole.lastIndexOf(found))
    throw new Error(`these lines do not stand there once:\n${before.join("\n")}`);
  return whole.replace(found, () => `\n${after.join("\n")}\n`).slice(1);
}

/**
 * Whether what was printed holds the lines that a page shows, one after the other; `...` stands for any lines between, and at the
 * end of a line for its rest.
 */
export function shows(printed: string, expected: string): boolean {
  const tidy = (line: string): string => line.trimEnd();
  const lines = printed.split("\n").map(tidy);
  let from = 0;
  return expected
    .split(/^\.\.\.$/mu)
    .map((part) =>
      part
        .split("\n")
        .map(tidy)
        .filter((line) => line !== ""),
    )
    .filter((part) => part.length > 0)
    .every((part) => {
      const filled = lines
        .map((line, index) => ({ line, index }))
        .filter(({ line, index }) => line !== "" && index >= from);
      const at = filled.findIndex((_, k) => part.every((line, n) => isLine(filled[k + n]?.line, line)));
      if (at < 0) return false;
      from = filled[at + part.length - 1]!.index + 1;
      return true;
    });
}

function isLine(printed: string | undefined, expected: string): boolean {
  if (expected.endsWith(" ...")) return printed?.startsWith(expected.slice(0, -" ...".length)) ?? false;
  return printed === expected;
}
