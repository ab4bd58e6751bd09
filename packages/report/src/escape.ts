const MARKUP = Symbol("markup");

/** Markup that is safe to write into a page. Only {@link html} and {@link trusted} make it, never data. */
export interface Markup {
  readonly [MARKUP]: string;
}

/** What may stand in a {@link html} template; text and numbers are escaped, nothing is written for `undefined`. */
export type Insert = string | number | undefined | Markup | readonly Insert[];

/** Write a page: every insert is escaped unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  let text = parts[0]!;
  inserts.forEach((insert, index) => {
    text += written(insert) + parts[index + 1]!;
  });
  return trusted(text);
}

/** Markup of our own making, such as a figure from the drawing library. */
export function trusted(markup: string): Markup {
  return { [MARKUP]: markup };
}

/** The characters of a finished page. */
export function markupText(markup: Markup): string {
  return markup[MARKUP];
}

/** Text as it may stand between tags and inside quoted attributes. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function written(insert: Insert): string {
  if (insert === undefined) return "";
  if (typeof insert === "string") return escapeText(insert);
  if (typeof insert === "number") return String(insert);
  if (isMarkup(insert)) return insert[MARKUP];
  return insert.map((part) => written(part)).join("");
}

function isMarkup(insert: Markup | readonly Insert[]): insert is Markup {
  return MARKUP in insert;
}
