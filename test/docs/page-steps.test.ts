import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { changed, pageSteps, shows } from "./page-steps.ts";

const fence = "```";

it("reads files, changes, commands and what they print, in order", () => {
  const page = `# A\n\n${fence}json a/study.json\n{}\n${fence}\n\n${fence}sh\nnpx neurofront run "my study.json" --sweep a="1 uA:2 uA" # goes on\nnode b.mjs\n${fence}\n\n1. x\n\n   ${fence}text output\n   done\n   ${fence}\n\n${fence}diff a/study.json\n+x\n${fence}\n`;
  expect(pageSteps(page)).toEqual([
    { line: 3, does: "write", file: "a/study.json", text: "{}\n" },
    { line: 7, does: "run", command: ["npx", "neurofront", "run", "my study.json", "--sweep", "a=1 uA:2 uA"] },
    { line: 7, does: "run", command: ["node", "b.mjs"] },
    { line: 14, does: "see", text: "done\n" },
    { line: 18, does: "change", file: "a/study.json", diff: "+x\n" },
  ]);
});

it.each(["ts", "text", "sh a b"])("refuses a block that nothing would try: %s", (info) => {
  expect(() => pageSteps(`${fence}${info}\nx\n${fence}\n`)).toThrow("line 1: ");
});

it("changes the lines that a diff names, once", () => {
  expect(changed("a\nb\nc\n", " a\n-b\n+d\n+e\n")).toBe("a\nd\ne\nc\n");
  expect(() => changed("a\nb\n", " a\n c\n")).toThrow("do not stand there once");
  expect(() => changed("a\na\n", " a\n+b\n")).toThrow("do not stand there once");
});

it.each([
  ["b\nc", true],
  ["a\n...\nd", true],
  ["a\nc", false],
  ["d\n...\na", false],
  ["b ", true],
  ["bb", false],
  ["c ...", true],
  ["c x ...", false],
])("sees %j in four lines: %s", (expected, found) => {
  expect(shows("a\nb\n\nc\nd\n", expected)).toBe(found);
});

const repository = join(import.meta.dirname, "../..");
it.each(globSync("docs/{tutorial,how-to/*}.md", { cwd: repository }))("%s shows nothing that is not tried", (page) => {
  const does = pageSteps(readFileSync(join(repository, page), "utf8")).map((step) => step.does);
  expect(does).toEqual(expect.arrayContaining(["write", "run"]));
});
