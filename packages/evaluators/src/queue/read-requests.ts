import { partParameters } from "@neurofront/core";
import type { AnyDesign, ResolvedStudy, ResolvedTechnology } from "@neurofront/core";
import type { AssessmentRequest } from "@neurofront/study";

/** More chips are drawn of no candidate at a time. */
const MOST_CHIPS = 1_000_000;
const MOST_REQUESTS = 100_000;

/**
 * Requests as they came from outside, checked against the study: its searches, the parameters of its technologies and nothing else.
 *
 * @throws Error where something is not of the study
 */
export function readRequests(value: unknown, study: ResolvedStudy): AssessmentRequest[] {
  if (!Array.isArray(value) || value.length > MOST_REQUESTS) throw new Error("the job holds no requests");
  return value.map((item: unknown) => readRequest(record(item), study));
}

function readRequest(item: Readonly<Record<string, unknown>>, study: ResolvedStudy): AssessmentRequest {
  const technology = study.technologies.find(({ name }) => name === item["technology"]);
  const accounting = study.held.accounting.find((name) => name === item["accounting"]);
  if (technology === undefined || accounting === undefined) throw new Error("a request is of another study");
  const chips = record(item["chips"]);
  const [from, to] = [wholeNumber(chips["from"]), wholeNumber(chips["to"])];
  if (to < from || to - from > MOST_CHIPS) throw new Error("a request is for impossible chips");
  return {
    search: `${technology.name}/${accounting}`,
    technology: technology.name,
    accounting,
    candidate: wholeNumber(item["candidate"]),
    design: readDesign(record(item["design"]), technology),
    chips: { from, to },
  };
}

function readDesign(
  design: Readonly<Record<string, unknown>>,
  technology: ResolvedTechnology,
): AssessmentRequest["design"] {
  const part = (role: "neuron" | "synapse" | "interconnect"): AnyDesign =>
    readPart(
      record(design[role]),
      partParameters(technology[role]).map(([name]) => name),
    );
  const inputVoltage_V = design["inputVoltage_V"];
  if (typeof inputVoltage_V !== "number") throw new Error("a request has no input voltage");
  return {
    neuron: part("neuron"),
    synapse: part("synapse"),
    interconnect: part("interconnect"),
    inputVoltage_V,
    ...(technology.training === undefined
      ? {}
      : { training: readPart(record(design["training"]), Object.keys(technology.training)) }),
  };
}

function readPart(values: Readonly<Record<string, unknown>>, names: readonly string[]): AnyDesign {
  return Object.fromEntries(
    names.map((name) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (typeof value !== "string" && !(typeof value === "number" && Number.isFinite(value)))
        throw new Error(`a request has no value of ${name}`);
      return [name, value];
    }),
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw new Error("a request is of no known form");
  return value as Readonly<Record<string, unknown>>;
}

function wholeNumber(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Error("a request has a number that is none");
  return value as number;
}
