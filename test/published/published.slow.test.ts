import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packAll } from "../../tools/pack.ts";
import type { Packed } from "../../tools/pack.ts";
import { runPage } from "../docs/run-page.ts";
import { execute, installInto, pnpm } from "./empty-project.ts";
import type { Finished } from "./empty-project.ts";
import { tarballProblems } from "./tarball-problems.ts";

const repository = join(import.meta.dirname, "../..");
const patience_ms = 300_000;
const PLUGIN = "pbit-neuron";

let folder = "";
let packed: readonly Packed[] = [];

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "neurofront-published-")));
  packed = packAll(join(folder, "tarballs"));
}, patience_ms);
afterAll(() => rmSync(folder, { recursive: true, force: true }), patience_ms);

const neurofront = (cwd: string, ...args: string[]): Promise<Finished> =>
  execute(process.execPath, [join(cwd, "node_modules/neurofront/bin/neurofront.js"), ...args], cwd);

describe("every tarball", () => {
  it("holds what it needs, and nothing that only the repository knows", () => {
    expect(packed.length).toBeGreaterThan(35);
    const problems = packed.flatMap(({ name, file }) => {
      const unpacked = join(folder, "unpacked", name);
      mkdirSync(unpacked, { recursive: true });
      execFileSync("tar", ["xzf", file, "--strip-components=1", "-C", unpacked]);
      return tarballProblems(unpacked).map((problem) => `${name}: ${problem}`);
    });
    expect(problems).toEqual([]);
  });

  it(
    "is imported by every way in that it exports, with its types",
    async () => {
      const project = join(folder, "all");
      installInto(project, packed, { packages: packed.map(({ name }) => name), hoisted: true });
      const waysIn = packed.flatMap(({ name }) => {
        const { exports } = JSON.parse(readFileSync(join(project, "node_modules", name, "package.json"), "utf8")) as {
          exports: Readonly<Record<string, unknown>>;
        };
        return Object.keys(exports).map((subpath) => `${name}${subpath.slice(1)}`);
      });
      // In a thread of its own each, as some are the code of threads.
      writeFileSync(
        join(project, "import-all.mjs"),
        `import { Worker } from "node:worker_threads";
      for (const name of ${JSON.stringify(waysIn)}) await new Promise((resolve) => {
        const code = "import(" + JSON.stringify(import.meta.resolve(name)) + ").then(() => process.exit(0))";
        new Worker(code, { eval: true }).on("error", (error) => console.log(name, error.message)).on("exit", resolve);
      });`,
      );
      const imported = await execute(process.execPath, ["import-all.mjs"], project);
      // The kit for vitest needs vitest, an optional peer that nobody installed here.
      expect([
        imported.code,
        imported.out.replaceAll(/^@neurofront\/plugin-kit\/conformance Cannot find package 'vitest'.*\n/gmu, ""),
      ]).toEqual([0, ""]);
      writeFileSync(
        join(project, "types.ts"),
        `${waysIn.map((name, index) => `import * as m${index} from ${JSON.stringify(name)};`).join("\n")}
      export const all: readonly object[] = [${waysIn.map((_, index) => `m${index}`).join(", ")}];
      export const progress: m${waysIn.indexOf("neurofront")}.StudyRun | undefined = undefined;
      import { runStudy } from "neurofront";
      // @ts-expect-error a study is a path or an object
      runStudy(7);`,
      );
      const compiler = join(repository, "node_modules/typescript/bin/tsc");
      const flags = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2024"];
      expect(await execute(process.execPath, [compiler, ...flags, "types.ts"], project)).toEqual({
        code: 0,
        out: "",
        err: "",
      });
    },
    patience_ms,
  );
});

describe("a plugin of somebody else, in an empty project", () => {
  it(
    "comes to be as the tutorial says, from the packages alone, and is built and packed",
    async () => {
      const author = join(folder, "author");
      mkdirSync(author);
      await runPage("docs/tutorial.md", author, {
        install: (home) =>
          installInto(home, packed, {
            packages: ["neurofront", "@neurofront/core", "@neurofront/physics", "@neurofront/plugin-kit"],
            others: { typescript: "^7.0.2" },
          }),
      });
      expect(readFileSync(join(author, "out/study/report.html"), "utf8")).toContain(
        "superparamagnetic tunnel junction",
      );
      const printed = pnpm(["pack", "--pack-destination", join(folder, "tarballs")], join(author, PLUGIN));
      expect(printed).toContain("dist/index.js");
      expect(printed).not.toContain("src/model.ts");
    },
    patience_ms,
  );

  it(
    "runs with plain Node and without TypeScript: command and program",
    async () => {
      const project = join(folder, "reader");
      const tarball = join(folder, "tarballs", `${PLUGIN}-0.1.0.tgz`);
      installInto(project, packed, { packages: ["neurofront"], others: { [PLUGIN]: `file:${tarball}` } });
      expect(existsSync(join(project, "node_modules/.pnpm/node_modules/typescript"))).toBe(false);
      copyFileSync(join(import.meta.dirname, "third-party-study.json"), join(project, "study.json"));

      const refused = await neurofront(project, "run", "study.json");
      expect(refused.code).toBe(2);
      expect(refused.err).toMatch(new RegExp(`--plugin ${PLUGIN}`, "u"));

      const judged = await neurofront(project, "check-plugin", PLUGIN);
      expect(judged.out).toMatch(/is sound: \d+ rules kept\n$/u);
      const schema = await neurofront(project, "schema", "--plugin", PLUGIN);
      expect(schema.out).toContain("energy between the two states of the free magnet");
      const ran = await neurofront(project, "run", "study.json", "--plugin", PLUGIN);
      expect(ran).toMatchObject({ code: 0 });
      expect(readFileSync(join(project, "out/study/report.html"), "utf8")).toContain(
        "superparamagnetic tunnel junction",
      );

      writeFileSync(
        join(project, "program.mjs"),
        `import plugin from "${PLUGIN}";
      import { runStudy } from "neurofront";
      const run = runStudy("study.json", { plugins: [plugin], out: "out/program" });
      let most = 0;
      for await (const { done } of run) most = Math.max(most, done);
      const { front, best } = await run.result;
      console.log(JSON.stringify({ most, front: front("pbit/full").length, edp: best("pbit/full").assessment.metrics.edp }));`,
      );
      const program = await execute(process.execPath, ["program.mjs"], project);
      expect(program).toMatchObject({ code: 0, err: "" });
      const { most, front, edp } = JSON.parse(program.out) as Record<string, number>;
      expect(most).toBe(20);
      expect(front).toBeGreaterThan(0);
      // The command found the same: 4 digits of its table.
      expect(ran.out).toContain(`${Number(edp!.toPrecision(3))} J s`);
    },
    patience_ms,
  );
});
