import { formatQuantity, isCounted, LEDGER_LINES, METRICS } from "@neurofront/core";
import type {
  Accounting,
  Corner,
  LedgerLine,
  ResolvedConstraint,
  ResolvedHeld,
  ResolvedVariation,
  SearchNote,
} from "@neurofront/core";
import { asynchronousText } from "../asynchronous-text.ts";
import { html } from "../escape.ts";
import type { Markup } from "../escape.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { formatMetric, formatShare } from "../metric-text.ts";
import type { ReportContext } from "../report-context.ts";

const READ_TIMING: Readonly<Record<ResolvedHeld["readTiming"], string>> = {
  overlapped: "a read hides behind the next decision",
  sequential: "a read adds to the delay",
};
const CMOS_DELAY: Readonly<Record<ResolvedHeld["cmosDelay"], string>> = {
  "half-cycle": "the delay of a continuous-time CMOS neuron is half of its clock period",
  cycle: "the delay of a continuous-time CMOS neuron is its whole clock period",
};
const CMOS_DECISION: Readonly<Record<ResolvedHeld["cmosDecision"], string>> = {
  settle: "a CMOS amplifier has decided when its output has settled",
  cross: "a CMOS amplifier has decided when its output has crossed the inverter's threshold",
};
const POSITIONS: Readonly<Record<ResolvedHeld["positions"], string>> = {
  serial: "one array takes them one after the other",
  parallel: "a copy of the array for each",
};
const PREVIOUS_OUTPUT: Readonly<Record<ResolvedHeld["previousOutput"], string>> = {
  sequence: "the decision on a random earlier pattern of the workload",
  random: "either output with equal chance",
  opposite: "always the wrong output, the worst case",
};

/** What is equal for every technology, and how the search was set up. */
export function heldSection({ study, notes, asynchronous }: ReportContext): Markup {
  const { held } = study;
  const { workload } = held;
  const design = Object.entries(workload.design).map(([name, value]) => `${name} ${value}`);
  const items: readonly (readonly [string, string])[] = [
    ["Workload", [`${workload.title} (${workload.plugin} ${workload.version})`, ...design].join(", ")],
    ["Temperature", formatQuantity(held.temperature_K, "K")],
    ["Energy", held.accounting.map((accounting) => countedText(accounting)).join("; ")],
    ["Delay", `${READ_TIMING[held.readTiming]}; ${CMOS_DELAY[held.cmosDelay]}; ${CMOS_DECISION[held.cmosDecision]}`],
    ["Positions of a layer", POSITIONS[held.positions]],
    ["Energy-delay product", "energy of one decision times delay of one decision"],
    ["Neurons with memory held before", PREVIOUS_OUTPUT[held.previousOutput]],
    [
      "Converter of the input voltage",
      `equivalent drop ${formatQuantity(held.converterDrop_V, "V")}: efficiency V / (V + drop)`,
    ],
    ["Variation", variationText(study.variation)],
    [
      "Objectives",
      study.objectives.map(({ goal, metric, statistic }) => `${goal} ${statistic} ${METRICS[metric].title}`).join(", "),
    ],
    ["Constraints", study.constraints.map((constraint) => constraintText(constraint)).join(", ") || "none"],
    ["Designs ranked by", METRICS[study.rank].title],
    [
      "Search",
      `${study.optimizer.model} of ${study.optimizer.plugin} ${study.optimizer.version}, ${study.budget.evaluations} evaluations per technology and accounting, seed ${study.seed}`,
    ],
    ...(asynchronous.length === 0 ? [] : [["Order", asynchronousText(asynchronous)] as const]),
    ...notesBySearch(notes),
  ];
  return html`<dl class="held">
    ${items.map(
      ([term, text]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${text}</dd>
        </div> `,
    )}
  </dl>`;
}

/** What the optimizer said of each search. */
function notesBySearch(notes: readonly SearchNote[]): (readonly [string, string])[] {
  const texts = new Map<string, string>();
  for (const { search, text } of notes) texts.set(search, [texts.get(search) ?? [], text].flat().join(" "));
  return [...texts].map(([search, text]) => [`Search of ${search}`, text]);
}

function countedText(accounting: Accounting): string {
  const lines = (Object.keys(LEDGER_LINES) as LedgerLine[]).filter((line) => isCounted(line, accounting));
  return `${ACCOUNTING_TITLES[accounting]} counts ${lines.map((line) => LEDGER_LINES[line].title).join(", ")}`;
}

function variationText(variation: ResolvedVariation): string {
  return [
    variation.deviceSpread ? "devices differ (programming spread, offsets)" : "all devices alike",
    variation.age_s > 0
      ? `synapses read ${formatQuantity(variation.age_s, "s")} after programming`
      : "synapses just programmed",
    `reference noise ${formatQuantity(variation.referenceNoise_V, "V")}`,
    variation.thermalNoise ? "Johnson noise of the column" : "no Johnson noise",
    ...(variation.supplyNoise > 0
      ? [
          `input voltage ${formatShare(variation.supplyNoise)} from ${variation.supplyNoisePer} to ${variation.supplyNoisePer}`,
        ]
      : []),
    ...(variation.driverSpread > 0 ? [`row drivers ${formatShare(variation.driverSpread)} from each other`] : []),
    `${variation.chips} chips drawn per verified design`,
    ...(variation.corners ?? []).map((corner) => cornerText(corner)),
  ].join(", ");
}

function cornerText({ name, temperature_K, supplyFactor, inputVoltageFactor, process }: Corner): string {
  const conditions = [
    formatQuantity(temperature_K, "K"),
    ...(supplyFactor === 1 ? [] : [`${formatShare(supplyFactor)} of the supplies`]),
    ...(inputVoltageFactor === 1 ? [] : [`${formatShare(inputVoltageFactor)} of the input voltage`]),
    ...(process === undefined ? [] : [`process ${process}`]),
  ];
  return `corner ${name} (${conditions.join(", ")})`;
}

function constraintText({ metric, statistic, atMost, atLeast }: ResolvedConstraint): string {
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${formatMetric(metric, atLeast)}`]),
    ...(atMost === undefined ? [] : [`at most ${formatMetric(metric, atMost)}`]),
  ];
  return `${statistic} ${METRICS[metric].title} ${bounds.join(" and ")}`;
}
