import * as Plot from "@observablehq/plot";
import { draw } from "./figure.ts";
import type { Markup } from "../escape.ts";

const WIDTH_PX = 880;
const COLUMNS = 2;
const GAP_PX = 92;
const LEFT_PX = 74;
const TOP_PX = 44;
const BOTTOM_PX = 56;
/** Inner size of a panel. */
const PANEL = { width: (WIDTH_PX - LEFT_PX - 14 - GAP_PX * (COLUMNS - 1)) / COLUMNS, height: 260 };

/** A panel in pixels of the whole picture. */
export interface Panel {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Panels side by side, two a row, drawn in pixels from the top left.
 *
 * @param label what a screen reader says; fixed text, never text of a study
 */
export function drawPanels<Content>(
  label: string,
  contents: readonly Content[],
  marksOf: (content: Content, panel: Panel) => readonly Plot.Markish[],
): Markup {
  const rows = Math.ceil(contents.length / COLUMNS);
  const height = rows * (TOP_PX + PANEL.height + BOTTOM_PX);
  return draw(label, {
    width: WIDTH_PX,
    height,
    margin: 0,
    x: { type: "linear", domain: [0, WIDTH_PX], range: [0, WIDTH_PX], axis: null },
    y: { type: "linear", domain: [0, height], range: [0, height], axis: null },
    marks: contents.flatMap((content, index) =>
      marksOf(content, {
        left: LEFT_PX + (index % COLUMNS) * (PANEL.width + GAP_PX),
        top: TOP_PX + Math.floor(index / COLUMNS) * (TOP_PX + PANEL.height + BOTTOM_PX),
        ...PANEL,
      }),
    ),
  });
}

/** A cell of a panel: its place counted from the bottom left, and how dark it is, 0 ... 1. */
export interface PanelCell {
  readonly column: number;
  readonly row: number;
  readonly darkness: number;
  readonly tooltip: string;
}

/** Cells in ten steps of darkness, so that they read in grey. */
export function cellMarks(
  cells: readonly PanelCell[],
  columns: number,
  rows: number,
  { left, top, width, height }: Panel,
): Plot.Markish {
  return Plot.rect(cells, {
    x1: ({ column }: PanelCell) => left + (column / columns) * width,
    x2: ({ column }: PanelCell) => left + ((column + 1) / columns) * width,
    y1: ({ row }: PanelCell) => top + height * (1 - row / rows),
    y2: ({ row }: PanelCell) => top + height * (1 - (row + 1) / rows),
    inset: 0,
    fill: "currentColor",
    fillOpacity: ({ darkness }: PanelCell) => Math.round(10 * Math.min(Math.max(darkness, 0), 1)) * 0.06,
    title: "tooltip",
    className: "cells",
  });
}

/** Text at a place of the picture. */
export function textMark(content: string, x: number, y: number, style: Plot.TextOptions = {}): Plot.Markish {
  return Plot.text([content], { x: [x], y: [y], ...style });
}

/** Frame and title of a panel. */
export function panelFrame(title: string, { left, top, width, height }: Panel): Plot.Markish[] {
  return [
    Plot.rect([0], {
      x1: left,
      x2: left + width,
      y1: top,
      y2: top + height,
      inset: 0,
      fill: "none",
      stroke: "currentColor",
      strokeOpacity: 0.45,
    }),
    textMark(title, left, top - 12, { textAnchor: "start", fontWeight: 600, fontSize: 13 }),
  ];
}
