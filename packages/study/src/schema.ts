import { METRICS, PROCESS_PARAMETER, SYNAPSE_EFFECTS, studyKey } from "@neurofront/core";
import type { FileDeclaration, Model, Parameter, Parameters, Unit } from "@neurofront/core";
import type { Catalog, CatalogEntry, MeasuredEntry } from "./catalog.ts";
import { MOST_MEASURED } from "./measured.ts";

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The study schema, generated from the declarations of the models in a catalog.
 *
 * Two forms come from this one builder. `check` has the custom keywords `quantity` and `parameter` at its leaves, whose
 * messages say what is wrong in the terms of the declaration; `editor` has plain standard keywords there, for completion
 * and hover text in editors.
 *
 * @param used names of models, where the schema is for a study that names no others: it then has the keys of these alone, and lists the
 *   names of all under `models`
 */
export function studySchema(catalog: Catalog, form: "check" | "editor", used?: ReadonlySet<string>): JsonSchema {
  const leaf = form === "check" ? checkLeaf : editorLeaf;
  const part = (entries: ReadonlyMap<string, CatalogEntry>, what: string): JsonSchema =>
    partSchema([...entries.values()], what, leaf, used);
  const synapse = partSchema([...catalog.synapse.values()], "synapse", leaf, used, EFFECTS_KEY);
  const metric = {
    enum: Object.keys(METRICS),
    description:
      "metric: energy, delay and area are per neuron and decision, those of an inference and of the network for the whole of it",
  };
  const statistic = {
    enum: ["mean", "worst", "p05", "p50", "p95"],
    description:
      "worst: the worst of the nominal conditions and the corners of variation.corners; over chips: p05, p50, p95 draw chips of every candidate, until they decide, at most variation.chips",
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "neurofront study",
    $defs: {
      ...(form === "editor" ? EDITOR_FORMS : {}),
      lender: part(catalog.synapse, "synapse model that lends the effect"),
      effects: {
        description: "single effects taken from other synapse models, relative to the conductance",
        minProperties: 1,
        ...closed(
          Object.fromEntries(
            Object.entries(SYNAPSE_EFFECTS).map(([effect, description]) => [
              effect,
              { description, $ref: "#/$defs/lender" },
            ]),
          ),
          [],
        ),
      },
    },
    ...closed(
      {
        $schema: { type: "string" },
        title: { type: "string", minLength: 1, maxLength: 200, description: "what this study asks" },
        plugins: {
          type: "array",
          maxItems: 40,
          uniqueItems: true,
          items: { type: "string", minLength: 1, maxLength: 300 },
          description:
            "plugins that this study needs besides those that ship: paths relative to it or packages, such as ./my-neuron, neurofront-stno@^1.2; the command says what may load",
        },
        ...(catalog.measured.size === 0 ? {} : { measured: measuredSchema([...catalog.measured.values()]) }),
        held: {
          description: "what is equal for every technology, so that the comparison is fair",
          ...closed(
            {
              temperature: leaf.quantity("K", { low: 1, high: 600 }, "temperature of every part"),
              workload: part(catalog.workload, "workload"),
              accounting: {
                description: "which joules count: exactly the reference paper's entries, or all; a list searches each",
                ...(form === "check"
                  ? { accounting: true }
                  : {
                      anyOf: [
                        { enum: ["paper", "full"] },
                        { type: "array", items: { enum: ["paper", "full"] }, minItems: 1, uniqueItems: true },
                      ],
                    }),
              },
              readTiming: {
                enum: ["overlapped", "sequential"],
                description:
                  "whether a read hides behind the next decision (default, as the paper counts) or adds to the delay",
              },
              cmosDelay: {
                enum: ["half-cycle", "cycle"],
                description: "delay of a continuous-time CMOS neuron: half the clock period (default) or all of it",
              },
              cmosDecision: {
                enum: ["settle", "cross"],
                description: "a CMOS amplifier has decided when settled to 3 % or when crossing the inverter (default)",
              },
              previousOutput: {
                enum: ["sequence", "random", "opposite"],
                description:
                  "what a neuron with memory held before: the workload in random order, either output (default), or always the wrong one",
              },
              positions: {
                enum: ["serial", "parallel"],
                description:
                  "how a layer of several positions works: one array that takes them one after the other (default), or a copy for each, faster and larger",
              },
              converterDrop: leaf.quantity(
                "V",
                { low: 0, high: 2 },
                "equivalent series drop of the converter that makes the input voltage (default 20 mV): efficiency V / (V + drop)",
              ),
            },
            ["temperature", "workload", "accounting"],
          ),
        },
        variation: {
          description: "sources of variation, equal for every technology",
          ...closed(
            {
              deviceSpread: {
                type: "boolean",
                description: "programming spread of synapses and offsets of neurons (default true)",
              },
              referenceNoise: leaf.quantity(
                "V",
                { low: 0, high: 0.1 },
                "standard deviation of the neuron reference against the middle of the inputs (default 0 V)",
              ),
              thermalNoise: { type: "boolean", description: "Johnson noise of the columns (default true)" },
              supplyNoise: leaf.quantity(
                "1",
                { low: 0, high: 0.5 },
                "standard deviation of the input voltage relative to it, all rows alike (default 0)",
              ),
              supplyNoisePer: {
                enum: ["chip", "cycle"],
                description: "whether every chip (default), or every cycle, has its own input voltage",
              },
              driverSpread: leaf.quantity(
                "1",
                { low: 0, high: 1 },
                "standard deviation of the resistance of a row driver relative to it, driver to driver (default 0)",
              ),
              age: leaf.quantity(
                "s",
                { low: 0, high: TEN_YEARS_S },
                "time since the synapses were programmed, at which they are read (default 0 s)",
              ),
              chips: {
                type: "integer",
                minimum: 0,
                maximum: 100_000,
                description:
                  "Monte Carlo chips that verify the best designs (default 200; 0 for none); where an objective or a constraint needs chips, the most that are drawn of a candidate",
              },
              eliteChips: {
                type: "integer",
                minimum: 1,
                maximum: 1_000_000,
                description:
                  "where an objective or a constraint needs chips, the most other ones that are drawn of a design of the front (default four times chips)",
              },
              confidence: leaf.quantity(
                "1",
                { low: 0.5, high: 0.999 },
                "at which chips decide a constraint, so that no more are drawn (default 95 %)",
              ),
              corners: cornersSchema(catalog, leaf),
            },
            [],
          ),
        },
        technologies: {
          type: "object",
          description: "what is compared; each is searched on its own",
          minProperties: 1,
          maxProperties: 40,
          propertyNames: OWN_NAME,
          additionalProperties: closed(
            {
              title: { type: "string", minLength: 1, maxLength: 120 },
              neuron: part(catalog.neuron, "neuron"),
              fidelities: {
                description:
                  "values of the neuron's parameter fidelity, lowest first: every candidate is assessed at the first, promising ones at the next; each with its cost in assessments at the first (default ten times the one before)",
                ...(form === "check" ? { fidelities: true } : EDITOR_FIDELITIES),
              },
              synapse,
              interconnect: part(catalog.interconnect, "interconnect"),
              inputVoltage: leaf.parameter(INPUT_VOLTAGE),
              training: trainingSchema(catalog, form, leaf),
            },
            ["neuron", "synapse", "interconnect", "inputVoltage"],
          ),
        },
        objectives: {
          type: "array",
          minItems: 1,
          maxItems: 4,
          description: "one or more metrics to minimize or maximize",
          items: { ...closed({ minimize: metric, maximize: metric, statistic }, []), minProperties: 1 },
        },
        constraints: {
          type: "array",
          maxItems: 20,
          description: "bounds on metrics",
          items: closed(
            {
              metric,
              statistic,
              atMost: { type: ["string", "number"], description: "upper bound with its unit" },
              atLeast: { type: ["string", "number"], description: "lower bound with its unit" },
            },
            ["metric"],
          ),
        },
        rank: { ...metric, description: "metric that names the winner (default edp)" },
        optimizer: part(catalog.optimizer, "optimizer"),
        budget: {
          description: "how long to search",
          ...closed(
            {
              evaluations: {
                type: "integer",
                minimum: 1,
                maximum: 10_000_000,
                description: "evaluations for each technology and accounting",
              },
            },
            ["evaluations"],
          ),
        },
        promotion: {
          description: "which candidates of a technology with fidelities are assessed at the next one (default front)",
          ...closed(
            {
              rule: {
                enum: ["front", "share"],
                description:
                  "front: those that no candidate of their fidelity dominates; share: the best share of each fidelity (successive halving)",
              },
              share: leaf.quantity("1", { low: 0.001, high: 1 }, "the share of rule share (default 25 %)"),
            },
            ["rule"],
          ),
        },
        seed: {
          type: "integer",
          minimum: 0,
          maximum: 4_294_967_295,
          description: "every random number of the study comes from this",
        },
      },
      ["title", "held", "technologies", "objectives", "budget", "seed"],
    ),
  };
}

