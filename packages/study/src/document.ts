import { createScanner, findNodeAtLocation, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import { StudyError } from "./problem.ts";
import type { Problem } from "./problem.ts";

/** Larger files are no studies. */
const SIZE_LIMIT_BYTES = 1_000_000;
/** Deeper nesting is no study. */
const DEPTH_LIMIT = 32;
/** No key and no text of a study is longer; messages repeat them. */
const TEXT_LIMIT = 1000;
/** Values and keys of a study that is data already; one that is text has fewer by its size. */
const VALUE_LIMIT = 500_000;

/** A JSON text with the position of everything in it. */
export interface StudyDocument {
  readonly file: string;
  readonly value: unknown;
  /** A problem at a JSON pointer, or at the key `key` of the object there, with its position. */
  locate(pointer: string, message: string, key?: string): Problem;
}

/**
 * Read a JSON text.
 *
 * @param file name shown in messages
 * @throws StudyError for empty, too large, too deep or broken text, for keys that stand twice in one object, and for overlong
 *   keys and strings
 */
export function readDocument(text: string, file: string): StudyDocument {
  let places: ((offset: number) => Place) | undefined;
  const at = (offset: number): Place => (places ??= placesIn(text))(offset);
  const fail = (offset: number, message: string): never => {
    throw new StudyError(file, [{ pointer: "", message, ...at(offset) }]);
  };
  if (text.length > SIZE_LIMIT_BYTES) fail(0, `has ${text.length} characters; a study has at most ${SIZE_LIMIT_BYTES}`);
  if (text.trim() === "")
    fail(0, `is empty; a study is a JSON object, see "neurofront validate --help" for an example`);
  const errors: ParseError[] = [];
  const root =
    nestingDepth(text) > DEPTH_LIMIT
      ? fail(0, `is nested deeper than ${DEPTH_LIMIT} levels`)
      : parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (first !== undefined)
    fail(first.offset, `is not valid JSON here: ${explainParseError(printParseErrorCode(first.error))}`);
  if (root === undefined) return fail(0, "is not valid JSON");
  const problems: Problem[] = [];
  const value = valueOf(root, "", (node, pointer, message) => problems.push({ pointer, message, ...at(node.offset) }));
  if (problems.length > 0) throw new StudyError(file, problems);
  return {
    file,
    value,
    locate(pointer, message, key) {
      const path = pathOf(pointer, value);
      let node: Node | undefined = findNodeAtLocation(root, path);
      if (key !== undefined) node = node?.children?.find((property) => property.children?.[0]?.value === key) ?? node;
      return { pointer, message, ...at(node?.offset ?? 0) };
    },
  };
}

/**
 * A value that is JSON data already, as a document without positions.
 *
 * @throws StudyError for a value that is too large or too deep, and for overlong keys and strings
 */
export function plainDocument(value: unknown, file: string): StudyDocument {
  const problem = problemOfSize(value);
  if (problem !== undefined) throw new StudyError(file, [problem]);
  return { file, value, locate: (pointer, message) => ({ pointer, message }) };
}

/** What about a value breaks the bounds that the text of a study has; undefined when nothing does. */
function problemOfSize(value: unknown): Problem | undefined {
  let level: { readonly pointer: string; readonly value: unknown }[] = [{ pointer: "", value }];
  let count = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH_LIMIT) return { pointer: "", message: `is nested deeper than ${DEPTH_LIMIT} levels` };
    const below: { readonly pointer: string; readonly value: unknown }[] = [];
    for (const { pointer, value: item } of level) {
      if (typeof item === "string" && item.length > TEXT_LIMIT) return { pointer, message: overlong(item) };
      if (typeof item !== "object" || item === null) continue;
      const entries = Object.entries(item);
      count += entries.length;
      if (count > VALUE_LIMIT) return { pointer: "", message: `has more than ${VALUE_LIMIT} values` };
      for (const [key, inner] of entries) {
        if (key.length > TEXT_LIMIT) return { pointer, message: overlong(key) };
        below.push({ pointer: `${pointer}/${escapePointer(key)}`, value: inner });
      }
    }
    level = below;
  }
  return undefined;
}

