import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PAGE_STYLE, pageScript, withoutTypes } from "@neurofront/report";
import { RequestError, text } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { DASHBOARD_STYLE } from "./dashboard-style.ts";

const SHELL = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>neurofront</title>
<link rel="icon" href="/mark.svg">
<link rel="stylesheet" href="/style.css">
<script type="module" src="/page/START"></script>
<script type="module" src="/figures.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<noscript>This page needs its script.</noscript>
</body>
</html>
`;

const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 2v12h12" fill="none" stroke="#4aa8e8" stroke-width="2"/><circle cx="6" cy="5" r="1.8" fill="#d55e00"/><circle cx="9" cy="9" r="1.8" fill="#d55e00"/><circle cx="13" cy="11" r="1.8" fill="#d55e00"/></svg>`;

/** Run from sources the parts of the page are TypeScript, from a built package JavaScript. */
const EXTENSION = import.meta.filename.endsWith(".ts") ? "ts" : "js";
const PARTS = join(import.meta.dirname, "page");

const stripped = new Map<string, string>();

/**
 * A file of the page, the same for every visitor: the shell, its style, its mark, or a part of its script.
 *
 * @throws RequestError when there is none
 */
export function pageFile(address: string): Answer {
  if (address === "/") return text("text/html", SHELL.replace("START", `main.${EXTENSION}`));
  if (address === "/style.css") return text("text/css", PAGE_STYLE + DASHBOARD_STYLE);
  if (address === "/figures.js") return text("text/javascript", pageScript());
  if (address === "/mark.svg") return text("image/svg+xml", MARK);
  const name = /^\/page\/(?<name>[a-z][a-z-]{0,60})\.(?:ts|js)$/u.exec(address)?.groups?.["name"];
  if (name === undefined) throw new RequestError(404, "there is no such page");
  return text("text/javascript", partText(name));
}

function partText(name: string): string {
  const known = stripped.get(name);
  if (known !== undefined) return known;
  let source: string;
  try {
    source = readFileSync(join(PARTS, `${name}.${EXTENSION}`), "utf8");
  } catch {
    throw new RequestError(404, "there is no such part of the page");
  }
  const code = EXTENSION === "ts" ? withoutTypes(source) : source.replace(/^\/\/# sourceMappingURL=.*$/mu, "");
  stripped.set(name, code);
  return code;
}
