import { readDocument } from "./document.ts";
import { StudyError } from "./problem.ts";

/** The plugins that a study says it needs, before anything else of it is looked at. */
export interface RequiredPlugins {
  readonly names: readonly string[];
  /** Whether the text is the resolved form that a run has written. */
  readonly isResolvedForm: boolean;
  /** An error at the place where a plugin is named. */
  problem(index: number, message: string): StudyError;
}

/**
 * Read the list `plugins` of a study or of its resolved form. What is wrong with the rest of the text is for the parser.
 *
 * @param file name shown in messages
 * @throws StudyError when the text is not JSON
 */
export function requiredPlugins(text: string, file: string): RequiredPlugins {
  const document = readDocument(text, file);
  const isResolvedForm = memberOf(document.value, "format") === "neurofront-resolved-study";
  const study = isResolvedForm ? memberOf(document.value, "source") : document.value;
  const listed = memberOf(study, "plugins");
  const pointer = `${isResolvedForm ? "/source" : ""}/plugins`;
  return {
    names: Array.isArray(listed) ? listed.filter((name) => typeof name === "string") : [],
    isResolvedForm,
    problem: (index, message) => new StudyError(file, [document.locate(`${pointer}/${index}`, message)]),
  };
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