function overlong(text: string): string {
  return `has a text of ${text.length} characters; legal: at most ${TEXT_LIMIT}`;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Line and column by offset. The starts of the lines are found once: a hostile text has as many problems as characters. */
function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let line = 0;
    let beyond = starts.length;
    while (beyond - line > 1) {
      const middle = (line + beyond) >> 1;
      if (starts[middle]! <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - starts[line]! + 1 };
  };
}

/** Tokens of the scanner: values of `SyntaxKind` of jsonc-parser, a const enum that has none at run time. */
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const END_OF_FILE = 17;

/**
 * Deepest nesting of brackets, by the scanner of the parser, which itself recurses. A closing bracket closes only its own kind:
 * the parser skips others, and goes on inside.
 */
function nestingDepth(text: string): number {
  const scanner = createScanner(text, true);
  const open: number[] = [];
  let deepest = 0;
  for (let token: number = scanner.scan(); token !== END_OF_FILE; token = scanner.scan())
    if (token === OPEN_BRACE || token === OPEN_BRACKET) deepest = Math.max(deepest, open.push(token));
    else if (open.at(-1) === (token === CLOSE_BRACE ? OPEN_BRACE : token === CLOSE_BRACKET ? OPEN_BRACKET : undefined))
      open.pop();
  return deepest;
}

/** The plain value of a node. Keys are own properties even when called `__proto__`. */
function valueOf(node: Node, pointer: string, report: (node: Node, pointer: string, message: string) => void): unknown {
  if (node.type === "array")
    return (node.children ?? []).map((child, index) => valueOf(child, `${pointer}/${index}`, report));
  if (node.type === "string" && node.length > TEXT_LIMIT + 2) {
    const text = String(node.value);
    if (text.length > TEXT_LIMIT) report(node, pointer, overlong(text));
  }
  if (node.type !== "object") return node.value as unknown;
  const object: Record<string, unknown> = {};
  for (const property of node.children ?? []) {
    const [keyNode, child] = property.children ?? [];
    if (keyNode === undefined || child === undefined) continue;
    const key = String(keyNode.value);
    if (key.length > TEXT_LIMIT) {
      report(keyNode, pointer, overlong(key));
      continue;
    }
    if (Object.hasOwn(object, key)) report(keyNode, pointer, `has the key "${key}" twice; keep one of them`);
    Object.defineProperty(object, key, {
      value: valueOf(child, `${pointer}/${escapePointer(key)}`, report),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

/** A key as a part of a JSON pointer (RFC 6901). */
export function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function pathOf(pointer: string, value: unknown): (string | number)[] {
  let current = value;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => {
      const key = Array.isArray(current) ? Number(part) : part;
      current = (current as Record<string | number, unknown> | undefined)?.[key];
      return key;
    });
}

const PARSE_ERRORS: Readonly<Record<string, string>> = {
  CommaExpected: "a comma is missing before this",
  ColonExpected: "a colon is missing after the key",
  ValueExpected: "a value is missing (is there a comma too many?)",
  PropertyNameExpected: `a key in double quotes is expected (is there a comma too many?)`,
  CloseBraceExpected: `the closing "}" is missing`,
  CloseBracketExpected: `the closing "]" is missing`,
  InvalidCommentToken: "JSON has no comments; remove it",
  InvalidSymbol: "this word is not JSON (strings need double quotes)",
  InvalidNumberFormat: "this is not a JSON number",
  UnexpectedEndOfString: `the closing double quote of this string is missing`,
  EndOfFileExpected: "the study ended before this; remove what follows",
};

function explainParseError(code: string): string {
  return PARSE_ERRORS[code] ?? code;
}
