/** Longest text of a value in a message. */
const MOST_CHARACTERS = 60;

/** A value as messages show it: its JSON, shortened. */
export function shownJson(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 3)}...` : text;
}