/** Names of the user's own: of technologies, measured devices and corners. */
const OWN_NAME: JsonSchema = { pattern: "^[A-Za-z][A-Za-z0-9-]{0,39}$" };

/** Corners by name; the processes are those of the models that have any. */
function cornersSchema(catalog: Catalog, leaf: Leaf): JsonSchema {
  const processes = [catalog.neuron, catalog.synapse, catalog.interconnect]
    .flatMap((entries) => [...entries.values()])
    .flatMap(({ model }) => {
      const parameter = model.parameters[PROCESS_PARAMETER];
      return parameter?.kind === "choice" ? parameter.options : [];
    });
  return {
    type: "object",
    description:
      "conditions at which every candidate is assessed besides the nominal ones, by name; what one leaves out is as there. A design keeps its parameters; what a model derives from the conditions follows them",
    minProperties: 1,
    maxProperties: 20,
    propertyNames: OWN_NAME,
    additionalProperties: {
      ...closed(
        {
          temperature: leaf.quantity("K", { low: 1, high: 600 }, "temperature of every part"),
          supply: leaf.quantity(
            "1",
            { low: 0.5, high: 1.5 },
            "every supply voltage over that of the design (default 1)",
          ),
          inputVoltage: leaf.quantity(
            "1",
            { low: 0.5, high: 1.5 },
            "level of the inputs over that of the design (default 1)",
          ),
          ...(processes.length === 0
            ? {}
            : {
                process: {
                  enum: [...new Set(processes)],
                  description: "process of the transistors, for models that have the parameter processCorner",
                },
              }),
        },
        [],
      ),
      minProperties: 1,
    },
  };
}

