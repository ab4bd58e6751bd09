import { countedAccuracy } from "../counted-accuracy.ts";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { formatMetric, formatShare, NO_NUMBER } from "../metric-text.ts";
import { verificationOf } from "../report-input.ts";
import type { ReportContext } from "../report-context.ts";
import { longTable, table } from "../table.ts";
import { technologyName } from "../technology-name.ts";
import { judgeAccuracy } from "../verdict.ts";

interface Row {
  readonly cells: readonly Insert[];
  readonly isBest: boolean;
  readonly isVerified: boolean;
  readonly isDoubtful: boolean;
}

/** Accuracy counted on drawn chips beside the analytic estimate the search used. */
export function verificationSection(context: ReportContext): Markup {
  const { comparison, study, verifications } = context;
  const rows = comparison.accountings.flatMap(({ accounting, technologies }) =>
    technologies.flatMap((technology, index) =>
      technology.front.flatMap((record): Row[] => {
        const drawn = verificationOf(verifications, record)?.assessment.monteCarlo;
        const isBest = record === technology.best;
        const estimate = record.assessment.metrics.accuracy;
        const design = [
          technologyName(technology, index),
          accounting,
          `${record.candidate}${isBest ? " (best)" : ""}`,
          formatMetric("accuracy", estimate),
        ];
        if (drawn === undefined) {
          const cells = [...design, NO_NUMBER, NO_NUMBER, NO_NUMBER, "not verified"];
          return isBest ? [{ cells, isBest, isVerified: false, isDoubtful: false }] : [];
        }
        const verdict = judgeAccuracy(drawn.clean, estimate, study.constraints);
        const isDoubtful = verdict.standing !== "confirmed";
        const cells = [
          ...design,
          countedAccuracy(drawn.clean),
          formatShare(drawn.clean.p05),
          countedAccuracy(drawn.test),
          isDoubtful ? html`<span class="doubtful">${verdict.text}</span>` : verdict.text,
        ];
        return [{ cells, isBest, isVerified: true, isDoubtful }];
      }),
    ),
  );
  return html`${rows.some(({ isVerified }) => isVerified) ? verified(rows, study.variation.chips) : html`<p>No design was verified: every accuracy above is the analytic estimate alone.</p>`}`;
}

function verified(rows: readonly Row[], chips: number): Markup {
  const doubtful = rows.filter(({ isDoubtful }) => isDoubtful).length;
  const columns = [
    { title: "technology" },
    { title: "accounting" },
    { title: "candidate", isNumeric: true },
    { title: "estimate", isNumeric: true },
    { title: "counted, 95 % interval", isNumeric: true },
    { title: "5th percentile of chips", isNumeric: true },
    { title: "on disturbed patterns", isNumeric: true },
    { title: "verdict" },
  ];
  const bests = rows.filter(({ isBest }) => isBest).map(({ cells }) => cells);
  const all = rows.filter(({ isVerified }) => isVerified).map(({ cells }) => cells);
  return html`<p>
      ${all.length} designs of the fronts were assessed again on ${chips} chips each, drawn at random;
      ${doubtful === 0 ? "all agree with the estimate" : `${doubtful} of them do not confirm it`}.
    </p>
    ${bests.length > 0 ? table("Accuracy of the best designs", columns, bests) : undefined}
    ${longTable("Accuracy of all verified designs", columns, all)} `;
}
