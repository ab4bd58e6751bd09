import type { Reference } from "@neurofront/core";
import { expect, it } from "vitest";
import { bibtex, fullCitation, shortCitation } from "../src/bibtex.ts";

const paper: Reference = {
  key: "sharad2013",
  type: "article",
  author: "Sharad, Mrigank and Fan, Deliang and Roy, Kaushik",
  title: "Spin-neurons: A possible path to energy-efficient neuromorphic computers",
  journal: "Journal of Applied Physics",
  volume: "114",
  pages: "1-5",
  year: 2013,
  doi: "10.1063/1.4838096",
};

it("writes an article", () => {
  expect(bibtex(paper)).toBe(`@article{sharad2013,
  author = {Sharad, Mrigank and Fan, Deliang and Roy, Kaushik},
  title = {{Spin-neurons: A possible path to energy-efficient neuromorphic computers}},
  journal = {Journal of Applied Physics},
  volume = {114},
  pages = {1--5},
  year = {2013},
  doi = {10.1063/1.4838096}
}`);
});

it("names the proceedings of a conference paper", () => {
  const { volume: _, doi: __, ...rest } = paper;
  const entry = bibtex({ ...rest, type: "inproceedings", journal: "Proc. DATE", note: "invited" });
  expect(entry).toContain("booktitle = {Proc. DATE}");
  expect(entry).toContain("note = {invited}");
  expect(entry).not.toContain("doi");
});

it.each([
  ["R&D at 5 % cost_1 #2 $3", String.raw`R\&D at 5 \% cost\_1 \#2 \$3`],
  ["a~b^c\\d", String.raw`a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d`],
  ["} @misc{evil", String.raw`\textbraceright{} @misc\textbraceleft{}evil`],
  ["two\n lines", "two lines"],
])("escapes %j for LaTeX", (title, escaped) => {
  expect(bibtex({ ...paper, title })).toContain(`title = {{${escaped}}}`);
});

it("balances braces whatever the text", () => {
  const entry = bibtex({ ...paper, key: "a}b", author: "}}{", doi: "10.1/{x}" });
  let depth = 0;
  for (const character of entry) {
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
});

it.each([
  [paper.author, "Sharad et al. 2013"],
  ["Razavi, Behzad", "Razavi 2013"],
  ["Pauling, Linus and Curie, Marie", "Pauling and Curie 2013"],
  ["Boulle, Olivier and others", "Boulle et al. 2013"],
  ["{Sandia National Laboratories}", "Sandia National Laboratories 2013"],
  ["Hayashi laboratory", "Hayashi laboratory 2013"],
])("cites %s shortly", (author, citation) => {
  expect(shortCitation({ ...paper, author })).toBe(citation);
});

it("cites in one line", () => {
  expect(fullCitation(paper)).toBe(
    "Mrigank Sharad, Deliang Fan, Kaushik Roy. Spin-neurons: A possible path to energy-efficient neuromorphic computers. " +
      "Journal of Applied Physics 114, 1-5 (2013).",
  );
});

it("keeps the name of a group in one piece, and leaves unlisted authors to BibTeX", () => {
  expect(bibtex({ ...paper, author: "{Sandia National Laboratories}" })).toContain(
    "author = {{Sandia National Laboratories}}",
  );
  expect(bibtex({ ...paper, author: "Boulle, Olivier and others" })).toContain("author = {Boulle, Olivier and others}");
});

it("says in plain words that there are more authors", () => {
  expect(fullCitation({ ...paper, author: "Boulle, Olivier and others" })).toMatch(/^Olivier Boulle, and others\. /);
});
