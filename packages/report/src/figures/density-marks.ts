import * as Plot from "@observablehq/plot";
import { position_px } from "./log-axis.ts";
import type { LogAxis } from "./log-axis.ts";
import type { EnergyDelayAxes } from "./log-frame.ts";

/** Side of a square. */
const SQUARE_PX = 8;
const STEP_OPACITY = 0.1;

interface Square {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly decades: number;
}

/** How many designs lie where, as squares that get darker with every factor of ten; outside the frame none. */
export function densityMarks(
  points: readonly { readonly delay_s: number; readonly energy_J: number }[],
  { delay, energy }: EnergyDelayAxes,
): Plot.Markish[] {
  const counts = new Map<string, number>();
  for (const point of points) {
    const column = Math.floor(position_px(delay, point.delay_s) / SQUARE_PX);
    const row = Math.floor(position_px(energy, point.energy_J) / SQUARE_PX);
    if (column < 0 || row < 0 || column * SQUARE_PX >= delay.length_px || row * SQUARE_PX >= energy.length_px) continue;
    const place = `${column} ${row}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const squares = [...counts].map(([place, count]): Square => {
    const [column, row] = place.split(" ").map(Number) as [number, number];
    return {
      x1: valueAt(delay, column),
      x2: valueAt(delay, column + 1),
      y1: valueAt(energy, row),
      y2: valueAt(energy, row + 1),
      decades: Math.floor(Math.log10(count)),
    };
  });
  return [0, 1, 2, 3].map((decades) =>
    Plot.rect(
      squares.filter((square) => Math.min(square.decades, 3) === decades),
      {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        inset: 0,
        fill: "currentColor",
        fillOpacity: STEP_OPACITY * (decades + 1),
        className: "density",
      },
    ),
  );
}

function valueAt({ low, high, length_px }: LogAxis, square: number): number {
  return Math.min(high, low * (high / low) ** ((square * SQUARE_PX) / length_px));
}
