import { formatQuantity } from "@neurofront/core";
import type { Parameter, Provenance, Reference } from "@neurofront/core";
import { shortCitation } from "@neurofront/report";

/** The values a parameter may take, for people: `1 nm ... 1 um`, or the options. */
export function legalText(parameter: Parameter): string {
  if (parameter.kind === "choice") return parameter.options.join(" | ");
  return `${boundText(parameter, parameter.low)} ... ${boundText(parameter, parameter.high)}`;
}

/** The default of a parameter, for people. */
export function defaultText(parameter: Parameter): string {
  return parameter.kind === "choice" ? parameter.default : boundText(parameter, parameter.default);
}

/** How a search samples a parameter's range. */
export function scaleText(parameter: Parameter): string {
  if (parameter.kind === "quantity") return parameter.scale;
  return parameter.kind === "integer" ? "whole number" : "choice";
}

/** SI unit of a parameter; `-` where it has none. */
export function unitText(parameter: Parameter): string {
  return parameter.kind === "quantity" && parameter.unit !== "1" ? parameter.unit : "-";
}

/** Where a number comes from: kind, note and, where it has one, the citation. */
export function sourceText(source: Provenance, references: readonly Reference[]): string {
  const reference = references.find(({ key }) => key === source.reference);
  const citation = reference === undefined ? source.reference : shortCitation(reference);
  return `${source.kind}: ${source.note}${citation === undefined ? "" : ` (${citation})`}`;
}

/** A value of a parameter, a number in its unit with an SI prefix or the name of a choice. */
export function parameterValueText(parameter: Parameter, value: number | string): string {
  return typeof value === "string" || parameter.kind === "choice" ? String(value) : boundText(parameter, value);
}

function boundText(parameter: Exclude<Parameter, { kind: "choice" }>, value: number): string {
  return formatQuantity(value, parameter.kind === "quantity" ? parameter.unit : "1", 4);
}
