import { findNodeAtLocation, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import { StudyError } from "./problem.ts";
import type { Problem } from "./problem.ts";

/** Larger files are no studies. */
const SIZE_LIMIT_BYTES = 1_000_000;
/** Deeper nesting is no study. */
const DEPTH_LIMIT = 32;

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
 * @throws StudyError for empty, too large, too deep or broken text, and for keys that stand twice in one object
 */
export function readDocument(text: string, file: string): StudyDocument {
  const at = (offset: number): { line: number; column: number } => positionOf(text, offset);
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

/** A value that is JSON data already, as a document without positions. */
export function plainDocument(value: unknown, file: string): StudyDocument {
  return { file, value, locate: (pointer, message) => ({ pointer, message }) };
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** Deepest nesting of brackets outside strings; the parser itself recurses. */
function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let k = 0; k < text.length; k++) {
    const character = text[k];
    if (inString) {
      if (character === "\\") k++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, ++depth);
    else if (character === "}" || character === "]") depth--;
  }
  return deepest;
}

/** The plain value of a node. Keys are own properties even when called `__proto__`. */
function valueOf(node: Node, pointer: string, report: (node: Node, pointer: string, message: string) => void): unknown {
  if (node.type === "array")
    return (node.children ?? []).map((child, index) => valueOf(child, `${pointer}/${index}`, report));
  if (node.type !== "object") return node.value as unknown;
  const object: Record<string, unknown> = {};
  for (const property of node.children ?? []) {
    const [keyNode, child] = property.children ?? [];
    if (keyNode === undefined || child === undefined) continue;
    const key = String(keyNode.value);
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
