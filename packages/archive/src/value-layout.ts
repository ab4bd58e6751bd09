/**
 * Plain data without what differs from one value to the next. Values that a program makes over and over, such as the assessments of
 * a search, differ in their numbers and in the texts of their messages; keys, order, lengths and all other texts stand in a layout
 * that many share.
 */
type Part =
  | { readonly kind: "number"; readonly place: number }
  | { readonly kind: "message"; readonly place: number }
  | { readonly kind: "constant"; readonly value: string | boolean | null }
  | Container;

type Container = { readonly kind: "list"; readonly size: number; readonly parts: readonly Part[] } | ObjectPart;

interface ObjectPart {
  readonly kind: "object";
  readonly size: number;
  readonly keys: readonly string[];
  readonly parts: readonly Part[];
  /** The object that the layout was made of. */
  readonly first: Readonly<Record<string, unknown>>;
  /** The members that are not constants. */
  readonly varying: readonly (readonly [key: string, part: Part])[];
  /** Keys of the members that are lists or objects, small ones first: they tell soon that a value has another layout. */
  readonly containers: readonly (readonly [key: string, part: Container])[];
}

/** What one value adds to its layout. */
export interface ValueContent {
  /** In the order in which they stand in the value. */
  readonly numbers: Float64Array;
  readonly messages: readonly string[];
}

/** Texts under this key differ from value to value. */
const MESSAGE = "message";

/** Deeper data is none of ours; a hostile layout could exhaust the stack. */
const DEEPEST = 64;

/** One layout, made of the text that {@link layoutText} gives. */
export class ValueLayout {
  readonly text: string;
  /** The numbers of the value that the text was made of. */
  readonly firstNumbers: Float64Array;
  /** For each of them the place of an earlier one that it equals; -1 where there is none. */
  readonly twins: Int32Array;
  readonly #root: Part;
  readonly #numbers: Float64Array;
  readonly #messages: string[];

  /** @throws Error when the text is no layout */
  constructor(text: string) {
    const first: First = { numbers: [], messages: [] };
    this.text = text;
    this.#root = partOf(JSON.parse(text), first, 0);
    this.firstNumbers = Float64Array.from(first.numbers);
    this.twins = twinsOf(this.firstNumbers);
    this.#numbers = new Float64Array(first.numbers.length);
    this.#messages = first.messages;
  }

