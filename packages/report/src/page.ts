import { compareTechnologies } from "./comparison.ts";
import { designDataBlocks } from "./design-data.ts";
import { html } from "./escape.ts";
import type { Markup } from "./escape.ts";
import { designPoints } from "./figures/design-points.ts";
import { pageShell } from "./page-shell.ts";
import type { ReportContext } from "./report-context.ts";
import { candidatesBySearch } from "./report-input.ts";
import type { ReportInput } from "./report-input.ts";
import { accountingStepsSection } from "./sections/accounting-steps.ts";
import { accuracySection } from "./sections/accuracy.ts";
import { answerSection } from "./sections/answer.ts";
import { bestDesignsSection } from "./sections/best-designs.ts";
import { certaintySection } from "./sections/certainty.ts";
import { contradictionsSection } from "./sections/contradictions.ts";
import { convergenceSection } from "./sections/convergence.ts";
import { cornersSection } from "./sections/corners.ts";
import { devicesSection } from "./sections/devices.ts";
import { frontsSection } from "./sections/fronts.ts";
import { heldSection } from "./sections/held.ts";
import { ledgerSection } from "./sections/ledger.ts";
import { parallelSection } from "./sections/parallel.ts";
import { publishedSection } from "./sections/published.ts";
import { ratiosSection } from "./sections/ratios.ts";
import { referencesSection, studySection } from "./sections/references.ts";
import { verificationSection } from "./sections/verification.ts";
import { whyNotSection } from "./sections/why-not.ts";

interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly heading: string;
  readonly isClosed?: boolean;
  readonly write: (context: ReportContext) => Markup | undefined;
}

/** Sections in reading order: the answer, its pictures, how it comes about, the doubts, the sources. */
const SECTIONS: readonly ReportSection[] = [
  { id: "answer", title: "Answer", heading: "Answer", write: answerSection },
  { id: "fronts", title: "Fronts", heading: "Fronts", write: frontsSection },
  { id: "ledger", title: "Ledger", heading: "Energy ledger", write: ledgerSection },
  { id: "accuracy", title: "Accuracy", heading: "Accuracy", write: accuracySection },
  { id: "parameters", title: "Parameters", heading: "Designs by their parameters", write: parallelSection },
  { id: "ratios", title: "Each against each", heading: "Each against each", isClosed: true, write: ratiosSection },
  {
    id: "steps",
    title: "Paper to full",
    heading: "From the paper's accounting to the full one",
    isClosed: true,
    write: accountingStepsSection,
  },
  { id: "held", title: "Held equal", heading: "Held equal for every technology", isClosed: true, write: heldSection },
  { id: "designs", title: "Best designs", heading: "Best designs", isClosed: true, write: bestDesignsSection },
  { id: "corners", title: "Corners", heading: "At the corners of the study", isClosed: true, write: cornersSection },
  { id: "devices", title: "Devices", heading: "Inside the best designs", isClosed: true, write: devicesSection },
  {
    id: "why-not",
    title: "Warnings, why not",
    heading: "Warnings, and why not better",
    isClosed: true,
    write: whyNotSection,
  },
  {
    id: "convergence",
    title: "Convergence",
    heading: "How far the searches came",
    isClosed: true,
    write: convergenceSection,
  },
  {
    id: "verification",
    title: "Verification",
    heading: "Verification on drawn chips",
    isClosed: true,
    write: verificationSection,
  },
  { id: "certainty", title: "How sure", heading: "How sure the fronts are", isClosed: true, write: certaintySection },
  {
    id: "contradictions",
    title: "Contradictions",
    heading: "Where the sources contradict themselves",
    isClosed: true,
    write: contradictionsSection,
  },
  { id: "published", title: "Published", heading: "Published designs", isClosed: true, write: publishedSection },
  { id: "references", title: "References", heading: "References", isClosed: true, write: referencesSection },
  { id: "study", title: "Study", heading: "The study", isClosed: true, write: studySection },
];

/** The whole page. Same input, same bytes. */
export function reportPage(input: ReportInput): string {
  const { study, candidates, verifications, notes, exploration } = input;
  const { asynchronous = [], samples = [], sensitivities = [] } = input;
  const comparison = compareTechnologies(input);
  const searches = candidatesBySearch(candidates);
  const context: ReportContext = {
    study,
    comparison,
    searches,
    designs: comparison.accountings.map((result) => designPoints(result, searches, study)),
    verifications,
    notes,
    asynchronous,
    samples,
    sensitivities,
    ...(exploration && { exploration }),
  };
  const sections = SECTIONS.flatMap(({ write, ...section }) => {
    const body = write(context);
    return body ? [{ ...section, body }] : [];
  });
  return pageShell({
    title: study.title,
    meta: html`${study.technologies.length} technologies, ${candidates.length}
    ${candidates.length === 1 ? "design" : "designs"} assessed, ${verifications.length} verified; seed ${study.seed};
    study ${study.hash.slice(0, 12)}`,
    sections,
    data: designDataBlocks(context),
  });
}
