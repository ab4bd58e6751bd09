import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { trusted } from "../escape.ts";
import type { Markup } from "../escape.ts";

/** A figure of the report with its data. */
export interface Figure {
  /** Names the files a reader saves. */
  readonly id: string;
  readonly svg: Markup;
  readonly csv: string;
  /** What the reader must know to read it, one sentence each. */
  readonly notes: readonly string[];
  /** Whether its marks are designs that the page knows. */
  readonly hasDesigns?: boolean;
}

const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** Attributes that hold coordinates; a hundredth of a pixel is enough in them. */
const COORDINATES = / (d|transform|x|y|x1|x2|y1|y2|width|height|r|cx|cy)="([^"]*\.[^"]*)"/gu;

/** Colours of parts that belong to no technology; the fall-back is for files saved from a page. */
export const PAGE = "var(--page, white)";
export const FAINT = "var(--faint, #8a8a8a)";

/** The drawing library has no attribute of ours: a mark's design goes through its label and is written as `data-c`. */
const DESIGN = "design ";
const DESIGN_LABELS = / aria-label="design ([^"]*)"/gu;

/** Options of a mark whose data are designs with a `key`: the page's script finds them by it. */
export const markDesign = { ariaLabel: (design: { readonly key: string }): string => DESIGN + design.key } as const;

/**
 * Draw with Observable Plot outside a browser.
 *
 * @param label what a screen reader says; fixed text, never text of a study
 */
export function draw(label: string, options: Plot.PlotOptions): Markup {
  const svg = Plot.plot({
    ...options,
    document,
    style: { fontSize: "12px", background: "none", fontFamily: "system-ui, sans-serif" },
  });
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  return trusted(finished(svg.outerHTML));
}

/** In the text and not in the drawn document, which takes ten times as long to go through. */
function finished(markup: string): string {
  return markup
    .replaceAll(COORDINATES, (_, name: string, value: string) => ` ${name}="${rounded(value)}"`)
    .replaceAll(DESIGN_LABELS, ' data-c="$1"');
}

function rounded(coordinates: string): string {
  return coordinates.replaceAll(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))));
}
