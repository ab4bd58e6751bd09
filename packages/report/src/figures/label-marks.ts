import * as Plot from "@observablehq/plot";
import { PAGE } from "./figure.ts";
import type { PlacedLabel } from "./label-placement.ts";

/** Placed labels with a halo, and a line to those that stand far from their marker. All in pixels from the top left. */
export function labelMarks(labels: readonly PlacedLabel[], fontSize_px: number): Plot.Markish[] {
  return labels.flatMap((label) => {
    const text = Plot.text([label.text], {
      frameAnchor: "top-left",
      textAnchor: label.align,
      lineAnchor: "middle",
      dx: label.labelX,
      dy: label.labelY,
      fontSize: fontSize_px,
      fontWeight: label.isStrong ? 600 : 400,
      fill: "currentColor",
      stroke: PAGE,
      strokeWidth: 4,
    });
    return label.needsLeader ? [leader(label), text] : [text];
  });
}

/** From the marker's edge to the text; a vector mark, because it can be placed in pixels. */
function leader(label: PlacedLabel): Plot.Markish {
  const across = label.labelX - label.x;
  const down = label.labelY - label.y;
  const distance = Math.hypot(across, down);
  return Plot.vector([0], {
    frameAnchor: "top-left",
    anchor: "start",
    shape: straight,
    length: distance - label.radius - 3,
    rotate: (Math.atan2(across, -down) * 180) / Math.PI,
    dx: label.x + (across * label.radius) / distance,
    dy: label.y + (down * label.radius) / distance,
    stroke: "currentColor",
    strokeOpacity: 0.55,
    strokeWidth: 1,
    className: "leader",
  });
}

/** A vector without an arrow head. */
const straight: Plot.VectorShapeImplementation = {
  draw(context, length) {
    context.moveTo(0, 0);
    context.lineTo(0, -length);
  },
};