/**
 * Parameters of the training that a technology may choose of its own. Which ones there are depends on the study's workload, so
 * the checker leaves that to the check of meaning; an editor is offered those of all workloads.
 */
function trainingSchema(catalog: Catalog, form: "check" | "editor", leaf: Leaf): JsonSchema {
  const description =
    "parameters of the network and its training that this technology chooses or searches instead of the study's; ranges of quantities need steps";
  if (form === "check") return { type: "object", description };
  const properties: Record<string, JsonSchema> = {};
  for (const { model } of catalog.workload.values())
    for (const name of model.trainable ?? []) {
      const parameter = model.parameters[name];
      if (parameter !== undefined) properties[studyKey(name, parameter)] ??= leaf.parameter(parameter);
    }
  return { description, ...closed(properties, []) };
}

/** The level at which every technology drives its rows. */
export const INPUT_VOLTAGE: Parameter = {
  kind: "quantity",
  unit: "V",
  meaning: "magnitude of the input level; rows are driven to plus or minus this",
  source: { kind: "paper", note: "10 mV and 100 mV in the reference paper; 0.5 V for its CMOS neuron" },
  low: 1e-3,
  high: 1,
  default: 0.1,
  scale: "log",
};

/** What editors check of a list of fidelities. */
const EDITOR_FIDELITIES: JsonSchema = {
  type: "array",
  minItems: 2,
  items: {
    anyOf: [
      { type: "string" },
      closed({ fidelity: { type: "string" }, cost: { type: "number", minimum: 1 } }, ["fidelity", "cost"]),
    ],
  },
};

/** Ten years of 365.25 days: what retention is asked for. */
const TEN_YEARS_S = 10 * 365.25 * 86_400;

/** What a synapse has besides the parameters of its model. */
const EFFECTS_KEY: Readonly<Record<string, JsonSchema>> = { effects: { $ref: "#/$defs/effects" } };

const TEXT: JsonSchema = { type: "string", minLength: 1, maxLength: 300 };

/** Devices from tables of measured points, by the name under which the technologies use them. */
function measuredSchema(entries: readonly MeasuredEntry[]): JsonSchema {
  return {
    type: "object",
    description: "devices from tables of measured points; a technology uses one by its name here",
    minProperties: 1,
    maxProperties: MOST_MEASURED,
    propertyNames: OWN_NAME,
    additionalProperties: {
      type: "object",
      description: `a measured device: "use" names its kind`,
      required: ["use"],
      discriminator: { propertyName: "use" },
      oneOf: entries.map(({ device }) =>
        closed(
          {
            use: { const: device.id, description: device.title },
            file: { ...TEXT, description: `table beside the study, such as:\n${device.example}` },
            interpolation: {
              enum: ["monotone-cubic", "linear"],
              description: "how it is read between the points (default monotone-cubic); outside them it is invalid",
            },
            source: {
              description: "who measured it; ends in the references of the report",
              ...closed(
                {
                  author: TEXT,
                  title: TEXT,
                  year: { type: "integer", minimum: 1900, maximum: 2200 },
                  journal: TEXT,
                  volume: TEXT,
                  pages: TEXT,
                  doi: TEXT,
                  note: TEXT,
                },
                ["author", "title", "year"],
              ),
            },
          },
          ["use", "file", "source"],
        ),
      ),
    },
  };
}

