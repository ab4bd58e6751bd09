import { LEDGER_LINES } from "@neurofront/core";
import { anyNumber, count, either, finite, flag, listOf, objectOf, oneOf, recordOf, text } from "./shape.ts";
import type { Shape } from "./shape.ts";

/** What programs read of an archive's JSON without asking again. An archive may come from anyone. */

const design = recordOf(either(finite, text));

export const designShape = objectOf(
  { neuron: design, synapse: design, interconnect: design, inputVoltage_V: finite },
  { training: design },
);

export const numbersShape = listOf(anyNumber);

const violations = listOf(
  objectOf({
    kind: oneOf("impossible", "invalid", "constraint", "warning"),
    code: text,
    message: text,
    amount: anyNumber,
  }),
);
const metrics = recordOf(finite);
const ledger = listOf(
  objectOf({
    owner: text,
    line: oneOf(...Object.keys(LEDGER_LINES)),
    energy_J: anyNumber,
    formula: text,
    inputs: recordOf(anyNumber),
  }),
);
const phases = listOf(objectOf({ phase: text, duration_s: anyNumber, formula: text }));
const area = listOf(objectOf({ part: text, area_m2: anyNumber, formula: text }));
const byPart = recordOf(anyNumber);
const quantities = objectOf({ neuron: byPart, synapse: byPart, interconnect: byPart, system: byPart });
const status = oneOf("ok", "impossible");

const layer = objectOf({
  inputCount: count,
  outputCount: count,
  positions: count,
  energy_J: anyNumber,
  delay_s: anyNumber,
  area_m2: anyNumber,
  ledger,
  phases,
  area,
  quantities,
});

const chips = objectOf({
  chips: count,
  mean: anyNumber,
  low: anyNumber,
  high: anyNumber,
  p05: anyNumber,
  p50: anyNumber,
  p95: anyNumber,
});

const sampling = objectOf({
  purpose: oneOf("search", "elite"),
  first: count,
  drawn: count,
  most: count,
  end: oneOf("decided", "infeasible", "dominated", "maximum"),
  standings: listOf((value) => value === null || oneOf("met", "broken", "undecided")(value)),
  standardErrors: numbersShape,
});

/** The members of an assessment that are large and seldom looked at. */
export const LARGE_MEMBERS: Readonly<Record<string, Shape>> = {
  ledger,
  phases,
  area,
  quantities,
  layers: listOf(layer),
};

const REQUIRED_SMALL = { status, violations, metrics };
const OPTIONAL_SMALL = {
  monteCarlo: objectOf({ clean: chips, test: chips }, { sampling }),
  fidelity: text,
  lower: listOf(objectOf({ fidelity: text, status, metrics, objectives: numbersShape, violation: anyNumber })),
  corners: listOf(objectOf({ name: text, status, metrics, violations })),
};

/** An assessment whose large members are there, and not looked at. */
export const assessmentShape: Shape = objectOf(REQUIRED_SMALL, OPTIONAL_SMALL);

/** Those that every assessment has. */
export const REQUIRED_MEMBERS = ["ledger", "phases", "area", "quantities"];

const largeMembers = objectOf({ ledger, phases, area, quantities }, { layers: listOf(layer) });

/** An assessment with every member looked at. */
export const wholeAssessmentShape: Shape = (value) => assessmentShape(value) && largeMembers(value);

/** A member for which something is no whole assessment: missing, or not of its form; undefined where it is one. */
export function malformedMember(assessment: object): string | undefined {
  if (wholeAssessmentShape(assessment)) return undefined;
  const value = assessment as Readonly<Record<string, unknown>>;
  const required = { ...REQUIRED_SMALL, ledger, phases, area, quantities };
  const all: Readonly<Record<string, Shape>> = { ...required, ...OPTIONAL_SMALL, ...LARGE_MEMBERS };
  return Object.keys(all).find((key) => (value[key] !== undefined || key in required) && !all[key]!(value[key]));
}

/** It is packed into 32 bits. */
export const layoutNumber: Shape = (number) => count(number) && (number as number) < 2 ** 32;

/** Names that commands may write into file names. */
const ownName: Shape = (value) => typeof value === "string" && /^[A-Za-z][A-Za-z0-9-]{0,39}$/u.test(value);
export const searchName: Shape = (value) =>
  typeof value === "string" && /^[A-Za-z][A-Za-z0-9-]{0,39}\/[a-z]{1,20}$/u.test(value);

const value = either(finite, text);
const bounds = objectOf({ low: finite, high: finite });
const parameter = objectOf(
  { unit: text, meaning: text, source: text, chosenBy: text },
  {
    value,
    range: objectOf({ low: finite, high: finite, scale: oneOf("linear", "log") }, { steps: count }),
    integers: bounds,
    choice: listOf(value),
    declared: objectOf({ legal: either(bounds, objectOf({ options: listOf(text) })), default: value, source: text }),
  },
);
const part: Shape = objectOf(
  { plugin: text, version: text, model: text, title: text, parameters: recordOf(parameter) },
  { preset: text, effects: recordOf((lent) => part(lent)) },
);

/** Below the folder of the study. */
const ownPath: Shape = (path) =>
  typeof path === "string" &&
  !path.includes("\0") &&
  !/^(?:[/\\]|[A-Za-z]:)/u.test(path) &&
  !path.split(/[/\\]/u).includes("..");

const reference = objectOf({ key: text, type: text, author: text, title: text, year: finite });

export const studyShape: Shape = objectOf(
  {
    format: oneOf("neurofront-resolved-study"),
    formatVersion: oneOf(1),
    title: text,
    held: objectOf({
      temperature_K: finite,
      accounting: listOf(text),
      readTiming: text,
      cmosDelay: text,
      cmosDecision: text,
      previousOutput: text,
      positions: text,
      converterDrop_V: finite,
      workload: objectOf(
        { plugin: text, version: text, model: text, title: text, design, contentHash: text },
        { files: recordOf(objectOf({ path: ownPath, hash: text })) },
      ),
    }),
    variation: objectOf({
      deviceSpread: flag,
      referenceNoise_V: finite,
      thermalNoise: flag,
      supplyNoise: finite,
      supplyNoisePer: text,
      driverSpread: finite,
      age_s: finite,
      chips: count,
      eliteChips: count,
      confidence: finite,
    }),
    technologies: listOf(
      objectOf(
        { name: ownName, title: text, neuron: part, synapse: part, interconnect: part, inputVoltage_V: parameter },
        { fidelities: listOf(objectOf({ name: text, cost: finite })), training: recordOf(parameter) },
      ),
    ),
    objectives: listOf(objectOf({ metric: text, statistic: text, goal: oneOf("minimize", "maximize") })),
    constraints: listOf(objectOf({ metric: text, statistic: text }, { atMost: finite, atLeast: finite })),
    rank: text,
    optimizer: objectOf({ plugin: text, version: text, model: text, settings: design }),
    budget: objectOf({ evaluations: count }),
    promotion: objectOf({ rule: oneOf("front", "share") }, { share: finite }),
    seed: count,
    sourceHashes: recordOf(text),
    references: listOf(reference),
    publishedPoints: listOf(objectOf({ plugin: text })),
    discrepancies: listOf(
      objectOf({ plugin: text, id: text, checks: listOf(objectOf({ quantity: text, unit: text })) }),
    ),
    hash: text,
  },
  { measured: listOf(objectOf({ name: text, file: text, contentHash: text, text })) },
);
