import type { ArrayDrops } from "@neurofront/core";
import { circuitsOf } from "@neurofront/system";
import type { ExploredSearch } from "./explored-search.ts";

/** Arrays beyond this many cells are not mapped: a picture would not show them. */
const MOST_CELLS = 20_000;

/** What reaches the neurons of the best design from every cell of its arrays, relative to perfect wires and drivers. */
export function arrayDrops({ search, models, context, best }: ExploredSearch): ArrayDrops[] {
  const found = circuitsOf(models, best.design, context);
  if (found.status === "impossible") return [];
  return found.circuits.flatMap(({ load }, index): ArrayDrops[] => {
    const { conductance_S, outputCount } = load;
    if (conductance_S.length > MOST_CELLS) return [];
    const solution = models.interconnect.solve(best.design.interconnect, load);
    if (solution.status === "impossible") return [];
    return [
      {
        search: search.name,
        candidate: best.candidate,
        layer: index + 1,
        rowCount: conductance_S.length / outputCount,
        columnCount: outputCount,
        share: Array.from(solution.currentTransfer_S, (transfer_S, cell) => transfer_S / conductance_S[cell]!),
      },
    ];
  });
}
