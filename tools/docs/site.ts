/**
 * The documents as a static site: `node tools/docs/site.ts [folder]`, default `out/docs`. Texts come from `docs/`, READMEs and decisions,
 * the reference from the declarations, numbers of validation from the models.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Catalog } from "@neurofront/study";
import { composeCatalog } from "../../packages/cli/src/composition.ts";
import { pageHtml } from "./layout.ts";
import type { Chapter, Page } from "./layout.ts";
import { renderMarkdown } from "./markdown-page.ts";
import { peerPage } from "./peer-page.ts";
import { commandsPage, metricsPage, parametersPage, studyPage } from "./reference-pages.ts";
import { checksTable, referenceChecks } from "./validation.ts";

const root = join(import.meta.dirname, "../..");

/** The how-to pages in the order in which a reader needs them. */
const HOW_TO = [
  "run-a-study",
  "write-a-plugin",
  "compare",
  "export",
  "measured-device",
  "fidelities",
  "training",
  "resume-and-reproduce",
  "cache",
] as const;

/** Where a Markdown file of the repository is on the site. */
function sitePaths(): Map<string, string> {
  const plugins = globSync("plugins/*/README.md", { cwd: root }).toSorted();
  const packages = globSync("packages/*/README.md", { cwd: root }).toSorted();
  const decisions = globSync("decisions/*.md", { cwd: root }).toSorted();
  const name = (file: string): string => file.split("/")[1]!;
  return new Map([
    ["README.md", "index.html"],
    ["docs/tutorial.md", "tutorial.html"],
    ...HOW_TO.map((page) => [`docs/how-to/${page}.md`, `how-to/${page}.html`] as const),
    ...plugins.map((file) => [file, `plugins/${name(file)}.html`] as const),
    ...packages.map((file) => [file, `packages/${name(file)}.html`] as const),
    ["docs/optimizers.md", "optimizers.html"],
    ["ARCHITECTURE.md", "architecture.html"],
    ["CONTRIBUTING.md", "contributing.html"],
    ...decisions.map((file) => [file, `decisions/${name(file).replace(/\.md$/u, ".html")}`] as const),
  ]);
}

function markdownPage(file: string, paths: ReadonlyMap<string, string>, after: string): Page {
  const path = paths.get(file)!;
  const picture = (href: string): string =>
    `data:image/png;base64,${readFileSync(join(root, dirname(file), href)).toString("base64")}`;
  const { title, body } = renderMarkdown(readFileSync(join(root, file), "utf8"), picture, (href) => {
    const [target, fragment] = href.split("#");
    const at = join(dirname(file), target!);
    const found =
      paths.get(at) ??
      paths.get(join(at, "README.md")) ??
      (at === "decisions" ? "decisions/0001-contracts.html" : undefined);
    if (found === undefined) return undefined;
    return `${relative(dirname(path), found)}${fragment === undefined ? "" : `#${fragment}`}`;
  });
  return { path, title, body: `${body}${after}` };
}

/** The validation table of a plugin, where its models declare reference points. */
function validationOf(catalog: Catalog, pluginId: string): string {
  const checks = referenceChecks(catalog, pluginId);
  if (checks.length === 0) return "";
  return `<h2 id="validation">Validation</h2>\n<p>Reference points that the models declare, computed when this page was built.</p>\n${checksTable(checks)}`;
}

/** The whole site. */
export async function siteChapters(): Promise<Chapter[]> {
  const catalog = composeCatalog();
  const paths = sitePaths();
  const pagesOf = (prefix: string): Page[] =>
    [...paths.keys()]
      .filter((file) => file.startsWith(prefix))
      .map((file) =>
        markdownPage(file, paths, prefix === "plugins/" ? validationOf(catalog, file.split("/")[1]!) : ""),
      );
  const page = (file: string): Page => markdownPage(file, paths, "");
  return [
    { title: "Begin", pages: [{ ...page("README.md"), title: "neurofront" }, page("docs/tutorial.md")] },
    { title: "How to", pages: pagesOf("docs/how-to/") },
    { title: "Reference", pages: [studyPage(catalog), parametersPage(catalog), metricsPage(), commandsPage()] },
    { title: "Checked", pages: [await peerPage(catalog), page("docs/optimizers.md")] },
    { title: "Plugins", pages: pagesOf("plugins/") },
    { title: "Packages", pages: pagesOf("packages/") },
    { title: "Inside", pages: [page("ARCHITECTURE.md"), page("CONTRIBUTING.md")] },
    { title: "Decisions", pages: pagesOf("decisions/") },
  ];
}

/** Write the site into an empty folder. */
export async function writeSite(folder: string): Promise<Page[]> {
  const chapters = await siteChapters();
  const pages = chapters.flatMap((chapter) => chapter.pages);
  rmSync(folder, { recursive: true, force: true });
  for (const page of pages) {
    const file = join(folder, page.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, pageHtml(page, chapters));
  }
  return pages;
}

if (import.meta.main) {
  const folder = resolve(process.argv[2] ?? join(root, "out/docs"));
  process.stdout.write(`${(await writeSite(folder)).length} pages: ${join(folder, "index.html")}\n`);
}
