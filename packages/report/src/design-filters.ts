import type { ResolvedStudy } from "@neurofront/core";
import { searchNames } from "./design-key.ts";
import { html } from "./escape.ts";
import type { Markup } from "./escape.ts";
import { technologyName } from "./technology-name.ts";

const STANDINGS = [
  { title: "dominated", hides: ".dominated-designs, .other-lines" },
  { title: "infeasible", hides: ".infeasible-designs" },
  { title: "density", hides: ".density" },
] as const;

/** Check boxes that take designs out of all figures: by technology and by standing. They show only where the page's script runs. */
export function designFilters(study: Pick<ResolvedStudy, "technologies" | "held">): Markup {
  const names = searchNames(study);
  const technologies = study.technologies.map(({ name }, index) => {
    const keys = names.flatMap((search, place) => (search.startsWith(`${name}/`) ? [`[data-c^="${place}."]`] : []));
    return checkBox(technologyName({ technology: name }, index), keys.join(", "));
  });
  const standings = STANDINGS.map(({ title, hides }) => checkBox(html`${title}`, hides));
  return html`<fieldset class="filters">
    <legend>Shown in all figures</legend>
    ${technologies}${standings}
  </fieldset> `;
}

function checkBox(title: Markup, hides: string): Markup {
  return html`<label><input type="checkbox" checked data-hides="${hides}" /> ${title}</label> `;
}
