import { studyKey } from "@neurofront/core";
import type { Parameter, Parameters } from "@neurofront/core";
import { readParameter, suggestion } from "@neurofront/study";
import { defaultText } from "../declaration-text.ts";

/** A value as it came in, and what it is for: `--set length="60 nm"`. */
export interface Assignment {
  /** As it was written, for messages: `--set length=60 nm`. */
  readonly shown: string;
  /** Name and value, `length=60 nm`. */
  readonly text: string;
}

/** Values read so far, by declared name, and what is wrong with the others. */
export interface Readings {
  readonly values: Readonly<Record<string, number | string>>;
  readonly problems: readonly string[];
}

/** A name and what is written for it; undefined without an equals sign. */
export function splitAssignment(text: string): { readonly name: string; readonly written: string } | undefined {
  const equals = text.indexOf("=");
  return equals < 1 ? undefined : { name: text.slice(0, equals).trim(), written: text.slice(equals + 1).trim() };
}

/**
 * Read values against declarations, as a study's are read.
 *
 * @param whose for messages: `dwm-neuron`
 */
export function readAssignments(assignments: readonly Assignment[], declarations: Parameters, whose: string): Readings {
  const values: Record<string, number | string> = {};
  const problems: string[] = [];
  for (const { shown, text } of assignments) {
    const refuse = (problem: string): void => void problems.push(`${shown}: ${problem}`);
    const split = splitAssignment(text);
    if (split === undefined) {
      refuse(`write a name, an equals sign and a value, such as ${exampleOf(declarations)}`);
      continue;
    }
    const found = findDeclaration(split.name, declarations);
    if (found === undefined) refuse(unknownName(split.name, declarations, whose));
    else if (Object.hasOwn(values, found.name)) refuse(`"${split.name}" is set twice; keep one of them`);
    else {
      const reading = readParameter(writtenValue(split.written, found.declaration), found.declaration);
      if (reading.ok) values[found.name] = reading.value.value!;
      else refuse(reading.problem);
    }
  }
  return { values, problems };
}

/** The declaration under the name a study would write. */
export function findDeclaration(
  key: string,
  declarations: Parameters,
): { readonly name: string; readonly declaration: Parameter } | undefined {
  for (const [name, declaration] of Object.entries(declarations))
    if (studyKey(name, declaration) === key) return { name, declaration };
  return undefined;
}

/**
 * That there is no such name, with the nearest one and what is legal.
 *
 * @param whose id of a model, or words such as `the view firing`
 */
export function unknownName(key: string, declarations: Parameters, whose: string): string {
  const legal = Object.entries(declarations).map(([name, declaration]) => studyKey(name, declaration));
  if (legal.length === 0) return `${whose} has nothing to set`;
  const whole = whose.includes(" ") ? undefined : `neurofront list parameters ${whose}`;
  return `${whose} has no "${key}"; ${suggestion(key, legal, whole)}`;
}

/** A whole number as JSON would have it; everything else stays text with its unit. */
export function writtenValue(written: string, declaration: Parameter): string | number {
  return declaration.kind === "integer" && /^[+-]?\d+$/u.test(written) ? Number(written) : written;
}

function exampleOf(declarations: Parameters): string {
  const [first] = Object.entries(declarations);
  return first === undefined ? "name=value" : `${studyKey(...first)}="${defaultText(first[1])}"`;
}
