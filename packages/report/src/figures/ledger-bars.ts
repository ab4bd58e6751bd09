import * as Plot from "@observablehq/plot";
import { isCounted, LEDGER_LINES } from "@neurofront/core";
import type { LedgerLine } from "@neurofront/core";
import type { LedgerWalk } from "../accounting-walk.ts";
import type { Comparison } from "../comparison.ts";
import { csv, quantityColumn } from "../csv.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { femtojoules } from "../metric-text.ts";
import { draw, FAINT, PAGE } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { textWidth_px } from "./label-placement.ts";
import { LEDGER_COLORS, textOn } from "./ledger-style.ts";
import { legend } from "./legend.ts";

const WIDTH_PX = 880;
const MARGIN = { left: 150, right: 84, bottom: 8 };
const BAR_LENGTH_PX = WIDTH_PX - MARGIN.left - MARGIN.right;
const TITLE_PX = 24;
const BAR_PX = 24;
const BAR_GAP_PX = 5;
const AXIS_PX = 34;
const SEGMENT_LABEL_PX = 11;

/** A piece of a bar, in pixels from the top left of the frame. */
interface Segment {
  readonly line: LedgerLine;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly tooltip: string;
}

/** The ledger of each technology's best design under each accounting; undefined when no technology has one. */
export function ledgerBarsFigure(comparison: Comparison): Figure | undefined {
  const walks = comparison.ledgerWalks;
  if (walks.length === 0) return undefined;
  const segments: Segment[] = [];
  const marks: Plot.Markish[] = [];
  let top = 0;
  for (const technology of new Set(walks.map((walk) => walk.technology))) {
    const bars = walks.filter((walk) => walk.technology === technology);
    const longest_J = Math.max(...bars.map((bar) => total_J(bar)));
    marks.push(
      text(technology, -MARGIN.left + 2, top + TITLE_PX / 2, { textAnchor: "start", fontWeight: 600, fontSize: 13 }),
    );
    top += TITLE_PX;
    for (const bar of bars) {
      segments.push(...segmentsOf(bar, longest_J, top));
      const middle = top + BAR_PX / 2;
      marks.push(
        text(ACCOUNTING_TITLES[bar.designedFor], -10, middle, { textAnchor: "end" }),
        text(`${femtojoules(total_J(bar))} fJ`, (BAR_LENGTH_PX * total_J(bar)) / longest_J + 6, middle, {
          textAnchor: "start",
          fontWeight: 600,
        }),
      );
      top += BAR_PX + BAR_GAP_PX;
    }
    marks.push(...axisMarks(longest_J, top));
    top += AXIS_PX;
  }
  const lines = [...new Set(segments.map(({ line }) => line))].toSorted((a, b) => order(a) - order(b));
  const key = legend(
    [
      lines.map((line) => ({
        text: LEDGER_LINES[line].title,
        marker: { symbol: "square", r: 5.5, fill: LEDGER_COLORS[line] },
      })),
    ],
    BAR_LENGTH_PX + MARGIN.right,
  );
  const svg = draw("Energy ledger of the best design of each technology", {
    width: WIDTH_PX,
    height: top + key.height_px + MARGIN.bottom,
    marginTop: key.height_px,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { type: "linear", domain: [0, BAR_LENGTH_PX], axis: null },
    y: { type: "linear", domain: [top, 0], axis: null },
    marks: [...segmentMarks(segments), ...marks, ...key.marks],
  });
  return {
    id: "ledger",
    svg,
    csv: csv(
      ["technology", "designed_for", "candidate", "line", "counted", quantityColumn("energy", "J")],
      walks.flatMap((walk) =>
        walk.steps.map(({ line, added_J }) => [
          walk.technology,
          walk.designedFor,
          walk.candidate,
          line,
          isCounted(line, walk.designedFor) ? "yes" : "no",
          added_J,
        ]),
      ),
    ),
    notes: [
      "Each technology has its own scale, so that its lines can be told apart; compare the totals at the ends of the bars.",
      "A bar shows the lines its accounting counts.",
    ],
  };
}

function order(line: LedgerLine): number {
  return Object.keys(LEDGER_LINES).indexOf(line);
}

function total_J(walk: LedgerWalk): number {
  return walk.designedFor === "paper" ? walk.paper_J : walk.full_J;
}

function segmentsOf(walk: LedgerWalk, longest_J: number, top: number): Segment[] {
  let left = 0;
  return walk.steps.flatMap(({ line, added_J }) => {
    if (!isCounted(line, walk.designedFor) || added_J <= 0) return [];
    const right = left + (BAR_LENGTH_PX * added_J) / longest_J;
    const share = Math.round((100 * added_J) / total_J(walk));
    const segment = {
      line,
      left,
      right,
      top,
      tooltip: `${LEDGER_LINES[line].title}: ${femtojoules(added_J)} fJ (${share} %)`,
    };
    left = right;
    return [segment];
  });
}

function segmentMarks(segments: readonly Segment[]): Plot.Markish[] {
  const bars = Plot.rect(segments, {
    x1: "left",
    x2: "right",
    y1: "top",
    y2: ({ top }: Segment) => top + BAR_PX,
    fill: ({ line }: Segment) => LEDGER_COLORS[line],
    title: "tooltip",
    stroke: PAGE,
    strokeWidth: 0.8,
    className: "ledger-bars",
  });
  const labels = segments.flatMap(({ line, left, right, top }) => {
    const { title } = LEDGER_LINES[line];
    if (right - left < textWidth_px(title, SEGMENT_LABEL_PX) + 8) return [];
    return [
      text(title, (left + right) / 2, top + BAR_PX / 2, {
        fill: textOn(LEDGER_COLORS[line]),
        fontSize: SEGMENT_LABEL_PX,
      }),
    ];
  });
  return [bars, ...labels];
}

function axisMarks(longest_J: number, top: number): Plot.Markish[] {
  const ticks = roundSteps(longest_J).map((value_J) => ({ x: (BAR_LENGTH_PX * value_J) / longest_J, value_J }));
  return [
    Plot.ruleY([top], { x1: 0, x2: BAR_LENGTH_PX, stroke: FAINT, strokeOpacity: 0.7 }),
    Plot.ruleX(ticks, { x: "x", y1: top, y2: top + 4, stroke: FAINT }),
    ...ticks.map(({ x, value_J }) =>
      text(`${femtojoules(value_J)} fJ`, x, top + 12, { fill: FAINT, fontSize: SEGMENT_LABEL_PX }),
    ),
  ];
}

/** Four to eight round values from zero up to a number. */
function roundSteps(last: number): number[] {
  const magnitude = 10 ** Math.floor(Math.log10(last));
  const step = magnitude * (last / magnitude < 2 ? 0.25 : last / magnitude < 4 ? 0.5 : 1);
  return Array.from({ length: Math.floor(last / step + 1e-9) + 1 }, (_, index) => index * step);
}

/** A text at a pixel of the frame. */
function text(content: string, x: number, y: number, options: Plot.TextOptions): Plot.Markish {
  return Plot.text([content], {
    frameAnchor: "top-left",
    textAnchor: "middle",
    lineAnchor: "middle",
    dx: x,
    dy: y,
    ...options,
  });
}
