import { expect, it } from "vitest";
import { placeLabels, textWidth_px } from "../../src/figures/label-placement.ts";
import type { PlacedLabel } from "../../src/figures/label-placement.ts";

const frame = { width: 600, height: 400 };
const anchor = (x: number, y: number, text: string): Parameters<typeof placeLabels>[0][number] => ({
  x,
  y,
  radius: 6,
  text,
  isStrong: false,
});

function span({ labelX, labelY, align, text }: PlacedLabel): { left: number; right: number; y: number } {
  const width = textWidth_px(text, 12);
  const left = align === "start" ? labelX : align === "end" ? labelX - width : labelX - width / 2;
  return { left, right: left + width, y: labelY };
}

it("puts a lonely label to the right of its marker", () => {
  const [label] = placeLabels([anchor(100, 100, "alone")], [], frame, 12);
  expect(label).toMatchObject({ align: "start", labelY: 100, needsLeader: false });
  expect(label!.labelX).toBeGreaterThan(106);
});

it("keeps labels of close markers apart and inside the frame", () => {
  const anchors = [anchor(590, 5, "first of them"), anchor(588, 8, "second of them"), anchor(585, 12, "third of them")];
  const spans = placeLabels(anchors, [], frame, 12).map((label) => span(label));
  for (const [index, a] of spans.entries()) {
    expect(a.left).toBeGreaterThanOrEqual(0);
    expect(a.right).toBeLessThanOrEqual(frame.width);
    for (const b of spans.slice(index + 1))
      expect(a.right <= b.left || b.right <= a.left || Math.abs(a.y - b.y) >= 12).toBe(true);
  }
});

it("goes away from a crowd, with a leader", () => {
  const crowd = Array.from({ length: 900 }, (_, k) => ({ x: 60 + 6 * (k % 30), y: 160 + 3 * Math.floor(k / 30) }));
  const [label] = placeLabels([anchor(150, 200, "in the crowd")], crowd, frame, 12);
  expect(label!.needsLeader).toBe(true);
});

it("does not cover an obstacle", () => {
  const obstacle = { x: 140, y: 100, radius: 10 };
  const [label] = placeLabels([anchor(100, 100, "beside")], [], frame, 12, [obstacle]);
  const { left, right, y } = span(label!);
  expect(right < 130 || left > 150 || Math.abs(y - 100) > 16).toBe(true);
});
