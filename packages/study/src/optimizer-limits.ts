import { beyondLimits, studyKey } from "@neurofront/core";
import type { Dimension, Parameters } from "@neurofront/core";
import type { Catalog } from "./catalog.ts";
import { escapePointer } from "./document.ts";
import type { StudyDocument } from "./document.ts";
import type { Problem } from "./problem.ts";
import { INPUT_VOLTAGE } from "./schema.ts";
import type { StudyFile, WrittenParameter, WrittenPart } from "./study-file.ts";
import { readParameter, writtenFor } from "./written-parameter.ts";

/** A searched parameter and where it stands. */
interface Searched {
  readonly pointer: string;
  readonly kind: Dimension["kind"];
}

/** What a study asks of its optimizer beyond what that can do, each at the line that asks it. */
export function checkOptimizerLimits(study: StudyFile, document: StudyDocument, catalog: Catalog): Problem[] {
  const id = study.optimizer?.use;
  const model = id === undefined ? undefined : catalog.optimizer.get(id)?.model;
  if (model?.limits === undefined) return [];
  const searched = searchedParameters(study, catalog);
  const beyond = beyondLimits(model, {
    objectives: study.objectives.length,
    kinds: new Set(searched.map(({ kind }) => kind)),
    constrained: (study.constraints ?? []).length > 0,
  });
  return beyond.flatMap(({ limit, problem }) => {
    const pointers =
      limit === "kinds"
        ? searched.filter(({ kind }) => !model.limits!.kinds!.includes(kind)).map(({ pointer }) => pointer)
        : [`/${limit}`];
    const others = [...catalog.optimizer.values()].filter((other) => other.model.limits === undefined);
    const instead = others.map((other) => other.model.id).join(", ");
    return pointers.map((pointer) =>
      document.locate(pointer, `is beyond optimizer "${id}", which ${problem}; optimizers without limits: ${instead}`),
    );
  });
}

function searchedParameters(study: StudyFile, catalog: Catalog): Searched[] {
  return Object.entries(study.technologies).flatMap(([name, technology]) => {
    const at = `/technologies/${escapePointer(name)}`;
    const voltage = kindOf(technology.inputVoltage, INPUT_VOLTAGE);
    const effects = Object.entries(technology.synapse.effects ?? {}).flatMap(([effect, part]) =>
      searchedIn(part, catalog.synapse.get(part.use)!.model.parameters, `${at}/synapse/effects/${effect}`),
    );
    return [
      ...searchedIn(technology.neuron, catalog.neuron.get(technology.neuron.use)!.model.parameters, `${at}/neuron`),
      ...searchedIn(technology.synapse, catalog.synapse.get(technology.synapse.use)!.model.parameters, `${at}/synapse`),
      ...effects,
      ...searchedIn(
        technology.interconnect,
        catalog.interconnect.get(technology.interconnect.use)!.model.parameters,
        `${at}/interconnect`,
      ),
      ...(voltage === undefined ? [] : [{ pointer: `${at}/inputVoltage`, kind: voltage }]),
    ];
  });
}

function searchedIn(part: WrittenPart, parameters: Parameters, at: string): Searched[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const kind = kindOf(writtenFor(part, name, parameter), parameter);
    return kind === undefined ? [] : [{ pointer: `${at}/${escapePointer(studyKey(name, parameter))}`, kind }];
  });
}

/** The kind of dimension that a written parameter becomes; undefined when it is fixed. */
function kindOf(written: WrittenParameter | undefined, parameter: Parameters[string]): Dimension["kind"] | undefined {
  if (written === undefined) return undefined;
  const reading = readParameter(written, parameter);
  if (!reading.ok) return undefined;
  if (reading.value.range !== undefined) return "real";
  if (reading.value.integers !== undefined) return "integer";
  return reading.value.choice === undefined ? undefined : "category";
}
