import { html } from "./escape.ts";
import type { Markup } from "./escape.ts";
import type { Figure } from "./figures/figure.ts";

/** A figure with its caption, and buttons that save the picture and the numbers. */
export function figureBlock(figure: Figure, caption: string): Markup {
  const svgId = `figure-${figure.id}`;
  const csvId = `data-${figure.id}`;
  return html`<figure>
    <div class="scroll" role="region" tabindex="0" aria-label="${caption}">
      <div class="drawing" id="${svgId}">${figure.svg}</div>
    </div>
    <figcaption>
      <b>${caption}.</b> ${figure.notes.join(" ")}
      <span class="save"
        >${saveButton(svgId, `${figure.id}.svg`, "image/svg+xml", "Save figure (SVG)")}
        ${saveButton(csvId, `${figure.id}.csv`, "text/csv", "Save data (CSV)")}</span
      >
    </figcaption>
    <pre hidden id="${csvId}">${figure.csv}</pre>
  </figure> `;
}

/** A button that saves the text, or the drawing, of an element. It appears only where the page's script runs. */
export function saveButton(from: string, name: string, type: string, label: string): Markup {
  return html`<button type="button" hidden data-from="${from}" data-name="${name}" data-type="${type}">
    ${label}
  </button>`;
}
