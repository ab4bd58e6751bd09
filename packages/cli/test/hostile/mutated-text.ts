import fc from "fast-check";

/** Texts that have broken programs before: keys of prototypes, paths, numbers at the ends of their range, endless repetition. */
const HOSTILE_TEXTS: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "../../../etc/passwd",
  "/etc/passwd",
  "..\\..\\secret",
  "data/../../secret.csv",
  "file\u0000.csv",
  "C:\\secret.npy",
  "http://127.0.0.1/",
  "${process.exit(1)}",
  "-0",
  "1e999",
  "1e-999 m",
  "NaN",
  "Infinity K",
  "9".repeat(400),
  `1${" ".repeat(900)}x`,
  `${"1 m*".repeat(200)}m`,
  "\u202Ereversed",
  "\uD800",
  "ﷺ".repeat(60),
  "a".repeat(1001),
];

const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  2 ** 53,
  -(2 ** 31),
  1e308,
  5e-324,
  [],
  {},
  [[]],
  [null],
  { use: "__proto__" },
  { use: ["ideal-neuron"] },
  { range: [0, 0] },
  { range: ["1 m", "2 m"], steps: 1e9 },
  { choice: Array.from({ length: 40 }, (_, k) => k / 40) },
  { choice: ["1 uA", "1 uA"] },
  Array.from({ length: 30 }, (_, k) => `f${k}`),
  Object.fromEntries(Array.from({ length: 60 }, (_, k) => [`k${k}`, k])),
  JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`),
  JSON.parse(`{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`),
];

/** Pieces of JSON that a text may get in place of some of its own. */
const HOSTILE_PIECES: readonly string[] = [
  "[".repeat(40),
  `{"a":`.repeat(40),
  "[},".repeat(60),
  `/*"*/`,
  `"\n`,
  "//",
  "\u0000",
  "\\u0000",
  `"a":1,`.repeat(60),
  ",",
  ":",
  '"',
  "}",
  "]",
  "1e400",
  "-",
  "\uFEFF",
  "NaN",
];

/** One change of a value or of its text; numbers are reduced to the places there are. */
export interface Mutation {
  readonly kind: "value" | "key" | "remove" | "move" | "twice" | "piece" | "cut" | "byte";
  readonly place: number;
  readonly choice: number;
}

/** A mutant: which of several originals, and what is done to it, one after the other. */
export interface Mutant {
  readonly original: number;
  readonly mutations: readonly Mutation[];
}

const anyNumber = fc.nat({ max: 2 ** 30 });

export function mutants(originals: number): fc.Arbitrary<Mutant> {
  return fc.record({
    original: fc.nat({ max: originals - 1 }),
    mutations: fc.array(
      fc.record({
        kind: fc.constantFrom<Mutation["kind"]>(
          "value",
          "value",
          "key",
          "remove",
          "move",
          "twice",
          "piece",
          "cut",
          "byte",
        ),
        place: anyNumber,
        choice: anyNumber,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  });
}

/** The text of a mutant of a JSON value. */
export function mutatedText(original: unknown, mutations: readonly Mutation[]): string {
  let value: unknown = JSON.parse(JSON.stringify(original));
  for (const mutation of mutations) value = mutatedValue(value, mutation);
  let text = JSON.stringify(value) ?? "";
  for (const mutation of mutations) text = changedText(text, mutation);
  return text;
}

/** A mutant of a JSON value that is still JSON. */
function mutatedValue(value: unknown, { kind, place, choice }: Mutation): unknown {
  const spots = spotsOf(value);
  if (spots.length === 0) return value;
  const { parent, key } = spots[place % spots.length]!;
  const another = spots[choice % spots.length]!;
  switch (kind) {
    case "value":
      set(parent, key, hostileValue(choice, parent[key]));
      return value;
    case "key":
      if (!Array.isArray(parent)) {
        const moved = parent[key];
        delete parent[key];
        set(parent, HOSTILE_TEXTS[choice % HOSTILE_TEXTS.length]!, moved);
      }
      return value;
    case "remove":
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      return value;
    case "move":
      set(parent, key, structuredClone(another.parent[another.key]));
      return value;
    default:
      return value;
  }
}

/** A hostile value, or one like the value that stands there. */
function hostileValue(choice: number, present: unknown): unknown {
  const all = HOSTILE_VALUES.length + HOSTILE_TEXTS.length + 4;
  const which = choice % all;
  if (which < HOSTILE_VALUES.length) return structuredClone(HOSTILE_VALUES[which]);
  if (which < HOSTILE_VALUES.length + HOSTILE_TEXTS.length) return HOSTILE_TEXTS[which - HOSTILE_VALUES.length];
  if (typeof present === "number") return present * (choice % 3) - 1;
  if (typeof present === "string") return `${present}${choice % 10}`;
  return Array.isArray(present) ? [...present, ...present] : { use: present };
}

function changedText(text: string, { kind, place, choice }: Mutation): string {
  const at = text.length === 0 ? 0 : place % text.length;
  switch (kind) {
    case "twice": {
      const pieces = text.split(",");
      const which = place % pieces.length;
      return [...pieces.slice(0, which + 1), ...pieces.slice(which)].join(",");
    }
    case "piece":
      return `${text.slice(0, at)}${HOSTILE_PIECES[choice % HOSTILE_PIECES.length]}${text.slice(at + (choice % 7))}`;
    case "cut":
      return text.slice(0, at);
    case "byte":
      return `${text.slice(0, at)}${String.fromCharCode(choice % 0x3_00)}${text.slice(at + 1)}`;
    default:
      return text;
  }
}

interface Spot {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Every place of a value that holds another. */
function spotsOf(value: unknown, spots: Spot[] = []): Spot[] {
  if (typeof value !== "object" || value === null) return spots;
  const parent = value as Record<string, unknown>;
  for (const key of Object.keys(parent)) {
    spots.push({ parent, key });
    spotsOf(parent[key], spots);
  }
  return spots;
}

/** As JSON sets it: an own property whatever its name. */
function set(parent: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}
