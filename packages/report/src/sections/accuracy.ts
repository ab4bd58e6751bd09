import { html } from "../escape.ts";
import type { Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { accuracyScatter } from "../figures/accuracy-scatter.ts";
import type { Against } from "../figures/accuracy-scatter.ts";
import { chipBoxes } from "../figures/chip-boxes.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { variationFigure } from "../figures/variation.ts";
import type { ReportContext } from "../report-context.ts";
import { technologyOf } from "../technology-of.ts";

const INPUT_VOLTAGE: Against = {
  name: "voltage",
  quantity: { title: "input voltage", unit: "V", scale: "log" },
  column: "inputVoltage [V]",
  valueOf: ({ record }) => record.design.inputVoltage_V,
  note: "Accuracy is the analytic estimate of the search.",
};

const SWITCHING_CURRENT: Against = {
  name: "current",
  quantity: { title: "switching current", unit: "A", scale: "log" },
  column: "switchingCurrent [A]",
  valueOf({ record }) {
    const own = record.design.neuron["switchingCurrent_A"];
    return typeof own === "number" ? own : record.assessment.quantities.neuron["thresholdCurrent_A"];
  },
  note: "The switching current is the parameter of that name; of neurons without it, the net current from which they decide, where there is one.",
};

/** Accuracy against what costs energy, and over chips. */
export function accuracySection({
  study,
  comparison,
  designs,
  verifications,
  exploration,
}: ReportContext): Markup | undefined {
  const bounds = study.constraints.flatMap(({ metric, atLeast }) =>
    metric === "accuracy" && atLeast !== undefined ? [atLeast] : [],
  );
  const blocks = comparison.accountings.flatMap((result, index) => {
    const title = ACCOUNTING_TITLES[result.accounting];
    const scatter = (against: Against): Markup | undefined => {
      const figure = accuracyScatter(result, designs[index]!, study, verifications, against);
      return figure && figureBlock(figure, `Accuracy against ${against.quantity.title}, ${title}`);
    };
    const boxes = chipBoxes(result, bounds);
    return [
      scatter(INPUT_VOLTAGE),
      scatter(SWITCHING_CURRENT),
      boxes && figureBlock(boxes, `Accuracy of the best designs over chips, ${title}`),
    ].filter((block) => block !== undefined);
  });
  const courses = (exploration?.variations ?? []).map((course) => ({
    ...course,
    ...technologyOf(study, course.search),
  }));
  const variation = variationFigure(courses, bounds);
  const all = [
    ...blocks,
    ...(variation ? [figureBlock(variation, "Accuracy of the best designs against variation")] : []),
  ];
  return all.length === 0 ? undefined : html`${all}`;
}
