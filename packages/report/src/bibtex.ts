import type { Reference } from "@neurofront/core";
import { latexText } from "./latex-text.ts";

/** A reference as a BibTeX entry; text is plain Unicode and escaped for LaTeX, capitals of the title are kept. */
export function bibtex(reference: Reference): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", `{${authorsOf(reference).map(authorField).join(" and ")}}`],
    ["title", `{${quoted(reference.title)}}`],
    [reference.type === "inproceedings" ? "booktitle" : "journal", optional(reference.journal)],
    ["volume", optional(reference.volume)],
    ["pages", optional(reference.pages?.replaceAll(/(?<=\d)\s*[-\u2013]\s*(?=\d)/g, "--"))],
    ["year", `{${reference.year}}`],
    // Entry styles print the identifier verbatim; only what would end the field is taken out.
    ["doi", reference.doi && `{${reference.doi.replaceAll(/[{}\s]/g, "")}}`],
    ["note", optional(reference.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${reference.type}{${reference.key.replaceAll(/[^\w:.+-]/g, "")},\n${lines.join(",\n")}\n}`;
}

/** "Sharad et al. 2013": how tables and figures name a reference. */
export function shortCitation(reference: Reference): string {
  const names = authorsOf(reference).map((author) => author.split(",")[0]!.trim());
  const who = names.length > 2 || names.at(-1) === OTHERS ? `${names[0]!} et al.` : names.join(" and ");
  return `${who} ${reference.year}`;
}

/** The reference in one line of plain text, without its DOI. */
export function fullCitation(reference: Reference): string {
  const authors = authorsOf(reference)
    .map((author) => (author === OTHERS ? "and others" : givenFirst(author)))
    .join(", ");
  const place = [[reference.journal, reference.volume], [reference.pages]]
    .map((words) => words.filter((word) => word !== undefined).join(" "))
    .filter((words) => words !== "");
  const parts = [authors, reference.title, `${place.join(", ")} (${reference.year})`.trim(), reference.note];
  return `${parts.filter((part) => part !== undefined && part !== "").join(". ")}.`.replaceAll("..", ".");
}

/** "Roy, Kaushik" as "Kaushik Roy". */
function givenFirst(author: string): string {
  return author
    .split(/\s*,\s*/)
    .toReversed()
    .join(" ");
}

/** What BibTeX calls authors that are not listed. */
const OTHERS = "others";

/** Authors one by one: `Family, Given`, or the name of a group, which BibTeX data may hold in braces. */
function authorsOf({ author }: Reference): string[] {
  return author.split(/\s+and\s+/).map((name) => name.trim().replace(/^\{(?<group>.*)\}$/s, "$<group>"));
}

/** A name without a comma is a group's, kept in one piece by braces. */
function authorField(name: string): string {
  return name.includes(",") || name === OTHERS ? latexText(name) : quoted(name);
}

function optional(text: string | undefined): string | undefined {
  return text === undefined ? undefined : quoted(text);
}

function quoted(text: string): string {
  return `{${latexText(text)}}`;
}
