import { markupText, trusted } from "../escape.ts";
import type { Markup } from "../escape.ts";

/** A drawing with its height. */
export interface StackedFrame {
  readonly svg: Markup;
  readonly height_px: number;
}

/**
 * Drawings of one width below each other as one picture.
 *
 * @param label what a screen reader says of the whole
 */
export function stackedFrames(label: string, width_px: number, frames: readonly StackedFrame[]): Markup {
  let top = 0;
  const parts = frames.map(({ svg, height_px }) => {
    const inner = markupText(svg)
      .replace(
        /^<svg([^>]*)>/u,
        (_, attributes: string) => `<g${keptAttributes(attributes)} transform="translate(0,${top})">`,
      )
      .replace(/<style>[\s\S]*?<\/style>/u, "")
      .replace(/<\/svg>$/u, "</g>");
    top += height_px;
    return inner;
  });
  return trusted(
    `<svg fill="currentColor" font-family="system-ui, sans-serif" font-size="12" text-anchor="middle" width="${width_px}" height="${top}" viewBox="0 0 ${width_px} ${top}" role="img" aria-label="${label}" style="font-size:12px;background:none;font-family:system-ui, sans-serif;">${parts.join("")}</svg>`,
  );
}

/** What the drawings inside inherit; size and role are those of the whole. */
function keptAttributes(attributes: string): string {
  return [...attributes.matchAll(/ (fill|font-family|font-size|text-anchor)="[^"]*"/gu)].map(([text]) => text).join("");
}
