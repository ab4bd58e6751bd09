/** A place in a frame, from its top left. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A place that wants a text beside it. */
export interface LabelAnchor extends Pixel {
  /** Radius of the marker there, which the text may not cover. */
  readonly radius: number;
  readonly text: string;
  readonly isStrong: boolean;
}

/** Where the text goes: `x` is its start, middle or end, `y` its middle. */
export interface PlacedLabel extends LabelAnchor {
  readonly labelX: number;
  readonly labelY: number;
  readonly align: "start" | "middle" | "end";
  /** True when the text stands so far away that a line must lead to it. */
  readonly needsLeader: boolean;
}

/** Nearby first; right and left read best. */
const DISTANCES_PX = [5, 12, 24, 40, 60, 85, 115];
const ANGLES = [0, 180, -45, 45, -135, 135, -90, 90, -20, 20, 160, 200].map((degrees) => (degrees * Math.PI) / 180);
const LEADER_FROM_PX = 20;

/** Width of a text in a usual sans-serif typeface, a little generous. */
export function textWidth_px(text: string, fontSize_px: number): number {
  return 0.57 * fontSize_px * text.length;
}

/**
 * Place each label beside its anchor, one after the other, where it covers no earlier label, no anchor and as few points as
 * can be, inside the frame from (0, 0) to (width, height).
 *
 * @param points a label rather not covers
 * @param obstacles a label does not cover, such as other texts, as places with a radius
 */
export function placeLabels(
  anchors: readonly LabelAnchor[],
  points: readonly Pixel[],
  frame: { readonly width: number; readonly height: number },
  fontSize_px: number,
  obstacles: readonly (Pixel & { readonly radius: number })[] = [],
): PlacedLabel[] {
  const taken: Box[] = [...anchors, ...obstacles].map(({ x, y, radius }) => around(x, y, radius));
  return anchors.map((anchor) => {
    let best: { cost: number; label: PlacedLabel; box: Box } | undefined;
    for (const distance of DISTANCES_PX) {
      for (const angle of ANGLES) {
        const label = labelAt(anchor, distance, angle);
        const box = boxOf(label, fontSize_px);
        const least =
          1e5 * outside(box, frame) + 10 * taken.reduce((sum, other) => sum + overlap(box, other), 0) + 0.25 * distance;
        if (best !== undefined && least >= best.cost) continue;
        const cost =
          least + points.filter(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom).length;
        if (best === undefined || cost < best.cost) best = { cost, label, box };
      }
    }
    taken.push(best!.box);
    return best!.label;
  });
}

function labelAt(anchor: LabelAnchor, distance: number, angle: number): PlacedLabel {
  const reach = anchor.radius + distance;
  const across = Math.cos(angle);
  return {
    ...anchor,
    labelX: anchor.x + reach * across,
    labelY: anchor.y + (reach + 4) * Math.sin(angle),
    align: across > 0.3 ? "start" : across < -0.3 ? "end" : "middle",
    needsLeader: distance > LEADER_FROM_PX,
  };
}

function boxOf({ labelX, labelY, align, text }: PlacedLabel, fontSize_px: number): Box {
  const width = textWidth_px(text, fontSize_px);
  const left = align === "start" ? labelX : align === "end" ? labelX - width : labelX - width / 2;
  return { left, right: left + width, top: labelY - 0.62 * fontSize_px, bottom: labelY + 0.62 * fontSize_px };
}

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function outside(box: Box, frame: { readonly width: number; readonly height: number }): number {
  return (
    Math.max(0, -box.left) +
    Math.max(0, -box.top) +
    Math.max(0, box.right - frame.width) +
    Math.max(0, box.bottom - frame.height)
  );
}
