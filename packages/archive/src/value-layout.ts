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
  readonly constant: Constant;
  /** Numbers, messages and constants in it. */
  readonly size: number;
  /** Places in the value of the first of its numbers and of the first that comes after it. */
  readonly from: number;
  readonly to: number;
  readonly hasMessages: boolean;
  readonly keys: readonly string[];
  /** Members of an object or items of a list. */
  readonly parts: readonly Part[];
  /** What each of them is: the place of a number, or a code. Lists side by side are walked quicker than objects far apart. */
  readonly codes: Int32Array;
  /** What each of them is that is a constant. */
  readonly constants: Constant[];
  /** The object that the layout was made of. */
  readonly first: Members;
  /** Places of the members that are not constants. */
  readonly varying: readonly number[];
  /** Places of the members that are lists or objects, small ones first: they tell soon that a value has another layout. */
  readonly containers: readonly number[];
  /** The last that was made to be shared. */
  shared: object | undefined;
}

type Constant = string | boolean | null;

const KIND = { number: 0, message: 1, constant: 2, list: 3, object: 4 } as const;

/** In place of the place of a number; those of messages are counted down from the last. */
const CODE = { constant: -1, container: -2, message: -3 } as const;

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
  /** A list of nothing but that. */
  readonly #whole: Part;
  readonly #numbers: Float64Array;
  readonly #messages: string[];
  /** Of the last value that was made to be shared. */
  readonly #sharedNumbers: Float64Array;

  /** @throws Error when the text is no layout */
  constructor(text: string) {
    const first: First = { numbers: [], messages: [] };
    this.text = text;
    this.#root = partOf(JSON.parse(text), first, 0);
    this.#whole = { ...NO_PART, kind: KIND.list, ...inside([this.#root]) };
    this.firstNumbers = Float64Array.from(first.numbers);
    this.twins = twinsOf(this.firstNumbers);
    this.#numbers = new Float64Array(first.numbers.length);
    this.#sharedNumbers = new Float64Array(first.numbers.length);
    this.#messages = first.messages;
  }

  /** The content of a value of this layout, good until the next call; undefined where the value has another one. */
  contentOf(value: unknown): ValueContent | undefined {
    const content = { numbers: this.#numbers, messages: this.#messages };
    return takesItems(this.#whole, [value], content) ? content : undefined;
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

  /** The same, frozen: parts of it that are as in the last such value are the same objects as there. */
  sharedValueOf(content: ValueContent): unknown {
    const value = made(this.#root, content, this.#sharedNumbers);
    this.#sharedNumbers.set(content.numbers);
    return value;
  }

  /** One member of a value that is an object, by the place of its key. */
  memberOf(content: ValueContent, place: number): unknown {
    return made(this.#root.parts[place]!, content);
  }
}

type Members = Readonly<Record<string, unknown>>;

interface FilledContent {
  readonly numbers: Float64Array;
  readonly messages: string[];
}

/** Whether an object or list takes a value; then its numbers and messages are put into the content. */
function takes(part: Part, value: unknown, content: FilledContent): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (part.kind === KIND.object) return !Array.isArray(value) && takesMembers(part, value as Members, content);
  return Array.isArray(value) && takesItems(part, value, content);
}

function takesItems(part: Part, items: readonly unknown[], content: FilledContent): boolean {
  const { parts } = part;
  if (items.length !== parts.length) return false;
  for (let k = 0; k < parts.length; k++) {
    if (!takesLeaf(part, k, items[k], content)) return false;
    if (part.codes[k] === CODE.container && !takes(parts[k]!, items[k], content)) return false;
  }
  return true;
}

function takesMembers(part: Part, members: Members, content: FilledContent): boolean {
  const { keys, parts } = part;
  let k = 0;
  for (const key in members) {
    const member = members[key];
    if (member === undefined) continue;
    if (key !== keys[k] || !takesLeaf(part, k, member, content)) return false;
    k++;
  }
  if (k !== keys.length) return false;
  for (const place of part.containers) if (!takes(parts[place]!, members[keys[place]!], content)) return false;
  return true;
}

/** Whether a member or item is as it should be; those that are objects or lists are not looked at. */
function takesLeaf({ codes, constants }: Part, k: number, value: unknown, content: FilledContent): boolean {
  const code = codes[k]!;
  if (code >= 0) {
    if (typeof value !== "number") return false;
    content.numbers[code] = value;
  } else if (code === CODE.constant) {
    if (value !== constants[k]) return false;
    // Of two equal texts, the one that programs use: it is found equal at once when it comes again.
    constants[k] = value as Constant;
  } else if (code !== CODE.container) {
    if (typeof value !== "string") return false;
    content.messages[CODE.message - code] = value;
  }
  return true;
}

/** @param last where objects are shared, the numbers of those that were made before */
function made(part: Part, content: ValueContent, last?: Float64Array): unknown {
  if (part.kind === KIND.number) return content.numbers[part.place];
  if (part.kind === KIND.object)
    return last === undefined ? madeObject(part, content) : sharedObject(part, content, last);
  if (part.kind === KIND.constant) return part.constant;
  if (part.kind === KIND.message) return content.messages[part.place];
  const list: unknown[] = [];
  for (const inner of part.parts) list.push(made(inner, content, last));
  return last === undefined ? list : Object.freeze(list);
}

function madeObject(
  { first, keys, parts, varying }: Part,
  content: ValueContent,
  last?: Float64Array,
): Record<string, unknown> {
  // To copy a whole object is several times cheaper than to put it together.
  const value: Record<string, unknown> = { ...first };
  for (const place of varying) {
    const inner = parts[place]!;
    if (inner.kind !== KIND.number) value[keys[place]!] = made(inner, content, last);
    else {
      const number = content.numbers[inner.place];
      if (!Object.is(number, inner.firstNumber)) value[keys[place]!] = number;
    }
  }
  return value;
}

/** An object that is frozen, or the last that was made where it is the same. */
function sharedObject(part: Part, content: ValueContent, last: Float64Array): object {
  if (part.shared !== undefined && isAsLast(part, content.numbers, last)) return part.shared;
  const value = Object.freeze(madeObject(part, content, last));
  if (!part.hasMessages) part.shared = value;
  return value;
}

/** Whether a part has the numbers that it had. */
function isAsLast({ from, to }: Part, numbers: Float64Array, last: Float64Array): boolean {
  for (let k = from; k < to; k++) if (!Object.is(numbers[k], last[k])) return false;
  return true;
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
  from: 0,
  to: 0,
  hasMessages: false,
  keys: [],
  parts: [],
  codes: new Int32Array(),
  constants: [],
  first: {},
  varying: [],
  containers: [],
  shared: undefined,
};

function partOf(value: unknown, first: First, depth: number, key = ""): Part {
  if (depth > DEEPEST) throw new Error("a layout is nested too deep");
  if (typeof value === "number")
    return { ...NO_PART, kind: KIND.number, place: first.numbers.push(value) - 1, firstNumber: value };
  if (typeof value === "string" && key === MESSAGE)
    return { ...NO_PART, kind: KIND.message, place: first.messages.push(value) - 1, hasMessages: true };
  if (typeof value !== "object" || value === null) return { ...NO_PART, constant: value as Constant };
  const from = first.numbers.length;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => partOf(item, first, depth + 1));
    return { ...NO_PART, kind: KIND.list, from, to: first.numbers.length, ...inside(items) };
  }
  const keys = Object.keys(value);
  // Written into an object it would be its prototype.
  if (keys.includes("__proto__")) throw new Error("a layout has a key that no object of ours has");
  const members = value as Members;
  const parts = keys.map((name) => partOf(members[name], first, depth + 1, name));
  const places = [...parts.keys()];
  return {
    ...NO_PART,
    kind: KIND.object,
    from,
    to: first.numbers.length,
    keys,
    ...inside(parts),
    first: members,
    varying: places.filter((place) => parts[place]!.kind !== KIND.constant),
    containers: places
      .filter((place) => parts[place]!.kind >= KIND.list)
      .toSorted((a, b) => parts[a]!.size - parts[b]!.size),
  };
}

/** What follows for an object or list from its members or items. */
function inside(parts: readonly Part[]): Pick<Part, "size" | "hasMessages" | "parts" | "codes" | "constants"> {
  return {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    hasMessages: parts.some(({ hasMessages }) => hasMessages),
    parts,
    codes: Int32Array.from(parts, codeOf),
    constants: parts.map(({ constant }) => constant),
  };
}

function codeOf({ kind, place }: Part): number {
  if (kind === KIND.number) return place;
  if (kind === KIND.message) return CODE.message - place;
  return kind === KIND.constant ? CODE.constant : CODE.container;
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
