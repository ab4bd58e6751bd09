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
header, nav, main, footer { max-width: 64rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
@media screen and (min-width: 78rem) {
  body { display: grid; grid-template-columns: 13rem minmax(0, 64rem); justify-content: center; column-gap: 1rem; }
  header, main, footer { grid-column: 2; width: 100%; }
  body > nav { grid-column: 1; grid-row: 1 / span 3; position: sticky; top: 0; align-self: start; max-height: 100vh;
    overflow-y: auto; padding: 2.2rem 0 1rem 1rem; }
  body > nav ul { display: block; margin: 0; }
  body > nav li { border-left: 2px solid var(--rule); }
  body > nav a { display: block; padding: .18rem .8rem; text-decoration: none; }
  body > nav a:hover { text-decoration: underline; }
  body > nav a[aria-current] { color: var(--text); font-weight: 600; margin-left: -2px; border-left: 2px solid var(--accent); }
}
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
.help { font-style: italic; }
.save { display: block; margin: .4rem 0; }
button { font: inherit; font-size: .85rem; color: var(--accent); background: none; border: 1px solid var(--rule); border-radius: 4px;
  padding: .15rem .6rem; cursor: pointer; margin-right: .4rem; }
button:hover { border-color: var(--accent); }
details { margin: .6rem 0; }
details.section { margin: 0; }
details.section > summary { border-bottom: 1px solid var(--rule); color: inherit; margin-top: 1.2rem; padding: .3rem 0; }
details.section > summary h2 { display: inline; border: 0; margin: 0; }
main > section { scroll-margin-top: .5rem; }
button[data-from], .filters, .help { display: none; }
.scripted button[data-from] { display: inline-block; }
.scripted .help { display: inline; }
.scripted .filters { display: flex; flex-wrap: wrap; gap: .2rem 1rem; border: 1px solid var(--rule); border-radius: 4px;
  font-size: .9rem; margin: .8rem 0; padding: .3rem .8rem .4rem; }
.filters legend { color: var(--muted); padding: 0 .3rem; }
.scripted .drawing svg { user-select: none; }
[data-c] { cursor: pointer; }
[data-c]:hover, [data-at] { stroke: var(--text); stroke-width: 3px; stroke-opacity: 1; fill-opacity: 1; paint-order: stroke; }
.selecting [data-c] { opacity: .07; }
.selecting [data-c][data-on] { opacity: 1; fill-opacity: 1; stroke-opacity: 1; }
.brush { position: fixed; z-index: 5; border: 1px solid var(--accent); background: var(--accent); opacity: .18; pointer-events: none; }
.tip { position: fixed; z-index: 6; max-width: 24rem; max-height: 90vh; overflow: hidden; pointer-events: none; background: var(--page);
  border: 1px solid var(--muted); border-radius: 4px; box-shadow: 0 2px 10px rgb(0 0 0 / .25); padding: .45rem .7rem; font-size: .78rem;
  line-height: 1.35; }
.tip-standing { color: var(--muted); margin-bottom: .25rem; }
dl.pairs { margin: .2rem 0 0; padding-top: .2rem; border-top: 1px solid var(--rule); }
dl.pairs > div { display: flex; justify-content: space-between; gap: 1rem; }
dl.pairs dt { font-weight: 400; color: var(--muted); }
dl.pairs dd { font-variant-numeric: tabular-nums; white-space: nowrap; }
.selection { position: fixed; z-index: 4; left: 0; right: 0; bottom: 0; background: var(--panel); border-top: 2px solid var(--accent);
  padding: .4rem 1.2rem; font-size: .9rem; display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: baseline; }
.selection[hidden], .tip[hidden] { display: none; }
.selection details { margin: 0; flex-basis: 100%; max-height: 30vh; overflow: auto; }
.selection ul { columns: 16rem; margin: .2rem 0; padding-left: 1.2rem; }
dialog.explanation { width: min(70rem, 94vw); max-height: 90vh; overflow: auto; background: var(--page); color: var(--text);
  border: 1px solid var(--muted); border-radius: 6px; padding: 1rem 1.4rem; }
dialog.explanation::backdrop { background: rgb(0 0 0 / .45); }
dialog.explanation h2 { margin-top: 0; }
dialog.explanation .close { position: sticky; top: 0; float: right; background: var(--page); }
summary { cursor: pointer; color: var(--accent); font-size: .94rem; }
pre { background: var(--panel); padding: .8rem 1rem; overflow: auto; max-height: 30rem; font-size: .78rem; line-height: 1.4; }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; }
.references li { margin: .3rem 0; }
.check + .check { margin-top: .4rem; }
footer { margin: 3rem auto 2rem; color: var(--muted); font-size: .85rem; }
@media (max-width: 40rem) {
  body { font-size: 15px; }
  header, nav, main, footer { padding-left: .8rem; padding-right: .8rem; }
  dl.held > div { grid-template-columns: 1fr; }
}
@media print {
  body { font-size: 10pt; }
  header, main, footer { max-width: none; padding: 0; }
  nav, button, .skip, .filters, .help, .tip, .selection { display: none !important; }
  details.section::details-content { content-visibility: visible; block-size: auto; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; }
  tbody th, th, td, td:not(.number) { padding: .2rem .35rem; min-width: 0; }
  .drawing { min-width: 0; }
  figure, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  pre { max-height: none; white-space: pre-wrap; }
}
`;
