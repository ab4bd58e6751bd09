import { parseHTML } from "linkedom";
import { markupText } from "../src/escape.ts";
import type { Figure } from "../src/figures/figure.ts";

/** What is in a figure: marks by selector, every text and tooltip, and the lines of its data. */
export interface ReadFigure {
  readonly count: (selector: string) => number;
  readonly texts: readonly string[];
  readonly rows: readonly string[];
}

/** Read a figure that must be there. */
export function readFigure(figure: Figure | undefined): ReadFigure {
  const { document } = parseHTML(`<body>${markupText(figure!.svg)}</body>`);
  return {
    count: (selector) => document.querySelectorAll(selector).length,
    texts: [...document.querySelectorAll("text, title")].map((element) => element.textContent ?? ""),
    rows: figure!.csv.split("\n"),
  };
}
