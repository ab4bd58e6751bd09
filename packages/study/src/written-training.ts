import { studyKey } from "@neurofront/core";
import type { Parameter, ResolvedParameter, WorkloadModel } from "@neurofront/core";
import type { Catalog } from "./catalog.ts";
import { escapePointer } from "./document.ts";
import type { StudyDocument } from "./document.ts";
import { suggestion } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { atShare } from "./space.ts";
import type { StudyFile, WrittenParameter } from "./study-file.ts";
import { readParameter } from "./written-parameter.ts";
import type { ParameterValue } from "./written-parameter.ts";

/** Trainings of one technology; each may take seconds, and all are done before the search. */
const MOST_TRAININGS = 64;

/** The parameters of a workload that a technology may choose, by the key of a study. */
export function trainableOf({ parameters, trainable = [] }: WorkloadModel): ReadonlyMap<string, [string, Parameter]> {
  return new Map(trainable.map((name) => [studyKey(name, parameters[name]!), [name, parameters[name]!]]));
}

/** What is wrong with the training blocks of a study: unknown keys, illegal values, ranges without steps, too many trainings. */
export function checkTrainings(study: StudyFile, document: StudyDocument, catalog: Catalog): Problem[] {
  const { model } = catalog.workload.get(study.held.workload.use)!;
  const trainable = trainableOf(model);
  return Object.entries(study.technologies).flatMap(([name, { training }]) => {
    if (training === undefined) return [];
    const pointer = `/technologies/${escapePointer(name)}/training`;
    const problems: Problem[] = [];
    let count = 1;
    for (const [key, written] of Object.entries(training)) {
      const found = trainable.get(key);
      if (found === undefined) {
        const legal =
          trainable.size === 0
            ? `the workload ${model.id} has no training to choose`
            : suggestion(key, [...trainable.keys()]);
        problems.push(document.locate(pointer, `has the unknown key "${key}"; ${legal}`, key));
        continue;
      }
      const choices = trainingChoices(written, found[1]);
      if (typeof choices === "string") problems.push(document.locate(`${pointer}/${escapePointer(key)}`, choices));
      else count *= choices.length;
    }
    if (count > MOST_TRAININGS)
      problems.push(document.locate(pointer, `asks for ${count} trainings; at most ${MOST_TRAININGS} are legal`));
    return problems;
  });
}

/** The values a written parameter may take, or what is wrong with it. */
function trainingChoices(written: WrittenParameter, parameter: Parameter): readonly (number | string)[] | string {
  const reading = readParameter(written, parameter);
  if (!reading.ok) return reading.problem;
  return valuesOf(reading.value) ?? `has a range without "steps"; every value is a training, so say how many to search`;
}

/** Every value a parameter may take; undefined for a range without steps. */
export function valuesOf(parameter: ParameterValue | ResolvedParameter): readonly (number | string)[] | undefined {
  const { value, choice, integers, range } = parameter;
  if (value !== undefined) return [value];
  if (choice !== undefined) return choice;
  if (integers !== undefined)
    return Array.from({ length: integers.high - integers.low + 1 }, (_, k) => integers.low + k);
  if (range?.steps === undefined) return undefined;
  const { steps } = range;
  return Array.from({ length: steps }, (_, k) => atShare(range, k / (steps - 1)));
}
