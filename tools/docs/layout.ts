import { escapeHtml } from "./escape-html.ts";

/** A page of the site. */
export interface Page {
  /** Relative to the site, such as `how-to/run-a-study.html`. */
  readonly path: string;
  readonly title: string;
  /** Markup of the main part. */
  readonly body: string;
}

/** A heading of the navigation with its pages. */
export interface Chapter {
  readonly title: string;
  readonly pages: readonly Page[];
}

/** Style of every page: light and dark after the reader's setting, no fonts and no scripts. */
const STYLE = `
:root { color-scheme: light dark; --page: #ffffff; --text: #1b1d1f; --muted: #565b60; --rule: #d5d9dd; --panel: #f5f7f8; --accent: #0060a0; }
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #15181b; --text: #e4e7ea; --muted: #a4abb1; --rule: #363c42; --panel: #1e2226; --accent: #79bdf2; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.55 system-ui, "Segoe UI", Roboto, sans-serif;
  display: grid; grid-template-columns: minmax(13rem, 16rem) minmax(0, 1fr); }
nav { border-right: 1px solid var(--rule); padding: 1.2rem 1rem 3rem; font-size: .9rem; position: sticky; top: 0; height: 100vh; overflow-y: auto; }
nav h2 { font-size: .78rem; text-transform: uppercase; letter-spacing: .05em; color: var(--muted); margin: 1.2rem 0 .2rem; border: 0; padding: 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: .12rem .3rem; text-decoration: none; overflow-wrap: anywhere; }
nav a[aria-current] { background: var(--panel); font-weight: 600; }
main { padding: 1.6rem 2rem 4rem; max-width: 76rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 2.4rem 0 .6rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
p, li { max-width: 48rem; }
a { color: var(--accent); }
img { max-width: 100%; background: #ffffff; }
code { font: .9em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
pre { background: var(--panel); border: 1px solid var(--rule); padding: .7rem .9rem; overflow-x: auto; line-height: 1.4; }
.file { margin: .8rem 0 -1rem; font-size: .8rem; color: var(--muted); }
.scroll { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .28rem .7rem .28rem 0; border-bottom: 1px solid var(--rule); min-width: 4rem; }
td { max-width: 34rem; }
td.number, th.number { text-align: right; }
span.number { white-space: nowrap; }
.equations td { border: 0; padding: .3rem 1.6rem .3rem 0; font-size: 1rem; min-width: 0; max-width: none; white-space: nowrap; }
math { font-family: math, "STIX Two Math", "Cambria Math", "Latin Modern Math", serif; font-size: 1.05em; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .3rem .6rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; max-height: 35vh; border-right: 0; border-bottom: 1px solid var(--rule); }
  main { padding: 1.2rem 1rem 3rem; } }
@media print { nav { display: none; } body { display: block; } }
`;

/** A whole HTML file. */
export function pageHtml(page: Page, chapters: readonly Chapter[]): string {
  const up = "../".repeat(page.path.split("/").length - 1);
  const navigation = chapters
    .map(({ title, pages }) => {
      const items = pages.map((other) => {
        const current = other.path === page.path ? ' aria-current="page"' : "";
        return `<li><a href="${up}${other.path}"${current}>${escapeHtml(other.title)}</a></li>`;
      });
      return `<h2>${escapeHtml(title)}</h2><ul>${items.join("")}</ul>`;
    })
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} - neurofront</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<nav aria-label="Pages">
${navigation}
</nav>
<main id="main">
${page.body}
</main>
</body>
</html>
`;
}
