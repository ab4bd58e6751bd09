import * as Plot from "@observablehq/plot";

const HEIGHT_PX = 12;

/** A box of a row: its ends in the unit of the axis, the middle of its row in pixels. */
export interface RowBox {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly color: string;
}

/** Boxes along an axis, light inside and with an edge, so that what stands in them is seen. */
export function boxMark(boxes: readonly RowBox[], className: string): Plot.Markish {
  return Plot.rect(boxes, {
    x1: "left",
    x2: "right",
    ...boxHeight,
    fill: "color",
    fillOpacity: 0.25,
    stroke: "color",
    strokeWidth: 1.4,
    className,
  });
}

/** Upper and lower end of a box in its row. */
export const boxHeight = {
  y1: ({ y }: Pick<RowBox, "y">) => y - HEIGHT_PX / 2,
  y2: ({ y }: Pick<RowBox, "y">) => y + HEIGHT_PX / 2,
} as const;
