import { html } from "./escape.ts";
import type { Markup } from "./escape.ts";
import { TECHNOLOGY_COLORS } from "./figures/technology-style.ts";

/** The short name of a technology in a table, beside its colour in the figures. */
export function technologyName(technology: { readonly technology: string }, index: number): Markup {
  const slot = index % TECHNOLOGY_COLORS.length;
  return html`<span class="swatch technology-${slot}" aria-hidden="true"></span><b>${technology.technology}</b>`;
}