interface Leaf {
  quantity(unit: Unit, legal: { readonly low: number; readonly high: number }, description: string): JsonSchema;
  parameter(parameter: Parameter): JsonSchema;
}

/** Leaves for the checker: custom keywords carry the declarations. */
const checkLeaf: Leaf = {
  quantity: (unit, legal, description) => ({ description, quantity: { unit, ...legal } }),
  parameter: (parameter) => ({ description: describe(parameter), parameter }),
};

/** Leaves for editors: standard keywords only. */
const editorLeaf: Leaf = {
  quantity: (unit, _legal, description) =>
    unit === "1"
      ? { type: ["string", "number"], description }
      : { type: "string", description: `${description}, in ${unit}` },
  parameter: (parameter) => ({ description: describe(parameter), ...editorForms(parameter) }),
};

function editorForms(parameter: Parameter): JsonSchema {
  if (parameter.kind === "choice")
    return {
      anyOf: [
        { enum: parameter.options },
        closed({ choice: { type: "array", items: { enum: parameter.options }, minItems: 2, uniqueItems: true } }, [
          "choice",
        ]),
      ],
    };
  if (parameter.kind === "quantity") return { $ref: `#/$defs/${parameter.unit === "1" ? "number" : "quantity"}` };
  return searchable({ type: "integer", minimum: parameter.low, maximum: parameter.high });
}

/** A value, a range of values to search, or a list of them to choose from. */
function searchable(value: JsonSchema): JsonSchema {
  return {
    anyOf: [
      value,
      closed(
        {
          range: { type: "array", prefixItems: [value, value], minItems: 2, maxItems: 2 },
          scale: { enum: ["linear", "log"] },
          steps: { type: "integer", minimum: 2, description: "search only this many values, ends included" },
        },
        ["range"],
      ),
      closed({ choice: { type: "array", items: value, minItems: 2 } }, ["choice"]),
    ],
  };
}

/** Forms that most parameters share, written once. */
const EDITOR_FORMS: Readonly<Record<string, JsonSchema>> = {
  quantity: searchable({ type: "string" }),
  number: searchable({ type: ["number", "string"] }),
};

function describe(parameter: Parameter): string {
  const source = `${parameter.source.kind}: ${parameter.source.note}`;
  if (parameter.kind === "choice")
    return `${parameter.meaning}. One of ${parameter.options.join(", ")}; default ${parameter.default}. Source: ${source}`;
  const unit = parameter.kind === "quantity" && parameter.unit !== "1" ? ` ${parameter.unit}` : "";
  return `${parameter.meaning}. Legal ${parameter.low} to ${parameter.high}${unit}; default ${parameter.default}${unit}. Source: ${source}`;
}

function partSchema(
  entries: readonly CatalogEntry[],
  what: string,
  leaf: Leaf,
  used: ReadonlySet<string> | undefined,
  more: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  const models = entries.map(({ model }) => model);
  const named = models.filter(({ id }) => used?.has(id) ?? true);
  return {
    type: "object",
    description: `the ${what}: "use" names it, the other keys are its parameters`,
    required: ["use"],
    discriminator: { propertyName: "use" },
    ...(used === undefined ? {} : { models: models.map(({ id }) => id) }),
    // There must be one.
    oneOf: (named.length === 0 ? models.slice(0, 1) : named).map((model) => variantSchema(model, leaf, more)),
  };
}

function variantSchema(model: Model, leaf: Leaf, more: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const presets = "presets" in model && model.presets !== undefined ? Object.keys(model.presets) : [];
  return closed(
    {
      use: { const: model.id, description: model.title },
      ...(presets.length > 0
        ? { preset: { enum: presets, description: "named parameter set; other keys override it" } }
        : {}),
      ...parameterSchemas(model.parameters, leaf),
      ...("files" in model ? fileSchemas(model.files ?? {}) : {}),
      ...more,
    },
    ["use"],
  );
}

function fileSchemas(files: Readonly<Record<string, FileDeclaration>>): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(files).map(([key, { meaning, extensions }]) => [
      key,
      {
        type: "string",
        minLength: 1,
        maxLength: 400,
        description: `${meaning}. A path relative to the folder of the study, ending in ${extensions.join(" or ")}`,
      },
    ]),
  );
}

function parameterSchemas(parameters: Parameters, leaf: Leaf): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [studyKey(name, parameter), leaf.parameter(parameter)]),
  );
}

function closed(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema {
  return { type: "object", properties, required, additionalProperties: false };
}
