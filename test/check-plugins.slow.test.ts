import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { main } from "neurofront/main";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const folders = [
  ...globSync("plugins/*/package.json", { cwd: root }).map((file) => dirname(file)),
  "packages/optimizer",
];
const patience_ms = 600_000;

it.each(folders.toSorted())(
  "neurofront check-plugin %s",
  async (folder) => {
    let text = "";
    const write = (more: string) => (text += more);
    const code = await main(["check-plugin", join(root, folder), "--short-searches"], {
      out: { write },
      err: { write },
      interactive: false,
      width: 120,
    });
    expect(code, text).toBe(0);
    expect(text).toMatch(/is sound: \d+ rules kept\n$/u);
  },
  patience_ms,
);
