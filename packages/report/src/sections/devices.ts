import { html } from "../escape.ts";
import type { Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { arrayMapFigure } from "../figures/array-map.ts";
import { deviceViewFigure } from "../figures/device-view.ts";
import type { ReportContext } from "../report-context.ts";
import { technologyOf } from "../technology-of.ts";

/** What goes on inside the best designs: views of their devices, and their arrays. Absent where models were not at hand. */
export function devicesSection({ study, exploration }: ReportContext): Markup | undefined {
  const views = (exploration?.views ?? []).flatMap((view) => {
    const { technology } = technologyOf(study, view.search);
    const figure = deviceViewFigure(view, `view-${technology}-${view.role}-${view.view}`);
    return figure ? [figureBlock(figure, `${technology}, ${view.role} ${view.model}: ${view.title}`)] : [];
  });
  const arrays = (exploration?.arrays ?? []).map((array) => ({ ...array, ...technologyOf(study, array.search) }));
  const map = arrayMapFigure(arrays, "arrays");
  if (views.length === 0 && map === undefined) return undefined;
  return html`<p>
      The best designs under the study's last accounting, in the circuit of their first layer; settings of the views are
      their defaults.
    </p>
    ${map && figureBlock(map, "Current of every cell that reaches the neurons")} ${views}`;
}