  /** The content of a value of this layout, good until the next call; undefined where the value has another one. */
  contentOf(value: unknown): ValueContent | undefined {
    const content = { numbers: this.#numbers, messages: this.#messages };
    return takes(this.#root, value, content) ? content : undefined;
  }

  /** How many messages a value of this layout has. */
  get messageCount(): number {
    return this.#messages.length;
  }

  /** The keys of a value that is an object; none for others. */
  get keys(): readonly string[] {
    return this.#root.kind === "object" ? this.#root.keys : [];
  }

  /** The value with a content that has as many numbers and messages as this layout. */
  valueOf(content: ValueContent): unknown {
    return made(this.#root, content);
  }

  /** One member of a value that is an object, by the place of its key. */
  memberOf(content: ValueContent, place: number): unknown {
    return this.#root.kind === "object" ? made(this.#root.parts[place]!, content) : undefined;
  }
}

interface FilledContent {
  readonly numbers: Float64Array;
  readonly messages: string[];
}

/** Whether a part of a layout takes a value; then its numbers and messages are put into the content. */
function takes(part: Part, value: unknown, content: FilledContent): boolean {
  if (part.kind === "object") return takesObject(part, value, content);
  if (part.kind === "list") return takesList(part.parts, value, content);
  if (part.kind === "constant") return value === part.value;
  if (part.kind === "number") {
    if (typeof value !== "number") return false;
    content.numbers[part.place] = value;
  } else {
    if (typeof value !== "string") return false;
    content.messages[part.place] = value;
  }
  return true;
}

function takesList(parts: readonly Part[], value: unknown, content: FilledContent): boolean {
  if (!Array.isArray(value) || value.length !== parts.length) return false;
  for (let k = 0; k < parts.length; k++) if (!takes(parts[k]!, value[k], content)) return false;
  return true;
}

function takesObject({ keys, parts, containers }: ObjectPart, value: unknown, content: FilledContent): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const members = value as Readonly<Record<string, unknown>>;
  let k = 0;
  for (const key in members) {
    const member = members[key];
    if (member === undefined) continue;
    if (key !== keys[k]) return false;
    const inner = parts[k++]!;
    if (!isContainer(inner) && !takes(inner, member, content)) return false;
  }
  if (k !== keys.length) return false;
  for (const [key, inner] of containers) if (!takes(inner, members[key], content)) return false;
  return true;
}

function made(part: Part, content: ValueContent): unknown {
  if (part.kind === "constant") return part.value;
  if (part.kind === "number") return content.numbers[part.place];
  if (part.kind === "object") return madeObject(part, content);
  if (part.kind === "message") return content.messages[part.place];
  const list: unknown[] = [];
  for (const inner of part.parts) list.push(made(inner, content));
  return list;
}

function madeObject({ first, varying }: ObjectPart, content: ValueContent): Record<string, unknown> {
  // To copy a whole object is several times cheaper than to put it together.
  const value: Record<string, unknown> = { ...first };
  for (const [key, inner] of varying)
    value[key] = inner.kind === "number" ? content.numbers[inner.place] : made(inner, content);
  return value;
}

/** The layout of a value, with its own numbers, those that are not finite as 0. */
export function layoutText(value: unknown): string {
  return written(value, (number) => (Number.isFinite(number) ? number : 0));
}

/** The same text for all values of one layout. */
export function layoutKey(value: unknown): string {
  return written(value, () => 0);
}

function written(value: unknown, numberOf: (number: number) => number): string {
  return JSON.stringify(value, (key, member: unknown) => {
    if (typeof member === "number") return numberOf(member);
    return key === MESSAGE && typeof member === "string" ? "" : member;
  });
}

/** What has been found in the value of a layout. */
interface First {
  readonly numbers: number[];
  readonly messages: string[];
}

function partOf(value: unknown, first: First, depth: number, key = ""): Part {
  if (depth > DEEPEST) throw new Error("a layout is nested too deep");
  if (typeof value === "number") return { kind: "number", place: first.numbers.push(value) - 1 };
  if (typeof value === "string" && key === MESSAGE) return { kind: "message", place: first.messages.push(value) - 1 };
  if (typeof value !== "object" || value === null) return { kind: "constant", value: value as string | boolean | null };
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => partOf(item, first, depth + 1));
    return { kind: "list", size: sizeOf(items), parts: items };
  }
  const keys = Object.keys(value);
  // Written into an object it would be its prototype.
  if (keys.includes("__proto__")) throw new Error("a layout has a key that no object of ours has");
  const members = value as Readonly<Record<string, unknown>>;
  const parts = keys.map((name) => partOf(members[name], first, depth + 1, name));
  const named = keys.map((name, k) => [name, parts[k]!] as const);
  const containers = named
    .filter((member): member is readonly [string, Container] => isContainer(member[1]))
    .toSorted(([, a], [, b]) => a.size - b.size);
  const varying = named.filter(([, part]) => part.kind !== "constant");
  return { kind: "object", size: sizeOf(parts), keys, parts, first: members, varying, containers };
}

function isContainer(part: Part): part is Container {
  return part.kind === "list" || part.kind === "object";
}

function sizeOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (isContainer(part) ? part.size : 1), 0);
}

/** Whole numbers meet by chance and have none. */
function twinsOf(numbers: Float64Array): Int32Array {
  const places = new Map<number, number>();
  return Int32Array.from(numbers, (number, place) => {
    if (Number.isInteger(number)) return -1;
    const twin = places.get(number);
    if (twin === undefined) places.set(number, place);
    return twin ?? -1;
  });
}
