import { buildCatalog, parseStudy, readDocument, resolveStudy, withMeasured } from "@neurofront/study";
import type { Catalog } from "@neurofront/study";
import type { PreparedWorkload } from "@neurofront/core";
import { composeCatalog } from "../../src/composition.ts";
import { filesBeside } from "../../src/measured-file.ts";

/** What became of a text that was read as a study, up to the point where it could run. */
export interface Outcome {
  readonly end: "legal" | "refused" | "crashed";
  /** Of what refused it. */
  readonly message: string;
  readonly time_ms: number;
}

/** Read a text as the commands do, and make it ready to run. Only a StudyError is a refusal. */
export async function triedStudy(text: string, folder: string, catalog: Catalog): Promise<Outcome> {
  const begin_ms = performance.now();
  const outcome = (end: Outcome["end"], message = ""): Outcome => ({
    end,
    message,
    time_ms: performance.now() - begin_ms,
  });
  try {
    const whole = withMeasured(catalog, readDocument(text, "study.json"), filesBeside(`${folder}/study.json`));
    await resolveStudy(parseStudy(text, "study.json", whole), whole, folder);
    return outcome("legal");
  } catch (error) {
    if (error instanceof Error && error.name === "StudyError") return outcome("refused", error.message);
    return outcome("crashed", error instanceof Error ? error.stack : String(error));
  }
}

/** The plugins that ship, with workloads that are trained once for all mutants: their training is not what is tried. */
export function catalogForMutants(): Catalog {
  const shipped = composeCatalog();
  const prepared = new Map<string, Promise<PreparedWorkload>>();
  const plugins = shipped.plugins.map((plugin) => ({
    ...plugin,
    models: plugin.models.map((model) => {
      if (model.role !== "workload") return model;
      return {
        ...model,
        prepare(design: Parameters<typeof model.prepare>[0], seed: number, files: Parameters<typeof model.prepare>[2]) {
          if (files !== undefined && Object.keys(files).length > 0) return model.prepare(design, seed, files);
          // Any network will do for a study that is not run.
          const known = prepared.get(model.id) ?? Promise.resolve(model.prepare(defaultsOf(model.parameters), 1, {}));
          prepared.set(model.id, known);
          return known;
        },
      };
    }),
  }));
  return buildCatalog(plugins, shipped.sourceHashes);
}

function defaultsOf(parameters: Readonly<Record<string, { readonly default: number | string }>>) {
  return Object.fromEntries(Object.entries(parameters).map(([name, { default: value }]) => [name, value]));
}
