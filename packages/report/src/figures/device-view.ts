import type { DeviceView, ViewColumn, ViewData } from "@neurofront/core";
import { csv, quantityColumn } from "../csv.ts";
import { sentence } from "../sentence.ts";
import { curvePanelsMarkup } from "./curve-panels.ts";
import type { CurvePanel } from "./curve-panels.ts";
import type { Figure } from "./figure.ts";

/** A view of a device at a best design; undefined where it has no answer or no value. */
export function deviceViewFigure({ data, meaning }: DeviceView, id: string): Figure | undefined {
  if (data === undefined) return undefined;
  const { axis, axisScale, curves } = data;
  const panels = panelsOf(data);
  if (panels.length === 0) return undefined;
  return {
    id,
    svg: curvePanelsMarkup({
      axis: { title: axis.title, unit: axis.unit, scale: axisScale, values: axis.values },
      panels,
    }),
    csv: csv(
      [axis, ...curves].map(({ name, unit }) => quantityColumn(name, unit)),
      Array.from(axis.values, (value, index) => [
        value,
        ...curves.map(({ values }) => (Number.isFinite(values[index]) ? values[index] : undefined)),
      ]),
    ),
    notes: [sentence(`${meaning}.`)],
  };
}

/** Curves that share a unit share a frame; numbers without a unit stand alone. */
function panelsOf({ curves, curveScale }: ViewData): CurvePanel[] {
  const frames = new Map<string, ViewColumn[]>();
  for (const curve of curves) {
    if (!curve.values.some((value) => Number.isFinite(value) && (curveScale === "linear" || value > 0))) continue;
    const key = curve.unit === "1" ? `1 ${curve.name}` : curve.unit;
    frames.set(key, [...(frames.get(key) ?? []), curve]);
  }
  return [...frames.values()].map((members) => ({
    title: members.length === 1 ? members[0]!.title : "",
    unit: members[0]!.unit,
    scale: curveScale,
    curves: members.map(({ title, values }) => ({ title, values })),
  }));
}
