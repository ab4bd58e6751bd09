import type {
  Answer,
  Design,
  Parameters,
  SynapseModel,
  SynapseOperating,
  View,
  ViewColumn,
  ViewData,
} from "@neurofront/core";
import { defineView, integer, quantity } from "./define.ts";

/** What the views of a synapse ask of its model. */
type Statistics<P extends Parameters> = Pick<SynapseModel<P>, "characterize" | "programmingSpread_S" | "aged">;

const source = { kind: "assumed", note: "shows the device at its defaults" } as const;

/** Points of every curve. */
const POINTS = 121;

/** The views of a device that is known by its statistics: conductance against age, and spread against conductance. */
export function statisticsViews<P extends Parameters>(model: Statistics<P>): readonly View<P, SynapseOperating>[] {
  return [driftView(model), spreadView(model)];
}

/** Conductance against age for several programmed conductances. */
function driftView<P extends Parameters>(model: Statistics<P>): View<P, SynapseOperating> {
  return defineView({
    id: "drift",
    title: "Conductance against age",
    meaning:
      "devices are programmed to evenly spaced conductances: their mean, and one standard deviation of ageing around it, against the time since",
    settings: {
      conductances: integer({ meaning: "programmed conductances", source, low: 2, high: 9, default: 4 }),
      youngest_s: quantity({ unit: "s", meaning: "least age", source, low: 1e-9, high: 1e6, default: 1, scale: "log" }),
      decades: integer({ meaning: "decades of age", source, low: 1, high: 16, default: 8 }),
    },
    compute(design: Design<P>, operating: SynapseOperating, { conductances, youngest_s, decades }): Answer<ViewData> {
      const character = model.characterize(design, operating);
      if (character.status === "impossible") return character;
      const { conductanceMin_S, conductanceMax_S } = character;
      const ages = along((share) => youngest_s * 10 ** (share * decades));
      const programmed = Array.from(
        { length: conductances },
        (_, k) => conductanceMin_S + (k / (conductances - 1)) * (conductanceMax_S - conductanceMin_S),
      );
      return {
        status: "ok",
        axis: { name: "age_s", title: "age", unit: "s", values: ages },
        curves: programmed.flatMap((conductance_S, k) => {
          const aged = Array.from(ages, (age_s) => model.aged(design, operating, conductance_S, age_s));
          const from = `programmed to ${(conductance_S * 1e6).toPrecision(3)} uS`;
          const curve = (name: string, title: string, deviations: number): ViewColumn => ({
            name: `${name}${k + 1}_S`,
            title: `${title}${from}`,
            unit: "S",
            values: Float64Array.from(aged, ({ mean_S, spread_S }) => mean_S + deviations * spread_S),
          });
          return [
            curve("mean", "", 0),
            curve("lower", "less one deviation, ", -1),
            curve("upper", "plus one deviation, ", 1),
          ];
        }),
        axisScale: "log",
        curveScale: "linear",
        quantities: {},
      };
    },
  });
}

/** Spread against conductance, as programmed and at an age. */
function spreadView<P extends Parameters>(model: Statistics<P>): View<P, SynapseOperating> {
  return defineView({
    id: "spread",
    title: "Spread against conductance",
    meaning:
      "standard deviation between devices programmed to the same conductance: of programming, and what an age adds",
    settings: {
      age_s: quantity({ unit: "s", meaning: "age", source, low: 0, high: 1e9, default: 86_400 }),
    },
    compute(design: Design<P>, operating: SynapseOperating, { age_s }): Answer<ViewData> {
      const character = model.characterize(design, operating);
      if (character.status === "impossible") return character;
      const { conductanceMin_S, conductanceMax_S } = character;
      const conductance_S = along((share) => conductanceMin_S + share * (conductanceMax_S - conductanceMin_S));
      return {
        status: "ok",
        axis: { name: "conductance_S", title: "programmed conductance", unit: "S", values: conductance_S },
        curves: [
          {
            name: "programmingSpread_S",
            title: "of programming",
            unit: "S",
            values: conductance_S.map((target_S) => model.programmingSpread_S(design, operating, target_S)),
          },
          {
            name: "ageingSpread_S",
            title: `added in ${age_s} s`,
            unit: "S",
            values: conductance_S.map((target_S) => model.aged(design, operating, target_S, age_s).spread_S),
          },
        ],
        axisScale: "linear",
        curveScale: "linear",
        quantities: {},
      };
    },
  });
}

function along(valueAt: (share: number) => number): Float64Array {
  return Float64Array.from({ length: POINTS }, (_, k) => valueAt(k / (POINTS - 1)));
}
