/** Whether a value from a file has the form that the program relies on. */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === "string";
export const finite: Shape = (value) => typeof value === "number" && Number.isFinite(value);
/** Any number, also as JSON writes those that are not finite: as null. */
export const anyNumber: Shape = (value) => value === null || typeof value === "number";
export const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const flag: Shape = (value) => typeof value === "boolean";

export function oneOf(...options: readonly (string | number)[]): Shape {
  return (value) => options.includes(value as string | number);
}

export function either(...shapes: readonly Shape[]): Shape {
  return (value) => shapes.some((shape) => shape(value));
}

export function listOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(shape);
}

/** An object whose every value has a shape, whatever its keys. */
export function recordOf(shape: Shape): Shape {
  return (value) => isObject(value) && Object.values(value).every(shape);
}

/** An object with these members; others may stand beside them. An optional one that is undefined is not there. */
export function objectOf(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const members = Object.entries(required);
  const more = Object.entries(optional);
  return (value) =>
    isObject(value) &&
    members.every(([key, shape]) => Object.hasOwn(value, key) && shape(value[key])) &&
    more.every(([key, shape]) => !Object.hasOwn(value, key) || value[key] === undefined || shape(value[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
