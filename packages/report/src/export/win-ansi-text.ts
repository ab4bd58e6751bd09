/** Characters beyond Latin-1 that the encoding of the standard PDF fonts has (ISO 32000-1, annex D). */
const BEYOND_LATIN_1 = new Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");

/** Signs that figures use and the encoding does not have. */
const SPELLED: Readonly<Record<string, string>> = { "−": "-", "≤": "<=", "≥": ">=", Ω: "ohm", μ: "µ", "→": "->" };

/**
 * Text in the encoding of the standard fonts of PDF: letters it does not have lose their accents, what is left becomes a question
 * mark.
 */
export function winAnsiText(text: string): { readonly text: string; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const written = Array.from(text.normalize("NFC"), (character) => {
    if (isKnown(character)) return character;
    const spelled = SPELLED[character];
    if (spelled !== undefined) return spelled;
    unknown.push(character);
    const [base = "?"] = character.normalize("NFD");
    return isKnown(base) ? base : "?";
  });
  return { text: written.join(""), unknown };
}

function isKnown(character: string): boolean {
  const code = character.codePointAt(0)!;
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || BEYOND_LATIN_1.has(character);
}
