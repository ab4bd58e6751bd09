import type { Parameters } from "@neurofront/core";

/** Distribution indices of crossover and mutation as NSGA-II has them. */
export const variationParameters = {
  crossoverIndex: {
    kind: "quantity",
    unit: "1",
    meaning: "distribution index of the crossover: the larger, the nearer to the parents",
    source: { kind: "assumed", note: "between the 2 to 5 of Deb and Agrawal (1995) and the 20 of Deb et al. (2002)" },
    low: 0,
    high: 100,
    default: 15,
    scale: "linear",
  },
  mutationIndex: {
    kind: "quantity",
    unit: "1",
    meaning: "distribution index of the mutation: the larger, the smaller the steps",
    source: { kind: "recalled", note: "section V of the reference", reference: "deb2002" },
    low: 0,
    high: 100,
    default: 20,
    scale: "linear",
  },
} as const satisfies Parameters;
