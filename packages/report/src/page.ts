import { createHash } from "node:crypto";
import { compareTechnologies } from "./comparison.ts";
import { html, markupText, trusted } from "./escape.ts";
import type { Markup } from "./escape.ts";
import { PAGE_STYLE } from "./page-style.ts";
import type { ReportContext } from "./report-context.ts";
import { candidatesBySearch } from "./report-input.ts";
import type { ReportInput } from "./report-input.ts";
import { SAVE_SCRIPT } from "./save-script.ts";
import { accountingStepsSection } from "./sections/accounting-steps.ts";
import { answerSection } from "./sections/answer.ts";
import { bestDesignsSection } from "./sections/best-designs.ts";
import { certaintySection } from "./sections/certainty.ts";
import { contradictionsSection } from "./sections/contradictions.ts";
import { frontsSection } from "./sections/fronts.ts";
import { heldSection } from "./sections/held.ts";
import { ledgerSection } from "./sections/ledger.ts";
import { publishedSection } from "./sections/published.ts";
import { ratiosSection } from "./sections/ratios.ts";
import { referencesSection, studySection } from "./sections/references.ts";
import { verificationSection } from "./sections/verification.ts";
import { whyNotSection } from "./sections/why-not.ts";

/** Sections in reading order: the answer, what makes it fair, the evidence, the doubts, the sources. */
const SECTIONS: readonly {
  readonly id: string;
  readonly title: string;
  readonly write: (context: ReportContext) => Markup | undefined;
}[] = [
  { id: "answer", title: "Answer", write: answerSection },
  { id: "held", title: "Held equal", write: heldSection },
  { id: "fronts", title: "Fronts", write: frontsSection },
  { id: "ratios", title: "Each against each", write: ratiosSection },
  { id: "steps", title: "Paper to full", write: accountingStepsSection },
  { id: "ledger", title: "Ledger", write: ledgerSection },
  { id: "designs", title: "Best designs", write: bestDesignsSection },
  { id: "verification", title: "Verification", write: verificationSection },
  { id: "certainty", title: "How sure", write: certaintySection },
  { id: "why-not", title: "Warnings, why not", write: whyNotSection },
  { id: "contradictions", title: "Contradictions", write: contradictionsSection },
  { id: "published", title: "Published", write: publishedSection },
  { id: "references", title: "References", write: referencesSection },
  { id: "study", title: "Study", write: studySection },
];

/** Nothing may be loaded, and of scripts only the page's own may run, whatever text a study brings. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash("sha256").update(SAVE_SCRIPT).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Outside the template, because the policy knows the script by the hash of its exact characters. */
const SCRIPT = trusted(`<script>${SAVE_SCRIPT}</script>`);
const STYLE = trusted(`<style>${PAGE_STYLE}</style>`);

/** The whole page. Same input, same bytes. */
export function reportPage(input: ReportInput): string {
  const { study, candidates, verifications, notes, samples = [], sensitivities = [] } = input;
  const comparison = compareTechnologies(input);
  const context: ReportContext = {
    study,
    comparison,
    searches: candidatesBySearch(candidates),
    verifications,
    notes,
    samples,
    sensitivities,
  };
  const written = SECTIONS.flatMap(({ id, title, write }) => {
    const markup = write(context);
    return markup ? [{ id, title, markup }] : [];
  });
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <title>${study.title}</title>
        ${STYLE}
      </head>
      <body>
        <a class="skip" href="#answer">Skip to the answer</a>
        <header>
          <h1>${study.title}</h1>
          <p class="meta">
            ${study.technologies.length} technologies, ${candidates.length} designs assessed, ${verifications.length}
            verified; seed ${study.seed}; study ${study.hash.slice(0, 12)}
          </p>
          <nav aria-label="Sections">
            <ul>
              ${written.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li> `)}
            </ul>
          </nav>
        </header>
        <main>${written.map(({ markup }) => markup)}</main>
        <footer>Written by neurofront. This page is one file and loads nothing.</footer>
        ${SCRIPT}
      </body>
    </html> `;
  return markupText(page);
}
