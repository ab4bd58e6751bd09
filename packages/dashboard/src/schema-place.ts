/** A JSON Schema as plain data: the forms that the schema of studies uses. */
export interface Schema {
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string };
}

/** Schemas may refer to others this often in a row. */
const MOST_STEPS = 20;

/**
 * The schemas that hold at a place of a document that may be unfinished: of a part that names its model in `use`, those of that
 * model; of a value that may be written in several forms, those that it may still become.
 *
 * @param path keys and positions from the root
 * @param document what is written so far
 */
export function schemasAt(root: Schema, path: readonly (string | number)[], document: unknown): Schema[] {
  let schemas = expanded(root, root, document, path[0]);
  let value = document;
  path.forEach((key, index) => {
    value = childOf(value, key);
    schemas = schemas.flatMap((schema) => {
      const child = childSchema(schema, key);
      return child === undefined ? [] : expanded(child, root, value, path[index + 1]);
    });
  });
  return schemas;
}

/**
 * The forms of a schema. A discriminated one becomes the variant that the value names, or, where the name itself is asked for or
 * names none, an object of which the name alone is known.
 */
function expanded(
  schema: Schema,
  root: Schema,
  value: unknown,
  nextKey: string | number | undefined,
  steps = 0,
): Schema[] {
  if (steps > MOST_STEPS) return [];
  const { $ref, oneOf, anyOf, discriminator, ...own } = schema;
  if ($ref !== undefined) {
    const target = root.$defs?.[$ref.replace("#/$defs/", "")];
    return target === undefined ? [] : expanded({ ...target, ...own }, root, value, nextKey, steps + 1);
  }
  if (oneOf !== undefined && discriminator !== undefined) {
    const tag = discriminator.propertyName;
    const variant = oneOf.find(({ properties }) => properties?.[tag]?.const === childOf(value, tag));
    if (variant !== undefined && nextKey !== tag) return [{ ...own, ...variant }];
    return [{ ...own, properties: { [tag]: { anyOf: oneOf.flatMap(({ properties }) => properties?.[tag] ?? []) } } }];
  }
  if (anyOf !== undefined)
    return anyOf
      .filter((form) => value === undefined || mayBe(form, value))
      .flatMap((form) => expanded({ ...own, ...form }, root, value, nextKey, steps + 1));
  return [schema];
}

function mayBe({ type, const: only }: Schema, value: unknown): boolean {
  if (only !== undefined) return typeof value === typeof only;
  if (type === undefined) return true;
  const kind = Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
  return [type].flat().some((each) => each === kind || (each === "integer" && kind === "number"));
}

function childSchema(
  { properties, additionalProperties, items, prefixItems }: Schema,
  key: string | number,
): Schema | undefined {
  if (typeof key === "number") return prefixItems?.[key] ?? items;
  if (properties !== undefined && Object.hasOwn(properties, key)) return properties[key];
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}

function childOf(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}
