import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeText, html, markupText, trusted } from "../src/escape.ts";

it("escapes text, keeps markup, joins lists, leaves out what is undefined", () => {
  const inner = html`<b>${"<i>"}</b>`;
  const page = html`<p title="${'"quoted"'}">${"a & b"}${inner}${[1, "<"]}${undefined}</p>`;
  expect(markupText(page)).toBe('<p title="&quot;quoted&quot;">a &amp; b<b>&lt;i&gt;</b>1&lt;</p>');
});

it("never lets text open a tag or end an attribute", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[<>"']/.test(escapeText(text))));
});

it("gives the text back to whoever reads the page", () => {
  const read = (markup: string): string =>
    markup
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  fc.assert(fc.property(fc.string(), (text) => read(escapeText(text)) === text));
});

it("takes no markup from data", () => {
  const forged = JSON.parse('{"markup":"<script>","description":"markup"}') as string[];
  expect(() => markupText(html`${forged}`)).toThrow(TypeError);
  expect(markupText(trusted("<hr>"))).toBe("<hr>");
});
