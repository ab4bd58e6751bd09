import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";

const command = join(import.meta.dirname, "../bin/neurofront.js");

it("a reader that has seen enough of the output is no failure", async () => {
  const child = spawn(process.execPath, [command, "list", "plugins"], { stdio: ["ignore", "pipe", "pipe"] });
  let told = "";
  child.stderr.on("data", (piece: Buffer) => (told += piece.toString()));
  child.stdout.destroy();
  const [code] = (await once(child, "close")) as [number | null];
  expect(told).toBe("");
  expect(code).toBe(0);
}, 60_000);
