import type { CurvePanels } from "./figures/curve-panels.ts";

/**
 * Draw curves over one axis as a self-contained SVG file.
 *
 * The drawing library is loaded only when this is called, so that commands without a figure start fast.
 */
export async function renderCurves(figure: CurvePanels): Promise<string> {
  const { curvePanelsSvg } = await import("./figures/curve-panels.ts");
  return curvePanelsSvg(figure);
}
