import { html } from "./escape.ts";
import type { Markup } from "./escape.ts";
import type { Figure } from "./figures/figure.ts";
import { sentence } from "./sentence.ts";

/** A figure with its caption, and buttons that save the picture and the numbers. */
export function figureBlock(figure: Figure, title: string): Markup {
  const caption = sentence(title);
  const svgId = `figure-${figure.id}`;
  const csvId = `data-${figure.id}`;
  const help =
    figure.hasDesigns === true
      ? html`<span class="help"
          >Point at a design to see it, click it for every number; draw a rectangle to find the same designs in all
          figures. By keyboard: arrows, Enter, Space, Escape.</span
        >`
      : undefined;
  return html`<figure>
    <div class="scroll" role="region" tabindex="0" aria-label="${caption}">
      <div class="drawing" id="${svgId}">${figure.svg}</div>
    </div>
    <figcaption>
      <b>${caption}.</b> ${figure.notes.join(" ")} ${help}
      <span class="save"
        >${saveButton(svgId, `${figure.id}.svg`, "image/svg+xml", "Save figure (SVG)")}
        ${saveButton(csvId, `${figure.id}.csv`, "text/csv", "Save data (CSV)")}</span
      >
    </figcaption>
    <pre hidden id="${csvId}">${figure.csv}</pre>
  </figure> `;
}

/** A button that saves the text, or the drawing, of an element. It shows only where the page's script runs. */
export function saveButton(from: string, name: string, type: string, label: string): Markup {
  return html`<button type="button" data-from="${from}" data-name="${name}" data-type="${type}">${label}</button>`;
}
