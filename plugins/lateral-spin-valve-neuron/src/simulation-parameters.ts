import { choice, integer } from "@neurofront/plugin-kit";

/** Fidelity of the decision error, and the Monte Carlo behind the higher one. */
export const simulationParameters = {
  dynamics: choice({
    options: ["closed-form", "macrospin"],
    meaning:
      "decision error of a perpendicular magnet by its linear Langevin equation, or of any magnet by Monte Carlo runs of the full equation",
    source: { kind: "assumed", note: "closed form: milliseconds faster, and without statistical error" },
    default: "closed-form",
  }),
  runs: integer({
    meaning: "Monte Carlo runs at each tabulated current; errors below about one in so many are not resolved",
    source: { kind: "assumed", note: "a tenth of the error at 20 %" },
    low: 50,
    high: 20_000,
    default: 400,
  }),
  simulationSeed: integer({
    meaning: "seed of the Monte Carlo runs",
    source: { kind: "assumed", note: "any number; another one shows the statistical error" },
    low: 0,
    high: 1_000_000,
    default: 2013,
  }),
} as const;
