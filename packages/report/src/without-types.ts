import { stripTypeScriptTypes } from "node:module";

/**
 * A TypeScript module as JavaScript, by Node's own stripping of types. Node warns that it may yet change that function; this is no word
 * for the person at the terminal.
 */
export function withoutTypes(text: string): string {
  const own = Object.getOwnPropertyDescriptor(process, "emitWarning");
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(text);
  } finally {
    if (own !== undefined) Object.defineProperty(process, "emitWarning", own);
  }
}
