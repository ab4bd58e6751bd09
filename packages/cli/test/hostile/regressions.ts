/** Texts that once crashed the reading of a study or held it up for minutes, by what was wrong. New finds are added here. */
export const REGRESSIONS: readonly (readonly [what: string, text: () => string, message: RegExp])[] = [
  ["brackets behind a comment with a quote", () => `/*"*/${"[".repeat(200_000)}`, /is nested deeper than 32 levels/u],
  ["brackets behind a string that ends in a line break", () => `"\n${"[".repeat(200_000)}`, /nested deeper than 32/u],
  ["brackets closed by the wrong kind", () => "[},".repeat(100_000), /is nested deeper than 32 levels/u],
  ["60,000 unknown keys", () => `{${repeated(60_000, (k) => `"k${k}":1`)}}`, /has more problems; mend these first/u],
  ["60,000 times one key", () => `{${repeated(60_000, () => `"k":1`)}}`, /has the key "k" twice/u],
  [
    "100,000 fidelities",
    () => withTechnology({ fidelities: Array.from({ length: 100_000 }, (_, k) => `${k}`) }),
    /lists 100000 fidelities; legal: at most 20/u,
  ],
  [
    "100,000 values of a choice",
    () => withTechnology({ inputVoltage: { choice: Array.from({ length: 60_000 }, (_, k) => `${k + 1e5} uV`) } }),
    /"choice" lists 60000 values; legal: at most 1000/u,
  ],
  [
    "a quantity of a million blanks",
    () => withTechnology({ inputVoltage: `1${" ".repeat(900_000)}V` }),
    /has a text of 900002 characters; legal: at most 1000/u,
  ],
  [
    "16,000 measured devices",
    () => `{"measured":{${repeated(16_000, (k) => `"d${k}":{"use":"measured-neuron","file":"a","source":{}}`)}}}`,
    /is \{"d0":.*must NOT have more than 40/u,
  ],
  [
    "keys of prototypes",
    () => `{"__proto__":{"title":"x","polluted":true},"constructor":{"prototype":{"polluted":true}}}`,
    /has the unknown key "__proto__"/u,
  ],
  ["a key of 60,000 characters", () => `{"${"k".repeat(60_000)}":1}`, /has a text of 60000 characters/u],
  [
    "more than a million characters",
    () => `"${" ".repeat(1_000_000)}"`,
    /has 1000002 characters; a study has at most/u,
  ],
];

function repeated(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, k) => part(k)).join(",");
}

/** The start of a study with one technology; what it lacks is told as well. */
function withTechnology(change: object): string {
  const technology = {
    neuron: { use: "ideal-neuron" },
    synapse: { use: "paper-generic-memristor" },
    interconnect: { use: "crossbar" },
    inputVoltage: "100 mV",
    ...change,
  };
  return JSON.stringify({ technologies: { only: technology } });
}
