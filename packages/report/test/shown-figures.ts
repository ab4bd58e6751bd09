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
  /** Texts that stick out of the drawing. */
  readonly cut: readonly string[];
  /** Upright texts that stand over each other. */
  readonly overlapping: readonly string[];
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
      const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim() !== "").map((text) => {
        const turn = text.getScreenCTM();
        return { text: text.textContent, box: text.getBoundingClientRect(), isUpright: Math.abs(turn.b) < 1e-6 };
      });
      const frame = svg.getBoundingClientRect();
      const cut = texts
        .filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        .map(({ text }) => text);
      const upright = texts.filter(({ isUpright }) => isUpright);
      const overlapping = upright.flatMap((one, k) => upright.slice(k + 1).filter(({ box }) =>
        Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left) > 2 &&
        Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top) > 5,
      ).map(({ text }) => one.text + " / " + text));
      return { cut, overlapping, id: figure.querySelector(".drawing").id.replace(/^figure-/, ""), width, height, marks: seen.length, broken };
    });
  })()`);
  await page.close();
  return { ...trace, figures, firstPaint_ms };
}
