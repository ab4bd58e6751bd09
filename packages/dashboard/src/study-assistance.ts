import { getLocation, parse } from "jsonc-parser";
import type { Location } from "jsonc-parser";
import { schemasAt } from "./schema-place.ts";
import type { Schema } from "./schema-place.ts";

/** Something that may be written at a place. */
export interface Proposal {
  readonly label: string;
  /** What it means, for people. */
  readonly detail: string;
  /** Text that takes the place of what stands from `from` to `to`. */
  readonly insert: string;
  /** Where in the inserted text one goes on writing. */
  readonly caret: number;
}

/** What can be said about a place of a study that is being written. */
export interface Assistance {
  readonly from: number;
  readonly to: number;
  readonly proposals: readonly Proposal[];
  /** What the key or value at the place means. */
  readonly help: { readonly path: string; readonly text: string } | undefined;
}

const MOST_PROPOSALS = 200;

/**
 * What may be written at a place of a study, and what stands there means.
 *
 * @param offset of the place in the text
 */
export function assistance(text: string, offset: number, schema: Schema): Assistance {
  const location = getLocation(text, offset);
  const document: unknown = parse(text, [], { allowTrailingComma: true });
  const path = location.path.filter((key) => key !== "");
  const { from, to, begun } = token(text, offset, location);
  const all = location.isAtPropertyKey
    ? keyProposals(text, to, schemasAt(schema, location.path.slice(0, -1), document), keysBeside(document, location))
    : valueProposals(schemasAt(schema, location.path, document));
  const proposals = all
    .filter(({ label }) => label.toLowerCase().includes(begun.toLowerCase()))
    .slice(0, MOST_PROPOSALS);
  return { from, to, proposals, help: helpAt(path, schema, document) };
}

/** What stands at the place and is replaced: a string with its quotes, or a word that was begun without them. */
function token(text: string, offset: number, { previousNode }: Location): { from: number; to: number; begun: string } {
  // A key has the type of its property.
  const isText = previousNode?.type === "string" || previousNode?.type === "property";
  if (previousNode !== undefined && isText && previousNode.offset < offset) {
    const from = previousNode.offset;
    const end = from + previousNode.length;
    if (offset <= end) return { from, to: end, begun: text.slice(from + 1, offset).replace(/"$/u, "") };
  }
  const begun = /[\w.-]*$/u.exec(text.slice(0, offset))![0];
  const rest = /^[\w.-]*/u.exec(text.slice(offset))![0];
  return { from: offset - begun.length, to: offset + rest.length, begun };
}

/** Keys that the object has already, the one at the place excepted. */
function keysBeside(document: unknown, { path }: Location): ReadonlySet<string> {
  let value: unknown = document;
  for (const key of path.slice(0, -1)) value = (value as Record<string | number, unknown> | undefined)?.[key];
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return new Set(keys.filter((key) => key !== path.at(-1)));
}

function keyProposals(text: string, to: number, schemas: readonly Schema[], present: ReadonlySet<string>): Proposal[] {
  const after = text.slice(to).trimStart();
  const hasValue = after.startsWith(":");
  const comma = !hasValue && after.startsWith('"') ? "," : "";
  return schemas.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties)
      .filter(([key]) => !present.has(key) && key !== "$schema")
      .toSorted(([a], [b]) => Number(required.includes(b)) - Number(required.includes(a)))
      .map(([key, child]) => {
        const value = hasValue ? "" : emptyValue(child);
        const head = hasValue ? JSON.stringify(key) : `${JSON.stringify(key)}: `;
        const inside = value === `{ "use": "" }` ? value.length - 3 : Math.ceil(value.length / 2);
        return {
          label: key,
          detail: `${required.includes(key) ? "needed. " : ""}${child.description ?? ""}`,
          insert: `${head}${value}${comma}`,
          caret: head.length + inside,
        };
      }),
  );
}

/** What a person goes on to write in. */
function emptyValue({
  type,
  properties,
  additionalProperties,
  discriminator,
  items,
  $ref,
  enum: options,
}: Schema): string {
  if (discriminator !== undefined) return `{ "use": "" }`;
  if (type === "object" || properties !== undefined || typeof additionalProperties === "object") return "{}";
  if (type === "array" || items !== undefined) return "[]";
  if (type === "string" || options !== undefined || $ref !== undefined) return `""`;
  return "";
}

function valueProposals(schemas: readonly Schema[]): Proposal[] {
  const proposals = schemas.flatMap((schema): Proposal[] => {
    const { description = "", enum: options, const: only, type } = schema;
    const values = only === undefined ? (options ?? (type === "boolean" ? [true, false] : [])) : [only];
    return [
      ...values.map((value) => proposal(String(value), JSON.stringify(value), description)),
      ...formProposals(schema),
    ];
  });
  return [...new Map(proposals.map((each) => [each.label, each])).values()];
}

/** The ways in which a value that is an object may be written. */
function formProposals({ type, required = [], discriminator, description = "" }: Schema): Proposal[] {
  if (discriminator !== undefined) return [{ label: "use", insert: `{ "use": "" }`, caret: 10, detail: description }];
  if (type !== "object") return [];
  if (required.includes("range"))
    return [{ label: "range", insert: `{ "range": ["", ""] }`, caret: 13, detail: "search between two values" }];
  if (required.includes("choice"))
    return [{ label: "choice", insert: `{ "choice": [] }`, caret: 13, detail: "search a list of values" }];
  return [];
}

function proposal(label: string, insert: string, detail: string): Proposal {
  return { label, insert, caret: insert.length, detail };
}

/** The meaning of the innermost key that has one. */
function helpAt(path: readonly (string | number)[], schema: Schema, document: unknown): Assistance["help"] {
  for (let length = path.length; length > 0; length--) {
    const place = path.slice(0, length);
    const described = schemasAt(schema, place, document).find(({ description }) => description !== undefined);
    const own = modelTitle(place, schema, document);
    const text = own ?? described?.description;
    if (text !== undefined) return { path: place.join(" / "), text };
  }
  return undefined;
}

/** What the model is that `use` names. */
function modelTitle(path: readonly (string | number)[], schema: Schema, document: unknown): string | undefined {
  if (path.at(-1) !== "use") return undefined;
  let name: unknown = document;
  for (const key of path) name = (name as Record<string | number, unknown> | undefined)?.[key];
  return schemasAt(schema, path, document).find(({ const: only }) => only === name)?.description;
}
