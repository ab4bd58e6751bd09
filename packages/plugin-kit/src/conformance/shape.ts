/**
 * What a value must look like before its numbers are looked at; for authors whose compiler did not check it.
 * `numbers` is an array of numbers, `numbers-by-name` a record of them.
 */
export type Shape =
  | "number"
  | "text"
  | "boolean"
  | "numbers"
  | "numbers-by-name"
  | { readonly oneOf: readonly string[] }
  | { readonly listOf: Shape }
  | { readonly record: Readonly<Record<string, Shape>> };

const record = (shapes: Readonly<Record<string, Shape>>): Shape => ({ record: shapes });

export const VIOLATIONS: Shape = {
  listOf: record({
    kind: { oneOf: ["impossible", "invalid", "constraint", "warning"] },
    code: "text",
    message: "text",
    amount: "number",
  }),
};
export const AREA: Shape = { listOf: record({ part: "text", area_m2: "number", formula: "text" }) };
/** The line is any text here: whether it may be written is a rule of its own. */
export const ENERGY: Shape = {
  listOf: record({ line: "text", energy_J: "number", formula: "text", inputs: "numbers-by-name" }),
};

/** What is wrong with the shape of a value, or undefined. */
export function problemOfShape(value: unknown, shape: Shape, path: string): string | undefined {
  const is = `${path} is ${describe(value)}`;
  if (shape === "number" || shape === "boolean") return typeof value === shape ? undefined : `${is}, not a ${shape}`;
  if (shape === "text") return typeof value === "string" ? undefined : `${is}, not a text`;
  if (shape === "numbers") {
    if (value instanceof Float64Array || value instanceof Int32Array) return undefined;
    return `${is}, not a typed array of numbers`;
  }
  if (shape === "numbers-by-name") {
    if (typeof value !== "object" || value === null) return `${is}, not a record of numbers`;
    return firstProblem(Object.entries(value), ([name, member]) => problemOfShape(member, "number", `${path}.${name}`));
  }
  if ("oneOf" in shape)
    return shape.oneOf.includes(value as string) ? undefined : `${is}, not one of ${shape.oneOf.join(", ")}`;
  if ("listOf" in shape) {
    if (!Array.isArray(value)) return `${is}, not a list`;
    return firstProblem([...value.entries()], ([k, member]) => problemOfShape(member, shape.listOf, `${path}[${k}]`));
  }
  if (typeof value !== "object" || value === null) return `${is}, not a record`;
  return firstProblem(Object.entries(shape.record), ([name, member]) =>
    problemOfShape((value as Record<string, unknown>)[name], member, `${path}.${name}`),
  );
}

/** What is wrong with the shape of a model's answer: a character of `shape`, or an impossible with its violations. */
export function problemOfAnswer(answer: unknown, shape: Shape): string | undefined {
  const status = (answer as { readonly status?: unknown } | undefined)?.status;
  if (status === "ok") return problemOfShape(answer, shape, "answer");
  if (status !== "impossible") return `answer.status is ${describe(status)}, not ok or impossible`;
  return problemOfShape((answer as { readonly violations?: unknown }).violations, VIOLATIONS, "answer.violations");
}

function firstProblem<Item>(items: readonly Item[], problemOf: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const problem = problemOf(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object";
  return typeof value === "string" ? JSON.stringify(value) : typeof value;
}
