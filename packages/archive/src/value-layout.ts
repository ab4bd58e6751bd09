/**
 * Plain data without what differs from one value to the next. Values that a program makes over and over, such as the assessments of
 * a search, differ in their numbers and in the texts of their messages; keys, order, lengths and all other texts stand in a layout
 * that many share.
 */
interface Part {
  readonly kind: (typeof KIND)[keyof typeof KIND];
  /** Of a number or message among those of the value. */
  readonly place: number;
  /** Of a number: what it was in the value that the layout was made of. */
  readonly firstNumber: number;
  /** What a constant is. */
  constant: string | boolean | null;
  /** Numbers, messages and constants in it. */
  readonly size: number;
  readonly keys: readonly string[];
  /** Members of an object or items of a list. */
  readonly parts: readonly Part[];
  /** The object that the layout was made of. */
  readonly first: Readonly<Record<string, unknown>>;
  /** Places of the members that are not constants. */
  readonly varying: readonly number[];
  /** Places of the members that are lists or objects, small ones first: they tell soon that a value has another layout. */
  readonly containers: readonly number[];
}

const KIND = { number: 0, message: 1, constant: 2, list: 3, object: 4 } as const;

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
    return this.#root.keys;
  }

  /** The value with a content that has as many numbers and messages as this layout. */
  valueOf(content: ValueContent): unknown {
    return made(this.#root, content);
  }

  /** One member of a value that is an object, by the place of its key. */
  memberOf(content: ValueContent, place: number): unknown {
    return made(this.#root.parts[place]!, content);
  }
}

interface FilledContent {
  readonly numbers: Float64Array;
  readonly messages: string[];
}

/** Whether a part of a layout takes a value; then its numbers and messages are put into the content. */
function takes(part: Part, value: unknown, content: FilledContent): boolean {
  if (part.kind === KIND.number) {
    if (typeof value !== "number") return false;
    content.numbers[part.place] = value;
    return true;
  }
  if (part.kind === KIND.constant) {
    if (value !== part.constant) return false;
    // Of two equal texts, the one that programs use: it is found equal at once when it comes again.
    part.constant = value as Part["constant"];
    return true;
  }
  if (part.kind === KIND.object) return takesObject(part, value, content);
  if (part.kind === KIND.list) return takesList(part.parts, value, content);
  if (typeof value !== "string") return false;
  content.messages[part.place] = value;
  return true;
}

function takesList(parts: readonly Part[], value: unknown, content: FilledContent): boolean {
  if (!Array.isArray(value) || value.length !== parts.length) return false;
  for (let k = 0; k < parts.length; k++) if (!takes(parts[k]!, value[k], content)) return false;
  return true;
}

function takesObject({ keys, parts, containers }: Part, value: unknown, content: FilledContent): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const members = value as Readonly<Record<string, unknown>>;
  let k = 0;
  for (const key in members) {
    const member = members[key];
    if (member === undefined) continue;
    if (key !== keys[k]) return false;
    const inner = parts[k++]!;
    if (inner.kind < KIND.list && !takes(inner, member, content)) return false;
  }
  if (k !== keys.length) return false;
  for (const place of containers) if (!takes(parts[place]!, members[keys[place]!], content)) return false;
  return true;
}

function made(part: Part, content: ValueContent): unknown {
  if (part.kind === KIND.number) return content.numbers[part.place];
  if (part.kind === KIND.object) return madeObject(part, content);
  if (part.kind === KIND.constant) return part.constant;
  if (part.kind === KIND.message) return content.messages[part.place];
  const list: unknown[] = [];
  for (const inner of part.parts) list.push(made(inner, content));
  return list;
}

function madeObject({ first, keys, parts, varying }: Part, content: ValueContent): Record<string, unknown> {
  // To copy a whole object is several times cheaper than to put it together.
  const value: Record<string, unknown> = { ...first };
  for (const place of varying) {
    const inner = parts[place]!;
    if (inner.kind !== KIND.number) value[keys[place]!] = made(inner, content);
    else {
      const number = content.numbers[inner.place];
      if (!Object.is(number, inner.firstNumber)) value[keys[place]!] = number;
    }
  }
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

/** All parts are objects of the same form, so that walking along them stays quick. */
const NO_PART: Part = {
  kind: KIND.constant,
  place: -1,
  firstNumber: 0,
  constant: null,
  size: 1,
  keys: [],
  parts: [],
  first: {},
  varying: [],
  containers: [],
};

function partOf(value: unknown, first: First, depth: number, key = ""): Part {
  if (depth > DEEPEST) throw new Error("a layout is nested too deep");
  if (typeof value === "number")
    return { ...NO_PART, kind: KIND.number, place: first.numbers.push(value) - 1, firstNumber: value };
  if (typeof value === "string" && key === MESSAGE)
    return { ...NO_PART, kind: KIND.message, place: first.messages.push(value) - 1 };
  if (typeof value !== "object" || value === null) return { ...NO_PART, constant: value as Part["constant"] };
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => partOf(item, first, depth + 1));
    return { ...NO_PART, kind: KIND.list, size: sizeOf(items), parts: items };
  }
  const keys = Object.keys(value);
  // Written into an object it would be its prototype.
  if (keys.includes("__proto__")) throw new Error("a layout has a key that no object of ours has");
  const members = value as Readonly<Record<string, unknown>>;
  const parts = keys.map((name) => partOf(members[name], first, depth + 1, name));
  const places = [...parts.keys()];
  return {
    ...NO_PART,
    kind: KIND.object,
    size: sizeOf(parts),
    keys,
    parts,
    first: members,
    varying: places.filter((place) => parts[place]!.kind !== KIND.constant),
    containers: places
      .filter((place) => parts[place]!.kind >= KIND.list)
      .toSorted((a, b) => parts[a]!.size - parts[b]!.size),
  };
}

function sizeOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { size }) => sum + size, 0);
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
