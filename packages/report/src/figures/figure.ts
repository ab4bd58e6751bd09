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
}

const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** Attributes that hold coordinates; a hundredth of a pixel is enough in them. */
const COORDINATES = ["d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "r", "cx", "cy"];

/** Colours of parts that belong to no technology; the fall-back is for files saved from a page. */
export const PAGE = "var(--page, white)";
export const FAINT = "var(--faint, #8a8a8a)";

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
  for (const element of svg.querySelectorAll("*")) {
    for (const name of COORDINATES) {
      const value = element.getAttribute(name);
      if (value?.includes(".")) element.setAttribute(name, rounded(value));
    }
  }
  return trusted(svg.outerHTML);
}

function rounded(coordinates: string): string {
  return coordinates.replaceAll(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))));
}
