import { Marked } from "marked";
import type { Tokens } from "marked";
import { equationLine, formulaMathml } from "./formula.ts";
import { escapeHtml } from "./escape-html.ts";

/** What a Markdown file becomes. */
export interface Rendered {
  readonly title: string;
  readonly body: string;
}

/**
 * Render a Markdown file. Blocks that are indented by four spaces are equations, as are the cells under a head "equation".
 *
 * @param picture address of an image of the file
 * @param link where a relative link of the file leads on the site; undefined for what the site does not have, which stays as text
 */
export function renderMarkdown(
  markdown: string,
  picture: (href: string) => string,
  link: (href: string) => string | undefined,
): Rendered {
  let title = "";
  const seen = new Map<string, number>();
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text }) {
        if (depth === 1 && title === "") title = plainText(text);
        const base = plainText(text)
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, "")
          .replaceAll(" ", "-");
        const count = seen.get(base) ?? 0;
        seen.set(base, count + 1);
        const id = count === 0 ? base : `${base}-${count}`;
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text, lang, codeBlockStyle }) {
        if (codeBlockStyle === "indented") return equations(text);
        const [language, file] = (lang ?? "").split(" ");
        const caption = file === undefined || file === "output" ? "" : `<p class="file">${escapeHtml(file)}</p>`;
        return `${caption}<pre tabindex="0"><code class="language-${language}">${escapeHtml(text)}</code></pre>\n`;
      },
      table({ header, rows }) {
        const cells = (tag: string, row: readonly Tokens.TableCell[]): string =>
          row
            .map(({ tokens, text, align }, column) => {
              const isEquation = tag === "td" && header[column]!.text === "equation";
              const formula = isEquation ? formulaMathml(text.replaceAll("\\", "")) : undefined;
              const attributes = align === "right" ? ' class="number"' : "";
              return `<${tag}${attributes}>${formula ?? this.parser.parseInline(tokens)}</${tag}>`;
            })
            .join("");
        const body = rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("\n");
        return `<div class="scroll" tabindex="0"><table><thead><tr>${cells("th", header)}</tr></thead><tbody>\n${body}\n</tbody></table></div>\n`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        if (/^(?:https?:|mailto:|#)/u.test(href)) return `<a href="${escapeHtml(href)}">${text}</a>`;
        const target = link(href);
        return target === undefined ? text : `<a href="${escapeHtml(target)}">${text}</a>`;
      },
      image({ href, text }) {
        return `<img src="${picture(href)}" alt="${escapeHtml(text)}">`;
      },
    },
  });
  const body = marked.parse(markdown, { async: false });
  return { title, body };
}

function equations(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.map((line) => `<tr>${equationLine(line, escapeHtml)}</tr>`).join("\n");
  return `<div class="scroll" tabindex="0"><table class="equations"><tbody>\n${rows}\n</tbody></table></div>\n`;
}

function plainText(markdown: string): string {
  return markdown.replaceAll(/[`*]/gu, "");
}
