import { createHash } from "node:crypto";
import { html, markupText, trusted } from "./escape.ts";
import type { Insert, Markup } from "./escape.ts";
import { pageScript } from "./page-script.ts";
import { PAGE_STYLE } from "./page-style.ts";

/** A section of a page. */
export interface PageSection {
  readonly id: string;
  /** In the list of contents; short. */
  readonly title: string;
  /** Above the section. */
  readonly heading: string;
  readonly body: Markup;
  /** Closed until the reader opens it: what comes after the answer. */
  readonly isClosed?: boolean;
}

/** What a page is made of. */
export interface PageParts {
  readonly title: string;
  /** Below the title, small. */
  readonly meta: Insert;
  readonly sections: readonly PageSection[];
  /** For the script of the page, not shown. */
  readonly data?: Insert;
}

/**
 * A page in one file: title, list of contents, sections. Nothing may be loaded, and of scripts only the page's own may run,
 * whatever text a study or an archive brings.
 */
export function pageShell({ title, meta, sections, data }: PageParts): string {
  const script = pageScript();
  // The policy knows the script by the hash of its exact characters.
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return markupText(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta http-equiv="Content-Security-Policy" content="${policy}" />
          <title>${title}</title>
          ${trusted(`<style>${PAGE_STYLE}</style>`)}
        </head>
        <body>
          <a class="skip" href="#${sections[0]!.id}">Skip to the answer</a>
          <header>
            <h1>${title}</h1>
            <p class="meta">${meta}</p>
          </header>
          <nav aria-label="Contents">
            <ul>
              ${sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li> `)}
            </ul>
          </nav>
          <main>${sections.map((section) => sectionMarkup(section))}</main>
          <footer>Written by neurofront. This page is one file and loads nothing.</footer>
          ${data} ${trusted(`<script>${script}</script>`)}
        </body>
      </html> `,
  );
}

function sectionMarkup({ id, heading, body, isClosed }: PageSection): Markup {
  const title = html`<h2 id="${id}-title">${heading}</h2>`;
  const content = isClosed
    ? html`<details class="section">
        <summary>${title}</summary>
        ${body}
      </details>`
    : html`${title} ${body}`;
  return html`<section id="${id}" aria-labelledby="${id}-title">${content}</section> `;
}
