import type { AnyDesign, DeviceView, Parameters, View } from "@neurofront/core";
import { circuitsOf } from "@neurofront/system";
import type { ExploredSearch } from "./explored-search.ts";

/** Every view that the neuron and the synapse of the best design have, in the circuit of the first layer. */
export function deviceViews({ search, models, context, best }: ExploredSearch): DeviceView[] {
  const found = circuitsOf(models, best.design, context);
  if (found.status === "impossible") return [];
  const { operating } = found.circuits[0]!;
  const { inputVoltage_V, temperature_K } = operating;
  const parts = [
    { role: "neuron", model: models.neuron, circuit: operating },
    { role: "synapse", model: models.synapse, circuit: { inputVoltage_V, temperature_K } },
  ] as const;
  return parts.flatMap(({ role, model, circuit }) =>
    ((model.views ?? []) as readonly View[]).map((view): DeviceView => {
      const answer = view.compute(best.design[role], circuit, defaultsOf(view.settings));
      const { id, title, meaning } = view;
      const named = { search: search.name, candidate: best.candidate, role, model: model.id, view: id, title, meaning };
      return answer.status === "impossible" ? named : { ...named, data: answer };
    }),
  );
}

function defaultsOf(settings: Parameters): AnyDesign {
  return Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default]));
}
