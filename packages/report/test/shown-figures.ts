import type { Browser } from "playwright-core";
import { traceOf } from "../../../test/chromium.ts";

/** A figure as a browser shows it. */
interface ShownFigure {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Shapes and texts with an extent. */
  readonly marks: number;
  /** Attributes that hold no number where there must be one. */
  readonly broken: readonly string[];
}

/** A page of a report as a browser shows it, all sections open. */
export interface ShownFigures {
  readonly said: readonly string[];
  readonly requested: readonly string[];
  readonly figures: readonly ShownFigure[];
  /** From the start of the navigation. */
  readonly firstPaint_ms: number;
}

/** Open a report, read when it was first painted, open every section and look at the figures. */
export async function shownFigures(browser: Browser, address: string): Promise<ShownFigures> {
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
  const trace = traceOf(page);
  await page.goto(address);
  const firstPaint_ms = await page.evaluate<number>(`new Promise((painted) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName("first-contentful-paint")) painted(entry.startTime);
    }).observe({ type: "paint", buffered: true });
  })`);
  const figures = await page.evaluate<ShownFigure[]>(`(() => {
    for (const section of document.querySelectorAll("details.section")) section.open = true;
    return [...document.querySelectorAll("figure")].map((figure) => {
      const svg = figure.querySelector("svg[role=img]");
      const { width, height } = svg.getBoundingClientRect();
      const shapes = [...svg.querySelectorAll("path, rect, line, circle, text")];
      const seen = shapes.filter((shape) => {
        const box = shape.getBoundingClientRect();
        return box.width + box.height > 0;
      });
      const broken = shapes.flatMap((shape) =>
        [...shape.attributes].filter(({ value }) => /\\bNaN\\b|undefined|Infinity/.test(value)).map(({ name, value }) => name + "=" + value),
      );
      return { id: figure.querySelector(".drawing").id.replace(/^figure-/, ""), width, height, marks: seen.length, broken };
    });
  })()`);
  await page.close();
  return { ...trace, figures, firstPaint_ms };
}
