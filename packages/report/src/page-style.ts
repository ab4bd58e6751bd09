import { TECHNOLOGY_COLORS } from "./figures/technology-style.ts";

const colors = (scheme: "light" | "dark"): string =>
  TECHNOLOGY_COLORS.map((color, slot) => `--technology-${slot}: ${color[scheme]};`).join(" ");

const swatches = TECHNOLOGY_COLORS.map(
  (_, slot) => `.technology-${slot} { background: var(--technology-${slot}); }`,
).join("\n");

/** Style of the page: light and dark after the reader's setting, always light on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --page: #ffffff; --text: #1b1d1f; --muted: #565b60; --faint: #757b81; --rule: #d5d9dd;
  --panel: #f5f7f8; --accent: #0060a0; --alarm: #a33300; ${colors("light")} }
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #15181b; --text: #e4e7ea; --muted: #a4abb1; --faint: #8d959c; --rule: #363c42; --panel: #1e2226;
    --accent: #79bdf2; --alarm: #ffab80; ${colors("dark")} }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
header, main, footer { max-width: 64rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 2.6rem 0 .6rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 1.8rem 0 .4rem; }
p { max-width: 46rem; }
a { color: var(--accent); }
small, .note, .meta { color: var(--muted); }
small { font-size: .84em; }
.meta { margin: 0; font-size: .9rem; overflow-wrap: anywhere; }
.headline { font-size: 1.08rem; border-left: 4px solid var(--accent); background: var(--panel); padding: .7rem 1rem; margin: .7rem 0;
  max-width: none; }
.note { font-size: .88rem; }
.warning, .doubtful { color: var(--alarm); }
.warning { border-left: 4px solid var(--alarm); padding-left: .8rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .3rem .6rem; }
nav ul { list-style: none; padding: 0; margin: 1rem 0 0; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .92rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
.caption { color: var(--muted); font-size: .9rem; margin: 1rem 0 -.5rem; max-width: none; }
.value { white-space: nowrap; }
th, td { padding: .32rem .6rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; vertical-align: bottom; border-bottom: 2px solid var(--rule); line-height: 1.25; }
tbody th { min-width: 10.5rem; }
td:not(.number) { min-width: 7rem; max-width: 30rem; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
tr.winner > * { background: var(--panel); font-weight: 600; }
.uncounted { color: var(--muted); }
.swatch { display: inline-block; width: .75em; height: .75em; border-radius: 2px; margin-right: .45em; }
${swatches}
dl.held { margin: 0; font-size: .94rem; }
dl.held > div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1rem; padding: .25rem 0; border-bottom: 1px solid var(--rule); }
dt { font-weight: 600; }
dd { margin: 0; }
figure { margin: 1.2rem 0 2rem; }
.drawing { min-width: 44rem; }
.drawing svg { width: 100%; height: auto; }
figcaption { font-size: .9rem; color: var(--muted); max-width: 52rem; }
figcaption b { color: var(--text); }
.save { display: block; margin: .4rem 0; }
button { font: inherit; font-size: .85rem; color: var(--accent); background: none; border: 1px solid var(--rule); border-radius: 4px;
  padding: .15rem .6rem; cursor: pointer; margin-right: .4rem; }
button:hover { border-color: var(--accent); }
details { margin: .6rem 0; }
summary { cursor: pointer; color: var(--accent); font-size: .94rem; }
pre { background: var(--panel); padding: .8rem 1rem; overflow: auto; max-height: 30rem; font-size: .82rem; line-height: 1.4; }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; }
.references li { margin: .3rem 0; }
.check + .check { margin-top: .4rem; }
footer { margin: 3rem auto 2rem; color: var(--muted); font-size: .85rem; }
@media (max-width: 40rem) {
  body { font-size: 15px; }
  header, main, footer { padding-left: .8rem; padding-right: .8rem; }
  dl.held > div { grid-template-columns: 1fr; }
}
@media print {
  body { font-size: 10pt; }
  header, main, footer { max-width: none; padding: 0; }
  nav, button, .skip { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; }
  tbody th, th, td, td:not(.number) { padding: .2rem .35rem; min-width: 0; }
  .drawing { min-width: 0; }
  figure, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  pre { max-height: none; white-space: pre-wrap; }
}
`;
