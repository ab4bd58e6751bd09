import type * as Plot from "@observablehq/plot";
import type { DesignPlaces } from "./design-points.ts";
import { position_px } from "./log-axis.ts";
import type { EnergyDelayAxes } from "./log-frame.ts";

/** Side of a square. */
const SQUARE_PX = 8;
const STEP_OPACITY = 0.1;
const SHADES = 4;

/**
 * How many designs lie where, as squares that get darker with every factor of ten; outside the frame none. The squares of a shade
 * are one path, because a page is painted in the time that its elements take.
 */
export function densityMarks({ delay_s, energy_J }: DesignPlaces, { delay, energy }: EnergyDelayAxes): Plot.Markish[] {
  const columns = Math.ceil(delay.length_px / SQUARE_PX);
  const rows = Math.ceil(energy.length_px / SQUARE_PX);
  const counts = new Uint32Array(columns * rows);
  delay_s.forEach((value, index) => {
    const column = Math.floor(position_px(delay, value) / SQUARE_PX);
    const row = Math.floor(position_px(energy, energy_J[index]!) / SQUARE_PX);
    if (column >= 0 && row >= 0 && column < columns && row < rows) counts[row * columns + column]! += 1;
  });
  const shades = Array.from({ length: SHADES }, () => "");
  counts.forEach((count, place) => {
    if (count === 0) return;
    const left = (place % columns) * SQUARE_PX;
    const bottom = Math.floor(place / columns) * SQUARE_PX;
    const width = Math.min(SQUARE_PX, delay.length_px - left);
    const height = Math.min(SQUARE_PX, energy.length_px - bottom);
    const shade = Math.min(SHADES - 1, Math.floor(Math.log10(count)));
    shades[shade] += `M${left},${energy.length_px - bottom}h${width}v${-height}h${-width}Z`;
  });
  return shades.flatMap((path, decades) => (path === "" ? [] : [shadeMark(path, decades)]));
}

/** Squares of one shade in pixels from the top left of the frame. */
function shadeMark(path: string, decades: number): Plot.RenderFunction {
  return (_index, _scales, _values, { marginLeft, marginTop }, { document }) => {
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", "path");
    drawn.setAttribute("class", "density");
    drawn.setAttribute("transform", `translate(${marginLeft},${marginTop})`);
    drawn.setAttribute("fill", "currentColor");
    drawn.setAttribute("fill-opacity", String((STEP_OPACITY * 10 * (decades + 1)) / 10));
    drawn.setAttribute("d", path);
    return drawn;
  };
}
