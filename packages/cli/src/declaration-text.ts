import { formatQuantity } from "@neurofront/core";
import type { Parameter, Provenance, Reference } from "@neurofront/core";
import { fullCitation } from "@neurofront/report";
import { wrapText } from "./wrapped-text.ts";

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

/** Where a number comes from: kind, note and, where it has one, the key of the citation. */
export function sourceText({ kind, note, reference }: Provenance): string {
  return `${kind}: ${note}${reference === undefined ? "" : ` [${reference}]`}`;
}

/** References, one a line, behind the keys that sources cite. */
export function referenceLines(references: readonly Reference[], width: number | undefined): string {
  return references
    .map((reference) => wrapText(`[${reference.key}] ${fullCitation(reference)}`, width, "  "))
    .join("\n");
}

/** A value of a parameter, a number in its unit with an SI prefix or the name of a choice. */
export function parameterValueText(parameter: Parameter, value: number | string): string {
  return typeof value === "string" || parameter.kind === "choice" ? String(value) : boundText(parameter, value);
}

function boundText(parameter: Exclude<Parameter, { kind: "choice" }>, value: number): string {
  return formatQuantity(value, parameter.kind === "quantity" ? parameter.unit : "1", 4);
}
