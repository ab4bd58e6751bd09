import type { Pixel } from "./label-placement.ts";
import { position_px } from "./log-axis.ts";
import type { LogAxis } from "./log-axis.ts";

/** A line of equal energy-delay product through a log-log frame. */
interface IsoLine {
  readonly edp_J_s: number;
  /** Where the line enters and leaves the frame. */
  readonly from: { readonly delay_s: number; readonly energy_J: number };
  readonly to: { readonly delay_s: number; readonly energy_J: number };
}

const MOST_LINES = 8;

/** Powers of ten of the energy-delay product that cross the frame, every n-th where there are many. */
export function isoLines(delay: LogAxis, energy: LogAxis): IsoLine[] {
  const first = Math.ceil(Math.log10(delay.low * energy.low));
  const last = Math.floor(Math.log10(delay.high * energy.high));
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_LINES));
  const lines: IsoLine[] = [];
  for (let exponent = first; exponent <= last; exponent++) {
    if (exponent % step !== 0) continue;
    const edp_J_s = Number(`1e${exponent}`);
    const start_s = Math.max(delay.low, edp_J_s / energy.high);
    const end_s = Math.min(delay.high, edp_J_s / energy.low);
    lines.push({
      edp_J_s,
      from: { delay_s: start_s, energy_J: edp_J_s / start_s },
      to: { delay_s: end_s, energy_J: edp_J_s / end_s },
    });
  }
  return lines;
}

/** Slope of the lines in pixels, as an angle in degrees, clockwise positive. */
export function isoAngle_deg(delay: LogAxis, energy: LogAxis): number {
  const across = delay.length_px / Math.log(delay.high / delay.low);
  const down = energy.length_px / Math.log(energy.high / energy.low);
  return (Math.atan2(down, across) * 180) / Math.PI;
}

/** The quietest place of a line for a label: the pixel position, from the top left, with the fewest points around. */
export function isoLabelPlace(
  line: IsoLine,
  delay: LogAxis,
  energy: LogAxis,
  points: readonly Pixel[],
  halfWidth_px: number,
): Pixel | undefined {
  const from = pixels(line.from, delay, energy);
  const to = pixels(line.to, delay, energy);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 2.4 * halfWidth_px) return undefined;
  let best: { x: number; y: number; cost: number } | undefined;
  for (let along = 1.15 * halfWidth_px; along <= length - 1.15 * halfWidth_px; along += 12) {
    const share = along / length;
    const x = from.x + share * (to.x - from.x);
    const y = from.y + share * (to.y - from.y);
    const near = points.filter((point) => Math.hypot(point.x - x, point.y - y) < 0.8 * halfWidth_px).length;
    if (best === undefined || near < best.cost) best = { x, y, cost: near };
  }
  return best;
}

function pixels(
  { delay_s, energy_J }: { readonly delay_s: number; readonly energy_J: number },
  delay: LogAxis,
  energy: LogAxis,
): Pixel {
  return { x: position_px(delay, delay_s), y: energy.length_px - position_px(energy, energy_J) };
}
