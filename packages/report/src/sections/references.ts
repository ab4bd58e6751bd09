import type { Reference } from "@neurofront/core";
import { bibtex, fullCitation } from "../bibtex.ts";
import { html } from "../escape.ts";
import type { Markup } from "../escape.ts";
import { saveButton } from "../figure-block.ts";
import type { ReportContext } from "../report-context.ts";

/** What to cite: exactly the sources of the models this study used. */
export function referencesSection({ study }: ReportContext): Markup {
  const entries = study.references.map((reference) => bibtex(reference)).join("\n\n");
  const body =
    study.references.length > 0
      ? html`<ol class="references">
            ${study.references.map(
              (reference) =>
                html`<li id="reference-${reference.key}">${fullCitation(reference)} ${doiLink(reference)}</li> `,
            )}
          </ol>
          <h3>BibTeX</h3>
          <p class="save">${saveButton("bibtex", "references.bib", "application/x-bibtex", "Save BibTeX")}</p>
          <pre id="bibtex" tabindex="0">${entries}</pre> `
      : html`<p>The models of this study name no references.</p> `;
  return html`${body}`;
}

/** Only identifiers in the form of the DOI handbook become links. */
function doiLink({ doi }: Reference): Markup | undefined {
  if (doi === undefined) return undefined;
  if (!/^10\.\d{4,9}\/\S+$/.test(doi)) return html`doi:${doi}`;
  const address = doi
    .split("/")
    .map((segment) => encodeURIComponent(segment))
    .join("/");
  return html`<a class="doi" href="https://doi.org/${address}">doi:${doi}</a>`;
}

/** The study itself: a run is repeated from this alone. */
export function studySection({ study }: ReportContext): Markup {
  return html`<p>
      Everything that decides the result, with every default filled in; SHA-256 <code>${study.hash}</code>.
    </p>
    <p class="save">
      ${saveButton("study-json", "resolved-study.json", "application/json", "Save resolved study (JSON)")}
    </p>
    <details>
      <summary>Resolved study</summary>
      <pre id="study-json" tabindex="0">${JSON.stringify(study, undefined, 2)}</pre>
    </details>`;
}
